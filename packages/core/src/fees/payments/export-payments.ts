import { translator } from '@heju/i18n'
import { paymentTexts } from './texts.ts'
import * as v from 'valibot'
import { fileEntries, listFile } from '../../platform/exports/index.ts'
import { daysHeld } from '../../platform/spreadsheets/index.ts'
import { paymentRows } from './list-payments.ts'
import { paymentFilterSchema, type PaymentRow } from './payment-schemas.ts'

export const exportPaymentsSchema = v.object({ ...fileEntries, ...paymentFilterSchema.entries })

/** The payments of a list as a file. */
export const exportPayments = listFile({
  schema: exportPaymentsSchema,
  permission: 'payments.read',
  action: 'payments.exported',
  rows: (ctx, filter, after, most) => paymentRows(ctx, { ...filter, after }).limit(most),
  keyOf: ({ recordedAt, id }: PaymentRow) => [recordedAt, id],
  when: daysHeld,
  table: (_ctx, locale) => {
    const say = translator(paymentTexts, locale)
    return {
      name: say('payments'),
      columns: [
        [say('recordedAt'), (row) => row.recordedAt, { kind: 'moment' }],
        [say('paidOn'), (row) => row.paidOn, { kind: 'date' }],
        [say('receiptNumber'), (row) => row.receiptNumber, { width: 18 }],
        [say('project'), (row) => row.projectName, { width: 16 }],
        [say('place'), (row) => row.places, { width: 24 }],
        [say('payerName'), (row) => row.payerName, { width: 14 }],
        [say('method'), (row) => say(`method.${row.method}`), { width: 12 }],
        [say('amount'), (row) => row.amountFen / 100, { kind: 'yuan', width: 14 }],
        [say('reference'), (row) => row.referenceNo, { width: 30 }],
        [
          say('cashier'),
          (row) => row.cashierName || (row.method === 'wechat_pay' ? say('online') : null),
          { width: 12 },
        ],
        [say('state'), (row) => say(stateOf(row)), { width: 12 }],
        [say('note'), (row) => row.note, { width: 24 }],
      ],
    }
  },
})

function stateOf(row: PaymentRow) {
  if (row.reversesPaymentId !== null) return 'state.reversal'
  return row.reversedByPaymentId === null ? 'state.taken' : 'state.reversed'
}
