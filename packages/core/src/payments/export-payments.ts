import { translator, type Locale } from '@heju/i18n'
import { paymentTexts } from '@heju/i18n/texts/payments'
import { civilDateOf, formatInstant } from '@heju/kernel'
import * as v from 'valibot'
import type { Ctx } from '../context.ts'
import { parse, requestIdSchema } from '../input.ts'
import { encodeCursor } from '../paging.ts'
import {
  daysHeld,
  listTable,
  tableFile,
  tableOfPages,
  type DownloadTable,
  type TableFile,
} from '../spreadsheets/index.ts'
import { exportTooLong } from './errors.ts'
import { paymentRows } from './list-payments.ts'
import { paymentFilterSchema, type PaymentRow } from './payment-schemas.ts'

export const exportPaymentsSchema = v.object({
  requestId: requestIdSchema,
  ...paymentFilterSchema.entries,
  format: v.optional(v.picklist(['xlsx', 'csv']), 'xlsx'),
})
export type ExportPayments = v.InferInput<typeof exportPaymentsSchema>

/** A year of a company with 3,000 households; its workbook is written in a second or two. */
const mostRows = 40_000
/** Rows of one read: while an answer is taken apart it lies in memory several times. */
const rowsOfRead = 2_000

/**
 * The payments of a list as a file, with everything that the filter finds: one that is too long is refused, never cut.
 * That it was made is on record. Round trips: one for every 2,000 payments and one to record it.
 * @throws `payments.export_too_long`
 */
export async function exportPayments(ctx: Ctx, raw: ExportPayments, locale: Locale): Promise<TableFile> {
  const input = parse(exportPaymentsSchema, raw)
  ctx.require('payments.read', input.projectId)
  ctx.require('exports.create', input.projectId)
  const { requestId: _, format, ...filter } = input
  const table = await tableOfPages(paymentPages(ctx, filter), (rows) => tableOf(ctx, rows, locale))
  await ctx.disclose(
    'payments.export',
    { action: 'payments.exported', subjectId: ctx.company.id, detail: { rows: table.rows.length, format } },
    // Reading goes on in a suspended company, and that it was read out is worth knowing then too.
    { whileSuspended: true },
  )
  return tableFile(table, format, daysHeld(filter, civilDateOf(ctx.now, ctx.company.zone), locale))
}

async function* paymentPages(
  ctx: Ctx,
  filter: Parameters<typeof paymentRows>[1],
): AsyncGenerator<readonly PaymentRow[], void, undefined> {
  let last: PaymentRow | undefined
  for (let rows = 0; ;) {
    const after = last && encodeCursor([last.recordedAt, last.id])
    const page = await paymentRows(ctx, { ...filter, after }).limit(rowsOfRead)
    rows += page.length
    if (rows > mostRows) throw exportTooLong({ most: mostRows })
    yield page
    if (page.length < rowsOfRead) return
    last = page.at(-1)
  }
}

function tableOf(ctx: Ctx, rows: readonly PaymentRow[], locale: Locale): DownloadTable {
  const say = translator(paymentTexts, locale)
  return listTable(
    say('payments'),
    [
      [
        say('recordedAt'),
        (row: PaymentRow) => formatInstant(row.recordedAt, ctx.company.zone),
        { width: 18 },
      ],
      [say('paidOn'), (row) => row.paidOn, { width: 12 }],
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
    rows,
  )
}

function stateOf(row: PaymentRow) {
  if (row.reversesPaymentId !== null) return 'state.reversal'
  return row.reversedByPaymentId === null ? 'state.taken' : 'state.reversed'
}
