import { fees as texts } from '@heju/i18n/console/fees'
import { newId } from '@heju/kernel'
import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { api, call } from '../../app/api.ts'
import { useTexts } from '../../app/language.tsx'
import { useMay } from '../../app/session.tsx'
import { Money } from '../../parts/figures.tsx'
import { useChange } from '../../parts/form.ts'
import { List } from '../../parts/list.tsx'
import { Page } from '../../parts/page.tsx'

const load = (after?: string) => call(api.payments.index.$get({ query: after ? { after } : {} }))
type Payment = Awaited<ReturnType<typeof load>>['items'][number]

export function Component() {
  const t = useTexts(texts)
  const may = useMay()
  const [reversing, setReversing] = useState<Payment>()
  return (
    <Page title={t('payments.title')} about={t('payments.about')}>
      <List<Payment>
        queryKey={['payments']}
        load={load}
        empty={t('payments.empty')}
        columns={[
          { title: t('paidOn'), dataIndex: 'paidOn' },
          { title: t('project'), dataIndex: 'projectName' },
          { title: t('place'), dataIndex: 'places' },
          { title: t('payer'), dataIndex: 'payerName' },
          { title: t('desk.method'), render: (_, { method }) => t(`method.${method}`) },
          { title: t('received'), align: 'right', render: (_, { amountFen }) => <Money fen={amountFen} /> },
          {
            title: t('receipt'),
            render: (_, { receiptId, receiptNumber }) =>
              receiptId !== null && (
                <a href={`/receipts/${receiptId}`} target="_blank" rel="noreferrer">
                  {receiptNumber}
                </a>
              ),
          },
          { title: t('cashier'), dataIndex: 'cashierName' },
          {
            title: '',
            render: (_, payment) =>
              may('payments.reverse') &&
              payment.amountFen > 0 &&
              payment.reversedByPaymentId === null &&
              payment.method !== 'wechat_pay' && (
                <Button size="small" onClick={() => setReversing(payment)}>
                  {t('reverse')}
                </Button>
              ),
          },
        ]}
      />
      {reversing !== undefined && <ReverseDialog payment={reversing} close={() => setReversing(undefined)} />}
    </Page>
  )
}

function ReverseDialog({ payment, close }: { payment: Payment; close: () => void }) {
  const t = useTexts(texts)
  const [form] = Form.useForm<{ reason: string }>()
  const [reversalId] = useState(() => newId('pay', Date.now()))
  const reverse = useChange({
    send: ({ reason }: { reason: string }, requestId) =>
      call(
        api.payments[':paymentId'].reversal.$post({
          param: { paymentId: payment.id },
          header: { 'idempotency-key': requestId },
          json: { reversalId, reason },
        }),
      ),
    refreshes: [['payments'], ['bills']],
    form,
    onDone: close,
  })
  return (
    <Modal
      title={`${t('reverse')} · ${payment.receiptNumber ?? ''}`}
      open
      onCancel={close}
      onOk={form.submit}
      confirmLoading={reverse.isPending}
    >
      <Form form={form} layout="vertical" onFinish={(fields) => reverse.mutate(fields)}>
        <Form.Item name="reason" label={t('reverse.reason')} rules={[{ required: true }]}>
          <Input maxLength={200} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
