import { people as peopleTexts } from '../../estate/people/texts.ts'
import { unanswered as texts } from './texts.ts'
import { formatPhone } from '@heju/kernel'
import { Button, Flex, Tooltip, Typography } from 'antd'
import { useState } from 'react'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useMay, useSession } from '../../../app/session.tsx'
import { useCommand } from '../../../parts/form.ts'
import type { Household } from './api.ts'

/** Who is called, with the number: masked, and in full when asked for, which is recorded. */
export function Callee({ household: { personId, personName, phoneMasked } }: { household: Household }) {
  const t = useTexts(texts)
  const p = useTexts(peopleTexts)
  const may = useMay()
  const { staff } = useSession()
  const [phones, setPhones] = useState<readonly string[]>()
  const look = useCommand({
    command: api.registry.people[':personId'].unmask.$post,
    asks: (id: string) => ({ param: { personId: id } }),
    refreshes: [],
    onDone: (full) => setPhones(full.phones),
  })
  return (
    <Flex gap={8} align="center" wrap style={{ marginBottom: 16 }}>
      <Typography.Text strong>{personName}</Typography.Text>
      {phones === undefined
        ? (phoneMasked ?? t('noPhone'))
        : phones.map((phone) => (
            <a key={phone} href={`tel:${phone}`}>
              {formatPhone(phone)}
            </a>
          ))}
      {phones === undefined && phoneMasked !== null && may('people.unmask') && (
        <Tooltip title={p('unmask.audited', { name: staff.name })}>
          <Button size="small" loading={look.isPending} onClick={() => look.mutate(personId)}>
            {p('unmask')}
          </Button>
        </Tooltip>
      )}
    </Flex>
  )
}
