import { sql, type SQL } from 'drizzle-orm'
import { projectsUnderJson } from '../../estate/organisation/index.ts'
import { crossedBy, type Assignment, type OwnRole } from '../../permissions/index.ts'
import { auditLineCrossed, moneyLineCrossed } from './errors.ts'
import { ownRoleOf, ownRolesHeldJson, type OwnRoleJson } from './own-roles.ts'
import { resolvedScope, type HeldRow } from './scope.ts'
import { roleAssignments } from './tables.ts'

/** A row of assignments as JSON, with the projects that stand under its unit on a day. @param held what the query calls it */
function heldRowJson(held: string, day: string): SQL {
  const [role, kind, id] = ['role', 'scope_kind', 'scope_id'].map((column) => sql.raw(`${held}.${column}`))
  return sql`json_array(${role}, ${kind}, ${id}, iif(${kind} = 'unit', json(${projectsUnderJson(id!, day)}), NULL))`
}

/** What a member of staff holds on a day, as one JSON value of a row, for `assignmentsOf`. */
export function assignmentsJson(staffId: SQL, day: string): SQL<string> {
  return sql<string>`json_object('held', json((SELECT json_group_array(json(${heldRowJson('a', day)}))
    FROM ${roleAssignments} a WHERE a.staff_id = ${staffId})), 'own', json(${ownRolesHeldJson(staffId)}))`
}

/** The same as it is kept, for who shows it: units and projects by their ids. */
export function scopesJson(staffId: SQL): SQL<string> {
  return sql<string>`(SELECT json_group_array(json_array(a.role, a.scope_kind, a.scope_id)) FROM ${roleAssignments} a
    WHERE a.staff_id = ${staffId})`
}

/** @param json as `assignmentsJson` gives it; null where there is no such member of staff */
export function assignmentsOf(json: string | null) {
  const { held, own } = JSON.parse(json ?? '{"held":[],"own":[]}') as {
    held: HeldRow[]
    own: OwnRoleJson[]
  }
  return assignmentsFrom(held, new Map(own.map((row) => [row[0], ownRoleOf(row)])))
}

/** What rows grant today, each role once with all of its projects. */
export function assignmentsFrom(
  held: readonly HeldRow[],
  roles: ReadonlyMap<string, OwnRole>,
): (Assignment & { projects: 'all' | string[] })[] {
  return [...Map.groupBy(held, ([role]) => role)].map(([role, rows]) => {
    const own = roles.get(role)
    const reached = rows.map(resolvedScope)
    const projects = reached.includes('all') ? 'all' : [...new Set(reached.flat())]
    return { role, projects, ...(own && { own }) }
  })
}

/** @throws `roles.money_line`, `roles.audit_line` where all that one person holds crosses a line */
export function requireLines(assignments: readonly Assignment[]): void {
  const line = crossedBy(assignments)
  if (line === 'money') throw moneyLineCrossed()
  if (line === 'audit') throw auditLineCrossed()
}
