import { translator, type Locale } from '@heju/i18n'
import { billSentence } from '@heju/i18n/texts/bill-explained'
import { billingTexts } from '@heju/i18n/texts/billing'
import { civilDateOf } from '@heju/kernel'
import type { Ctx } from '../context.ts'
import { parse } from '../input.ts'
import { encodeCursor } from '../paging.ts'
import {
  listTable,
  tableFile,
  tableOfPages,
  type DownloadTable,
  type TableFile,
} from '../spreadsheets/index.ts'
import type { Bill } from './bill-schemas.ts'
import { exportTooLarge } from './errors.ts'
import { billsFound, keyOf, type BillFilter } from './list-bills.ts'
import { exportBillsSchema, type ExportBills } from './schemas.ts'

/** A year of a project with 3,000 households; its workbook is written in a second or two. */
const mostRows = 40_000
/** Rows of one read: while an answer is taken apart it lies in memory several times. */
const rowsOfRead = 2_000

/**
 * The bills of a list as a file, with everything that the filter finds: one that is too long is refused, never cut.
 * That it was made is on record. Round trips: one for every 2,000 bills and one to record it.
 * @throws `billing.export_too_large`
 */
export async function exportBills(ctx: Ctx, raw: ExportBills, locale: Locale): Promise<TableFile> {
  const input = parse(exportBillsSchema, raw)
  ctx.require('bills.read', input.projectId)
  ctx.require('exports.create', input.projectId)
  const { requestId: _, format, ...filter } = input
  const table = await tableOfPages(billPages(ctx, filter), (rows) => tableOf(rows, locale))
  await ctx.disclose(
    'billing.export',
    { action: 'billing.exported', subjectId: ctx.company.id, detail: { rows: table.rows.length, format } },
    // Reading goes on in a suspended company, and that it was read out is worth knowing then too.
    { whileSuspended: true },
  )
  const when = input.period ?? civilDateOf(ctx.now, ctx.company.zone)
  return tableFile(table, format, when)
}

async function* billPages(ctx: Ctx, filter: BillFilter): AsyncGenerator<readonly Bill[], void, undefined> {
  let last: Bill | undefined
  for (let rows = 0; ;) {
    const page = await billsFound(ctx, filter, last && encodeCursor(keyOf(last, filter))).limit(rowsOfRead)
    rows += page.length
    if (rows > mostRows) throw exportTooLarge({ most: mostRows })
    yield page
    if (page.length < rowsOfRead) return
    last = page.at(-1)
  }
}

function tableOf(rows: readonly Bill[], locale: Locale): DownloadTable {
  const say = translator(billingTexts, locale)
  const yuan = { kind: 'yuan', width: 14 } as const
  return listTable(
    say('bills'),
    [
      [say('project'), (row: Bill) => row.projectName, { width: 16 }],
      [say('period'), (row) => row.period, { width: 10 }],
      [say('place'), (row) => row.place, { width: 20 }],
      [say('payer'), (row) => row.payerName, { width: 14 }],
      [say('fee'), (row) => row.fee, { width: 22 }],
      [say('feeItem'), (row) => say(`feeItem.${row.feeItem}`), { width: 16 }],
      [say('quantity'), (row) => row.quantityE2 / 100, { kind: 'area', width: 12 }],
      [say('price'), (row) => row.priceE4 / 10_000, { kind: 'number', width: 12 }],
      [say('addition'), (row) => row.additionFen / 100, yuan],
      [say('from'), (row) => row.fromOn, { width: 12 }],
      [say('to'), (row) => row.toOn, { width: 12 }],
      [say('days'), (row) => row.days, { kind: 'number', width: 8 }],
      [say('amount'), (row) => row.amountFen / 100, yuan],
      [say('paid'), (row) => row.paidFen / 100, yuan],
      [say('owed'), (row) => owedFen(row) / 100, yuan],
      [say('due'), (row) => row.dueOn, { width: 12 }],
      [say('state'), (row) => say(stateOf(row)), { width: 10 }],
      [say('how'), (row) => billSentence(row, locale), { width: 60 }],
    ],
    rows,
  )
}

function owedFen(row: Bill): number {
  return row.state === 'published' ? row.amountFen - row.paidFen : 0
}

function stateOf(row: Bill) {
  if (row.state !== 'published') return `state.${row.state}` as const
  return row.paidFen < row.amountFen ? 'state.owed' : 'state.paid'
}
