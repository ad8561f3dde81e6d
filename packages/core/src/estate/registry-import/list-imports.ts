import { desc, eq } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { chargedNow, type ComingUnder } from './coming-under.ts'
import { importNotFound } from './errors.ts'
import { isOutdated } from './require-current.ts'
import type { ImportSummary } from './schemas.ts'
import { summaryOf } from './summary.ts'
import { importJobs } from './tables.ts'

/** As many as anybody looks back on. */
const mostListed = 50

const columns = { job: importJobs, outdated: isOutdated, charged: chargedNow }

interface Row {
  job: typeof importJobs.$inferSelect
  outdated: number
  charged: string
}
const asSeen = (ctx: Ctx, { job, outdated, charged }: Row) =>
  summaryOf(ctx, job, JSON.parse(charged) as ComingUnder[], outdated === 1)

/** The imports of a project, the newest first. One round trip. */
export async function listImports(ctx: Ctx, projectId: string): Promise<ImportSummary[]> {
  ctx.require('registry.import', projectId)
  const jobs = await ctx.db.orm
    .select(columns)
    .from(importJobs)
    .where(eq(importJobs.projectId, projectId))
    .orderBy(desc(importJobs.createdAt), desc(importJobs.id))
    .limit(mostListed)
  return jobs.map((row) => asSeen(ctx, row))
}

/** An import with its progress. One round trip. @throws `registry_import.not_found` */
export async function getImport(ctx: Ctx, importId: string): Promise<ImportSummary> {
  const [found] = await ctx.db.orm.select(columns).from(importJobs).where(eq(importJobs.id, importId))
  if (found === undefined) throw importNotFound()
  ctx.require('registry.import', found.job.projectId)
  return asSeen(ctx, found)
}
