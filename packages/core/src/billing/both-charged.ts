import { sql, type SQL } from 'drizzle-orm'
import { takesIn } from './expand-scopes.ts'
import type { TargetKind } from './targets.ts'

/**
 * Whether assignment (alias given) of place `t` is charged on one of its days beside whatever else there is for the same, as
 * somebody decided: for these days of the place, or for a scope that takes it in on that day. Months before a decision and
 * after it are as they were.
 */
export function meantBeside(kind: TargetKind, assignment: string, day: SQL): SQL {
  const a = sql.raw(assignment)
  return sql`(${a}.beside OR ${saidOfScope(kind, sql`${a}.tariff_id`, day)})`
}

/**
 * Whether place `t` is charged for the same by assignment (alias given) and by a tariff on some day from one to another, both
 * included, of which nobody has said that both are charged. That changes only after the last day of something that was said:
 * these days and the first one tell of all.
 */
export function unmeant(kind: TargetKind, assignment: string, tariff: SQL, from: SQL, to: SQL): SQL {
  const within = (alias: string) =>
    sql`${sql.raw(alias)}.to_on >= ${from} AND ${sql.raw(alias)}.to_on < ${to}`
  const its = sql`FROM tariff_assignments x WHERE x.target_id = t.id AND x.tariff_id = ${tariff} AND x.beside`
  return sql`EXISTS (SELECT 1 FROM (SELECT ${from} AS day
      UNION SELECT date(c.to_on, '+1 day') FROM tariff_scopes c WHERE c.project_id = t.project_id
        AND c.tariff_id IN (${sql.raw(assignment)}.tariff_id, ${tariff}) AND c.beside AND ${within('c')}
      UNION SELECT date(x.to_on, '+1 day') ${its} AND ${within('x')}) AS d
    WHERE NOT ${meantBeside(kind, assignment, sql`d.day`)} AND NOT ${saidOfScope(kind, tariff, sql`d.day`)}
      AND NOT EXISTS (SELECT 1 ${its} AND x.from_on <= d.day AND (x.to_on IS NULL OR x.to_on >= d.day)))`
}

function saidOfScope(kind: TargetKind, tariff: SQL, day: SQL): SQL {
  return sql`EXISTS (SELECT 1 FROM tariff_scopes c WHERE c.project_id = t.project_id AND c.tariff_id = ${tariff}
    AND c.beside AND NOT c.excluded AND c.from_on <= ${day} AND (c.to_on IS NULL OR c.to_on >= ${day}) AND ${takesIn(kind, 'c')})`
}
