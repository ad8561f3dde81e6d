import { addMonths, parsePeriod } from '@heju/kernel'
import { eq, sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { placeName, rooms, parkingSpaces } from '../../estate/registry/index.ts'
import { isExclusive } from '../items/index.ts'
import { runNotFound } from './errors.ts'
import type { RunChanges } from './schemas.ts'
import { billRuns } from './tables.ts'

/** As many of each sort as one page shows; the counts are of all. */
const mostShown = 100

interface ChangeRow {
  kind: 'same' | 'changed' | 'added' | 'gone'
  count: number
  beforeFen: number
  afterFen: number
  targetId: string | null
  isRoom: number
  place: string
  fee: string
  feeItem: string
  /** JSON lists of names. */
  tariffsBefore: string
  tariffsAfter: string
}

/**
 * A run beside what the same rooms and spaces were billed for the same the month before: what is new, what is gone, and
 * whose amount has changed, the largest differences first. A tariff that took the place of another is the same charge of
 * a place; a surcharge stands beside it by its own tariff, and so does each charge of an item that is not exclusive. One round trip.
 * @throws `billing.run_not_found`
 */
export async function compareRun(ctx: Ctx, runId: string): Promise<RunChanges> {
  ctx.require('bills.read')
  const { projectId, period } = billRuns
  const [[run], rows] = await ctx.db.orm.batch([
    ctx.db.orm.select({ projectId, period }).from(billRuns).where(eq(billRuns.id, runId)),
    ctx.db.orm.all<ChangeRow>(changesOf(runId)),
  ])
  if (run === undefined || !ctx.may('bills.read', run.projectId)) throw runNotFound()
  return { previous: addMonths(parsePeriod(run.period), -1), ...sums(rows), ...lists(rows) }
}

/** The month before a period, in SQL. */
const monthBefore = sql`strftime('%Y-%m', period || '-01', '-1 month')`

/** The changes of a run, after a row for each sort with its sums. A query. */
function changesOf(runId: string) {
  // Each place and charge once, whatever shares its months were cut into. Other bills of the month count as well: of a
  // second run for rooms that came late, the others are not gone.
  return sql`WITH run AS (SELECT id, project_id, period, ${monthBefore} AS previous FROM bill_runs WHERE id = ${runId}),
  each AS (SELECT coalesce(b.room_id, b.parking_space_id) AS target_id, max(b.room_id IS NOT NULL) AS is_room,
      CASE WHEN f.surcharge OR NOT ${isExclusive(sql`b.fee_item`)} THEN b.tariff_id ELSE b.fee_item END AS fee, b.fee_item,
      json_group_array(DISTINCT CASE WHEN b.period = run.previous THEN b.tariff_id END) AS tariffs_before,
      json_group_array(DISTINCT CASE WHEN b.period = run.period THEN b.tariff_id END) AS tariffs_after,
      sum(CASE WHEN b.period = run.previous THEN b.amount_fen ELSE 0 END) AS before_fen,
      sum(CASE WHEN b.period = run.period THEN b.amount_fen ELSE 0 END) AS after_fen
    FROM run CROSS JOIN bills b ON b.project_id = run.project_id AND b.period IN (run.previous, run.period)
    CROSS JOIN tariffs f ON f.id = b.tariff_id
    WHERE b.voided_at = 0 AND (b.state = 'published' OR b.run_id = run.id)
    GROUP BY 1, fee),
  sorted AS (SELECT *, CASE WHEN before_fen = after_fen THEN 'same' WHEN before_fen = 0 THEN 'added'
    WHEN after_fen = 0 THEN 'gone' ELSE 'changed' END AS kind FROM each),
  placed AS (SELECT *, row_number() OVER (PARTITION BY kind ORDER BY abs(after_fen - before_fen) DESC, target_id, fee) AS place
    FROM sorted WHERE kind <> 'same')
  SELECT kind, count(*) AS count, sum(before_fen) AS beforeFen, sum(after_fen) AS afterFen, NULL AS targetId, 0 AS isRoom,
    '' AS place, '' AS fee, '' AS feeItem, '[]' AS tariffsBefore, '[]' AS tariffsAfter FROM sorted GROUP BY kind
  UNION ALL
  SELECT p.kind, 1, p.before_fen, p.after_fen, p.target_id, p.is_room, ${placeName('r', 's')}, p.fee, p.fee_item,
    ${namesOf(sql`p.tariffs_before`)}, ${namesOf(sql`p.tariffs_after`)}
  FROM placed p LEFT JOIN ${rooms} r ON r.id = p.target_id LEFT JOIN ${parkingSpaces} s ON s.id = p.target_id
  WHERE p.place <= ${mostShown}`
}

/** The names of tariffs that a JSON list has the ids of, as a JSON list. */
function namesOf(ids: SQL): SQL {
  return sql`(SELECT json_group_array(name) FROM (SELECT f.name FROM tariffs f
    WHERE f.id IN (SELECT value FROM json_each(${ids})) ORDER BY f.name))`
}

function sums(rows: readonly ChangeRow[]): Pick<RunChanges, 'previousFen' | 'totalFen' | 'counts'> {
  const summed = rows.filter(({ targetId }) => targetId === null)
  const countOf = (kind: ChangeRow['kind']) => summed.find((row) => row.kind === kind)?.count ?? 0
  return {
    previousFen: summed.reduce((sum, { beforeFen }) => sum + beforeFen, 0),
    totalFen: summed.reduce((sum, { afterFen }) => sum + afterFen, 0),
    counts: {
      same: countOf('same'),
      changed: countOf('changed'),
      added: countOf('added'),
      gone: countOf('gone'),
    },
  }
}

function lists(rows: readonly ChangeRow[]): Pick<RunChanges, 'changed' | 'added' | 'gone'> {
  const listOf = (kind: ChangeRow['kind']) =>
    rows
      .flatMap((row) => (row.kind === kind && row.targetId !== null ? [{ ...row, id: row.targetId }] : []))
      .toSorted((a, b) => Math.abs(b.afterFen - b.beforeFen) - Math.abs(a.afterFen - a.beforeFen))
      .map(({ id, isRoom, place, fee, feeItem, tariffsBefore, tariffsAfter, beforeFen, afterFen }) => ({
        id: `${id} ${fee}`,
        place: { kind: isRoom === 1 ? ('room' as const) : ('parking' as const), id, name: place },
        feeItem,
        tariffsBefore: JSON.parse(tariffsBefore) as string[],
        tariffsAfter: JSON.parse(tariffsAfter) as string[],
        beforeFen,
        afterFen,
      }))
  return { changed: listOf('changed'), added: listOf('added'), gone: listOf('gone') }
}
