import { and, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm'
import { rooms, parkingSpaces } from '../../estate/registry/index.ts'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { projectNotFound, projects } from '../../estate/projects/index.ts'
import { todayOf } from '../../today.ts'
import { dropDrafts } from './discard-bill-run.ts'
import { dueOf } from './due-day.ts'
import { runUnderWay } from './errors.ts'
import { expandScopes } from './expand-scopes.ts'
import { openRunStates } from './rules.ts'
import { addStep, inlineTargets, monthFacts, stepTargets } from './run-steps.ts'
import { draftBillRunSchema, type DraftBillRun } from './schemas.ts'
import { billRuns } from './tables.ts'

/**
 * Drafts the bills of a project for a month (D125): nobody but staff sees them until they are published. An earlier
 * draft of the same month is replaced; what is billed already is left alone. A project of up to 5,000 rooms and spaces is
 * ready when this returns, a larger one is gone through in steps by the queue.
 * @throws `projects.not_found`, `billing.run_under_way`, and what `dueOf` throws
 */
export async function draftBillRun(ctx: Ctx, raw: DraftBillRun): Promise<{ runId: string }> {
  const input = parse(draftBillRunSchema, raw)
  const { runId, projectId, period } = input
  ctx.require('bills.run', projectId)
  const dueOn = dueOf(ctx, input)
  return ctx.write('billing.draft_run', input, async (write) => {
    const { earlier, boundaries, targets, facts, there } = await whatIsThere(ctx, runId, projectId, period)
    // A bill made alone since we looked would be billed a second time: its days are told by no index.
    write.require(sql`(${billsThere(projectId, period)}) = ${there}`, runUnderWay)
    for (const open of earlier) dropDrafts(ctx, write, { ...open, projectId, period })
    const run = { id: runId, projectId, period, dueOn }
    write.add(
      ctx.db.orm.insert(billRuns).values({
        ...run,
        state: 'draft',
        targets,
        boundariesJson: JSON.stringify(boundaries),
        createdAt: ctx.now,
        createdBy: ctx.actor.id,
      }),
      runUnderWay,
    )
    const today = todayOf(ctx)
    for (const expansion of expandScopes(projectId, today)) write.change(expansion)
    if (targets <= inlineTargets) addStep(ctx, write, { ...run, boundaries, stepsDone: 0 }, facts)
    else write.publish({ type: 'billing.run_requested', runId })
    write.audit('billing.run_drafted', runId, { projectId, detail: { period, dueOn } })
    return { runId }
  })
}

function billsThere(projectId: string, period: string): SQL {
  return sql`SELECT count(*) FROM bills WHERE project_id = ${projectId} AND period = ${period}`
}

async function whatIsThere(ctx: Ctx, runId: string, projectId: string, period: string) {
  const all = sql`SELECT id FROM ${rooms} WHERE project_id = ${projectId} AND archived_at IS NULL
    UNION ALL SELECT id FROM ${parkingSpaces} WHERE project_id = ${projectId} AND archived_at IS NULL`
  // Archived ones are numbered as well: where steps end may be anywhere, and the index alone tells it.
  const numbered = sql`SELECT id, row_number() OVER (ORDER BY id) AS n
    FROM (SELECT id FROM ${rooms} WHERE project_id = ${projectId} UNION ALL SELECT id FROM ${parkingSpaces} WHERE project_id = ${projectId})`
  const orm = ctx.db.orm
  const [[project], earlier, [counted], [facts]] = await orm.batch([
    orm
      .select({ id: projects.id })
      .from(projects)
      .where(and(eq(projects.id, projectId), isNull(projects.archivedAt))),
    orm
      .select({ id: billRuns.id })
      .from(billRuns)
      .where(
        and(
          eq(billRuns.projectId, projectId),
          eq(billRuns.period, period),
          inArray(billRuns.state, [...openRunStates]),
        ),
      ),
    orm
      .select({
        targets: sql<number>`(SELECT count(*) FROM (${all}))`,
        boundaries: sql<string>`json_group_array(id) FILTER (WHERE n % ${stepTargets} = 0)`,
      })
      .from(sql`(${numbered})`),
    orm
      .select({
        ...monthFacts({ id: runId, projectId, period }),
        there: sql<number>`(${billsThere(projectId, period)})`,
      })
      .from(sql`(SELECT 1)`),
  ])
  if (project === undefined || counted === undefined || facts === undefined) throw projectNotFound()
  return {
    earlier,
    targets: counted.targets,
    boundaries: JSON.parse(counted.boundaries) as string[],
    facts,
    there: facts.there,
  }
}
