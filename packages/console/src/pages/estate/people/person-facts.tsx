import { people as texts } from './texts.ts'
import { registryTexts } from '@heju/core/estate/registry/texts'
import { formatPhone } from '@heju/kernel'
import { Alert, Button, Card, Descriptions } from 'antd'
import { useState } from 'react'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useMay, useSession } from '../../../app/session.tsx'
import { useChange, type Send } from '../../../parts/form.ts'
import type { PersonDetail } from './api.ts'

const unmask = (personId: string, send: Send) =>
  send(api.registry.people[':personId'].unmask.$post, { param: { personId } })
type InFull = Awaited<ReturnType<typeof unmask>>

/** What is known of a person. Numbers are masked until asked for, which is recorded. */
export function PersonFacts({ person }: { person: PersonDetail }) {
  const t = useTexts(texts)
  const r = useTexts(registryTexts)
  const [full, setFull] = useState<InFull>()
  const { number, kind, gender, phones, idKind, idMasked, remark } = person
  const idNumber = full?.idNumber ?? idMasked
  const idName = idKind === null ? '' : r(`id.${idKind}`)
  return (
    <Card size="small" style={{ marginBottom: 16 }}>
      <Descriptions
        size="small"
        column={{ xs: 1, sm: 2 }}
        style={{ marginBottom: 12 }}
        items={[
          { key: 'phone', label: t('phone'), children: <Phones masked={phones} full={full?.phones} /> },
          {
            key: 'id',
            label: t('idDocument'),
            children: idNumber === null ? t('none') : `${idName} ${idNumber}`,
          },
          { key: 'kind', label: t('kind'), children: r(`person.${kind}`) },
          ...(gender === null
            ? []
            : [{ key: 'gender', label: t('gender'), children: r(`gender.${gender}`) }]),
          { key: 'number', label: t('number'), children: number ?? '—' },
          ...(remark === '' ? [] : [{ key: 'remark', label: t('remark'), children: remark }]),
        ]}
      />
      {(phones.length > 0 || idMasked !== null) && (
        <Unmask personId={person.id} shown={full !== undefined} show={setFull} />
      )}
    </Card>
  )
}

function Phones({ masked, full }: { masked: readonly string[]; full: readonly string[] | undefined }) {
  const t = useTexts(texts)
  if (masked.length === 0) return t('none')
  if (full === undefined) return masked.join('、')
  return full.map((phone) => (
    <div key={phone}>
      <a href={`tel:${phone}`}>{formatPhone(phone)}</a>
    </div>
  ))
}

function Unmask({
  personId,
  shown,
  show,
}: {
  personId: string
  shown: boolean
  show: (full: InFull) => void
}) {
  const t = useTexts(texts)
  const may = useMay()
  const { staff } = useSession()
  const look = useChange({ send: unmask, refreshes: [], onDone: show })
  if (!may('people.unmask')) return null
  if (shown) return <Alert type="success" showIcon title={t('unmask.done')} />
  return (
    <Alert
      type="info"
      showIcon
      title={t('unmask.audited', { name: staff.name })}
      action={
        <Button size="small" loading={look.isPending} onClick={() => look.mutate(personId)}>
          {t('unmask')}
        </Button>
      }
    />
  )
}
