import { eq } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import type { EventHandler } from '../../platform/outbox/index.ts'
import { productKey } from '../../product-keys.ts'
import { runMoved } from './errors.ts'
import { addStep, stepFacts } from './run-steps.ts'
import { billRuns } from './tables.ts'

/**
 * Does the next step of a run. Progress is written with the step's bills, so a consumer that dies leaves nothing half
 * done, and of two at the same step one is told that the other was first.
 * @returns whether there was anything to do
 */
export async function stepBillRun(ctx: Ctx, runId: string): Promise<boolean> {
  ctx.requireJob()
  const { id, projectId, period, dueOn, state, boundariesJson, stepsDone } = billRuns
  const [run] = await ctx.db.orm
    .select({
      id,
      projectId,
      period,
      dueOn,
      state,
      boundariesJson,
      stepsDone,
      ...stepFacts(),
    })
    .from(billRuns)
    .where(eq(billRuns.id, runId))
  if (run === undefined || (run.state !== 'draft' && run.state !== 'computing')) return false
  const boundaries = JSON.parse(run.boundariesJson) as string[]
  const key = productKey('billing.step_run', `${runId}-${run.stepsDone}`)
  try {
    await ctx.writeOnce(key, (write) => addStep(ctx, write, { ...run, boundaries }, run))
  } catch (error) {
    if (!runMoved.is(error)) throw error
  }
  return true
}

/** Computes a run that was asked for, step by step; taken up again after a failure, it goes on where it was. */
export const computeRun: EventHandler = async (ctx, event) => {
  while (await stepBillRun(ctx, String(event.payload.runId))) continue
}
