import { and, asc, eq } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { writeBadRows, type BadTable, type RowWords } from './bad-rows.ts'
import { importNotFound } from './errors.ts'
import { openPart } from './parts.ts'
import { importJobs, importParts } from './tables.ts'

/**
 * The rows to correct as an `.xlsx`, each with what is wrong, and those that they refer to, to be uploaded again. Phones and ID
 * numbers stand in them as they were given, so that taking them out is put on record, and is for a sign-in that stands. Two
 * round trips.
 */
export async function downloadBadRows(ctx: Ctx, importId: string, words: RowWords): Promise<Uint8Array> {
  const [jobs, parts] = await ctx.readStanding([
    ctx.db.orm
      .select({ projectId: importJobs.projectId })
      .from(importJobs)
      .where(eq(importJobs.id, importId)),
    ctx.db.orm
      .select({ sealed: importParts.sealed })
      .from(importParts)
      .where(and(eq(importParts.importId, importId), eq(importParts.kind, 'bad_rows')))
      .orderBy(asc(importParts.seq)),
  ])
  if (!jobs[0]) throw importNotFound()
  const { projectId } = jobs[0]
  ctx.require('registry.import', projectId)
  ctx.require('exports.create', projectId)
  const tables = await Promise.all(
    parts.map(({ sealed }) => openPart<BadTable>(ctx.vault, 'bad_rows', sealed)),
  )
  const rows = tables.reduce((sum, table) => sum + table.rows.length, 0)
  await ctx.writeAnew(
    'registry_import.download_bad_rows',
    (write) => write.audit('registry_import.bad_rows_downloaded', importId, { projectId, detail: { rows } }),
    { whileSuspended: true },
  )
  return writeBadRows(tables, words)
}
