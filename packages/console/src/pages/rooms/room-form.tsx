import { rooms as texts } from '@heju/i18n/console/rooms'
import { registryTexts } from '@heju/i18n/texts/registry'
import { Form, Input, InputNumber, Radio, Select } from 'antd'
import { useTexts } from '../../app/language.tsx'
import { useMustChoose } from '../../parts/must-choose.ts'
import { areaE2, squareMetres } from '../../parts/area.ts'
import { FormDrawer } from '../../parts/form-drawer.tsx'
import { useChange } from '../../parts/form.ts'
import { useNewId } from '../../parts/ids.ts'
import { registryKeys } from '../../parts/registry-keys.ts'
import { BuildingSelect } from '../projects/building-select.tsx'
import { changeRoom, createRoom, type RoomDetail } from './api.ts'

const uses = [
  'residence',
  'apartment',
  'villa',
  'office',
  'shop',
  'dormitory',
  'storage',
  'industrial',
  'public',
  'other',
] as const
/** States of a room, in the order in which it goes through them. */
export const states = ['unsold', 'sold', 'vacant', 'renovating', 'occupied', 'let'] as const

interface Fields {
  buildingId: string
  unit?: string
  number: string
  floor?: number | null
  layout?: string
  builtArea?: number | null
  innerArea?: number | null
  chargeArea?: number | null
  use?: (typeof uses)[number] | null
  state?: (typeof states)[number] | null
  handedOverOn?: string
  remark?: string
  /** Whether another area to reckon fees by came about on a day, or the one before was a mistake. */
  areaChange?: 'day' | 'mistake'
  areaFromOn?: string
}

/** What is known of a room beside where it is, as the API takes it. */
function factsOf(fields: Fields) {
  const { floor, layout, builtArea, innerArea, chargeArea, use, state, handedOverOn, remark } = fields
  return {
    floor: floor ?? null,
    layout: layout?.trim() || null,
    builtAreaE2: areaE2(builtArea),
    innerAreaE2: areaE2(innerArea),
    chargeAreaE2: areaE2(chargeArea),
    use: use ?? null,
    state: state ?? null,
    handedOverOn: handedOverOn || null,
    remark: remark ?? '',
  }
}

function fieldsOf(room: RoomDetail): Partial<Fields> {
  return {
    floor: room.floor,
    layout: room.layout ?? '',
    builtArea: squareMetres(room.builtAreaE2),
    innerArea: squareMetres(room.innerAreaE2),
    // Where nothing else was agreed fees go by the built area, and by a corrected one from then on.
    chargeArea: room.areaE2 === room.builtAreaE2 ? null : squareMetres(room.areaE2),
    use: room.use,
    state: room.state,
    handedOverOn: room.handedOverOn ?? '',
    remark: room.remark,
  }
}

/** Adds a room to a project. */
export function NewRoom({
  projectId,
  buildingId,
  close,
  onCreated,
}: {
  projectId: string
  buildingId: string | undefined
  close: () => void
  onCreated: (roomId: string) => void
}) {
  const t = useTexts(texts)
  const [form] = Form.useForm<Fields>()
  const [roomId] = useNewId('room')
  const create = useChange({
    send: (fields: Fields, requestId) =>
      createRoom(
        {
          roomId,
          buildingId: fields.buildingId,
          unit: fields.unit?.trim() || null,
          number: fields.number,
          ...factsOf(fields),
        },
        requestId,
      ),
    refreshes: registryKeys,
    form,
    done: t('created'),
    onDone: () => {
      close()
      onCreated(roomId)
    },
  })
  return (
    <FormDrawer<Fields>
      title={t('create')}
      close={close}
      form={form}
      pending={create.isPending}
      initial={{ use: 'residence', ...(buildingId === undefined ? {} : { buildingId }) }}
      send={(fields) => create.mutate(fields)}
    >
      <Form.Item name="buildingId" label={t('building')} rules={[{ required: true }]}>
        <BuildingSelect projectId={projectId} />
      </Form.Item>
      <Form.Item name="unit" label={t('unit')} extra={t('unit.hint')}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="number" label={t('number')} extra={t('number.hint')} rules={[{ required: true }]}>
        <Input maxLength={40} />
      </Form.Item>
      <RoomFacts />
    </FormDrawer>
  )
}

