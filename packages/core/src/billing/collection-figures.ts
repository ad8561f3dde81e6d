import { addDays, civilDateOf, firstDay, instantOf, shareE4, type CivilDate, type Period } from '@heju/kernel'
import { sql } from 'drizzle-orm'
import * as v from 'valibot'
import type { Ctx } from '../context.ts'
import { parse } from '../input.ts'
import type { CollectionFigure } from './bill-schemas.ts'
import { measuredAfterDays } from './rules.ts'
import { periodSchema } from './schemas.ts'
import { bills } from './tables.ts'

export const collectionFiguresSchema = v.object({ from: periodSchema, to: periodSchema })
export type CollectionFiguresQuery = v.InferInput<typeof collectionFiguresSchema>

/**
 * What was billed and collected, by project and month (D126, D193): as it is now, and as it was so many days after the
 * month fell due, which stays what it is and so can be compared. One round trip.
 */
export async function collectionFigures(ctx: Ctx, raw: CollectionFiguresQuery): Promise<CollectionFigure[]> {
  const scope = ctx.projectsWhere('bills.read')
  const rows = await collectedIn(ctx, parse(collectionFiguresSchema, raw), scope)
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
  /** The due day of the month's first run; of its first bill where all were made alone. */
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
  const over = measuredOn < civilDateOf(ctx.now, ctx.company.zone)
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
 * into the books. So it comes out the same whenever it is asked. It reads the payments' tables by name, since payments
 * know bills and not the other way round.
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
  const projects =
    scope === 'all'
      ? sql`SELECT id FROM projects`
      : sql`SELECT value FROM json_each(${JSON.stringify(scope)})`
  const which = sql`b.project_id IN (${projects}) AND b.period BETWEEN ${from} AND ${to} AND b.state <> 'draft'`
  const ends = sql`(unixepoch(d.measured_on) + 86400) * 1000 + ${shift}`
  const counts = sql`coalesce(b.published_at, 0) < ${ends} AND (b.voided_at = 0 OR b.voided_at >= ${ends})`
  const owed = sql`b.state = 'published'`
  return ctx.db.orm.all<Collected>(sql`WITH due AS MATERIALIZED (
      SELECT project_id, period, due_on, date(due_on, ${`+${measuredAfterDays} days`}) AS measured_on FROM (
        SELECT b.project_id, b.period, coalesce(min(CASE WHEN b.run_id IS NOT NULL THEN b.due_on END), min(b.due_on)) AS due_on
        FROM ${bills} b WHERE ${which} GROUP BY b.project_id, b.period))
    SELECT b.project_id AS projectId, b.period, d.due_on AS dueOn, sum(${owed}) AS bills,
      sum(CASE WHEN ${owed} THEN b.amount_fen ELSE 0 END) AS billedFen,
      sum(CASE WHEN ${owed} THEN b.paid_fen ELSE 0 END) AS collectedFen,
      sum(CASE WHEN ${owed} AND b.due_on < ${today} THEN b.amount_fen - b.paid_fen ELSE 0 END) AS overdueFen,
      sum(CASE WHEN ${counts} THEN b.amount_fen ELSE 0 END) AS thenBilledFen,
      sum(CASE WHEN ${counts} THEN (SELECT coalesce(sum(l.amount_fen), 0)
        FROM payment_lines l JOIN payments p ON p.id = l.payment_id
        WHERE l.bill_id = b.id AND p.recorded_on <= d.measured_on) ELSE 0 END) AS thenCollectedFen
    FROM due d JOIN ${bills} b ON b.project_id = d.project_id AND b.period = d.period AND b.state <> 'draft'
    GROUP BY b.project_id, b.period ORDER BY b.period, b.project_id`)
}
