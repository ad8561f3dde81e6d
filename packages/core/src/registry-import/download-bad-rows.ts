import { and, asc, eq } from 'drizzle-orm'
import type { Ctx } from '../context.ts'
import { writeBadRows, type BadTable } from './bad-rows.ts'
import { importNotFound } from './errors.ts'
import { openPart } from './parts.ts'
import type { Problem } from './problems.ts'
import { importJobs, importParts } from './tables.ts'

/**
 * The rows to correct as an `.xlsx`, each with what is wrong, to be uploaded again. One round trip.
 * @param textOf a problem in words
 * @param withWarnings also rows that are taken, without what a warning names
 */
export async function downloadBadRows(
  ctx: Ctx,
  importId: string,
  textOf: (problem: Problem) => string,
  withWarnings = true,
): Promise<Uint8Array> {
  const [jobs, parts] = await ctx.db.orm.batch([
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
  ctx.require('registry.import', jobs[0].projectId)
  const tables = await Promise.all(
    parts.map(({ sealed }) => openPart<BadTable>(ctx.vault, 'bad_rows', sealed)),
  )
  const wanted = tables.map((table) => ({
    ...table,
    rows: table.rows.filter(
      ({ problems }) => withWarnings || problems.some(({ severity }) => severity === 'error'),
    ),
  }))
  return writeBadRows(
    wanted.filter(({ rows }) => rows.length > 0),
    textOf,
  )
}
