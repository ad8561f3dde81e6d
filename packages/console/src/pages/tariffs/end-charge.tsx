import { tariffs as texts } from '@heju/i18n/console/tariffs'
import { addDays, civilDateOf } from '@heju/kernel'
import { Form, Input } from 'antd'
import { api, call } from '../../app/api.ts'
import { useTexts } from '../../app/language.tsx'
import { useSession } from '../../app/session.tsx'
import { useChange } from '../../parts/form.ts'
import { FormDrawer } from '../../parts/form-drawer.tsx'
import { useNow } from '../../parts/now.ts'
import type { DoubleCharge } from './double-charges.tsx'

/** Ends by one of two tariffs what a place is charged for the same; what was billed stays. */
export function EndCharge({
  charge: { place },
  tariff,
  close,
}: {
  charge: DoubleCharge
  tariff: DoubleCharge['tariffs'][number]
  close: () => void
}) {
  const t = useTexts(texts)
  const { company } = useSession()
  const yesterday = addDays(civilDateOf(useNow(), company.zone), -1)
  const [form] = Form.useForm<{ toOn: string }>()
  const change = useChange({
    send: ({ toOn }: { toOn: string }, requestId) =>
      call(
        api.tariffs[':tariffId'].assignments.end.$post({
          param: { tariffId: tariff.id },
          header: { 'idempotency-key': requestId },
          json: { scope: { kind: 'places', ids: [place.id] }, toOn },
        }),
      ),
    refreshes: [['tariffs'], ['charges']],
    form,
    done: t('double.ended'),
    onDone: close,
  })
  return (
    <FormDrawer
      title={`${t('double.end')} · ${tariff.name} · ${place.name}`}
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
