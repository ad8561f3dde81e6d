import { claimDueJobs } from '@heju/core/platform/jobs'
import { now, platform, report, timed, type Bed } from './bed.ts'

/** What a tick of the schedule costs where nearly all companies are idle, against a handful of companies. */
export async function benchTick(bed: Bed): Promise<void> {
  const db = await platform(bed, 'bench-tick')
  const fill = (
    from: number,
    to: number,
  ) => `WITH RECURSIVE n(i) AS (SELECT ${from} UNION ALL SELECT i + 1 FROM n WHERE i < ${to})
    INSERT INTO companies (id, slug, name, state, database_kind, created_at, changed_at) SELECT 'comp_' || i, 'c' || i, '公司', 'active', 'sqld', 0, 0 FROM n`
  const due = `INSERT INTO schedules (company_id, job, due_at)
    SELECT id, 'reminders', CASE WHEN rowid % 1000 = 0 THEN ${now} ELSE ${now + 86_400_000} END FROM companies WHERE id NOT IN (SELECT company_id FROM schedules)`
  const claim = async () => {
    const before = db.trips.count
    const ms = await timed(() => claimDueJobs(db, now))
    return { ms, trips: db.trips.count - before }
  }
  await db.client.batch([fill(1, 10), due], 'write')
  await claim()
  const small = await claim()
  await db.client.batch([fill(11, 10_000), due], 'write')
  const large = await claim()
  report(
    'cron tick, 10,000 companies of which 10 have work ÷ 10 companies',
    `${(large.ms / small.ms).toFixed(1)} (${large.ms.toFixed(1)} ms, ${large.trips} round trip)`,
  )
}
