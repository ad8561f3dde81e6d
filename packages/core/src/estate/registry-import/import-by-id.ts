import { eq } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { lastPart } from './allow-charges.ts'
import { importNotFound } from './errors.ts'
import { importJobs } from './tables.ts'

/** An import that the actor may see and decide on, and the last part that it applies. @throws `registry_import.not_found`, `access.not_allowed` */
export async function importById(ctx: Ctx, importId: string) {
  const wanted = { job: importJobs, last: lastPart }
  const [found] = await ctx.db.orm.select(wanted).from(importJobs).where(eq(importJobs.id, importId))
  if (!found) throw importNotFound()
  ctx.require('registry.import', found.job.projectId)
  return found
}
