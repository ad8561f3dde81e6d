import { and, asc, desc, eq, gte } from 'drizzle-orm'
import type { Ctx } from '../context.ts'
import { parse } from '../input.ts'
import type { BadTable } from './bad-rows.ts'
import { writeBadRows } from './bad-rows.ts'
import { importNotFound } from './errors.ts'
import { openPart } from './parts.ts'
import type { Change } from './plan-parts.ts'
import type { Problem } from './problems.ts'
import { listOfImportSchema, type ImportSummary, type ListOfImport, type PartOf } from './schemas.ts'
import { summaryOf } from './summary.ts'
import { importJobs, importParts } from './tables.ts'

/** As many as anybody looks back on. */
const mostListed = 50

/** The imports of a project, the newest first. One round trip. */
export async function listImports(ctx: Ctx, projectId: string): Promise<ImportSummary[]> {
  ctx.require('registry.import', projectId)
  const jobs = await ctx.db.orm
    .select()
    .from(importJobs)
    .where(eq(importJobs.projectId, projectId))
    .orderBy(desc(importJobs.createdAt), desc(importJobs.id))
    .limit(mostListed)
  return jobs.map(summaryOf)
}

/** An import with its progress. One round trip. @throws `registry_import.not_found` */
export async function getImport(ctx: Ctx, importId: string): Promise<ImportSummary> {
  const [job] = await ctx.db.orm.select().from(importJobs).where(eq(importJobs.id, importId))
  if (!job) throw importNotFound()
  ctx.require('registry.import', job.projectId)
  return summaryOf(job)
}

/** What was found, by sheet, row and column. One round trip. */
export function listImportProblems(ctx: Ctx, raw: ListOfImport): Promise<PartOf<Problem>> {
  return partOf<Problem>(ctx, 'problems', raw)
}

/** What would change, before and after. Names and phones are in it: for who may import. One round trip. */
export function listImportChanges(ctx: Ctx, raw: ListOfImport): Promise<PartOf<Change>> {
  return partOf<Change>(ctx, 'changes', raw)
}

async function partOf<T>(ctx: Ctx, kind: 'problems' | 'changes', raw: ListOfImport): Promise<PartOf<T>> {
  const { importId, part } = parse(listOfImportSchema, raw)
  const [jobs, [first, second]] = await ctx.db.orm.batch([
    ctx.db.orm
      .select({ projectId: importJobs.projectId })
      .from(importJobs)
      .where(eq(importJobs.id, importId)),
    ctx.db.orm
      .select({ sealed: importParts.sealed })
      .from(importParts)
      .where(and(eq(importParts.importId, importId), eq(importParts.kind, kind), gte(importParts.seq, part)))
      .orderBy(asc(importParts.seq))
      .limit(2),
  ])
  if (!jobs[0]) throw importNotFound()
  ctx.require('registry.import', jobs[0].projectId)
  const items = first ? await openPart<T[]>(ctx.vault, kind, first.sealed) : []
  return { items, next: second ? part + 1 : null }
}

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
