import { reversePaymentSchema } from '@heju/core/fees/payments/shape'
import { fees as texts } from '../bills/texts.ts'
import { Form, Input } from 'antd'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { FormModal } from '../../../parts/form-modal.tsx'
import { useCommand } from '../../../parts/form.ts'
import { useNewId } from '../../../parts/ids.ts'
import { longestOf } from '../../../parts/longest-of.ts'
import type { Payment } from './api.ts'

/** Takes back a payment that was entered at the desk by mistake. */
export function ReversePayment({ payment, close }: { payment: Payment; close: () => void }) {
  const t = useTexts(texts)
  const [form] = Form.useForm<{ reason: string }>()
  const [reversalId] = useNewId('pay')
  const reverse = useCommand({
    command: api.payments[':paymentId'].reversal.$post,
    asks: ({ reason }: { reason: string }) => ({
      param: { paymentId: payment.id },
      json: { reversalId, reason },
    }),
    refreshes: [['payments'], ['bills'], ['arrears'], ['day-sheet']],
    form,
    done: t('reverse.done'),
    onDone: close,
  })
  const number = payment.receiptNumber ?? ''
  return (
    <FormModal<{ reason: string }>
      title={`${t('reverse')} · ${number}`}
      about={<p>{t('reverse.about', { number })}</p>}
      close={close}
      form={form}
      pending={reverse.isPending}
      send={(fields) => reverse.mutate(fields)}
      action={t('reverse')}
      danger
    >
      <Form.Item name="reason" label={t('reverse.reason')} rules={[{ required: true }]}>
        <Input {...longestOf(reversePaymentSchema.entries.reason)} />
      </Form.Item>
    </FormModal>
  )
}
