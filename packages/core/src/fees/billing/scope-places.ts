import { sql, type SQL } from 'drizzle-orm'
import { buildings } from '../../estate/registry/index.ts'
import type { TargetKind } from '../items/index.ts'
import type { TariffBasis } from './rules.ts'
import { targetNames } from './targets.ts'
import type { Scope } from './tariff-schemas.ts'

/** A tariff to be assigned, as far as its statements need it. */
export interface TariffToAssign {
  tariffId: string
  projectId: string
  basis: TariffBasis
  feeItem: string
}

/** The same, its project and what it is for perhaps as queries that find them. */
export type TariffAsked = Omit<TariffToAssign, 'projectId' | 'feeItem'> &
  Record<'projectId' | 'feeItem', string | SQL>

/** Rooms or parking spaces, by what a tariff is calculated by. */
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

/** Those that it means for a tariff. */
export function placesOf(tariff: TariffAsked, scope: Scope): SQL {
  return placesIn(kindOf(tariff.basis), tariff.projectId, scope)
}

/**
 * Whether a scope names a room, space or building by its id that is not in the project: another's, an archived room or space,
 * or none at all. 1 or 0.
 */
export function namesForeign(kind: TargetKind, projectId: string | SQL, scope: Scope): SQL<number> {
  switch (scope.kind) {
    case 'places':
      return sql`(SELECT count(*) FROM (${placesIn(kind, projectId, scope)})) < ${new Set<string>(scope.ids).size}`
    case 'building':
      return sql`(SELECT count(*) FROM ${buildings} WHERE project_id = ${projectId} AND id IN (${each(scope.values)}))
        < ${new Set<string>(scope.values).size}`
    default:
      return sql`0`
  }
}

function meant(scope: Scope): SQL {
  switch (scope.kind) {
    case 'project':
      return sql`1`
    case 'room_use':
      return sql`t.use IN (${each(scope.values)})`
    case 'parking_kind':
      return sql`t.kind IN (${each(scope.values)})`
    case 'building':
      return sql`t.building_id IN (${each(scope.values)})`
    case 'places':
      return sql`t.id IN (${each(scope.ids)})`
  }
}

/** Texts as a subquery with one parameter, however many they are. */
export function each(texts: readonly string[]): SQL {
  return sql`SELECT value FROM json_each(${JSON.stringify(texts)})`
}

/** Days of an assignment, both included; without an end it goes on. */
export interface Days {
  fromOn: string
  toOn: string | null
}

/** Whether assignment `a` holds on any of some days. */
export function touches({ fromOn, toOn }: Days): SQL {
  return sql`a.from_on <= coalesce(${toOn}, '9999-12-31') AND (a.to_on IS NULL OR a.to_on >= ${fromOn})`
}
