import { sql, type SQL } from 'drizzle-orm'
import { othersOf } from './assign-statements.ts'
import type { TariffToAssign } from './scope-places.ts'

/**
 * Cuts assignments of a tariff where days begin and end on which something else in use is charged for the same, if both were
 * not said of them, and marks those days: with 1, that both are charged. -1 tells meanwhile which assignments are cut.
 * @param which of its assignments `m`, a condition
 */
export function cutWhereOthersCharge(tariff: TariffToAssign, which: SQL, mark: number): SQL[] {
  const { tariffId } = tariff
  const its = sql`m.tariff_id = ${tariffId} AND m.beside = -1`
  const others = sql`a.target_id = m.target_id AND NOT a.beside
    AND a.tariff_id IN (SELECT id FROM tariffs WHERE state = 'active' AND id IN (${othersOf(tariff)}))`
  const marked = (day: SQL) => sql`EXISTS (SELECT 1 FROM tariff_assignments a
    WHERE ${others} AND a.from_on <= ${day} AND (a.to_on IS NULL OR a.to_on >= ${day})) * CAST(${mark} AS INTEGER)`
  const within = (day: SQL) => sql`${day} > m.from_on AND ${day} <= coalesce(m.to_on, '9999-12-31')`
  const [first, after] = [sql`a.from_on`, sql`date(a.to_on, '+1 day')`]
  const edges = (
    day: SQL,
  ) => sql`SELECT m.rowid AS seq, m.target_id, m.to_on, ${day} AS day FROM tariff_assignments m
    JOIN tariff_assignments a ON ${others} WHERE ${its} AND ${within(day)}`
  return [
    sql`UPDATE tariff_assignments AS m SET beside = -1 WHERE m.tariff_id = ${tariffId} AND NOT m.beside AND ${which} AND EXISTS (SELECT 1
      FROM tariff_assignments a WHERE ${others} AND a.from_on <= coalesce(m.to_on, '9999-12-31') AND (a.to_on IS NULL OR a.to_on >= m.from_on))`,
    sql`INSERT INTO tariff_assignments (target_id, tariff_id, from_on, to_on, beside)
      SELECT m.target_id, ${tariffId}, m.day, coalesce(date(lead(m.day) OVER (PARTITION BY m.seq ORDER BY m.day), '-1 day'), m.to_on), ${marked(sql`m.day`)}
      FROM (${edges(first)} UNION ${edges(after)}) AS m`,
    sql`UPDATE tariff_assignments AS m SET beside = ${marked(sql`m.from_on`)}, to_on = coalesce((SELECT date(min(n.from_on), '-1 day')
        FROM tariff_assignments n WHERE n.target_id = m.target_id AND n.tariff_id = m.tariff_id AND ${within(sql`n.from_on`)}), m.to_on)
      WHERE ${its}`,
  ]
}
