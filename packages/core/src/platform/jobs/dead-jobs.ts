import { deadJobs } from '@heju/db/platform-tables'
import { defineError } from '@heju/kernel'
import { and, desc, eq, isNull } from 'drizzle-orm'
import type { PlatformCtx } from '../../platform-context.ts'
import type { JobMessage } from './messages.ts'

const deadJobNotFound = defineError('jobs.dead_job_not_found', 'not_found')

export interface DeadJob {
  id: string
  companyId: string
  message: JobMessage
  at: number
}

/** As many as an operator would look through; older ones follow once these are dealt with. */
const mostShown = 200

/** Keeps a message that was given up. @param id the queue's own id of it, so that a repetition is kept once */
export async function keepDeadJob(ctx: PlatformCtx, id: string, message: JobMessage): Promise<void> {
  ctx.requireJob()
  const bodyJson = JSON.stringify(message)
  await ctx.db.orm
    .insert(deadJobs)
    .values({ id: `dead_${id}`, companyId: message.companyId, bodyJson, at: ctx.now })
    .onConflictDoNothing()
}

/** Messages that were given up and not sent again, newest first. */
export async function listDeadJobs(ctx: PlatformCtx): Promise<DeadJob[]> {
  ctx.requireOperator()
  const rows = await ctx.db.orm
    .select()
    .from(deadJobs)
    .where(isNull(deadJobs.resentAt))
    .orderBy(desc(deadJobs.id))
    .limit(mostShown)
  return rows.map(({ id, companyId, bodyJson, at }) => ({
    id,
    companyId,
    message: JSON.parse(bodyJson) as JobMessage,
    at,
  }))
}

/**
 * Takes a message off the list, to be sent again by the caller.
 * @throws `jobs.dead_job_not_found` when it is not on the list
 */
export async function resendDeadJob(ctx: PlatformCtx, id: string): Promise<JobMessage> {
  ctx.requireOperator()
  return ctx.writeAnew('jobs.resend', async (write) => {
    const [row] = await ctx.db.orm.select().from(deadJobs).where(eq(deadJobs.id, id))
    if (row === undefined) throw deadJobNotFound()
    write.changeOne(
      ctx.db.orm
        .update(deadJobs)
        .set({ resentAt: ctx.now })
        .where(and(eq(deadJobs.id, id), isNull(deadJobs.resentAt))),
      deadJobNotFound,
    )
    write.audit('jobs.resent', id)
    return JSON.parse(row.bodyJson) as JobMessage
  })
}
