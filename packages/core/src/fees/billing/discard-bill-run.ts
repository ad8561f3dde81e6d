import type { Write } from '@heju/db'
import { sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { runOver } from './errors.ts'
import { runById } from './run-by-id.ts'
import { ofRunSchema, type OfRun } from './schemas.ts'

/**
 * Drops the draft of a month; nothing of it was ever shown to an owner.
 * @throws `billing.run_not_found`, `billing.run_over` when it was published or discarded
 */
export async function discardBillRun(ctx: Ctx, raw: OfRun): Promise<{ runId: string }> {
  ctx.require('bills.run')
  const input = parse(ofRunSchema, raw)
  return ctx.write('billing.discard_run', input, async (write) => {
    const run = await runById(ctx, input.runId, 'bills.run')
    dropDrafts(ctx, write, run)
    return { runId: run.id }
  })
}

/**
 * Ends an open run, takes its drafts away and says so in the audit log, also where another draft of the month replaces
 * them. Bills that were published stay: a trigger sees to that.
 */
export function dropDrafts(
  ctx: Ctx,
  write: Write,
  run: { id: string; projectId: string; period: string },
): void {
  write.changeOne(
    sql`UPDATE bill_runs SET state = 'discarded', discarded_at = ${ctx.now}
      WHERE id = ${run.id} AND state IN ('draft', 'computing', 'ready')`,
    runOver,
  )
  write.change(sql`DELETE FROM bill_run_skips WHERE run_id = ${run.id}`)
  write.change(
    sql`DELETE FROM bills WHERE project_id = ${run.projectId} AND period = ${run.period} AND run_id = ${run.id} AND state = 'draft'`,
  )
  write.audit('billing.run_discarded', run.id, { projectId: run.projectId })
}
