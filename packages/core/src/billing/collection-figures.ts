import { civilDateOf } from '@heju/kernel'
import { and, eq, gte, inArray, lte, sql } from 'drizzle-orm'
import * as v from 'valibot'
import type { Ctx } from '../context.ts'
import { parse } from '../input.ts'
import type { CollectionFigure } from './bill-schemas.ts'
import { periodSchema } from './schemas.ts'
import { bills } from './tables.ts'

export const collectionFiguresSchema = v.object({ from: periodSchema, to: periodSchema })
export type CollectionFiguresQuery = v.InferInput<typeof collectionFiguresSchema>

/** What was billed and collected, by project and month (D126, D193). One round trip. */
export async function collectionFigures(ctx: Ctx, raw: CollectionFiguresQuery): Promise<CollectionFigure[]> {
  const scope = ctx.projectsWhere('bills.read')
  const rows = await collectedIn(ctx, parse(collectionFiguresSchema, raw), scope)
  return rows.map((row) => ({
    ...row,
    rateE4: row.billedFen === 0 ? null : Math.round((row.collectedFen / row.billedFen) * 10_000),
  }))
}

/** The query of `collectionFigures`, for a batch with others. @param scope the projects that the actor may see */
export function collectedIn(
  ctx: Ctx,
  { from, to }: CollectionFiguresQuery,
  scope: 'all' | readonly string[],
) {
  const today = civilDateOf(ctx.now, ctx.company.zone)
  return ctx.db.orm
    .select({
      projectId: bills.projectId,
      period: bills.period,
      bills: sql<number>`count(*)`,
      billedFen: sql<number>`sum(${bills.amountFen})`,
      collectedFen: sql<number>`sum(${bills.paidFen})`,
      overdueFen: sql<number>`sum(CASE WHEN ${bills.dueOn} < ${today} THEN ${bills.amountFen} - ${bills.paidFen} ELSE 0 END)`,
    })
    .from(bills)
    .where(
      and(
        scope === 'all'
          ? sql`${bills.projectId} IN (SELECT id FROM projects)`
          : inArray(bills.projectId, [...scope]),
        gte(bills.period, from),
        lte(bills.period, to),
        eq(bills.state, 'published'),
      ),
    )
    .groupBy(bills.projectId, bills.period)
}
