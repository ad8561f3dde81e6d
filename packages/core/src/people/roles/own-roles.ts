import { sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { permissions, roles, roleGrants, type OwnRole, type Permission } from '../../permissions/index.ts'
import { ownRoles, roleAssignments, rolePermissions } from './tables.ts'

/** What one of the company's own roles is, as one JSON value: its id, its template, what it carries. */
const ownRoleJson = sql`json_array(r.id, r.template, json((SELECT json_group_array(p.permission)
  FROM ${rolePermissions} p WHERE p.role_id = r.id)))`
export type OwnRoleJson = [id: string, template: OwnRole['template'], carried: string[]]

/** The roles of the company's own that somebody holds, as a JSON value of a row. */
export function ownRolesHeldJson(staffId: SQL): SQL<string> {
  return sql<string>`(SELECT json_group_array(${ownRoleJson}) FROM ${ownRoles} r
    WHERE r.id IN (SELECT a.role FROM ${roleAssignments} a WHERE a.staff_id = ${staffId}))`
}

/** All roles of the company's own that are in use, by id, and the stamp that any change of one changes. */
export interface OwnRoles {
  byId: ReadonlyMap<string, OwnRole>
  nameOf: ReadonlyMap<string, string>
  stamp: number
}

/** A number that no state of the roles has twice. */
export const rolesStamp = sql<number>`(SELECT count(*) + coalesce(sum(revision), 0) FROM ${ownRoles})`

/** All of them as one JSON value, for `ownRolesFrom`. */
export const ownRolesJson = sql<string>`(SELECT json_group_array(${ownRoleJson}) FROM ${ownRoles} r WHERE r.retired_at IS NULL)`

export function ownRolesFrom(all: readonly OwnRoleJson[]): OwnRoles['byId'] {
  return new Map(all.map((role) => [role[0], ownRoleOf(role)]))
}

/** Reads them. A query of one row, for `orm.batch`. */
export function ownRolesQuery(ctx: Ctx) {
  const names = sql<string>`(SELECT json_group_object(r.id, r.name) FROM ${ownRoles} r WHERE r.retired_at IS NULL)`
  return ctx.db.orm.select({ all: ownRolesJson, names, stamp: rolesStamp }).from(sql`(SELECT 1)`)
}

export function ownRolesOf([row]: readonly { all: string; names: string; stamp: number }[]): OwnRoles {
  const { all = '[]', names = '{}', stamp = 0 } = row ?? {}
  return {
    byId: ownRolesFrom(JSON.parse(all) as OwnRoleJson[]),
    nameOf: new Map(Object.entries(JSON.parse(names) as Record<string, string>)),
    stamp,
  }
}

export function ownRoleOf([, template, carried]: OwnRoleJson): OwnRole {
  return { template, permissions: permissions.filter((permission) => carried.includes(permission)) }
}

/** Whether the role of a row carries a permission, for SQL: of those that every company has, or of the company's own. */
export function carries(role: SQL, permission: Permission): SQL {
  const templates = JSON.stringify(roles.filter((one) => roleGrants(one, permission)))
  return sql`(${role} IN (SELECT value FROM json_each(${templates}))
    OR ${role} IN (SELECT p.role_id FROM ${rolePermissions} p WHERE p.permission = ${permission}))`
}

/**
 * Whether the role of a row is one that every company has, or was made from it, and carries what it takes, for SQL: what is
 * asked of a role goes to whoever may do it.
 */
export function actsAs(role: SQL, template: (typeof roles)[number], permission: Permission): SQL {
  return sql`((${role} = ${template} OR ${role} IN (SELECT r.id FROM ${ownRoles} r WHERE r.template = ${template}))
    AND ${carries(role, permission)})`
}
