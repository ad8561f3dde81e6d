import { occupancies as texts } from './texts.ts'
import { civilDateOf } from '@heju/kernel'
import { Form, Input } from 'antd'
import { useState } from 'react'
import { useTexts } from '../../../app/language.tsx'
import { useSession } from '../../../app/session.tsx'
import { FormDrawer } from '../../../parts/form-drawer.tsx'
import { useChange } from '../../../parts/form.ts'
import { registryKeys } from '../../../parts/registry-keys.ts'
import { endOccupancy, type Occupancy } from './api.ts'

/** Somebody moves out or gives a place back: the record ends on its last day and stays readable. */
export function EndOccupancy({
  occupancy,
  name,
  close,
}: {
  occupancy: Occupancy
  name: string
  close: () => void
}) {
  const t = useTexts(texts)
  const { company } = useSession()
  const [initial] = useState(() => ({ toOn: civilDateOf(Date.now(), company.zone) }))
  const [form] = Form.useForm<{ toOn: string }>()
  const end = useChange({
    send: ({ toOn }: { toOn: string }, send) =>
      endOccupancy({ occupancyId: occupancy.occupancyId, toOn }, send),
    refreshes: registryKeys,
    form,
    done: t('ended'),
    onDone: close,
  })
  const owner = occupancy.role === 'owner' || occupancy.role === 'developer'
  return (
    <FormDrawer<{ toOn: string }>
      title={`${t('end')} · ${name}`}
      about={t(owner ? 'end.owner' : 'end.about')}
      close={close}
      form={form}
      pending={end.isPending}
      initial={initial}
      send={(fields) => end.mutate(fields)}
    >
      <Form.Item name="toOn" label={t('end.lastDay')} rules={[{ required: true }]}>
        <Input type="date" {...(occupancy.fromOn === null ? {} : { min: occupancy.fromOn })} />
      </Form.Item>
    </FormDrawer>
  )
}
