import { desc, eq, sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { isStillRefused, lastPart } from './allow-charges.ts'
import { chargedNow, type ComingUnder } from './coming-under.ts'
import { changesCharges, importNotFound } from './errors.ts'
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

/**
 * An import with its progress. One round trip; one more of what stopped for what it charges, to see whether it would again.
 * @throws `registry_import.not_found`
 */
export async function getImport(ctx: Ctx, importId: string): Promise<ImportSummary> {
  const stopped = sql`${importJobs.state} = 'failed' AND ${importJobs.failure} = ${changesCharges.code}`
  const wanted = { ...columns, last: sql<string | null>`CASE WHEN ${stopped} THEN ${lastPart} END` }
  const [found] = await ctx.db.orm.select(wanted).from(importJobs).where(eq(importJobs.id, importId))
  if (found === undefined) throw importNotFound()
  const { job, last } = found
  ctx.require('registry.import', job.projectId)
  const seen = asSeen(ctx, found)
  const isStopped = job.state === 'failed' && job.failure === changesCharges.code
  return isStopped ? { ...seen, mayCharge: !(await isStillRefused(ctx, job, last)) } : seen
}
