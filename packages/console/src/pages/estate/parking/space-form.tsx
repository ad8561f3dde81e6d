import { createParkingSpaceSchema, parkingKinds, tenures } from '@heju/core/estate/registry/shape'
import { parking as texts } from './texts.ts'
import { registryTexts } from '@heju/core/estate/registry/texts'
import { Form, Input, InputNumber, Select } from 'antd'
import { useTexts } from '../../../app/language.tsx'
import { areaE2, squareMetres } from '../../../parts/area.ts'
import { FormDrawer } from '../../../parts/form-drawer.tsx'
import { useChange } from '../../../parts/form.ts'
import { useNewId } from '../../../parts/ids.ts'
import { registryKeys } from '../../../parts/registry-keys.ts'
import { longestOf } from '../../../parts/longest-of.ts'
import { useRevised } from '../../../parts/revised.tsx'
import { changeSpace, createSpace, type SpaceDetail } from './api.ts'

interface Fields {
  lot?: string
  code: string
  kind?: (typeof parkingKinds)[number] | null
  tenure?: (typeof tenures)[number] | null
  area?: number | null
}

function fieldsOf({ lot, code, kind, tenure, areaE2: area }: SpaceDetail): Fields {
  return { lot, code, kind, tenure, area: squareMetres(area) }
}

/** Adds a parking space to a project, or changes what is known of one. */
export function SpaceForm({
  projectId,
  space,
  close,
  onCreated,
}: {
  projectId: string
  space?: SpaceDetail
  close: () => void
  onCreated?: (parkingSpaceId: string) => void
}) {
  const t = useTexts(texts)
  const r = useTexts(registryTexts)
  const [form] = Form.useForm<Fields>()
  const [newId] = useNewId('park')
  const { revision, notice } = useRevised({
    queryKey: ['spaces'],
    opened: space,
    form,
    fieldsOf,
    wordsOf: ({ lot, code, kind, tenure, areaE2: area }) => [
      [t('lot'), lot],
      [t('code'), code],
      [t('kind'), kind === null ? '' : r(`parking.${kind}`)],
      [t('tenure'), tenure === null ? '' : r(`tenure.${tenure}`)],
      [t('area'), `${squareMetres(area) ?? ''}`],
    ],
  })
  const save = useChange({
    send: ({ lot = '', code, kind = null, tenure = null, area }: Fields, send) => {
      const facts = { lot, code, kind: kind ?? null, tenure: tenure ?? null, areaE2: areaE2(area) }
      return space === undefined
        ? createSpace({ projectId, parkingSpaceId: newId, ...facts }, send)
        : changeSpace({ parkingSpaceId: space.id, revision, ...facts }, send)
    },
    refreshes: registryKeys,
    form,
    fieldOf: { 'registry.space_taken': 'code' },
    done: t(space === undefined ? 'created' : 'changed'),
    onDone: () => {
      close()
      if (space === undefined) onCreated?.(newId)
    },
  })
  return (
    <FormDrawer<Fields>
      title={space === undefined ? t('create') : `${t('change')} · ${space.code}`}
      about={space === undefined ? undefined : t('change.about')}
      close={close}
      form={form}
      pending={save.isPending}
      initial={space === undefined ? {} : fieldsOf(space)}
      send={(fields) => save.mutate(fields)}
    >
      {notice}
      <Form.Item name="lot" label={t('lot')} extra={t('lot.hint')}>
        <Input {...longestOf(createParkingSpaceSchema.entries.lot)} />
      </Form.Item>
      <Form.Item name="code" label={t('code')} rules={[{ required: true }]}>
        <Input {...longestOf(createParkingSpaceSchema.entries.code)} />
      </Form.Item>
      <Form.Item name="kind" label={t('kind')}>
        <Select allowClear options={parkingKinds.map((value) => ({ value, label: r(`parking.${value}`) }))} />
      </Form.Item>
      <Form.Item name="tenure" label={t('tenure')}>
        <Select allowClear options={tenures.map((value) => ({ value, label: r(`tenure.${value}`) }))} />
      </Form.Item>
      <Form.Item name="area" label={t('area')}>
        <InputNumber min={0.01} max={1_000_000} precision={2} style={{ width: '100%' }} />
      </Form.Item>
    </FormDrawer>
  )
}
