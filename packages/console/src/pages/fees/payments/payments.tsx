import { paymentMethods, receiptAskedSchema } from '@heju/core/fees/payments/shape'
import { fees as texts } from '../bills/texts.ts'
import { Button, Flex, Input, Tag } from 'antd'
import { useState } from 'react'
import * as v from 'valibot'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useMay } from '../../../app/session.tsx'
import { useFilter } from '../../../parts/address.ts'
import { isDayOfOurTime } from '../../../parts/address-values.ts'
import { ExportButton } from '../../../parts/export-button.tsx'
import { Money } from '../../../parts/figures.tsx'
import { ChoiceFilter, DateFilter, Filters, GivenFilter, ProjectFilter } from '../../../parts/filters.tsx'
import { List } from '../../../parts/list.tsx'
import { Page } from '../../../parts/page.tsx'
import { StoppedNotice } from '../../platform/stopped-work/stopped-notice.tsx'
import { listPayments, type Payment, type PaymentQuery } from './api.ts'
import { ReversePayment } from './reverse-payment.tsx'

/** What stands on a receipt, or its last part; anything else is no receipt's number. */
const isReceipt = (text: string) => v.is(receiptAskedSchema, text)
const names = ['receipt', 'projectId', 'method', 'from', 'to', 'recordedBy', 'billId'] as const

export function Component() {
  const t = useTexts(texts)
  const [filter] = useFilter(names, { from: isDayOfOurTime, to: isDayOfOurTime, receipt: isReceipt })
  const { method: wished, ...same } = filter
  const method = paymentMethods.find((each) => each === wished)
  const asked = { ...same, ...(method && { method }) }
  return (
    <Page
      title={t('payments.title')}
      about={t('payments.about')}
      actions={<ExportButton load={() => api.payments.file.$get({ query: asked })} />}
    >
      <StoppedNotice of={{ kind: 'payments.' }} refreshing={[['payments']]} />
      <Filters names={names}>
        <ReceiptFilter />
        <ProjectFilter />
        <ChoiceFilter
          name="method"
          label={t('method')}
          options={paymentMethods.map((value) => ({ value, label: t(`method.${value}`) }))}
        />
        <DateFilter name="from" label={t('payments.from')} type="date" />
        <DateFilter name="to" label={t('payments.to')} type="date" />
        <GivenFilter name="recordedBy" label={t('payments.ofCashier')} />
        <GivenFilter name="billId" label={t('bills.ofBill')} />
      </Filters>
      <Payments asked={asked} />
    </Page>
  )
}

/** A receipt by its number, as it stands on paper. */
function ReceiptFilter() {
  const t = useTexts(texts)
  const [{ receipt = '' }, setFilter] = useFilter(['receipt'], { receipt: isReceipt })
  const [wrong, setWrong] = useState(false)
  const find = (typed: string) => {
    const fits = typed === '' || isReceipt(typed)
    setWrong(!fits)
    if (fits) setFilter({ receipt: typed })
  }
  return (
    <Input.Search
      key={receipt}
      aria-label={t('payments.receipt')}
      placeholder={t('payments.receipt')}
      allowClear
      defaultValue={receipt}
      title={t('payments.receipt')}
      {...(wrong && { status: 'error', 'aria-invalid': true })}
      onSearch={(typed) => find(typed.trim())}
      style={{ width: 280 }}
    />
  )
}

function Payments({ asked }: { asked: PaymentQuery }) {
  const t = useTexts(texts)
  const may = useMay()
  const [reversing, setReversing] = useState<Payment>()
  return (
    <>
      <List<Payment>
        queryKey={['payments', asked]}
        load={(after) => listPayments({ ...asked, ...(after && { after }) })}
        empty={t('payments.empty')}
        columns={[
          { title: t('paidOn'), onPhone: 'name', dataIndex: 'paidOn' },
          { title: t('project'), onPhone: 'plain', dataIndex: 'projectName' },
          { title: t('place'), onPhone: 'plain', dataIndex: 'places' },
          { title: t('payer'), onPhone: 'plain', dataIndex: 'payerName' },
          { title: t('method'), onPhone: 'name', render: (_, { method }) => t(`method.${method}`) },
          {
            title: t('received'),
            onPhone: 'end',
            align: 'right',
            render: (_, { amountFen }) => <Money fen={amountFen} />,
          },
          { title: t('receipt'), render: (_, payment) => <Receipt payment={payment} /> },
          {
            title: t('cashier'),
            render: (_, { cashierName }) => (cashierName === '' ? t('online') : cashierName),
          },
          {
            title: '',
            render: (_, payment) =>
              may('payments.reverse') &&
              isReversible(payment) && (
                <Button size="small" onClick={() => setReversing(payment)}>
                  {t('reverse')}
                </Button>
              ),
          },
        ]}
      />
      {reversing !== undefined && (
        <ReversePayment payment={reversing} close={() => setReversing(undefined)} />
      )}
    </>
  )
}

/** Money of the desk that was not taken back yet; online money is given back at the provider. */
function isReversible({ amountFen, reversedByPaymentId, method }: Payment): boolean {
  return amountFen > 0 && reversedByPaymentId === null && method !== 'wechat_pay'
}

/** The receipt opens on a page of its own, to be looked at or printed on A5 or 80 mm. */
function Receipt({ payment }: { payment: Payment }) {
  const t = useTexts(texts)
  const { receiptId, receiptNumber, reversedByPaymentId, reversesPaymentId } = payment
  return (
    <Flex gap={8} align="center">
      {receiptId !== null && (
        <a href={`/receipts/${receiptId}`} target="_blank" rel="noreferrer">
          {receiptNumber}
        </a>
      )}
      {reversedByPaymentId !== null && <Tag color="error">{t('payments.reversed')}</Tag>}
      {reversesPaymentId !== null && <Tag>{t('payments.reversal')}</Tag>}
    </Flex>
  )
}
