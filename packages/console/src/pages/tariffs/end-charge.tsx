import { tariffs as texts } from '@heju/i18n/console/tariffs'
import { addDays, civilDateOf } from '@heju/kernel'
import { Form, Input } from 'antd'
import { api, call } from '../../app/api.ts'
import { useTexts } from '../../app/language.tsx'
import { useSession } from '../../app/session.tsx'
import { useChange } from '../../parts/form.ts'
import { FormDrawer } from '../../parts/form-drawer.tsx'
import { useNow } from '../../parts/now.ts'

/** Ends by one of two tariffs what places are charged for the same; what was billed stays. */
export function EndCharge({
  places,
  tariff,
  close,
}: {
  places: readonly { id: string; name: string }[]
  tariff: { id: string; name: string }
  close: () => void
}) {
  const t = useTexts(texts)
  const { company } = useSession()
  const [first] = places
  const of = places.length === 1 ? (first?.name ?? '') : t('double.places', { places: places.length })
  const yesterday = addDays(civilDateOf(useNow(), company.zone), -1)
  const [form] = Form.useForm<{ toOn: string }>()
  const change = useChange({
    send: ({ toOn }: { toOn: string }, requestId) =>
      call(
        api.tariffs[':tariffId'].assignments.end.$post({
          param: { tariffId: tariff.id },
          header: { 'idempotency-key': requestId },
          json: { scope: { kind: 'places', ids: places.map(({ id }) => id) }, toOn },
        }),
      ),
    refreshes: [['tariffs'], ['charges']],
    form,
    done: t('double.ended'),
    onDone: close,
  })
  return (
    <FormDrawer
      title={`${t('double.end')} · ${tariff.name} · ${of}`}
      about={t('unassign.about')}
      close={close}
      form={form}
      pending={change.isPending}
      initial={{ toOn: yesterday }}
      send={(fields) => change.mutate(fields)}
    >
      <Form.Item name="toOn" label={t('unassign.lastDay')} rules={[{ required: true }]}>
        <Input type="date" />
      </Form.Item>
    </FormDrawer>
  )
}
