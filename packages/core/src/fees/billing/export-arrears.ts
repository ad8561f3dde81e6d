import { translator } from '@heju/i18n'
import { billingTexts } from './texts.ts'
import { civilDateOf } from '@heju/kernel'
import * as v from 'valibot'
import { fileEntries, listFile } from '../../platform/exports/index.ts'
import { idSchema } from '../../input.ts'
import { arrearsFound, arrearsOf, keyOfArrears } from './list-arrears.ts'

export const exportArrearsSchema = v.object({ ...fileEntries, projectId: v.optional(idSchema('proj')) })

/** Who should have paid by now, as a file. */
export const exportArrears = listFile({
  schema: exportArrearsSchema,
  permission: 'bills.read',
  action: 'billing.arrears_exported',
  rows: (ctx, { projectId }, after, most) => arrearsFound(ctx, projectId, after).limit(most),
  keyOf: keyOfArrears,
  table: (ctx, locale) => {
    const say = translator(billingTexts, locale)
    const today = civilDateOf(ctx.now, ctx.company.zone)
    return {
      name: say('arrears'),
      columns: [
        [say('project'), (row) => row.projectName, { width: 16 }],
        [say('place'), (row) => row.placeName, { width: 20 }],
        [say('payer'), (row) => row.payerName, { width: 14 }],
        [say('billCount'), (row) => row.bills, { kind: 'number', width: 10, total: true }],
        [say('owed'), (row) => row.owedFen / 100, { kind: 'yuan', width: 14 }],
        [say('oldestDue'), (row) => row.oldestDueOn, { kind: 'date' }],
        [say('daysOverdue'), (row) => arrearsOf(row, today).daysOverdue, { kind: 'number', width: 10 }],
      ],
    }
  },
})
