import { sql, type SQL } from 'drizzle-orm'

/**
 * Whether nobody has said of some day from one to another, both included, on which an assignment (alias given) and a tariff
 * charge its place for the same, that both are charged. What was said is kept with the days of the assignments, and with
 * nothing else: scopes say it of places when these come under them.
 * @param said where the tariff's assignments are; those that places get which came since stand elsewhere
 */
export function unmeant(
  assignment: string,
  tariff: SQL,
  from: SQL,
  to: SQL,
  said: SQL = sql`tariff_assignments`,
): SQL {
  const a = sql.raw(assignment)
  return sql`(NOT ${a}.beside AND ${unsaid(sql`${a}.target_id`, tariff, from, to, said)})`
}

/**
 * Whether on some day from one to another none of some tariffs charges a place beside others. That changes only after the
 * last day of something that was said: these days and the first one tell of all.
 * @param tariffs one id or several, with commas
 */
export function unsaid(
  place: SQL,
  tariffs: SQL,
  from: SQL,
  to: SQL,
  said: SQL = sql`tariff_assignments`,
): SQL {
  const its = sql`FROM ${said} x WHERE x.target_id = ${place} AND x.tariff_id IN (${tariffs}) AND x.beside`
  return sql`EXISTS (SELECT 1 FROM (SELECT ${from} AS day
      UNION SELECT date(x.to_on, '+1 day') ${its} AND x.to_on >= ${from} AND x.to_on < ${to}) AS d
    WHERE NOT EXISTS (SELECT 1 ${its} AND x.from_on <= d.day AND (x.to_on IS NULL OR x.to_on >= d.day)))`
}