/** Changes what is known of a room. */
export function ChangeRoom({ room, close }: { room: RoomDetail; close: () => void }) {
  const t = useTexts(texts)
  const [form] = Form.useForm<Fields>()
  const change = useChange({
    send: (fields: Fields, requestId) => {
      const { areaChange, areaFromOn } = fields
      const since = areaChange && { areaFromOn: areaChange === 'mistake' ? null : areaFromOn }
      return changeRoom({ roomId: room.id, ...factsOf(fields), ...since }, requestId)
    },
    refreshes: registryKeys,
    form,
    done: t('changed'),
    onDone: close,
  })
  return (
    <FormDrawer<Fields>
      title={`${t('change')} · ${room.name}`}
      about={t('change.about')}
      close={close}
      form={form}
      pending={change.isPending}
      initial={fieldsOf(room)}
      send={(fields) => change.mutate(fields)}
    >
      <RoomFacts>
        <AreaSince areaE2={room.areaE2} />
      </RoomFacts>
    </FormDrawer>
  )
}

/** Asked once the area to reckon fees by becomes another than it is: since when, or whether it was entered wrongly. */
function AreaSince({ areaE2: before }: { areaE2: number | null }) {
  const t = useTexts(texts)
  const mustChoose = useMustChoose()
  const built = Form.useWatch<number | null | undefined>('builtArea')
  const charged = Form.useWatch<number | null | undefined>('chargeArea')
  const change = Form.useWatch<Fields['areaChange']>('areaChange')
  // Nothing is watched before the form's first picture.
  if (built === undefined || before === null || (areaE2(charged) ?? areaE2(built)) === before) return null
  return (
    <>
      <Form.Item
        name="areaChange"
        label={t('areaSince')}
        extra={t('areaSince.hint', { before: squareMetres(before) })}
        rules={mustChoose}
      >
        <Radio.Group
          options={(['day', 'mistake'] as const).map((value) => ({ value, label: t(`areaSince.${value}`) }))}
        />
      </Form.Item>
      {change === 'day' && (
        <Form.Item name="areaFromOn" label={t('areaFromOn')} rules={[{ required: true }]}>
          <Input type="date" />
        </Form.Item>
      )}
    </>
  )
}

function RoomFacts({ children }: { children?: React.ReactNode }) {
  const t = useTexts(texts)
  const r = useTexts(registryTexts)
  const area = { min: 0.01, max: 1_000_000, precision: 2, style: { width: '100%' } }
  return (
    <>
      <Form.Item name="builtArea" label={t('builtArea')}>
        <InputNumber {...area} />
      </Form.Item>
      <Form.Item name="chargeArea" label={t('area')} extra={t('area.hint')}>
        <InputNumber {...area} />
      </Form.Item>
      {children}
      <Form.Item name="innerArea" label={t('innerArea')}>
        <InputNumber {...area} />
      </Form.Item>
      <Form.Item name="use" label={t('use')} extra={t('use.hint')}>
        <Select allowClear options={uses.map((value) => ({ value, label: r(`use.${value}`) }))} />
      </Form.Item>
      <Form.Item name="state" label={t('state')}>
        <Select allowClear options={states.map((value) => ({ value, label: r(`state.${value}`) }))} />
      </Form.Item>
      <Form.Item name="floor" label={t('floor')}>
        <InputNumber min={-20} max={300} precision={0} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="layout" label={t('layout')}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="handedOverOn" label={t('handedOverOn')}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="remark" label={t('remark')}>
        <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
      </Form.Item>
    </>
  )
}
