import { eq } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { importNotFound } from './errors.ts'
import { importJobs } from './tables.ts'

/** An import that the actor may see and decide on. @throws `registry_import.not_found`, `access.not_allowed` */
export async function importById(ctx: Ctx, importId: string) {
  const [job] = await ctx.db.orm.select().from(importJobs).where(eq(importJobs.id, importId))
  if (!job) throw importNotFound()
  ctx.require('registry.import', job.projectId)
  return job
}
