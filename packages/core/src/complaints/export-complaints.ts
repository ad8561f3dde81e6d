import { translator, type Locale } from '@heju/i18n'
import { complaintTexts } from '@heju/i18n/texts/complaints'
import { civilDateOf, formatInstant } from '@heju/kernel'
import * as v from 'valibot'
import type { Ctx } from '../context.ts'
import { parse, requestIdSchema } from '../input.ts'
import { encodeCursor } from '../paging.ts'
import { projects } from '../projects/index.ts'
import {
  listTable,
  tableFile,
  tableOfPages,
  type DownloadTable,
  type TableFile,
} from '../spreadsheets/index.ts'
import { clocksOf, type ShownClock } from './clocks.ts'
import { exportTooLong } from './errors.ts'
import { listComplaintsSchema } from './list-schemas.ts'
import { complaintsFound, keyOf } from './list-complaints.ts'

export const exportComplaintsSchema = v.object({
  ...v.omit(listComplaintsSchema, ['after', 'limit']).entries,
  requestId: requestIdSchema,
  format: v.optional(v.picklist(['xlsx', 'csv']), 'xlsx'),
})
export type ExportComplaints = v.InferInput<typeof exportComplaintsSchema>

/** Ten years of a company with 3,000 households (D109). */
const mostRows = 20_000
/** Rows of one read: an answer of the database holds at most 10 MB, a complaint up to 6 kB of words. */
const rowsOfRead = 1_000

/**
 * The complaints of a list as a file, with all that the filter finds: one that is too long is refused, never cut. Who
 * complained stays out of it: a file that is sent around shows places only. That it was made is on record. Round trips:
 * one for every 1,000 complaints and one to record it.
 * @throws `complaints.export_too_long`
 */
export async function exportComplaints(ctx: Ctx, raw: ExportComplaints, locale: Locale): Promise<TableFile> {
  const { requestId: _, format, ...filter } = parse(exportComplaintsSchema, raw)
  ctx.require('complaints.read', filter.projectId)
  ctx.require('exports.create', filter.projectId)
  const table = await tableOfPages(complaintPages(ctx, filter), (rows) => tableOf(ctx, rows, locale))
  const { projectId } = filter
  const detail = { rows: table.rows.length, format }
  await ctx.disclose(
    'complaints.export',
    { action: 'complaints.exported', subjectId: ctx.company.id, projectId, detail },
    // Reading goes on in a suspended company, and that it was read out is worth knowing then too.
    { whileSuspended: true },
  )
  return tableFile(table, format, filter.month ?? civilDateOf(ctx.now, ctx.company.zone))
}

type Filter = Omit<Parameters<typeof complaintsFound>[1], 'after' | 'limit'>
type Row = Awaited<ReturnType<typeof complaintsFound>>[number] & { projectName: string }

async function* complaintPages(ctx: Ctx, filter: Filter): AsyncGenerator<readonly Row[], void, undefined> {
  const { id, name } = projects
  let after: string | undefined
  for (let rows = 0; ;) {
    const [page, names] = await ctx.db.orm.batch([
      // The list asks for one row more than its page has, to know whether there is another.
      complaintsFound(ctx, { ...filter, after, limit: rowsOfRead - 1 }),
      ctx.db.orm.select({ id, name }).from(projects),
    ])
    rows += page.length
    if (rows > mostRows) throw exportTooLong({ most: mostRows })
    const nameOf = new Map(names.map((one) => [one.id, one.name]))
    yield page.map((row) => ({ ...row, projectName: nameOf.get(row.projectId) ?? '' }))
    const last = page.at(-1)
    if (last === undefined || page.length < rowsOfRead) return
    after = encodeCursor(keyOf(last, filter))
  }
}

function tableOf(ctx: Ctx, rows: readonly Row[], locale: Locale): DownloadTable {
  const say = translator(complaintTexts, locale)
  const at = (instant: number | null) => (instant === null ? null : formatInstant(instant, ctx.company.zone))
  const term = ({ dueAt, tone }: ShownClock) => `${at(dueAt)} ${say(`tone.${tone}`)}`
  return listTable(
    say('file.complaints'),
    [
      [say('file.number'), (row: Row) => row.number, { width: 18 }],
      [say('file.project'), (row) => row.projectName, { width: 16 }],
      [say('file.place'), (row) => row.place, { width: 20 }],
      [say('file.category'), (row) => categoryOf(row, say), { width: 12 }],
      [say('file.text'), (row) => row.text, { width: 40 }],
      [say('file.channel'), (row) => say(`channel.${row.channel}`), { width: 10 }],
      [say('file.state'), (row) => say(`state.${row.state}`), { width: 12 }],
      [say('file.nature'), (row) => row.nature && say(`nature.${row.nature}`), { width: 14 }],
      [say('file.round'), (row) => row.round, { kind: 'number', width: 8 }],
      [say('file.handler'), (row) => row.handlerName, { width: 12 }],
      [say('file.registeredAt'), (row) => at(row.registeredAt), { width: 18 }],
      [say('clock.first'), (row) => term(clocksOf(row, ctx.now).first), { width: 26 }],
      [say('clock.whole'), (row) => term(clocksOf(row, ctx.now).whole), { width: 26 }],
      [say('file.repliedAt'), (row) => at(row.repliedAt), { width: 18 }],
      [say('file.satisfied'), (row) => contentmentOf(row, say), { width: 10 }],
      [say('file.closedAt'), (row) => at(row.closedAt), { width: 18 }],
    ],
    rows,
  )
}

type Say = (key: keyof typeof complaintTexts) => string

/** The company's own name of a category, or the product's in the language of the file. */
function categoryOf({ categoryCode, categoryName }: Row, say: Say): string | null {
  const key = `category.${categoryCode}`
  return categoryName ?? (key in complaintTexts ? say(key as keyof typeof complaintTexts) : categoryCode)
}

function contentmentOf({ satisfied }: Row, say: Say): string | null {
  if (satisfied === null) return null
  return say(satisfied ? 'outcome.satisfied' : 'outcome.dissatisfied')
}
