import { tariffs as texts } from './texts.ts'
import { civilDateOf } from '@heju/kernel'
import { Form, Input } from 'antd'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useSession } from '../../../app/session.tsx'
import { useCommand } from '../../../parts/form.ts'
import { FormDrawer } from '../../../parts/form-drawer.tsx'
import { useNow } from '../../../parts/now.ts'
import { AlonePreview } from './end-preview.tsx'
import { lastDayFor, type Ending } from './endable.ts'
import { scopePreviews } from './scope-fields.tsx'

/** Ends by one of two tariffs what places are charged for the same; what was billed stays. */
export function EndCharge({ places, tariff, othersFrom, close }: Ending & { close: () => void }) {
  const t = useTexts(texts)
  const { company } = useSession()
  const [first] = places
  const of = places.length === 1 ? (first?.name ?? '') : t('double.places', { places: places.length })
  const lastDay = lastDayFor(othersFrom, civilDateOf(useNow(), company.zone))
  const scope = { kind: 'places' as const, ids: places.map(({ id }) => id) }
  const [form] = Form.useForm<{ toOn: string }>()
  const change = useCommand({
    command: api.tariffs[':tariffId'].assignments.end.$post,
    asks: ({ toOn }: { toOn: string }) => ({ param: { tariffId: tariff.id }, json: { scope, toOn } }),
    refreshes: [['tariffs'], ['charges']],
    outdated: { keys: [scopePreviews] },
    form,
    done: (ended) => t('unassign.done', { places: ended.places, day: ended.toOn }),
    onDone: close,
  })
  return (
    <FormDrawer
      title={`${t('double.end')} · ${tariff.name} · ${of}`}
      about={t('unassign.about')}
      close={close}
      form={form}
      pending={change.isPending}
      initial={{ toOn: lastDay }}
      send={(fields) => change.mutate(fields)}
    >
      <Form.Item name="toOn" label={t('unassign.lastDay')} rules={[{ required: true }]}>
        <Input type="date" />
      </Form.Item>
      {/* What it is calculated by is asked for to tell rooms from spaces alone. */}
      <AlonePreview
        tariff={{ ...tariff, basis: first?.kind === 'parking' ? 'parking_space' : 'room' }}
        scope={scope}
      />
    </FormDrawer>
  )
}
