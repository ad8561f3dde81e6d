import { newId } from '@heju/kernel'
import type { Write } from '@heju/db'
import { sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { runMoved } from './errors.ts'
import { afterAll, beforeAll, stepStatements } from './step-statements.ts'

/** Rooms and spaces of one step; its batch holds the database's write lock for well under a second. */
export const stepTargets = 20_000
/** A project with no more than these is billed in the request itself. */
export const inlineTargets = 5_000

export interface RunToCompute {
  id: string
  projectId: string
  period: string
  dueOn: string
  boundaries: readonly string[]
  stepsDone: number
}

/** What a step has to take account of, as it is now: 0 or 1. */
export interface MonthFacts {
  othersBilled: number
  agreements: number
}

/** The facts of a run's month as columns of 0 and 1; the run is named by values or by columns with their table. */
export function monthFacts(run: { id: unknown; projectId: unknown; period: unknown }) {
  return {
    othersBilled: sql<number>`EXISTS (SELECT 1 FROM bills b WHERE b.project_id = ${run.projectId} AND b.period = ${run.period}
      AND b.voided_at = 0 AND b.state <> 'draft' AND b.run_id IS NOT ${run.id})`,
    agreements: sql<number>`EXISTS (SELECT 1 FROM payer_agreements g WHERE g.project_id = ${run.projectId})`,
  }
}

/**
 * The facts of the month of a run that is being gone through. Whatever bills there are beside those that its steps have
 * counted are others'; looking at each of its own for whose it is would cost more with every step.
 */
export function stepFacts() {
  const run = { id: sql`bill_runs.id`, projectId: sql`bill_runs.project_id`, period: sql`bill_runs.period` }
  return {
    ...monthFacts(run),
    othersBilled: sql<number>`(SELECT count(*) FROM bills b
      WHERE b.project_id = ${run.projectId} AND b.period = ${run.period}) <> bill_runs.bills`,
  }
}

/** Adds one step of a run to a write: its bills, its skips and the run's progress; the last one makes the run ready. */
export function addStep(ctx: Ctx, write: Write, run: RunToCompute, facts: MonthFacts): void {
  const step = run.stepsDone
  const last = step === run.boundaries.length
  write.changeOne(
    sql`UPDATE bill_runs SET steps_done = ${step + 1}, state = 'computing'
      WHERE id = ${run.id} AND steps_done = ${step} AND state IN ('draft', 'computing')`,
    runMoved,
  )
  // Time first, as in every id; then its end, so that steps of the same moment do not meet: ids of one millisecond begin
  // with the same chance and count on from it.
  const id = newId('bill', ctx.now)
  const idPrefix = id.slice(0, 'bill_'.length + 10) + id.slice(-5)
  const statements = stepStatements({
    run,
    after: run.boundaries[step - 1] ?? beforeAll,
    upTo: run.boundaries[step] ?? afterAll,
    idPrefix,
    now: ctx.now,
    othersBilled: facts.othersBilled === 1,
    agreements: facts.agreements === 1,
  })
  for (const statement of statements) write.change(statement)
  write.change(last ? summed(ctx, run) : counted(run, idPrefix))
}

/** Adds the bills of a step to those of the run. */
function counted({ id, projectId, period }: RunToCompute, idPrefix: string): SQL {
  return sql`UPDATE bill_runs SET bills = bills + (SELECT count(*) FROM bills
      WHERE project_id = ${projectId} AND period = ${period} AND id > ${idPrefix} AND id < ${idPrefix + afterAll})
    WHERE id = ${id}`
}

function summed(ctx: Ctx, run: RunToCompute): SQL {
  return sql`UPDATE bill_runs SET state = 'ready', ready_at = ${ctx.now}, bills = made.bills, total_fen = made.fen,
      skips = (SELECT count(*) FROM bill_run_skips WHERE run_id = ${run.id})
    FROM (SELECT count(*) AS bills, coalesce(sum(amount_fen), 0) AS fen FROM bills
      WHERE project_id = ${run.projectId} AND period = ${run.period} AND run_id = ${run.id}) AS made
    WHERE bill_runs.id = ${run.id}`
}
