import {
  commonKinds,
  createCommonPlaceSchema,
  nameOfCommonPlace,
  type CommonKind,
} from '@heju/core/estate/places/shape'
import { Form, Input, InputNumber, Select } from 'antd'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { FormDrawer } from '../../../parts/form-drawer.tsx'
import { useChange } from '../../../parts/form.ts'
import { useNewId } from '../../../parts/ids.ts'
import { longestOf } from '../../../parts/longest-of.ts'
import { useMustChoose } from '../../../parts/must-choose.ts'
import { useRevised } from '../../../parts/revised.tsx'
import { placeKeys, type CommonPlace, type ParentPlace } from './api.ts'
import { nameOfParent, useParents } from './parents.ts'
import { places as texts } from './texts.ts'

interface Fields {
  under: string
  kind: CommonKind
  name: string
  floor?: number | null
}

/** Puts a common place on record, or changes one. */
export function PlaceForm({
  projectId,
  place,
  close,
}: {
  projectId: string
  place?: CommonPlace
  close: () => void
}) {
  const t = useTexts(texts)
  const [form] = Form.useForm<Fields>()
  const [newId] = useNewId('place')
  const parents = useParents(projectId)
  const mustChoose = useMustChoose()
  const { revision, notice } = useRevised({
    queryKey: ['common-places'],
    opened: place,
    form,
    fieldsOf,
    wordsOf: ({ kind, wholeName, retiredAt }) => [
      [t('kind'), t(`common.${kind}`)],
      [t('wholeName'), wholeName],
      [t('state'), t(retiredAt === null ? 'state.used' : 'state.retired')],
    ],
  })
  const save = useChange({
    send: async ({ floor = null, ...said }: Fields, send) => {
      const json = { ...said, floor }
      if (place === undefined)
        return send(api.places.common.$post, { json: { commonPlaceId: newId, ...json } })
      const param = { commonPlaceId: place.id }
      return send(api.places.common[':commonPlaceId'].$put, { param, json: { ...json, revision } })
    },
    refreshes: placeKeys,
    form,
    fieldOf: { 'places.name_taken': 'name', 'places.parent_not_found': 'under' },
    done: t(place === undefined ? 'created' : 'saved'),
    onDone: close,
  })
  // A kind is the name of most: it is put there as long as nobody has given another.
  const nameAfter = (kind: CommonKind) => {
    const name = form.getFieldValue('name') as string | undefined
    const isOwn =
      name !== undefined && name !== '' && !commonKinds.some((each) => t(`common.${each}`) === name)
    if (!isOwn && kind !== 'other') form.setFieldValue('name', t(`common.${kind}`))
  }
  return (
    <FormDrawer<Fields>
      title={place === undefined ? t('create') : `${t('change')} · ${place.wholeName}`}
      about={place === undefined ? undefined : t('change.about')}
      close={close}
      form={form}
      pending={save.isPending}
      initial={place === undefined ? { under: projectId } : fieldsOf(place)}
      send={(fields) => save.mutate(fields)}
    >
      {notice}
      <Form.Item name="kind" label={t('kind')} rules={mustChoose}>
        <Select
          autoFocus
          showSearch={{ optionFilterProp: 'label' }}
          onChange={nameAfter}
          options={commonKinds.map((value) => ({ value, label: t(`common.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="under" label={t('under')} rules={mustChoose}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          loading={parents === undefined}
          options={[
            { value: projectId, label: t('under.project') },
            ...(parents ?? []).map((each) => ({ value: each.id, label: nameOfParent(each) })),
          ]}
        />
      </Form.Item>
      <Form.Item name="floor" label={t('floor')} extra={t('floor.hint')}>
        <InputNumber min={-20} max={300} precision={0} style={{ width: '100%' }} />
      </Form.Item>
      <NameField parents={parents ?? []} />
    </FormDrawer>
  )
}

function fieldsOf({ unitId, buildingId, projectId, kind, name, floor }: CommonPlace): Fields {
  return { under: unitId ?? buildingId ?? projectId, kind, name, floor }
}

/** Its own name, and below it the whole one that people will read. */
function NameField({ parents }: { parents: readonly ParentPlace[] }) {
  const t = useTexts(texts)
  const { under, floor = null, name = '' } = Form.useWatch((fields: Partial<Fields>) => fields) ?? {}
  const parent = parents.find(({ id }) => id === under)
  const { building = null, unit = null } = parent ?? {}
  const whole = nameOfCommonPlace({ building, unit, floor, name: name.trim() })
  return (
    <Form.Item
      name="name"
      label={t('name')}
      rules={[{ required: true, whitespace: true }]}
      {...(name.trim() !== '' && { extra: t('name.hint', { name: whole }) })}
    >
      <Input {...longestOf(createCommonPlaceSchema.entries.name)} />
    </Form.Item>
  )
}
