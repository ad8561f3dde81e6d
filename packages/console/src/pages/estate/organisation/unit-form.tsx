import {
  addUnitSchema,
  rootKinds,
  standsUnder,
  unitKinds,
  type UnitKind,
} from '@heju/core/estate/organisation/shape'
import { Form, Input, Select } from 'antd'
import { organisation as texts } from './texts.ts'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { FormDrawer } from '../../../parts/form-drawer.tsx'
import { useCommand } from '../../../parts/form.ts'
import { useNewId } from '../../../parts/ids.ts'
import { longestOf } from '../../../parts/longest-of.ts'
import { useMustChoose } from '../../../parts/must-choose.ts'
import { useRevised } from '../../../parts/revised.tsx'
import { organisationKeys, useToday, type Unit } from '../../../parts/organisation.ts'

interface Fields {
  name: string
  kind: UnitKind
  openedOn?: string
}

const fieldsOf = ({ name, kind, openedOn }: Unit): Fields => ({ name, kind, openedOn: openedOn ?? '' })
const dayOf = (openedOn: string | undefined) => openedOn || null
const fieldOf = {
  'organisation.kind_misplaced': 'kind',
  'organisation.unit_name_taken': 'name',
  'organisation.unit_closed': 'openedOn',
  'organisation.opened_after_use': 'openedOn',
  'organisation.closed_before_opened': 'openedOn',
}

/** Adds a unit under another. */
export function AddUnit({ parent, close }: { parent: Unit; close: () => void }) {
  const t = useTexts(texts)
  const [form] = Form.useForm<Fields>()
  const [unitId] = useNewId('unit')
  const save = useCommand({
    command: api.organisation.units.$post,
    asks: ({ openedOn, ...fields }: Fields) => ({
      json: { ...fields, openedOn: dayOf(openedOn), unitId, parentId: parent.id },
    }),
    refreshes: organisationKeys,
    form,
    fieldOf,
    done: t('added'),
    onDone: close,
  })
  const kinds = unitKinds.filter((kind) => standsUnder[kind].includes(parent.kind))
  const today = useToday()
  // Nothing stands under it before it is there.
  const openedOn = (parent.openedOn ?? '') > today ? { openedOn: parent.openedOn! } : {}
  return (
    <FormDrawer<Fields>
      title={t('add.title', { name: parent.name })}
      close={close}
      form={form}
      pending={save.isPending}
      initial={kinds[0] === undefined ? openedOn : { kind: kinds[0], ...openedOn }}
      send={(fields) => save.mutate(fields)}
    >
      <UnitFields kinds={kinds} />
    </FormDrawer>
  )
}

/** Changes a unit's name, kind and first day. */
export function ChangeUnit({
  unit,
  parent,
  close,
}: {
  unit: Unit
  parent: Unit | undefined
  close: () => void
}) {
  const t = useTexts(texts)
  const [form] = Form.useForm<Fields>()
  const { revision, notice } = useRevised({
    queryKey: ['organisation'],
    opened: unit,
    form,
    fieldsOf,
    wordsOf: ({ name, kind, openedOn }) => [
      [t('name'), name],
      [t('kind'), t(`kind.${kind}`)],
      [t('openedOn'), openedOn ?? ''],
    ],
  })
  const save = useCommand({
    command: api.organisation.units[':unitId'].$put,
    asks: ({ openedOn, ...fields }: Fields) => ({
      param: { unitId: unit.id },
      json: { ...fields, openedOn: dayOf(openedOn), revision },
    }),
    refreshes: organisationKeys,
    form,
    fieldOf,
    done: t('saved'),
    onDone: close,
  })
  const kinds =
    parent === undefined ? rootKinds : unitKinds.filter((kind) => standsUnder[kind].includes(parent.kind))
  return (
    <FormDrawer<Fields>
      title={t('change.title', { name: unit.name })}
      close={close}
      form={form}
      pending={save.isPending}
      initial={fieldsOf(unit)}
      send={(fields) => save.mutate(fields)}
    >
      {notice}
      <UnitFields kinds={kinds} />
    </FormDrawer>
  )
}

function UnitFields({ kinds }: { kinds: readonly UnitKind[] }) {
  const t = useTexts(texts)
  const mustChoose = useMustChoose()
  return (
    <>
      <Form.Item name="name" label={t('name')} rules={[{ required: true }]}>
        <Input {...longestOf(addUnitSchema.entries.name)} autoFocus />
      </Form.Item>
      <Form.Item name="kind" label={t('kind')} rules={mustChoose}>
        <Select options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))} />
      </Form.Item>
      <Form.Item name="openedOn" label={t('openedOn')} extra={t('openedOn.hint')}>
        <Input type="date" />
      </Form.Item>
    </>
  )
}
