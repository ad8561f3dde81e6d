import type { Write } from '@heju/db'
import { sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { isPartOfCompany } from '../../estate/organisation/index.ts'
import { projects } from '../../estate/projects/index.ts'
import { permissionRules, type OwnRole } from '../../permissions/index.ts'
import { roleAssignments, roleForCompany, rowsOfScope, type ScopedRole } from '../roles/index.ts'
import { todayOf } from '../../today.ts'
import { projectUnknown, unitUnknown } from './errors.ts'

export const unitsIn = (wanted: readonly ScopedRole[]) => [
  ...new Set(wanted.flatMap(({ scope }) => (scope.kind === 'unit' ? [scope.unitId] : []))),
]

/** Rows of assignments as JSON, for `heldAlready`. */
const rowsOf = (wanted: readonly ScopedRole[]) =>
  JSON.stringify(
    wanted.flatMap(({ role, scope }) =>
      rowsOfScope(scope).map(({ scopeKind, scopeId }) => [role, scopeKind, scopeId]),
    ),
  )

/**
 * Whether each of some rows is what somebody holds already, or something else of it is so, for SQL: what may be given no more
 * stays with whoever has it, so that their other roles can be changed.
 * @param row what the condition calls a row, in the order of `rowsOf`
 */
function eachHeldOr(staffId: string, wanted: readonly ScopedRole[], so: (row: SQL) => SQL): SQL {
  const row = sql`given.value`
  return sql`NOT EXISTS (SELECT 1 FROM json_each(${rowsOf(wanted)}) AS given WHERE NOT (${so(row)})
    AND NOT EXISTS (SELECT 1 FROM ${roleAssignments} AS a WHERE a.staff_id = ${staffId} AND a.role = ${row} ->> 0
      AND a.scope_kind = ${row} ->> 1 AND a.scope_id = ${row} ->> 2))`
}

/**
 * Refuses projects that are not there or were archived, and units that are not there, were closed or are the whole, where
 * somebody does not hold the role there already.
 */
export function requirePlaces(ctx: Ctx, write: Write, staffId: string, wanted: readonly ScopedRole[]): void {
  const of = (kind: ScopedRole['scope']['kind']) => wanted.filter(({ scope }) => scope.kind === kind)
  const [ofUnits, ofProjects] = [of('unit'), of('projects')]
  const isOpen = (row: SQL) => isPartOfCompany(sql`${row} ->> 2`, todayOf(ctx))
  if (ofUnits.length > 0) write.require(eachHeldOr(staffId, ofUnits, isOpen), unitUnknown)
  const isInUse = (row: SQL) =>
    sql`EXISTS (SELECT 1 FROM ${projects} AS p WHERE p.id = ${row} ->> 2 AND p.archived_at IS NULL)`
  if (ofProjects.length > 0) write.require(eachHeldOr(staffId, ofProjects, isInUse), projectUnknown)
}

/**
 * Refuses a role of the company's own for a part of it that carries what concerns the whole: it would say what it does not
 * let do. Whoever holds it so already keeps it.
 */
export function requireForCompany(
  write: Write,
  staffId: string,
  wanted: readonly ScopedRole[],
  { byId, nameOf }: { byId: ReadonlyMap<string, OwnRole>; nameOf: ReadonlyMap<string, string> },
): void {
  const parts = wanted.filter(
    ({ role, scope }) =>
      scope.kind !== 'company' &&
      byId.get(role)?.permissions.some((one) => permissionRules[one].companyWide === true),
  )
  const [first] = parts
  if (first === undefined) return
  const refused = roleForCompany({ name: nameOf.get(first.role) ?? '' })
  write.require(
    eachHeldOr(staffId, parts, () => sql`0`),
    refused,
  )
}
