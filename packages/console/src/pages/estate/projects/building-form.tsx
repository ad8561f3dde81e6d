import { createBuildingSchema } from '@heju/core/estate/registry/shape'
import { projects as texts } from './texts.ts'
import { Form, Input, InputNumber } from 'antd'
import { useTexts } from '../../../app/language.tsx'
import { FormDrawer } from '../../../parts/form-drawer.tsx'
import { useChange } from '../../../parts/form.ts'
import { useNewId } from '../../../parts/ids.ts'
import { registryKeys } from '../../../parts/registry-keys.ts'
import { longestOf } from '../../../parts/longest-of.ts'
import { useRevised } from '../../../parts/revised.tsx'
import { changeBuilding, createBuilding, type Building } from './api.ts'

interface Fields {
  name: string
  floors?: number | null
}

const fieldsOf = ({ name, floors }: Building): Fields => ({ name, floors })

/** Adds a building to a project, or changes one: its rooms take the new name. */
export function BuildingForm({
  projectId,
  building,
  close,
}: {
  projectId: string
  building?: Building
  close: () => void
}) {
  const t = useTexts(texts)
  const [form] = Form.useForm<Fields>()
  const [newId] = useNewId('bldg')
  const { revision, notice } = useRevised({
    queryKey: ['buildings'],
    opened: building,
    form,
    fieldsOf,
    wordsOf: ({ name, floors }) => [
      [t('building.name'), name],
      [t('building.floors'), `${floors ?? ''}`],
    ],
  })
  const save = useChange({
    send: ({ name, floors = null }: Fields, send) =>
      building === undefined
        ? createBuilding({ projectId, buildingId: newId, name, floors }, send)
        : changeBuilding({ buildingId: building.id, revision, name, floors }, send),
    refreshes: registryKeys,
    form,
    done: t(building === undefined ? 'building.created' : 'building.changed'),
    onDone: close,
  })
  return (
    <FormDrawer<Fields>
      title={t(building === undefined ? 'building.create' : 'building.change')}
      about={building === undefined ? undefined : t('building.change.about', { rooms: building.rooms })}
      close={close}
      form={form}
      pending={save.isPending}
      initial={building === undefined ? {} : fieldsOf(building)}
      send={(fields) => save.mutate(fields)}
    >
      {notice}
      <Form.Item
        name="name"
        label={t('building.name')}
        extra={t('building.name.hint')}
        rules={[{ required: true }]}
      >
        <Input {...longestOf(createBuildingSchema.entries.name)} autoFocus />
      </Form.Item>
      <Form.Item name="floors" label={t('building.floors')}>
        <InputNumber min={1} max={300} precision={0} style={{ width: '100%' }} />
      </Form.Item>
    </FormDrawer>
  )
}
