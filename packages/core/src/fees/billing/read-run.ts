import { and, eq, sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { projects } from '../../estate/projects/index.ts'
import { runNotFound } from './errors.ts'
import type { BillRunPage } from './schemas.ts'
import { billRuns, bills, billRunSkips, tariffs } from './tables.ts'

/** One run with what each tariff comes to and what was skipped, by reason. One round trip. @throws `billing.run_not_found` */
export async function readRun(ctx: Ctx, runId: string): Promise<BillRunPage> {
  ctx.require('bills.read')
  const [[run], byTariff, skipped] = await ctx.db.orm.batch([
    runRows(ctx).where(eq(billRuns.id, runId)),
    ctx.db.orm
      .select({
        tariffId: tariffs.id,
        name: tariffs.name,
        feeItem: tariffs.feeItem,
        bills: sql<number>`count(*)`,
        totalFen: sql<number>`sum(${bills.amountFen})`,
      })
      .from(billRuns)
      // Named by project and month, so that the index of bills serves it.
      .innerJoin(
        bills,
        and(
          eq(bills.projectId, billRuns.projectId),
          eq(bills.period, billRuns.period),
          eq(bills.runId, billRuns.id),
        ),
      )
      .innerJoin(tariffs, eq(tariffs.id, bills.tariffId))
      .where(eq(billRuns.id, runId))
      .groupBy(tariffs.id),
    ctx.db.orm
      .select({ reason: billRunSkips.reason, count: sql<number>`count(*)` })
      .from(billRunSkips)
      .where(eq(billRunSkips.runId, runId))
      .groupBy(billRunSkips.reason),
  ])
  if (run === undefined || !ctx.may('bills.read', run.projectId)) throw runNotFound()
  return { ...run, tariffs: byTariff, skipped }
}

export function runRows(ctx: Ctx) {
  return ctx.db.orm
    .select({
      id: billRuns.id,
      projectId: billRuns.projectId,
      projectName: projects.name,
      period: billRuns.period,
      dueOn: billRuns.dueOn,
      state: billRuns.state,
      targets: billRuns.targets,
      stepsDone: billRuns.stepsDone,
      steps: sql<number>`json_array_length(${billRuns.boundariesJson}) + 1`,
      bills: billRuns.bills,
      totalFen: billRuns.totalFen,
      skips: billRuns.skips,
      createdAt: billRuns.createdAt,
      readyAt: billRuns.readyAt,
      publishedAt: billRuns.publishedAt,
      discardedAt: billRuns.discardedAt,
    })
    .from(billRuns)
    .innerJoin(projects, eq(projects.id, billRuns.projectId))
    .$dynamic()
}
