import { createAreaSchema, stewardPermissions, type AreaKind } from '@heju/core/estate/areas/shape'
import { Form, Input, Select } from 'antd'
import { useState } from 'react'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { FormDrawer } from '../../../parts/form-drawer.tsx'
import { useChange } from '../../../parts/form.ts'
import { useNewId } from '../../../parts/ids.ts'
import { longestOf } from '../../../parts/longest-of.ts'
import { useToday } from '../../../parts/organisation.ts'
import { useRevised } from '../../../parts/revised.tsx'
import { useColleaguesWho } from '../../desk/complaints/holders.ts'
import type { AreaDetail } from './api.ts'
import { PlacesSelect } from './places-select.tsx'
import { areas as texts } from './texts.ts'

interface Fields {
  name: string
  places?: string[]
  stewardId?: string
  standInId?: string
  fromOn: string
}

/** Makes an area, or changes one: its name at once, the rest from a day on. */
export function AreaForm({
  projectId,
  kind,
  area,
  close,
  onDone,
}: {
  projectId: string
  kind: AreaKind
  area?: AreaDetail
  close: () => void
  onDone?: (areaId: string) => void
}) {
  const t = useTexts(texts)
  const [form] = Form.useForm<Fields>()
  const [newId] = useNewId('area')
  const today = useToday()
  const [initial] = useState<Partial<Fields>>({ fromOn: today, ...(area && fieldsOf(area)) })
  const { revision, notice } = useRevised({
    queryKey: ['areas'],
    opened: area,
    form,
    fieldsOf,
    wordsOf: ({ name, places, steward, standIn }) => [
      [t('column.name'), name],
      [t('places'), places.map((place) => place.name).join('、')],
      [t(`holder.${kind}`), steward?.name ?? ''],
      [t('standIn'), standIn?.name ?? ''],
    ],
  })
  const save = useChange({
    send: async ({ name, places = [], stewardId = null, standInId = null, fromOn }: NullableFields, send) => {
      const said = { name, places, stewardId, standInId, fromOn }
      if (area !== undefined)
        return send(api.areas[':areaId'].$put, { param: { areaId: area.id }, json: { ...said, revision } })
      return send(api.areas.$post, { json: { areaId: newId, projectId, kind, ...said } })
    },
    refreshes: [['areas']],
    form,
    fieldOf: {
      'areas.name_taken': 'name',
      'areas.place_not_found': 'places',
      'areas.day_past': 'fromOn',
      'areas.steward_cannot': 'stewardId',
    },
    onDone: ({ areaId }) => {
      close()
      onDone?.(areaId)
    },
  })
  const able = useColleaguesWho(stewardPermissions[kind], projectId)
  // Who has it stays readable where they may not be given it any more.
  const shown = [area?.steward, area?.standIn].filter((one) => one !== undefined && one !== null)
  const who = [
    ...new Map([...shown, ...able].map(({ id, name }) => [id, { value: id, label: name }])).values(),
  ]
  const people = { allowClear: true, showSearch: { optionFilterProp: 'label' }, options: who }
  return (
    <FormDrawer<Fields>
      title={t(area === undefined ? 'create' : 'changeTitle')}
      close={close}
      form={form}
      pending={save.isPending}
      initial={initial}
      send={(fields) => save.mutate(fields)}
    >
      {notice}
      <Form.Item name="name" label={t('column.name')} rules={[{ required: true }]}>
        <Input {...longestOf(createAreaSchema.entries.name)} />
      </Form.Item>
      <Form.Item name="places" label={t('places')} extra={t('places.hint')}>
        <PlacesSelect projectId={projectId} kind={kind} {...(area !== undefined && { areaId: area.id })} />
      </Form.Item>
      <Form.Item name="stewardId" label={t(`holder.${kind}`)}>
        <Select {...people} />
      </Form.Item>
      <Form.Item name="standInId" label={t('standIn')} extra={t('standIn.hint')}>
        <Select {...people} />
      </Form.Item>
      <Form.Item name="fromOn" label={t('fromOn')} extra={t('fromOn.hint')} rules={[{ required: true }]}>
        <Input type="date" min={today} />
      </Form.Item>
    </FormDrawer>
  )
}

function fieldsOf({ name, places, steward, standIn }: AreaDetail): Omit<Fields, 'fromOn'> {
  return {
    name,
    places: places.map(({ id }) => id),
    ...(steward !== null && { stewardId: steward.id }),
    ...(standIn !== null && { standInId: standIn.id }),
  }
}

/** What is emptied is no person. */
type NullableFields = Omit<Fields, 'stewardId' | 'standInId'> & {
  stewardId?: string | null
  standInId?: string | null
}
