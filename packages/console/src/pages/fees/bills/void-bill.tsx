import { voidBillSchema } from '@heju/core/fees/billing/shape'
import { fees as texts } from './texts.ts'
import { formatYuan } from '@heju/kernel'
import { Form, Input } from 'antd'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { FormModal } from '../../../parts/form-modal.tsx'
import { useCommand } from '../../../parts/form.ts'
import { longestOf } from '../../../parts/longest-of.ts'
import type { Bill } from './api.ts'

/** Takes back a bill that should not have been made. */
export function VoidBill({ bill, close }: { bill: Bill; close: () => void }) {
  const t = useTexts(texts)
  const [form] = Form.useForm<{ reason: string }>()
  const change = useCommand({
    command: api.bills[':billId'].void.$post,
    asks: (json: { reason: string }) => ({ param: { billId: bill.id }, json }),
    refreshes: [['bills'], ['arrears']],
    form,
    done: t('void.done'),
    onDone: close,
  })
  const { payerName: payer, fee, period, amountFen } = bill
  return (
    <FormModal<{ reason: string }>
      title={`${t('void')} · ${bill.place}`}
      about={<p>{t('void.about', { payer, fee, period, amount: formatYuan(amountFen) })}</p>}
      close={close}
      form={form}
      pending={change.isPending}
      send={(fields) => change.mutate(fields)}
      action={t('void')}
      danger
    >
      <Form.Item name="reason" label={t('void.reason')} rules={[{ required: true, min: 2 }]}>
        <Input {...longestOf(voidBillSchema.entries.reason)} />
      </Form.Item>
    </FormModal>
  )
}
