import { outbox } from '@heju/db'
import { and, eq, sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { cutOff } from './event.ts'

/** A job of the schedule that does not get on, as an event: carried out, it runs the job. */
export const runJobEvent = 'schedule.run'

const idOf = (job: string) => `evt_job_${job}`

/**
 * Writes down in the company's own database that a job of its schedule fails, where its people see it. There is one row
 * a job: failing again counts on, and what was set aside stays so until the job fails for another reason.
 * @param failure code of the error
 */
export async function noteJobFailure(
  ctx: Ctx,
  { job, dueAt }: { job: string; dueAt: number },
  failure: string,
): Promise<void> {
  ctx.requireJob()
  await ctx.db.orm
    .run(sql`INSERT INTO ${outbox} (id, type, payload_json, at, done_at, attempts, failure, first_failed_at)
    VALUES (${idOf(job)}, ${runJobEvent}, ${JSON.stringify({ job, dueAt })}, ${ctx.now}, ${ctx.now}, 1, ${failure}, ${ctx.now})
    ON CONFLICT (id) DO UPDATE SET payload_json = excluded.payload_json, done_at = excluded.done_at,
      attempts = CASE WHEN outbox.failure IS NULL THEN 1 ELSE outbox.attempts + 1 END,
      first_failed_at = CASE WHEN outbox.failure IS NULL THEN excluded.first_failed_at ELSE outbox.first_failed_at END,
      set_aside_at = CASE WHEN outbox.failure IS excluded.failure THEN outbox.set_aside_at END,
      failure = excluded.failure`)
}

/**
 * Writes down, before a job that failed several times is begun again, that it came to no end: should it stop the Worker
 * over it, nobody is left to say so. What it failed with before stands; when it ends well, `noteJobRan` takes it back.
 */
export async function noteJobBegun(ctx: Ctx, { job, dueAt }: { job: string; dueAt: number }): Promise<void> {
  ctx.requireJob()
  await ctx.db.orm
    .run(sql`INSERT INTO ${outbox} (id, type, payload_json, at, done_at, attempts, failure, first_failed_at)
    VALUES (${idOf(job)}, ${runJobEvent}, ${JSON.stringify({ job, dueAt })}, ${ctx.now}, ${ctx.now}, 1, ${cutOff.code}, ${ctx.now})
    ON CONFLICT (id) DO UPDATE SET payload_json = excluded.payload_json, done_at = excluded.done_at, attempts = 1,
      first_failed_at = excluded.first_failed_at, failure = excluded.failure, set_aside_at = NULL
    WHERE outbox.failure IS NULL`)
}

/** Takes a job off the list of what stopped: it ran. */
export async function noteJobRan(ctx: Ctx, job: string): Promise<void> {
  ctx.requireJob()
  await ctx.db.orm
    .update(outbox)
    .set({ failure: null, firstFailedAt: null, setAsideAt: null, doneAt: ctx.now })
    .where(and(eq(outbox.id, idOf(job)), sql`failure IS NOT NULL`))
}
