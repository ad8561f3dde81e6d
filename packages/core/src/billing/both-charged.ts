import { sql, type SQL } from 'drizzle-orm'
import { takesIn } from './expand-scopes.ts'
import { targetKinds, targetNames, type TargetKind } from './targets.ts'

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
 * Whether nobody has said of some day from one to another, both included, on which an assignment (alias given) and a tariff
 * charge its place for the same, that both are charged. That changes only after the last day of something that was said: these
 * days and the first one tell of all.
 */
export function unmeant(assignment: string, tariff: SQL, from: SQL, to: SQL): SQL {
  const at = targetKinds.map(
    (
      kind,
    ) => sql`EXISTS (SELECT 1 FROM ${targetNames[kind].table} t WHERE t.id = ${sql.raw(assignment)}.target_id
      AND ${unmeantOf(kind, assignment, tariff, from, to)})`,
  )
  return sql`(${sql.join(at, sql` OR `)})`
}

/** Whether both were said of a place for a row of `tariff_assignments` on a day of its own: it is none that stands against others. */
export function spared(row: string, day: SQL): SQL {
  const at = targetKinds.map(
    (kind) => sql`EXISTS (SELECT 1 FROM ${targetNames[kind].table} t WHERE t.id = ${sql.raw(row)}.target_id
      AND ${saidOfScope(kind, sql`${sql.raw(row)}.tariff_id`, day)})`,
  )
  return sql`(${sql.raw(row)}.beside OR ${sql.join(at, sql` OR `)})`
}

function unmeantOf(kind: TargetKind, assignment: string, tariff: SQL, from: SQL, to: SQL): SQL {
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
