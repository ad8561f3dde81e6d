import { occupancies as texts } from './texts.ts'
import { Form } from 'antd'
import { useTexts } from '../../../app/language.tsx'
import { FormDrawer } from '../../../parts/form-drawer.tsx'
import { useChange } from '../../../parts/form.ts'
import { useRevised } from '../../../parts/revised.tsx'
import { registryKeys } from '../../../parts/registry-keys.ts'
import { useMay } from '../../../app/session.tsx'
import { readCharges } from '../../fees/tariffs/api.ts'
import { changeOccupancy, type Occupancy, type Somebody } from './api.ts'
import { goesOnAfter } from './goes-on-after.ts'
import {
  fieldsOf,
  OccupancyFields,
  occupancyOf,
  useOccupancyWords,
  type OccupancyFieldValues,
} from './occupancy-fields.tsx'

/** Corrects what was written down wrong of somebody at a place. */
export function CorrectOccupancy({
  occupancy,
  of,
  name,
  close,
}: {
  occupancy: Occupancy
  of: Somebody
  /** Who, or where: what the page does not say already. */
  name: string
  close: () => void
}) {
  const t = useTexts(texts)
  const may = useMay()
  const [form] = Form.useForm<OccupancyFieldValues>()
  const wordsOf = useOccupancyWords()
  const { revision, notice } = useRevised({
    // It stands on the page of its person and on that of its place.
    queryKey: [],
    idOf: ({ occupancyId }) => occupancyId,
    opened: occupancy,
    form,
    fieldsOf,
    wordsOf,
  })
  const change = useChange({
    send: async (fields: OccupancyFieldValues, send) => {
      const corrected = occupancyOf(fields)
      await changeOccupancy({ occupancyId: occupancy.occupancyId, revision, ...corrected }, send)
      if (occupancy.toOn === null || !isLater(corrected.toOn, occupancy.toOn) || !may('tariffs.read')) return
      // It is corrected by now: that the agreements cannot be read changes nothing of that.
      const charges = await readCharges(of.place).catch(() => undefined)
      return goesOnAfter(charges?.agreements ?? [], { personId: of.personId, lastDay: occupancy.toOn })
    },
    refreshes: registryKeys,
    form,
    done: (agreement) =>
      agreement === undefined
        ? t('corrected')
        : agreement.toOn === null
          ? t('corrected.agreement')
          : t('corrected.agreementTo', { to: agreement.toOn }),
    onDone: close,
  })
  return (
    <FormDrawer<OccupancyFieldValues>
      title={`${t('correct')} · ${name}`}
      about={t('correct.about')}
      close={close}
      form={form}
      pending={change.isPending}
      initial={fieldsOf(occupancy)}
      send={(fields) => change.mutate(fields)}
    >
      {notice}
      <OccupancyFields kind={of.place.kind} />
    </FormDrawer>
  )
}

/** Whether a last day was made later or taken away. */
function isLater(day: string | null, before: string): boolean {
  return day === null || day > before
}
