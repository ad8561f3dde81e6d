import { addDays, newId, type CivilDate } from '@heju/kernel'
import { sql, type SQL } from 'drizzle-orm'
import { isExclusive } from '../items/index.ts'
import { othersToKeep } from './other-charges.ts'
import type { OthersDecision } from './rules.ts'
import { each, kindOf, placesOf, type Days, type TariffToAssign } from './scope-places.ts'
import type { Scope } from './tariff-schemas.ts'

/**
 * Charges the places of a scope by a tariff on those of the days on which it does not charge them already.
 * @param others whether places that have another charge for the same are left out
 */
export function assignNow(
  tariff: TariffToAssign,
  scope: Scope,
  days: Days,
  others: OthersDecision | undefined,
): SQL {
  const { tariffId } = tariff
  const { fromOn } = days
  const last = sql`coalesce(${days.toOn}, '9999-12-31')`
  const its = sql`FROM tariff_assignments a WHERE a.target_id = p.id AND a.tariff_id = ${tariffId}`
  return sql`INSERT INTO tariff_assignments (target_id, tariff_id, from_on, to_on)
    SELECT id, ${tariffId}, day, coalesce((SELECT date(min(a.from_on), '-1 day') ${its} AND a.from_on > day AND a.from_on <= ${last}), ${days.toOn})
    FROM (SELECT id, ${fromOn} AS day FROM (${placesOf(tariff, scope)})
      UNION SELECT p.id, date(a.to_on, '+1 day') FROM (${placesOf(tariff, scope)}) AS p
        JOIN tariff_assignments a ON a.target_id = p.id AND a.tariff_id = ${tariffId} AND a.to_on >= ${fromOn} AND a.to_on < ${last}) AS p
    WHERE NOT EXISTS (SELECT 1 ${its} AND a.from_on <= day AND (a.to_on IS NULL OR a.to_on >= day))
      ${others === 'keep' ? sql`AND NOT EXISTS (SELECT 1 ${othersToKeep(tariff, days)})` : sql``}`
}

/** Cuts some assignments in two at a day, the first of the second part: they charge as before. */
export function cutAt(theirs: SQL, day: string): SQL[] {
  const across = sql`${theirs} AND from_on < ${day} AND (to_on IS NULL OR to_on >= ${day})`
  return [
    sql`INSERT INTO tariff_assignments (target_id, tariff_id, from_on, to_on)
      SELECT target_id, tariff_id, ${day}, to_on FROM tariff_assignments WHERE ${across}`,
    sql`UPDATE tariff_assignments SET to_on = ${addDays(day as CivilDate, -1)} WHERE ${across}`,
  ]
}

/**
 * Ends what some tariffs charge the places of a scope after a day: an assignment under way gets its last day, one that
 * would begin later is dropped, and later places are not charged either.
 * @param tariffs a subquery of ids
 */
export function endAfter(
  tariffs: SQL,
  tariff: TariffToAssign,
  scope: Scope,
  toOn: string,
  now: number,
): SQL[] {
  const theirs = sql`tariff_id IN (${tariffs}) AND target_id IN (${placesOf(tariff, scope)})`
  return [
    sql`DELETE FROM tariff_assignments WHERE ${theirs} AND from_on > ${toOn}`,
    sql`UPDATE tariff_assignments SET to_on = ${toOn} WHERE ${theirs} AND (to_on IS NULL OR to_on > ${toOn})`,
    ...endScopes(tariffs, tariff, scope, toOn, now),
  ]
}

/** What some tariffs charge later places of a scope ends after a day. */
export function endScopes(
  tariffs: SQL,
  tariff: TariffToAssign,
  scope: Scope,
  toOn: string,
  now: number,
): SQL[] {
  const same = sql`tariff_id IN (${tariffs}) AND NOT excluded AND ${whole(scope)}`
  return [
    sql`DELETE FROM tariff_scopes WHERE ${same} AND from_on > ${toOn}`,
    sql`UPDATE tariff_scopes SET to_on = ${toOn} WHERE ${same} AND (to_on IS NULL OR to_on > ${toOn})`,
    ...(scope.kind === 'project'
      ? []
      : exclude(tariffs, tariff, scope, { fromOn: dayAfter(toOn), toOn: null }, now)),
  ]
}

/** The scopes that end with a scope: wider than one is only the project, and narrower ones end with that. */
function whole(scope: Scope): SQL {
  if (scope.kind === 'project') return sql`1`
  return scope.kind === 'places' ? sql`0` : sql`kind = ${scope.kind} AND value IN (${each(scope.values)})`
}

