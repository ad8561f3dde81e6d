import { sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { permissions, permissionsOfRole, roles as templates } from '../../permissions/index.ts'
import type { Roles } from './schemas.ts'
import { ownRoles, roleAssignments, rolePermissions } from './tables.ts'

/** The roles that every company has, then the company's own in the order in which they were made. One round trip. */
export async function readRoles(ctx: Ctx): Promise<Roles> {
  ctx.require('staff.read')
  const { orm } = ctx.db
  const { id, name, about, template, revision, retiredAt } = ownRoles
  const [held, own] = await orm.batch([
    orm
      .select({
        role: roleAssignments.role,
        holders: sql<number>`count(DISTINCT ${roleAssignments.staffId})`,
      })
      .from(roleAssignments)
      .groupBy(roleAssignments.role),
    orm
      .select({
        id,
        name,
        about,
        template,
        revision,
        carried: sql<string>`(SELECT json_group_array(p.permission) FROM ${rolePermissions} p WHERE p.role_id = roles.id)`,
      })
      .from(ownRoles)
      .where(sql`${retiredAt} IS NULL`)
      .orderBy(id),
  ])
  const holders = new Map(held.map((row) => [row.role, row.holders]))
  const ofAll = templates.map((role) => ({
    id: role,
    name: null,
    about: '',
    template: null,
    permissions: permissionsOfRole(role),
    holders: holders.get(role) ?? 0,
    revision: 0,
  }))
  const ofOwn = own.map(({ carried, ...role }) => {
    const names = JSON.parse(carried) as string[]
    return {
      ...role,
      permissions: permissions.filter((one) => names.includes(one)),
      holders: holders.get(role.id) ?? 0,
    }
  })
  return { roles: [...ofAll, ...ofOwn] }
}
