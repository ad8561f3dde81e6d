import type { Permission } from '../../permissions/index.ts'
import { eq } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { runNotFound } from './errors.ts'
import { billRuns } from './tables.ts'

/** A run of a project in which the actor holds the permission. @throws `billing.run_not_found` */
export async function runById(ctx: Ctx, runId: string, permission: Permission) {
  const [run] = await ctx.db.orm.select().from(billRuns).where(eq(billRuns.id, runId))
  if (run === undefined || !ctx.may(permission, run.projectId)) throw runNotFound()
  return run
}
