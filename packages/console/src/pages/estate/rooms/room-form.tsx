import { createRoomSchema, roomStates, roomUses } from '@heju/core/estate/registry/shape'
import { rooms as texts } from './texts.ts'
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
import { BuildingSelect } from '../projects/building-select.tsx'
import { changeRoom, createRoom, type RoomDetail } from './api.ts'
import { AreaSince, sinceOf, useIsOtherArea, type AreaFields } from './area-since.tsx'

interface Fields extends AreaFields {
  buildingId: string
  unit?: string
  number: string
  floor?: number | null
  layout?: string
  innerArea?: number | null
  use?: (typeof roomUses)[number] | null
  state?: (typeof roomStates)[number] | null
  handedOverOn?: string
  remark?: string
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
    send: (fields: Fields, send) =>
      createRoom(
        {
          roomId,
          buildingId: fields.buildingId,
          unit: fields.unit?.trim() || null,
          number: fields.number,
          ...factsOf(fields),
        },
        send,
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
        <Input {...longestOf(createRoomSchema.entries.unit)} />
      </Form.Item>
      <Form.Item name="number" label={t('number')} extra={t('number.hint')} rules={[{ required: true }]}>
        <Input {...longestOf(createRoomSchema.entries.number)} />
      </Form.Item>
      <RoomFacts />
    </FormDrawer>
  )
}

/** Changes what is known of a room. */
export function ChangeRoom({ room, close }: { room: RoomDetail; close: () => void }) {
  const t = useTexts(texts)
  const [form] = Form.useForm<Fields>()
  const isOther = useIsOtherArea(room, form)
  const wordsOf = useRoomWords()
  const { revision, notice } = useRevised({ queryKey: ['rooms'], opened: room, form, fieldsOf, wordsOf })
  const change = useChange({
    send: (fields: Fields, send) =>
      changeRoom({ roomId: room.id, revision, ...factsOf(fields), ...sinceOf(room, fields) }, send),
    refreshes: registryKeys,
    form,
    fieldOf: { areaFromOn: isOther ? 'newFromOn' : 'presentFromOn' },
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
      {notice}
      <RoomFacts>
        <AreaSince room={room} isOther={isOther} />
      </RoomFacts>
    </FormDrawer>
  )
}

/** What is known of a room beside where it is, to be read. */
function useRoomWords(): (room: RoomDetail) => [label: string, words: string][] {
  const t = useTexts(texts)
  const r = useTexts(registryTexts)
  const area = (e2: number | null) => `${squareMetres(e2) ?? ''}`
  return (room) => [
    [t('builtArea'), area(room.builtAreaE2)],
    [t('area'), area(room.areaE2)],
    [t('innerArea'), area(room.innerAreaE2)],
    [t('use'), room.use === null ? '' : r(`use.${room.use}`)],
    [t('state'), room.state === null ? '' : r(`state.${room.state}`)],
    [t('floor'), `${room.floor ?? ''}`],
    [t('layout'), room.layout ?? ''],
    [t('handedOverOn'), room.handedOverOn ?? ''],
    [t('remark'), room.remark],
  ]
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
        <Select allowClear options={roomUses.map((value) => ({ value, label: r(`use.${value}`) }))} />
      </Form.Item>
      <Form.Item name="state" label={t('state')}>
        <Select allowClear options={roomStates.map((value) => ({ value, label: r(`state.${value}`) }))} />
      </Form.Item>
      <Form.Item name="floor" label={t('floor')}>
        <InputNumber min={-20} max={300} precision={0} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="layout" label={t('layout')}>
        <Input {...longestOf(createRoomSchema.entries.layout)} />
      </Form.Item>
      <Form.Item name="handedOverOn" label={t('handedOverOn')}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="remark" label={t('remark')}>
        <Input.TextArea {...longestOf(createRoomSchema.entries.remark)} autoSize={{ minRows: 2 }} />
      </Form.Item>
    </>
  )
}
