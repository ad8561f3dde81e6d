import type { Write } from '@heju/db'
import { sql, type SQL } from 'drizzle-orm'
import { projectsUnderJson, requireTree, treeFrom, treeQueries } from '../../estate/organisation/index.ts'
import type { Ctx } from '../../context.ts'
import { isTemplate, type Assignment, type OwnRole } from '../../permissions/index.ts'
import {
  assignmentsFrom,
  ownRolesOf,
  ownRolesQuery,
  requireLines,
  requireLinesFrom,
  roleAssignments,
  roleChangedMeanwhile,
  roleNotFound,
  rolesStamp,
  rowsOfScope,
  scopedRole,
  type AskedRole,
  type HeldRow,
  type ScopedRole,
} from '../roles/index.ts'
import { todayOf } from '../../today.ts'
import { lastAdministrator } from './errors.ts'
import { requireForCompany, requirePlaces, unitsIn } from './scopes-given.ts'
import { staff } from './tables.ts'

/** The rows by which roles in scopes are held. */
function rowsOf(wanted: readonly ScopedRole[]): HeldRow[] {
  return wanted.flatMap(({ role, scope }) =>
    rowsOfScope(scope).map(({ scopeKind, scopeId }): HeldRow => [role, scopeKind, scopeId]),
  )
}

/** What a colleague holds already stays as it is. */
export function insertAssignments(ctx: Ctx, staffId: string, assignments: readonly AskedRole[]) {
  const rows = rowsOf(assignments.map(scopedRole))
  return ctx.db.orm
    .insert(roleAssignments)
    .values(rows.map(([role, scopeKind, scopeId]) => ({ staffId, role, scopeKind, scopeId })))
    .onConflictDoNothing()
}

/** Takes away what a colleague holds beyond some roles. */
export function deleteOtherAssignments(staffId: string, assignments: readonly AskedRole[]): SQL {
  const kept = JSON.stringify(rowsOf(assignments.map(scopedRole)))
  return sql`DELETE FROM ${roleAssignments} WHERE staff_id = ${staffId} AND (role, scope_kind, scope_id) NOT IN
    (SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(${kept}))`
}

/**
 * Judges what a colleague is to hold, and requires in the write that it is judged by what still holds: roles that are there
 * and carry what they carried, units and projects that are there, and that all of it together crosses no line, by the tree as
 * it is and as it is planned. One round trip where it names roles of the company's own or units, else none.
 * @returns what the log tells of it: with the names that roles of the company's own have now
 * @throws `roles.not_found`, `roles.money_line`, `roles.audit_line`; at the write `roles.changed_meanwhile`,
 *   `roles.for_company`, `identity.project_unknown`, `identity.unit_unknown`
 */
export async function admitAssignments(
  ctx: Ctx,
  write: Write,
  { staffId, assignments }: { staffId: string; assignments: readonly AskedRole[] },
): Promise<readonly (ScopedRole & { name?: string })[]> {
  const wanted = assignments.map(scopedRole)
  requirePlaces(ctx, write, staffId, wanted)
  const nameOf = await judge(ctx, write, staffId, wanted)
  return wanted.map((one) => {
    const name = nameOf.get(one.role)
    return { ...one, ...(name !== undefined && { name }) }
  })
}

/**
 * Requires that roles in scopes are there and cross no line. What neither a role of the company's own nor a unit is in is
 * judged without asking.
 * @returns what the company calls its own
 */
async function judge(
  ctx: Ctx,
  write: Write,
  staffId: string,
  wanted: readonly ScopedRole[],
): Promise<ReadonlyMap<string, string>> {
  const held = rowsOf(wanted)
  const namesOwn = wanted.some(({ role }) => !isTemplate(role))
  const namesUnits = unitsIn(wanted).length > 0
  if (!namesOwn && !namesUnits) {
    requireLines(assignmentsFrom(held, new Map()))
    return new Map()
  }
  const [own, ...rows] = await ctx.readStanding([ownRolesQuery(ctx), ...treeQueries(ctx)])
  const { byId, nameOf, stamp } = ownRolesOf(own)
  if (wanted.some(({ role }) => !isTemplate(role) && !byId.has(role))) throw roleNotFound()
  requireForCompany(write, staffId, wanted, { byId, nameOf })
  const tree = treeFrom(...rows)
  requireLinesFrom(tree, byId, held, todayOf(ctx))
  if (namesOwn) write.require(sql`${rolesStamp} = ${stamp}`, roleChangedMeanwhile)
  if (namesUnits) requireTree(write, tree)
  return nameOf
}

/** The projects that stand under units today. A query of one row, for `orm.batch`. */
export function underQuery(ctx: Ctx, units: readonly string[]) {
  const under = sql<string>`(SELECT json_group_object(unit.value, json(${projectsUnderJson(sql`unit.value`, todayOf(ctx))}))
    FROM json_each(${JSON.stringify(units)}) AS unit)`
  return ctx.db.orm.select({ under }).from(sql`(SELECT 1)`)
}

export function underOf([row]: readonly { under: string }[]): Record<string, string[]> {
  return JSON.parse(row?.under ?? '{}') as Record<string, string[]>
}

/** What roles in scopes grant, by what their roles carry and what stands under their units. */
export function resolvedBy(
  wanted: readonly ScopedRole[],
  roles: ReadonlyMap<string, OwnRole>,
  under: Readonly<Record<string, string[]>>,
): Assignment[] {
  const rows = rowsOf(wanted).map(([role, scopeKind, scopeId]): HeldRow => [
    role,
    scopeKind,
    scopeId,
    under[scopeId] ?? null,
  ])
  return assignmentsFrom(rows, roles)
}

/**
 * Refuses a change after which nobody could appoint anybody: seen in the state that the statements before it made, so
 * that two administrators who remove each other at once do not both succeed.
 * @throws `identity.last_administrator`
 */
export function requireAdministrator(write: Write): void {
  write.require(
    sql`EXISTS (SELECT 1 FROM ${roleAssignments} a JOIN ${staff} s ON s.id = a.staff_id
      WHERE a.role = 'company_admin' AND a.scope_kind = 'company' AND s.state = 'active')`,
    lastAdministrator,
  )
}
