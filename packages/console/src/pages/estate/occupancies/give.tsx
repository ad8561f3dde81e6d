import { occupancies as texts } from './texts.ts'
import { civilDateOf } from '@heju/kernel'
import { Form } from 'antd'
import { useState } from 'react'
import { useTexts } from '../../../app/language.tsx'
import { useSession } from '../../../app/session.tsx'
import { useMustChoose } from '../../../parts/must-choose.ts'
import { FormDrawer } from '../../../parts/form-drawer.tsx'
import { useChange } from '../../../parts/form.ts'
import { useNewId } from '../../../parts/ids.ts'
import { registryKeys } from '../../../parts/registry-keys.ts'
import { giveOccupancy, type NamedPlace } from './api.ts'
import { OccupancyFields, occupancyOf, type OccupancyFieldValues } from './occupancy-fields.tsx'
import { PersonField } from './person-field.tsx'
import { PlaceField, placeOf } from './place-field.tsx'

interface Fields extends OccupancyFieldValues {
  personId: string
  placeId: string
}

/** Says what somebody is to a place: asked from the place's page for whom, from the person's page for where. */
export function GiveOccupancy({
  projectId,
  at,
  of,
  close,
}: {
  projectId: string
  at?: NamedPlace & { owned: boolean }
  of?: { personId: string; name: string }
  close: () => void
}) {
  const t = useTexts(texts)
  const mustChoose = useMustChoose()
  const { company } = useSession()
  const [form] = Form.useForm<Fields>()
  const [occupancyId] = useNewId('occ')
  const [initial] = useState<Partial<Fields>>(() => ({
    role: at?.owned === true ? 'tenant' : 'owner',
    fromOn: civilDateOf(Date.now(), company.zone),
  }))
  const placeId = Form.useWatch('placeId', form) ?? at?.place.id
  const give = useChange({
    send: ({ personId, placeId: chosen, ...fields }: Fields, send) =>
      giveOccupancy(
        {
          occupancyId,
          personId: of?.personId ?? personId,
          place: at?.place ?? placeOf(chosen),
          ...occupancyOf(fields),
        },
        send,
      ),
    refreshes: registryKeys,
    form,
    done: t('given'),
    onDone: close,
  })
  return (
    <FormDrawer<Fields>
      title={`${t('give')} · ${at?.name ?? of?.name ?? ''}`}
      about={at?.owned === true ? t('give.owned') : undefined}
      close={close}
      form={form}
      pending={give.isPending}
      initial={initial}
      send={(fields) => give.mutate(fields)}
    >
      {of === undefined && (
        <Form.Item name="personId" label={t('person')} rules={mustChoose}>
          <PersonField projectId={projectId} />
        </Form.Item>
      )}
      {at === undefined && (
        <Form.Item name="placeId" label={t('place')} rules={mustChoose}>
          <PlaceField projectId={projectId} />
        </Form.Item>
      )}
      <OccupancyFields kind={placeId === undefined ? undefined : placeOf(placeId).kind} />
    </FormDrawer>
  )
}
