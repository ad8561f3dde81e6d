import { occupancies as texts } from '@heju/i18n/console/occupancies'
import { Form } from 'antd'
import { useTexts } from '../../app/language.tsx'
import { FormDrawer } from '../../parts/form-drawer.tsx'
import { useChange } from '../../parts/form.ts'
import { registryKeys } from '../../parts/registry-keys.ts'
import { changeOccupancy, type Occupancy, type Place } from './api.ts'
import { fieldsOf, OccupancyFields, occupancyOf, type OccupancyFieldValues } from './occupancy-fields.tsx'

/** Corrects what was written down wrong of somebody at a place. */
export function CorrectOccupancy({
  occupancy,
  kind,
  name,
  close,
}: {
  occupancy: Occupancy
  kind: Place['kind']
  /** Who, or where: what the page does not say already. */
  name: string
  close: () => void
}) {
  const t = useTexts(texts)
  const [form] = Form.useForm<OccupancyFieldValues>()
  const change = useChange({
    send: (fields: OccupancyFieldValues, requestId) =>
      changeOccupancy({ occupancyId: occupancy.occupancyId, ...occupancyOf(fields) }, requestId),
    refreshes: registryKeys,
    form,
    done: t('corrected'),
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
      <OccupancyFields kind={kind} />
    </FormDrawer>
  )
}
