import { rooms as texts } from './texts.ts'
import { Alert, Form, Input, Radio, type FormInstance } from 'antd'
import { useTexts } from '../../../app/language.tsx'
import { areaE2, squareMetres } from '../../../parts/area.ts'
import { useMustChoose } from '../../../parts/must-choose.ts'
import type { RoomDetail } from './api.ts'
import { lostAreas } from './lost-areas.ts'

/** What a form knows of the area to calculate fees by, and since when it holds. */
export interface AreaFields {
  builtArea?: number | null
  chargeArea?: number | null
  /** Of another area: whether it came about on a day, or the present stretch or all of before was a mistake. */
  areaChange?: 'day' | 'present' | 'mistake'
  newFromOn?: string
  /** Of the area that stays: its first day, put right. */
  presentFromOn?: string
}

type Known = Pick<RoomDetail, 'areaE2' | 'areaFromOn' | 'earlierAreas'>

const chargedE2 = ({ builtArea, chargeArea }: AreaFields) => areaE2(chargeArea) ?? areaE2(builtArea)

/** Whether the form holds another area to calculate fees by than the room has. */
export function useIsOtherArea(room: Known, form: FormInstance): boolean {
  const builtArea = Form.useWatch<number | null | undefined>('builtArea', form)
  const chargeArea = Form.useWatch<number | null | undefined>('chargeArea', form)
  // Nothing is watched before the form's first picture.
  return builtArea !== undefined && chargedE2({ builtArea, chargeArea }) !== room.areaE2
}

/** The first day of the area as the API takes it; nothing where the form says nothing of it. */
export function sinceOf(room: Known, fields: AreaFields): { areaFromOn?: string | null } {
  const { areaChange, newFromOn, presentFromOn } = fields
  if (chargedE2(fields) === room.areaE2)
    return presentFromOn && presentFromOn !== room.areaFromOn ? { areaFromOn: presentFromOn } : {}
  if (areaChange === 'day') return newFromOn === undefined ? {} : { areaFromOn: newFromOn }
  if (areaChange === 'present') return { areaFromOn: room.areaFromOn }
  return areaChange === 'mistake' ? { areaFromOn: null } : {}
}

/**
 * Asked once the area to calculate fees by becomes another than it is: since when, or whether it was entered wrongly. Of one
 * that stays the first day can be put right, where another is known before it.
 */
export function AreaSince({ room, isOther }: { room: Known; isOther: boolean }) {
  const t = useTexts(texts)
  const mustChoose = useMustChoose()
  const change = Form.useWatch<AreaFields['areaChange']>('areaChange')
  const present = Form.useWatch<AreaFields['presentFromOn']>('presentFromOn')
  const next = Form.useWatch<AreaFields['newFromOn']>('newFromOn')
  const { areaE2: before, areaFromOn } = room
  const builtArea = Form.useWatch<AreaFields['builtArea']>('builtArea')
  const chargeArea = Form.useWatch<AreaFields['chargeArea']>('chargeArea')
  const isKnown = chargedE2({ ...(builtArea && { builtArea }), ...(chargeArea && { chargeArea }) }) !== null
  if (!isOther)
    return (
      areaFromOn !== null && (
        <>
          <Form.Item
            name="presentFromOn"
            label={t('presentFromOn')}
            extra={t('presentFromOn.hint')}
            initialValue={areaFromOn}
            preserve={false}
            rules={[{ required: true }]}
          >
            <Input type="date" />
          </Form.Item>
          <Lost room={room} day={present} isOther={false} isKnown={before !== null} />
        </>
      )
    )
  if (before === null && areaFromOn === null) return null
  const choices = [
    { value: 'day' as const, label: t('areaSince.day') },
    ...(areaFromOn === null
      ? []
      : [{ value: 'present' as const, label: t('areaSince.present', { from: areaFromOn }) }]),
    {
      value: 'mistake' as const,
      label: t(areaFromOn === null ? 'areaSince.mistake' : 'areaSince.always'),
    },
  ]
  return (
    <>
      <Form.Item
        name="areaChange"
        label={t('areaSince')}
        extra={
          before === null ? t('areaSince.unknown') : t('areaSince.hint', { before: squareMetres(before) })
        }
        rules={mustChoose}
      >
        <Radio.Group style={{ display: 'grid', gap: 8 }} options={choices} />
      </Form.Item>
      {change === 'day' && (
        <>
          <Form.Item name="newFromOn" label={t('areaFromOn')} rules={[{ required: true }]}>
            <Input type="date" />
          </Form.Item>
          <Lost room={room} day={next} isOther isKnown={isKnown} />
        </>
      )}
    </>
  )
}

/** Says before it is saved which areas on record a first day does away with, and by what their days are billed then, if they are. */
function Lost({
  room,
  day,
  isOther,
  isKnown,
}: {
  room: Known
  day: string | undefined
  isOther: boolean
  /** Whether an area is given instead. */
  isKnown: boolean
}) {
  const t = useTexts(texts)
  const lost = day ? lostAreas(room, day, isOther) : []
  if (lost.length === 0) return null
  const areas = lost.map(({ areaE2: area, fromOn: from }) =>
    area === null ? t('areas.lost.none', { from }) : t('areas.lost.one', { area: squareMetres(area)!, from }),
  )
  const title = t(isKnown ? 'areas.lost' : 'areas.lost.unknown', { areas })
  return <Alert type="warning" showIcon title={title} style={{ marginBottom: 24 }} />
}
