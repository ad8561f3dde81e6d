import { addDays, type CivilDate } from '@heju/kernel'
import { sql, type SQL } from 'drizzle-orm'
import type { TariffBasis } from './rules.ts'
import { targetNames, type TargetKind } from './targets.ts'
import type { Scope } from './tariff-schemas.ts'

/** A tariff to be assigned, as far as its statements need it. */
export interface TariffToAssign {
  tariffId: string
  projectId: string
  basis: TariffBasis
  feeItem: string
}

/** Rooms or parking spaces, by what a tariff is reckoned by. */
export function kindOf(basis: TariffBasis): TargetKind {
  return basis === 'parking_space' ? 'parking' : 'room'
}

/** Whether a scope can mean what a tariff is for: rooms, or parking spaces. */
export function fits(basis: TariffBasis, scope: Scope): boolean {
  const isRoom = kindOf(basis) === 'room'
  if (scope.kind === 'room_use' || scope.kind === 'building') return isRoom
  return scope.kind !== 'parking_kind' || !isRoom
}

/** The ids of a project's rooms or spaces that a scope means. */
export function placesIn(kind: TargetKind, projectId: string | SQL, scope: Scope): SQL {
  return sql`SELECT t.id FROM ${targetNames[kind].table} t WHERE t.project_id = ${projectId} AND t.archived_at IS NULL
    AND ${meant(scope)}`
}

function placesOf(tariff: TariffToAssign, scope: Scope): SQL {
  return placesIn(kindOf(tariff.basis), tariff.projectId, scope)
}

function meant(scope: Scope): SQL {
  switch (scope.kind) {
    case 'project':
      return sql`1`
    case 'room_use':
      return sql`t.use = ${scope.value}`
    case 'parking_kind':
      return sql`t.kind = ${scope.value}`
    case 'building':
      return sql`t.building_id = ${scope.value}`
    case 'places':
      return sql`t.id IN (SELECT value FROM json_each(${JSON.stringify(scope.ids)}))`
  }
}

/** Charges the places of a scope by a tariff; where it is charged on some of these days already, nothing is added. */
export function assignNow(tariff: TariffToAssign, scope: Scope, fromOn: string, toOn: string | null): SQL {
  return sql`INSERT INTO tariff_assignments (target_id, tariff_id, from_on, to_on)
    SELECT id, ${tariff.tariffId}, ${fromOn}, ${toOn} FROM (${placesOf(tariff, scope)}) AS p
    WHERE NOT EXISTS (SELECT 1 FROM tariff_assignments a WHERE a.target_id = p.id AND a.tariff_id = ${tariff.tariffId}
      AND a.from_on <= coalesce(${toOn}, '9999-12-31') AND (a.to_on IS NULL OR a.to_on >= ${fromOn}))`
}

/**
 * Ends what some tariffs charge the places of a scope after a day: an assignment under way gets its last day, one that
 * would begin later is dropped, and the scopes by which later places would follow end likewise.
 * @param tariffs a subquery of ids
 */
export function endAfter(tariffs: SQL, tariff: TariffToAssign, scope: Scope, toOn: string): SQL[] {
  const theirs = sql`tariff_id IN (${tariffs}) AND target_id IN (${placesOf(tariff, scope)})`
  // Wider than a scope is only the project: narrower ones end with it.
  const same = sql`tariff_id IN (${tariffs}) AND ${
    scope.kind === 'project'
      ? sql`1`
      : scope.kind === 'places'
        ? sql`0`
        : sql`kind = ${scope.kind} AND value = ${scope.value}`
  }`
  return [
    sql`DELETE FROM tariff_assignments WHERE ${theirs} AND from_on > ${toOn}`,
    sql`UPDATE tariff_assignments SET to_on = ${toOn} WHERE ${theirs} AND (to_on IS NULL OR to_on > ${toOn})`,
    sql`DELETE FROM tariff_scopes WHERE ${same} AND from_on > ${toOn}`,
    sql`UPDATE tariff_scopes SET to_on = ${toOn} WHERE ${same} AND (to_on IS NULL OR to_on > ${toOn})`,
  ]
}

/** Ends whatever else is charged for the same in a scope, the day before another tariff takes its place. */
export function endOthers(tariff: TariffToAssign, scope: Scope, fromOn: string): SQL[] {
  const others = sql`SELECT id FROM tariffs WHERE project_id = ${tariff.projectId} AND fee_item = ${tariff.feeItem}
    AND id <> ${tariff.tariffId} AND basis ${kindOf(tariff.basis) === 'room' ? sql`<>` : sql`=`} 'parking_space'`
  return endAfter(others, tariff, scope, addDays(fromOn as CivilDate, -1))
}

/** Remembers a scope, so that places which are added later come under it; single places are remembered by themselves. */
export function rememberScope(
  scopeId: string,
  tariff: TariffToAssign,
  scope: Scope,
  days: { fromOn: string; toOn: string | null },
  now: number,
): SQL[] {
  if (scope.kind === 'places') return []
  const value = scope.kind === 'project' ? tariff.projectId : scope.value
  return [
    sql`INSERT INTO tariff_scopes (id, tariff_id, project_id, kind, value, from_on, to_on, created_at)
      VALUES (${scopeId}, ${tariff.tariffId}, ${tariff.projectId}, ${scope.kind}, ${value}, ${days.fromOn}, ${days.toOn}, ${now})`,
  ]
}
