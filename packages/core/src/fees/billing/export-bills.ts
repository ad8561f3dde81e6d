import { translator } from '@heju/i18n'
import { billSentence } from './explained-texts.ts'
import { billingTexts } from './texts.ts'
import { listFile } from '../../platform/exports/index.ts'
import type { Bill } from './bill-schemas.ts'
import { billsFound, keyOf } from './list-bills.ts'
import { exportBillsSchema } from './schemas.ts'

/** The bills of a list as a file. */
export const exportBills = listFile({
  schema: exportBillsSchema,
  permission: 'bills.read',
  action: 'billing.exported',
  rows: (ctx, filter, after, most) => billsFound(ctx, filter, after).limit(most),
  keyOf,
  when: ({ period }, today) => period ?? today,
  table: (_ctx, locale) => {
    const say = translator(billingTexts, locale)
    const yuan = { kind: 'yuan', width: 14 } as const
    return {
      name: say('bills'),
      columns: [
        [say('project'), (row) => row.projectName, { width: 16 }],
        [say('period'), (row) => row.period, { width: 10 }],
        [say('place'), (row) => row.place, { width: 20 }],
        [say('payer'), (row) => row.payerName, { width: 14 }],
        [say('fee'), (row) => row.fee, { width: 22 }],
        [say('feeItem'), (row) => say(`feeItem.${row.feeItem}`), { width: 16 }],
        [say('quantity'), (row) => row.quantityE2 / 100, { kind: 'area', width: 12 }],
        [say('price'), (row) => row.priceE4 / 10_000, { kind: 'number', width: 12 }],
        [say('addition'), (row) => row.additionFen / 100, yuan],
        [say('from'), (row) => row.fromOn, { kind: 'date' }],
        [say('to'), (row) => row.toOn, { kind: 'date' }],
        [say('days'), (row) => row.days, { kind: 'number', width: 8 }],
        [say('amount'), (row) => row.amountFen / 100, yuan],
        [say('paid'), (row) => row.paidFen / 100, yuan],
        [say('owed'), (row) => owedFen(row) / 100, yuan],
        [say('due'), (row) => row.dueOn, { kind: 'date' }],
        [say('state'), (row) => say(stateOf(row)), { width: 10 }],
        [say('how'), (row) => billSentence(row, locale), { width: 60 }],
      ],
    }
  },
})

function owedFen(row: Bill): number {
  return row.state === 'published' ? row.amountFen - row.paidFen : 0
}

function stateOf(row: Bill) {
  if (row.state !== 'published') return `state.${row.state}` as const
  return row.paidFen < row.amountFen ? 'state.owed' : 'state.paid'
}
