import { type ResolutionKind, resolutionKinds, resolveExceptionSchema } from '@heju/core/fees/payments/shape'
import { exceptions as texts } from './exception-texts.ts'
import { formatYuan } from '@heju/kernel'
import { Button, Card, Form, Input, InputNumber, Radio, Typography } from 'antd'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useCommand } from '../../../parts/form.ts'
import { useNewId } from '../../../parts/ids.ts'
import { longestOf } from '../../../parts/longest-of.ts'
import type { ExceptionDetail } from './exception.tsx'

interface Fields {
  kind: ResolutionKind
  refunded?: number
  referenceNo?: string
  reason: string
}

/** As much of the money as the order's bills still owe, bill by bill. */
function linesFor({ bills, amountFen, resolvedFen }: ExceptionDetail) {
  let left = amountFen - resolvedFen
  return bills.flatMap(({ billId, owedFen }) => {
    const fen = Math.min(left, owedFen)
    left -= fen
    return fen > 0 ? [{ billId, amountFen: fen }] : []
  })
}

/** What is decided about the money, or a part of it. */
export function ResolveException({ exception }: { exception: ExceptionDetail }) {
  const t = useTexts(texts)
  const [form] = Form.useForm<Fields>()
  const kind = Form.useWatch('kind', form)
  const [paymentId, renewPaymentId] = useNewId('pay')
  const left = exception.amountFen - exception.resolvedFen
  const lines = linesFor(exception)
  const sum = lines.reduce((total, { amountFen }) => total + amountFen, 0)
  const decisionOf = ({ kind: decided, refunded = left / 100, referenceNo = '' }: Fields) => {
    if (decided === 'refunded') return { kind: decided, amountFen: Math.round(refunded * 100), referenceNo }
    return decided === 'allocated' ? { kind: decided, paymentId, lines } : { kind: decided }
  }
  const resolve = useCommand({
    command: api.payments.exceptions[':exceptionId'].resolutions.$post,
    asks: (fields: Fields) => ({
      param: { exceptionId: exception.id },
      json: { decision: decisionOf(fields), reason: fields.reason },
    }),
    refreshes: [['exceptions'], ['payments'], ['bills'], ['tasks']],
    form,
    fieldOf: { 'decision.amountFen': 'refunded', 'decision.referenceNo': 'referenceNo' },
    done: t('resolve.done'),
    // What is left of the money may go to other bills: that is another payment.
    onDone: renewPaymentId,
  })
  const possible = resolutionKinds.filter(
    (each) => (each !== 'allocated' || sum > 0) && (each !== 'held' || exception.state === 'open'),
  )
  return (
    <Card size="small" title={t('resolve.title')}>
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={{ kind: possible[0], refunded: left / 100 }}
        onFinish={(fields) => resolve.mutate(fields)}
      >
        <Form.Item name="kind" label={t('resolve.how')}>
          <Radio.Group
            vertical
            options={possible.map((value) => ({ value, label: <Way kind={value} allocated={sum} /> }))}
          />
        </Form.Item>
        {exception.bills.length > 0 && sum === 0 && <p>{t('resolve.nothingOwed')}</p>}
        {kind === 'refunded' && <Refund most={left / 100} />}
        <Form.Item name="reason" label={t('resolve.reason')} rules={[{ required: true, min: 2 }]}>
          <Input.TextArea rows={2} {...longestOf(resolveExceptionSchema.entries.reason)} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={resolve.isPending}>
          {t('resolve.title')}
        </Button>
      </Form>
    </Card>
  )
}

function Way({ kind, allocated }: { kind: Fields['kind']; allocated: number }) {
  const t = useTexts(texts)
  const name =
    kind === 'allocated' ? t('resolve.toAllocate', { amount: formatYuan(allocated) }) : t(`resolve.${kind}`)
  return (
    <span style={{ whiteSpace: 'normal' }}>
      {name}
      <br />
      <Typography.Text type="secondary">{t(`resolve.${kind}.about`)}</Typography.Text>
    </span>
  )
}

function Refund({ most }: { most: number }) {
  const t = useTexts(texts)
  return (
    <>
      <Form.Item name="refunded" label={t('resolve.amount')} rules={[{ required: true }]}>
        <InputNumber min={0.01} max={most} precision={2} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="referenceNo" label={t('resolve.reference')} rules={[{ required: true }]}>
        <Input maxLength={60} />
      </Form.Item>
    </>
  )
}
