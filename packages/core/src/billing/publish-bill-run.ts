import { civilDateOf } from '@heju/kernel'
import { sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../context.ts'
import { parse } from '../input.ts'
import { wake } from '../outbox/index.ts'
import { dueInPast, runNotReady, runOutdated } from './errors.ts'
import { runById } from './run-by-id.ts'
import { publishBillRunSchema, type PublishBillRun } from './schemas.ts'
import { daysBetween } from './stretch-sql.ts'

/** The job that reminds of what is owed; it finds out itself when its next work is due. */
export const remindersJob = 'reminders'

/**
 * Publishes a draft: from now on owners see and owe its bills. Publishing again changes nothing.
 * @throws `billing.run_not_found`, `billing.run_not_ready` while it computes or when it was discarded,
 *   `billing.due_in_past`, `billing.run_outdated` when places are charged otherwise since it was computed
 */
export async function publishBillRun(ctx: Ctx, raw: PublishBillRun): Promise<{ runId: string }> {
  ctx.require('bills.publish')
  const input = parse(publishBillRunSchema, raw)
  return ctx.write('billing.publish_run', input, async (write) => {
    const run = await runById(ctx, input.runId, 'bills.publish')
    const { id, projectId, period, dueOn } = run
    if (run.state === 'published') return { runId: id }
    if (dueOn < civilDateOf(ctx.now, ctx.company.zone)) throw dueInPast({ dueOn })
    write.require(sql`NOT EXISTS (${chargedOtherwise(run)})`, runOutdated)
    write.changeOne(
      sql`UPDATE bill_runs SET state = 'published', published_at = ${ctx.now}, published_by = ${ctx.actor.id},
          quiet = ${input.remind ? 0 : 1}
        WHERE id = ${id} AND state = 'ready'`,
      runNotReady,
    )
    write.change(
      sql`UPDATE bills SET state = 'published', published_at = ${ctx.now}
        WHERE project_id = ${projectId} AND period = ${period} AND run_id = ${id} AND state = 'draft'`,
    )
    write.audit('billing.run_published', id, {
      projectId,
      detail: { period, fen: run.totalFen, remind: input.remind },
    })
    wake(write, remindersJob, ctx.now)
    return { runId: id }
  })
}

/**
 * Drafts whose tariff does not charge their place on their days any more, or is out of use: a query. Another tariff may have
 * taken its place meanwhile, whose bills would be kept back by these.
 */
function chargedOtherwise({ id, projectId, period }: { id: string; projectId: string; period: string }): SQL {
  const [from, to] = [sql`max(a.from_on, b.from_on)`, sql`min(coalesce(a.to_on, b.to_on), b.to_on)`]
  return sql`SELECT 1 FROM bills b WHERE b.project_id = ${projectId} AND b.period = ${period} AND b.run_id = ${id} AND b.state = 'draft'
    AND b.days > (SELECT coalesce(sum(${daysBetween(from, to)}), 0) FROM tariff_assignments a JOIN tariffs f ON f.id = a.tariff_id
      WHERE a.tariff_id = b.tariff_id AND a.target_id = coalesce(b.room_id, b.parking_space_id) AND f.state = 'active'
        AND a.from_on <= b.to_on AND (a.to_on IS NULL OR a.to_on >= b.from_on))`
}
