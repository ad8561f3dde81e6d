import { translator, type Locale, type Text } from '@heju/i18n'
import { auditTexts, thingOf, whoOf } from '@heju/i18n/texts/audit'
import { factsOf } from '@heju/i18n/texts/audit-facts'
import { civilDateOf, formatInstant, formatYuan } from '@heju/kernel'
import type { Ctx } from '../context.ts'
import { parse } from '../input.ts'
import { encodeCursor } from '../paging.ts'
import { daysHeld, tableFile, type DownloadTable } from '../spreadsheets/index.ts'
import { auditExportTooLong } from './errors.ts'
import { auditRows, entryOf, keyOf } from './queries.ts'
import { exportAuditSchema, type AuditEntryRow, type ExportAudit } from './schemas.ts'

/** Some months of a large company; its workbook is written in a second or two. */
const mostRows = 20_000
/** Rows of one read: while an answer is taken apart it lies in memory several times. */
const rowsOfRead = 2_000

/**
 * The entries that a filter finds as a file: one that is too long is refused, never cut. That it was made is on record
 * itself. Round trips: one for every 2,000 entries and one to record it.
 * @throws `audit.export_too_long`
 */
export async function exportAudit(
  ctx: Ctx,
  raw: ExportAudit,
  locale: Locale,
): Promise<{ bytes: Uint8Array; fileName: string; format: 'xlsx' | 'csv' }> {
  const input = parse(exportAuditSchema, raw)
  ctx.require('audit.read')
  ctx.require('exports.create')
  const { requestId: _, format, ...filter } = input
  const rows = await allEntries(ctx, filter)
  await ctx.disclose(
    'audit.export',
    { action: 'audit.exported', subjectId: ctx.company.id, detail: { rows: rows.length, format } },
    // Reading goes on in a suspended company, and that it was read out is worth knowing then too.
    { whileSuspended: true },
  )
  const table = tableOf(ctx, rows, locale)
  const when = daysHeld(filter, civilDateOf(ctx.now, ctx.company.zone), locale)
  const { bytes, fileName } = await tableFile(table, format, when)
  return { bytes, fileName, format }
}

async function allEntries(ctx: Ctx, filter: Parameters<typeof auditRows>[1]): Promise<AuditEntryRow[]> {
  const all: AuditEntryRow[] = []
  for (let after: string | undefined; ;) {
    const rows = await auditRows(ctx, { ...filter, after }).limit(rowsOfRead)
    for (const row of rows) all.push(entryOf(row))
    if (all.length > mostRows) throw auditExportTooLong({ most: mostRows })
    const last = rows.at(-1)
    if (last === undefined || rows.length < rowsOfRead) return all
    after = encodeCursor(keyOf(last))
  }
}

function tableOf(ctx: Ctx, entries: readonly AuditEntryRow[], locale: Locale): DownloadTable {
  const say = translator(auditTexts, locale)
  const named = (key: string, otherwise: string) => {
    const text = (auditTexts as Record<string, Text>)[key]
    return text === undefined ? otherwise : text[locale]
  }
  return {
    name: say('title'),
    columns: [
      { heading: say('number'), kind: 'number', width: 8 },
      { heading: say('at'), width: 18 },
      { heading: say('who'), width: 16 },
      { heading: say('what'), width: 24 },
      { heading: say('subject'), width: 28 },
      { heading: say('project'), width: 16 },
      { heading: say('detail'), width: 50 },
      { heading: say('code'), width: 28 },
      { heading: say('subjectId'), width: 34 },
    ],
    rows: entries.map((entry) => [
      Number(entry.id),
      formatInstant(entry.at, ctx.company.zone),
      whoOf(entry, named(`actor.${entry.actorKind}`, entry.actorKind)),
      named(`action.${entry.action}`, entry.action),
      entry.subjectName ?? named(thingOf(entry.subjectId), entry.subjectId),
      entry.projectName,
      lineOf(ctx, entry.detail, locale),
      entry.action,
      entry.subjectId,
    ]),
  }
}

/** The facts of an entry in a line, each by its name, as the page has them; null where there are none. */
function lineOf(ctx: Ctx, detail: AuditEntryRow['detail'], locale: Locale): string | null {
  const instant = (at: number) => formatInstant(at, ctx.company.zone)
  const facts = factsOf(detail, locale, { yuan: formatYuan, instant })
  return facts.length === 0 ? null : facts.map(({ name, words }) => `${name}: ${words}`).join('; ')
}
