import { type DeskMethod, deskMethods, recordPaymentSchema } from '@heju/core/fees/payments/shape'
import { desk as texts } from './texts.ts'
import { fees } from '../bills/texts.ts'
import { civilDateOf, formatYuan } from '@heju/kernel'
import { Button, Col, Form, Input, InputNumber, Row, Segmented, Typography } from 'antd'
import { useRef, type KeyboardEvent } from 'react'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useSession } from '../../../app/session.tsx'
import { useChange } from '../../../parts/form.ts'
import { useNewId } from '../../../parts/ids.ts'
import { useNow } from '../../../parts/now.ts'
import { longestOf } from '../../../parts/longest-of.ts'
import { takenBefore } from './taken-before.ts'

interface Fields {
  method: DeskMethod
  referenceNo?: string
  paidOn: string
  payerName?: string
  /** Yuan that were handed over; not sent, only calculated with. */
  given?: number
}

/** Money that was just taken, in fen. */
export interface Taken {
  paymentId: string
  receiptId: string
  onlineOpen?: boolean | undefined
  amountFen: number
  changeFen: number
  /** It was taken by an earlier press whose answer was lost, with what was chosen then, and stands or was reversed since. */
  before?: 'stands' | 'reversed'
}

/**
 * Takes the money for the chosen bills. Enter anywhere in the form takes it once it was said how much was handed over;
 * before that Enter only goes to the button, so that one key too many after the search takes nothing.
 */
export function TakeMoney({
  lines,
  onTaken,
}: {
  lines: { billId: string; amountFen: number }[]
  onTaken: (taken: Taken) => void
}) {
  const t = useTexts(texts)
  const [form] = Form.useForm<Fields>()
  const { company } = useSession()
  const today = civilDateOf(useNow(), company.zone)
  const [paymentId] = useNewId('pay')
  const total = lines.reduce((sum, { amountFen }) => sum + amountFen, 0)
  const method = Form.useWatch('method', form) ?? 'cash'
  const given = Form.useWatch('given', form)
  const changeFen = method === 'cash' ? changeOf(given, total) : 0
  const button = useRef<HTMLButtonElement>(null)
  const take = useChange({
    send: async ({ method: by, referenceNo, paidOn, payerName }: Fields, send): Promise<Taken> => {
      const json = {
        paymentId,
        lines,
        method: by,
        paidOn,
        ...(referenceNo && { referenceNo }),
        ...(payerName && { payerName }),
      }
      try {
        return { ...(await send(api.payments.$post, { json })), amountFen: total, changeFen }
      } catch (error) {
        const before = await takenBefore(paymentId, error)
        if (before === undefined) throw error
        return before
      }
    },
    refreshes: [['payments'], ['arrears'], ['day-sheet'], ['tasks']],
    // Somebody paid on the phone meanwhile: what is still owed stands there at once.
    outdated: { keys: [['bills']], words: t('desk.readAnew') },
    form,
    fieldOf: { 'payments.paid_on_out_of_range': 'paidOn' },
    onDone: onTaken,
  })
  function goToButton(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
    if (method !== 'cash' || typeof form.getFieldValue('given') === 'number') return
    event.preventDefault()
    button.current?.focus()
  }
  // Too little is refused here and not by a button that is switched off: Enter comes faster than one is switched on again.
  function submit(fields: Fields) {
    if (fields.method === 'cash' && changeOf(fields.given, total) < 0) form.getFieldInstance('given')?.focus()
    else take.mutate(fields)
  }
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      style={{ marginTop: 16 }}
      initialValues={{ method: 'cash', paidOn: today }}
      onFinish={submit}
      onKeyDown={goToButton}
    >
      <Form.Item name="method" label={t('desk.method')}>
        <MethodChoice />
      </Form.Item>
      <Row gutter={16}>
        <Col xs={24} sm={12}>
          {method === 'cash' ? <Given total={total} changeFen={changeFen} /> : <Reference />}
        </Col>
        <Col xs={24} sm={12}>
          <Form.Item name="paidOn" label={t('desk.paidOn')} rules={[{ required: true }]}>
            <Input type="date" max={today} />
          </Form.Item>
        </Col>
      </Row>
      <Form.Item name="payerName" label={t('desk.payer')}>
        <Input {...longestOf(recordPaymentSchema.entries.payerName)} />
      </Form.Item>
      <Button
        ref={button}
        type="primary"
        size="large"
        block
        htmlType="submit"
        disabled={total === 0}
        loading={take.isPending}
      >
        {t('desk.take', { amount: formatYuan(total) })}
      </Button>
    </Form>
  )
}

/** The form gives value, id and change. */
function MethodChoice(field: { value?: Fields['method']; onChange?: (method: Fields['method']) => void }) {
  const t = useTexts(texts)
  const f = useTexts(fees)
  const options = deskMethods.map((value) => ({ value, label: f(`method.${value}`) }))
  return (
    <Segmented
      {...(field.value && { value: field.value })}
      {...(field.onChange && { onChange: field.onChange })}
      aria-label={t('desk.method')}
      options={options}
    />
  )
}

/** Fen to give back of what was handed over, negative while it is too little. Nothing said: it was exact. */
function changeOf(givenYuan: number | null | undefined, totalFen: number): number {
  return typeof givenYuan === 'number' ? Math.round(givenYuan * 100) - totalFen : 0
}

/** What was handed over, with the change calculated, in one sentence that follows what is typed. Left empty it was exact. */
function Given({ total, changeFen }: { total: number; changeFen: number }) {
  const t = useTexts(texts)
  const given = Form.useWatch<number | undefined>('given')
  const words =
    typeof given !== 'number'
      ? undefined
      : changeFen < 0
        ? t('desk.short', { amount: formatYuan(-changeFen) })
        : changeFen === 0
          ? t('desk.exact')
          : t('desk.change', { amount: formatYuan(changeFen) })
  return (
    <Form.Item
      name="given"
      label={t('desk.given')}
      {...(changeFen < 0 && { validateStatus: 'error' as const })}
      extra={
        <Typography.Text type={changeFen < 0 ? 'danger' : 'success'} strong role="status">
          {words}
        </Typography.Text>
      }
    >
      <InputNumber
        min={0}
        precision={2}
        controls={false}
        // With nothing due the first bill has the focus: what is taken is chosen first.
        autoFocus={total > 0}
        size="large"
        style={{ width: '100%' }}
      />
    </Form.Item>
  )
}

function Reference() {
  const t = useTexts(texts)
  return (
    <Form.Item
      name="referenceNo"
      label={t('desk.reference')}
      extra={t('desk.reference.hint')}
      rules={[{ required: true }]}
    >
      <Input {...longestOf(recordPaymentSchema.entries.referenceNo)} autoFocus />
    </Form.Item>
  )
}
