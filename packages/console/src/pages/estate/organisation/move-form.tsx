import { standsUnder } from '@heju/core/estate/organisation/shape'
import { Form, Input } from 'antd'
import { useState } from 'react'
import { organisation as texts } from './texts.ts'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { FormDrawer } from '../../../parts/form-drawer.tsx'
import { useCommand } from '../../../parts/form.ts'
import { useMustChoose } from '../../../parts/must-choose.ts'
import { organisationKeys, useToday, type Unit } from '../../../parts/organisation.ts'
import { UnitSelect } from './unit-select.tsx'

interface Fields {
  toId: string
  fromOn: string
}
const fieldOf = {
  'organisation.unit_closed': 'toId',
  'organisation.kind_misplaced': 'toId',
  'organisation.under_itself': 'toId',
  'organisation.unit_name_taken': 'toId',
  'organisation.placed_there': 'toId',
  'organisation.placed_since': 'fromOn',
}

/** Puts a unit under another from a day on. */
export function MoveUnit({ unit, close }: { unit: Unit; close: () => void }) {
  const t = useTexts(texts)
  const [form] = Form.useForm<Fields>()
  const move = useCommand({
    command: api.organisation.units[':unitId'].move.$post,
    asks: ({ toId, fromOn }: Fields) => ({ param: { unitId: unit.id }, json: { parentId: toId, fromOn } }),
    refreshes: organisationKeys,
    form,
    fieldOf,
    done: t('moved'),
    onDone: close,
  })
  const today = useToday()
  const [initial] = useState({ fromOn: today })
  return (
    <FormDrawer<Fields>
      title={t('move.title', { name: unit.name })}
      about={t('move.about.unit')}
      close={close}
      form={form}
      pending={move.isPending}
      initial={initial}
      send={(fields) => move.mutate(fields)}
      action={t('move')}
    >
      <MoveFields moved={unit.id} takes={({ kind }) => standsUnder[unit.kind].includes(kind)} />
    </FormDrawer>
  )
}

/** Puts a project under another unit from a day on. */
export function MoveProject({
  projectId,
  name,
  close,
}: {
  projectId: string
  name: string
  close: () => void
}) {
  const t = useTexts(texts)
  const [form] = Form.useForm<Fields>()
  const move = useCommand({
    command: api.organisation.projects[':projectId'].move.$post,
    asks: ({ toId, fromOn }: Fields) => ({ param: { projectId }, json: { unitId: toId, fromOn } }),
    refreshes: organisationKeys,
    form,
    fieldOf,
    done: t('moved'),
    onDone: close,
  })
  const today = useToday()
  const [initial] = useState({ fromOn: today })
  return (
    <FormDrawer<Fields>
      title={t('move.title', { name })}
      about={t('move.about.project')}
      close={close}
      form={form}
      pending={move.isPending}
      initial={initial}
      send={(fields) => move.mutate(fields)}
      action={t('move')}
    >
      <MoveFields />
    </FormDrawer>
  )
}

function MoveFields(choice: { moved?: string; takes?: (unit: Unit) => boolean }) {
  const t = useTexts(texts)
  const mustChoose = useMustChoose()
  return (
    <>
      <Form.Item name="toId" label={t('move.to')} rules={mustChoose}>
        <UnitSelect {...choice} autoFocus />
      </Form.Item>
      <Form.Item name="fromOn" label={t('fromOn')} extra={t('fromOn.hint')} rules={[{ required: true }]}>
        <Input type="date" />
      </Form.Item>
    </>
  )
}