/**
 * After any place that there will be. The code of November 2026 reads what is taken out as a scope like others: with this
 * it finds no place that came since, and for places of its kind sees nothing wider either, so that after a roll-back nobody
 * is charged by it. A number that JSON and SQLite hold exactly, epoch ms.
 */
const noPlaceYet = Number.MAX_SAFE_INTEGER

/** Later places of a scope do not come under what some tariffs have had for scopes until now, on some days. */
export function exclude(tariffs: SQL, tariff: TariffToAssign, scope: Scope, days: Days, now: number): SQL[] {
  if (scope.kind === 'places') return []
  // Each tariff that has a scope to be taken out of: of the same kind and value, nothing is left of it.
  return [
    sql`INSERT INTO tariff_scopes (id, tariff_id, project_id, kind, value, excluded, from_on, to_on, created_at)
      SELECT j.value ->> 0 || '_' || f.id, f.id, ${tariff.projectId}, ${scope.kind}, j.value ->> 1, 1, ${days.fromOn}, ${days.toOn}, ${noPlaceYet}
      FROM (${tariffs}) AS f CROSS JOIN json_each(${scopeRows(tariff, scope, now)}) AS j
      WHERE EXISTS (SELECT 1 FROM tariff_scopes s WHERE s.project_id = ${tariff.projectId} AND s.tariff_id = f.id AND NOT s.excluded
        AND (s.to_on IS NULL OR s.to_on >= ${days.fromOn}))`,
  ]
}

function dayAfter(day: string): CivilDate {
  return addDays(day as CivilDate, 1)
}

/**
 * The other tariffs of the project that stand for the same, in use or not: a query of ids. Charges that stand beside each
 * other are never the same; a surcharge stands beside all.
 */
export function othersOf(tariff: TariffToAssign): SQL {
  return sql`SELECT id FROM tariffs WHERE project_id = ${tariff.projectId} AND fee_item = ${tariff.feeItem} AND ${isExclusive(sql`fee_item`)}
    AND NOT surcharge AND id <> ${tariff.tariffId} AND basis ${kindOf(tariff.basis) === 'room' ? sql`<>` : sql`=`} 'parking_space'`
}

/**
 * Whatever else is charged for the same in a scope leaves its days to another tariff, if that is in use: for all time, or for
 * some days, and then it goes on after them.
 */
export function endOthers(tariff: TariffToAssign, scope: Scope, days: Days, now: number): SQL[] {
  const inUse = sql`EXISTS (SELECT 1 FROM tariffs WHERE id = ${tariff.tariffId} AND state = 'active' AND NOT surcharge)`
  const others = sql`${othersOf(tariff)} AND ${inUse}`
  const { fromOn, toOn } = days
  if (toOn === null) return endAfter(others, tariff, scope, addDays(fromOn as CivilDate, -1), now)
  const theirs = sql`tariff_id IN (${others}) AND target_id IN (${placesOf(tariff, scope)})`
  return [
    ...cutAt(theirs, fromOn),
    ...cutAt(theirs, dayAfter(toOn)),
    sql`DELETE FROM tariff_assignments WHERE ${theirs} AND from_on BETWEEN ${fromOn} AND ${toOn}`,
    ...exclude(others, tariff, scope, { fromOn, toOn }, now),
  ]
}

/**
 * Remembers a scope, one row for each of its values, so that places which are added later come under it; single places
 * are remembered by themselves.
 */
export function rememberScope(
  tariff: TariffToAssign,
  scope: Scope,
  days: Days,
  { others, now }: { others: OthersDecision | undefined; now: number },
): SQL[] {
  if (scope.kind === 'places') return []
  const yields = others === 'keep' ? 1 : 0
  return [
    sql`INSERT INTO tariff_scopes (id, tariff_id, project_id, kind, value, yields, from_on, to_on, created_at)
      SELECT value ->> 0, ${tariff.tariffId}, ${tariff.projectId}, ${scope.kind}, value ->> 1, ${yields}, ${days.fromOn}, ${days.toOn}, ${now}
      FROM json_each(${scopeRows(tariff, scope, now)})`,
  ]
}

/** An id and a value for each row of a scope, as JSON. */
function scopeRows(tariff: TariffToAssign, scope: Exclude<Scope, { kind: 'places' }>, now: number): string {
  const values = scope.kind === 'project' ? [tariff.projectId] : [...new Set<string>(scope.values)]
  return JSON.stringify(values.map((value) => [newId('scope', now), value]))
}
