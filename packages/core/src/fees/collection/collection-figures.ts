import { addDays, civilDateOf, firstDay, instantOf, shareE4, type CivilDate, type Period } from '@heju/kernel'
import { sql, type SQL } from 'drizzle-orm'
import * as v from 'valibot'
import type { Ctx } from '../../context.ts'
import { idSchema, parse } from '../../input.ts'
import { projects } from '../../estate/projects/index.ts'
import { bills, periodSchema } from '../billing/index.ts'
import { paymentLines, payments } from '../payments/index.ts'
import { todayOf } from '../../today.ts'
import { measuredAfterDays } from './shape.ts'

export const collectionFiguresSchema = v.object({
  from: periodSchema,
  to: periodSchema,
  projectId: v.optional(idSchema('proj')),
})
export type CollectionFiguresQuery = v.InferInput<typeof collectionFiguresSchema>

/** What was billed and collected of one project and month. */
export const collectionFigureSchema = v.object({
  projectId: v.string(),
  period: v.string(),
  bills: v.number(),
  billedFen: v.number(),
  collectedFen: v.number(),
  /** Owed and past its due day. */
  overdueFen: v.number(),
  /** collected ÷ billed × 10^4 as it is now; null when nothing was billed. */
  rateE4: v.nullable(v.number()),
  /** When the month fell due, and the day at whose end it is measured for comparison. */
  dueOn: v.string(),
  measuredOn: v.string(),
  /** As it was at the end of that day, for good; null until the day is over. */
  measured: v.nullable(
    v.object({ billedFen: v.number(), collectedFen: v.number(), rateE4: v.nullable(v.number()) }),
  ),
})
type CollectionFigure = v.InferOutput<typeof collectionFigureSchema>

/**
 * What was billed and collected, by project and month (D126, D193): as it is now, and as it was so many days after the
 * month fell due, which stays what it is and so can be compared. One round trip.
 */
export async function collectionFigures(ctx: Ctx, raw: CollectionFiguresQuery): Promise<CollectionFigure[]> {
  const { projectId, ...months } = parse(collectionFiguresSchema, raw)
  ctx.require('bills.read', projectId)
  const scope = projectId === undefined ? ctx.projectsWhere('bills.read') : [projectId]
  const rows = await collectedIn(ctx, months, scope)
  return rows.map((row) => collectionOf(ctx, row))
}

/** What `collectedIn` reads of one project and month. */
export interface Collected {
  projectId: string
  period: string
  bills: number
  billedFen: number
  collectedFen: number
  overdueFen: number
  /**
   * The due day of the month's first run. Where there was none before a month of bills made alone was measured, that of
   * the first of those: what has been measured stays.
   */
  dueOn: string
  /** Bills that were published and not void at the end of the day on which the month is measured, … */
  thenBilledFen: number
  /** … and what of them had been taken into the books by then. */
  thenCollectedFen: number
}

/** The figures of a row; `measured` once its day is over. */
export function collectionOf(ctx: Ctx, row: Collected): CollectionFigure {
  const { thenBilledFen, thenCollectedFen, dueOn, ...now } = row
  const measuredOn = addDays(dueOn as CivilDate, measuredAfterDays)
  const over = measuredOn < todayOf(ctx)
  return {
    ...now,
    rateE4: shareE4(now.collectedFen, now.billedFen),
    dueOn,
    measuredOn,
    measured: over
      ? {
          billedFen: thenBilledFen,
          collectedFen: thenCollectedFen,
          rateE4: shareE4(thenCollectedFen, thenBilledFen),
        }
      : null,
  }
}

/**
 * The query of `collectionFigures`, for a batch with others. What counts on the day of measuring follows from records
 * that are only ever added to: when a bill was published and voided, and on which day a payment, or its reversal, came
 * into the books. So it comes out the same whenever it is asked.
 * @param scope the projects that the actor may see
 */
export function collectedIn(
  ctx: Ctx,
  { from, to }: CollectionFiguresQuery,
  scope: 'all' | readonly string[],
) {
  const { zone } = ctx.company
  const today = civilDateOf(ctx.now, zone)
  const start = firstDay(from as Period)
  // From a day's midnight in UTC to that of the company's zone.
  const shift = instantOf(start, '00:00', zone) - Date.parse(`${start}T00:00:00Z`)
  const those =
    scope === 'all'
      ? sql`SELECT id FROM ${projects}`
      : sql`SELECT value FROM json_each(${JSON.stringify(scope)})`
  const which = sql`b.project_id IN (${those}) AND b.period BETWEEN ${from} AND ${to} AND b.state <> 'draft'`
  const endOf = (day: SQL) => sql`(unixepoch(${day}) + 86400) * 1000 + ${shift}`
  const ends = endOf(sql`d.measured_on`)
  const counts = sql`coalesce(b.published_at, 0) < ${ends} AND (b.voided_at = 0 OR b.voided_at >= ${ends})`
  const owed = sql`b.state = 'published'`
  const after = sql.raw(`'+${measuredAfterDays} days'`)
  // Of the bills of runs and of those made alone each the first that owners saw: with `min`, SQLite takes the other
  // columns from its row.
  return ctx.db.orm.all<Collected>(sql`WITH first AS (
      SELECT b.project_id, b.period, b.run_id IS NOT NULL AS run, b.due_on, min(coalesce(b.published_at, 0)) AS at
      FROM ${bills} b WHERE ${which} GROUP BY b.project_id, b.period, b.run_id IS NOT NULL),
    due AS MATERIALIZED (SELECT project_id, period, due_on, date(due_on, ${after}) AS measured_on FROM (
      SELECT project_id, period, iif(alone_on IS NULL OR run_at < ${endOf(sql`date(alone_on, ${after})`)}, run_on, alone_on) AS due_on
      FROM (SELECT project_id, period, max(iif(run, due_on, NULL)) AS run_on, max(iif(run, at, NULL)) AS run_at,
        max(iif(run, NULL, due_on)) AS alone_on FROM first GROUP BY project_id, period)))
    SELECT b.project_id AS projectId, b.period, d.due_on AS dueOn, sum(${owed}) AS bills,
      sum(CASE WHEN ${owed} THEN b.amount_fen ELSE 0 END) AS billedFen,
      sum(CASE WHEN ${owed} THEN b.paid_fen ELSE 0 END) AS collectedFen,
      sum(CASE WHEN ${owed} AND b.due_on < ${today} THEN b.amount_fen - b.paid_fen ELSE 0 END) AS overdueFen,
      sum(CASE WHEN ${counts} THEN b.amount_fen ELSE 0 END) AS thenBilledFen,
      sum(CASE WHEN ${counts} THEN (SELECT coalesce(sum(l.amount_fen), 0)
        FROM ${paymentLines} l JOIN ${payments} p ON p.id = l.payment_id
        WHERE l.bill_id = b.id AND p.recorded_on <= d.measured_on) ELSE 0 END) AS thenCollectedFen
    FROM due d JOIN ${bills} b ON b.project_id = d.project_id AND b.period = d.period AND b.state <> 'draft'
    GROUP BY b.project_id, b.period ORDER BY b.period, b.project_id`)
}
