import { desc, eq } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { importById } from './import-by-id.ts'
import type { ImportSummary } from './schemas.ts'
import { summaryOf } from './summary.ts'
import { importJobs } from './tables.ts'

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
  return summaryOf(await importById(ctx, importId))
}
