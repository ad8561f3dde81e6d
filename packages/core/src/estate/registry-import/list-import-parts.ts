import { and, asc, eq, gte } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { importNotFound } from './errors.ts'
import { openPart } from './parts.ts'
import type { Change } from './plan-parts.ts'
import { leavesOutAPart, type Problem } from './problems.ts'
import { listOfImportSchema, type ListOfImport, type PartOf } from './schemas.ts'
import { importJobs, importParts } from './tables.ts'

/** What was found, by sheet, row and column. One round trip. */
export async function listImportProblems(
  ctx: Ctx,
  raw: ListOfImport,
): Promise<PartOf<Problem & { ofAPart: boolean }>> {
  const { items, next } = await partOf<Problem>(ctx, 'problems', raw)
  return { items: items.map((problem) => ({ ...problem, ofAPart: leavesOutAPart(problem.code) })), next }
}

/** What would change, before and after. Names and phones are in it: for who may import and whose sign-in stands. One round trip. */
export function listImportChanges(ctx: Ctx, raw: ListOfImport): Promise<PartOf<Change>> {
  return partOf<Change>(ctx, 'changes', raw)
}

async function partOf<T>(ctx: Ctx, kind: 'problems' | 'changes', raw: ListOfImport): Promise<PartOf<T>> {
  const { importId, part } = parse(listOfImportSchema, raw)
  const [jobs, [first, second]] = await ctx.readStanding([
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
