import type { PlatformDb } from '@heju/db'
import { companies, schedules } from '@heju/db/platform-tables'
import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'

/** Work of one company that is due. */
export interface DueJob {
  companyId: string
  job: string
  /** Epoch milliseconds; names the run. */
  dueAt: number
}

/** `sendBatch` takes a hundred messages. */
const mostAtOnce = 100
/** A message that was sent and not reported done for so long is sent again: its consumer died, or the queue lost it. */
const silenceMs = 15 * 60_000

/**
 * Takes up to a hundred jobs that are due, each company's in one row. One round trip, by the index on `due_at` (CROSS
 * JOIN keeps the order of the tables):
 * a company without work is neither read nor visited.
 */
export async function claimDueJobs(platform: PlatformDb, now: number): Promise<DueJob[]> {
  const due = sql`SELECT s.rowid FROM ${schedules} s CROSS JOIN ${companies} c
    WHERE c.id = s.company_id AND s.due_at <= ${now} AND (s.sent_at IS NULL OR s.sent_at < ${now - silenceMs}) AND c.state = 'active'
    ORDER BY s.due_at LIMIT ${mostAtOnce}`
  return platform.orm
    .update(schedules)
    .set({ sentAt: now })
    .where(sql`rowid IN (${due})`)
    .returning({ companyId: schedules.companyId, job: schedules.job, dueAt: schedules.dueAt })
}

/**
 * Writes down that a run is done and when the next is due; null: nothing is known to be due.
 * A wish that came in meanwhile is kept, whichever is earlier.
 */
export async function finishJob(platform: PlatformDb, done: DueJob, next: number | null): Promise<void> {
  const { companyId, job, dueAt, wokenAt } = schedules
  const same = and(eq(companyId, done.companyId), eq(job, done.job), eq(dueAt, done.dueAt))
  const rest = { sentAt: null, wokenAt: null }
  if (next !== null) {
    const earlier = sql`min(${next}, coalesce(${wokenAt}, ${next}))`
    await platform.orm
      .update(schedules)
      .set({ dueAt: earlier, ...rest })
      .where(same)
    return
  }
  await platform.orm.batch([
    platform.orm.delete(schedules).where(and(same, isNull(wokenAt))),
    platform.orm
      .update(schedules)
      .set({ dueAt: sql`${wokenAt}`, ...rest })
      .where(and(same, isNotNull(wokenAt))),
  ])
}

/** Sets a job to be due at `at`, or earlier if it is already; one under way is made due again after its end. */
export async function wakeJob(
  platform: PlatformDb,
  companyId: string,
  job: string,
  at: number,
): Promise<void> {
  await platform.orm
    .insert(schedules)
    .values({ companyId, job, dueAt: at })
    .onConflictDoUpdate({
      target: [schedules.companyId, schedules.job],
      set: {
        dueAt: sql`CASE WHEN sent_at IS NULL THEN min(due_at, excluded.due_at) ELSE due_at END`,
        wokenAt: sql`CASE WHEN sent_at IS NULL THEN NULL ELSE min(coalesce(woken_at, excluded.due_at), excluded.due_at) END`,
      },
    })
}
