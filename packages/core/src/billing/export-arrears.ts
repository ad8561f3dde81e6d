import { translator, type Locale } from '@heju/i18n'
import { billingTexts } from '@heju/i18n/texts/billing'
import { civilDateOf } from '@heju/kernel'
import * as v from 'valibot'
import type { Ctx } from '../context.ts'
import { idSchema, parse, requestIdSchema } from '../input.ts'
import { encodeCursor } from '../paging.ts'
import { listTable, tableFile, tableOfPages, type TableFile } from '../spreadsheets/index.ts'
import { exportTooLarge } from './errors.ts'
import { arrearsFound, arrearsOf, keyOfArrears, type Arrears } from './list-arrears.ts'

export const exportArrearsSchema = v.object({
  requestId: requestIdSchema,
  projectId: v.optional(idSchema('proj')),
  format: v.optional(v.picklist(['xlsx', 'csv']), 'xlsx'),
})
export type ExportArrears = v.InferInput<typeof exportArrearsSchema>

const mostRows = 40_000
/** Rows of one read: while an answer is taken apart it lies in memory several times. */
const rowsOfRead = 2_000

/**
 * Who should have paid by now as a file, with all that the filter finds: one that is too long is refused, never cut.
 * That it was made is on record. Round trips: one for every 2,000 rows and one to record it.
 * @throws `billing.export_too_large`
 */
export async function exportArrears(ctx: Ctx, raw: ExportArrears, locale: Locale): Promise<TableFile> {
  const input = parse(exportArrearsSchema, raw)
  const { projectId, format } = input
  ctx.require('bills.read', projectId)
  ctx.require('exports.create', projectId)
  const table = await tableOfPages(arrearsPages(ctx, projectId), (rows) => tableOf(rows, locale))
  const detail = { rows: table.rows.length, format }
  await ctx.disclose(
    'billing.export_arrears',
    { action: 'billing.arrears_exported', subjectId: ctx.company.id, projectId, detail },
    // Reading goes on in a suspended company, and that it was read out is worth knowing then too.
    { whileSuspended: true },
  )
  return tableFile(table, format, civilDateOf(ctx.now, ctx.company.zone))
}

async function* arrearsPages(
  ctx: Ctx,
  projectId: string | undefined,
): AsyncGenerator<readonly Arrears[], void, undefined> {
  const today = civilDateOf(ctx.now, ctx.company.zone)
  let after: string | undefined
  for (let rows = 0; ;) {
    const page = await arrearsFound(ctx, projectId, after).limit(rowsOfRead)
    rows += page.length
    if (rows > mostRows) throw exportTooLarge({ most: mostRows })
    yield page.map((row) => arrearsOf(row, today))
    const last = page.at(-1)
    if (last === undefined || page.length < rowsOfRead) return
    after = encodeCursor(keyOfArrears(last))
  }
}

function tableOf(rows: readonly Arrears[], locale: Locale) {
  const say = translator(billingTexts, locale)
  return listTable(
    say('arrears'),
    [
      [say('project'), (row: Arrears) => row.projectName, { width: 16 }],
      [say('place'), (row) => row.place.name, { width: 20 }],
      [say('payer'), (row) => row.payer.name, { width: 14 }],
      [say('billCount'), (row) => row.bills, { kind: 'number', width: 10 }],
      [say('owed'), (row) => row.owedFen / 100, { kind: 'yuan', width: 14 }],
      [say('oldestDue'), (row) => row.oldestDueOn, { width: 12 }],
      [say('daysOverdue'), (row) => row.daysOverdue, { kind: 'number', width: 10 }],
    ],
    rows,
  )
}
