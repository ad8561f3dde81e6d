import type { CivilDate } from '@heju/kernel'
import { sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { wake } from '../../platform/outbox/index.ts'
import { requireDueDay } from './due-day.ts'
import { runNotReady } from './errors.ts'
import { requireUpToDate } from './outdated-drafts.ts'
import { runById } from './run-by-id.ts'
import { publishBillRunSchema, type PublishBillRun } from './schemas.ts'

/** The job that reminds of what is owed; it finds out itself when its next work is due. */
export const remindersJob = 'reminders'

/**
 * Publishes a draft: from now on owners see and owe its bills. Publishing again changes nothing.
 * @throws `billing.run_not_found`, `billing.run_not_ready` while it computes or when it was discarded,
 *   `billing.due_in_past`, `billing.due_too_far`, `billing.run_outdated` when any of its bills would be another now: by tariff, price, area or payer
 */
export async function publishBillRun(ctx: Ctx, raw: PublishBillRun): Promise<{ runId: string }> {
  ctx.require('bills.publish')
  const input = parse(publishBillRunSchema, raw)
  return ctx.write('billing.publish_run', input, async (write) => {
    const run = await runById(ctx, input.runId, 'bills.publish')
    const { id, projectId, period, dueOn } = run
    if (run.state === 'published') return { runId: id }
    requireDueDay(ctx, dueOn as CivilDate)
    write.changeOne(
      sql`UPDATE bill_runs SET state = 'published', published_at = ${ctx.now}, published_by = ${ctx.actor.id},
          quiet = ${input.remind ? 0 : 1}
        WHERE id = ${id} AND state = 'ready'`,
      runNotReady,
    )
    requireUpToDate(write, run, ctx.now)
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
