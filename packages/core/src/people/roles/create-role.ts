import type { Write } from '@heju/db'
import { sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import type { Permission } from '../../permissions/index.ts'
import { wordKey } from '../../word-key.ts'
import { roleChangedMeanwhile, roleNameTaken } from './errors.ts'
import { ownRolesOf, ownRolesQuery, rolesStamp, type OwnRoles } from './own-roles.ts'
import { createRoleSchema, type CreateRole } from './schemas.ts'
import { ownRoles, rolePermissions } from './tables.ts'
import { roleTexts } from './texts.ts'

/**
 * Makes a role of the company's own. Nobody holds it yet.
 * @throws `roles.name_taken`, `roles.changed_meanwhile`
 */
export async function createRole(ctx: Ctx, raw: CreateRole): Promise<{ roleId: string }> {
  ctx.require('staff.manage')
  const input = parse(createRoleSchema, raw)
  const { roleId, name, about, template, permissions } = input
  return ctx.write('roles.create', input, async (write) => {
    const [all] = await ctx.readStanding([ownRolesQuery(ctx)])
    const there = ownRolesOf(all)
    requireNameFree(there, roleId, name)
    write.require(sql`${rolesStamp} = ${there.stamp}`, roleChangedMeanwhile)
    const row = { id: roleId, name, about, template, createdAt: ctx.now, changedAt: ctx.now }
    write.add(ctx.db.orm.insert(ownRoles).values(row), roleNameTaken)
    addPermissions(ctx, write, roleId, permissions)
    write.audit('roles.created', roleId, { detail: { name, template, permissions } })
    return { roleId }
  })
}

export function addPermissions(
  ctx: Ctx,
  write: Write,
  roleId: string,
  permissions: readonly Permission[],
): void {
  write.add(
    ctx.db.orm.insert(rolePermissions).values(permissions.map((permission) => ({ roleId, permission }))),
  )
}

/**
 * Two roles that are called alike but for width and letter case are one to whoever reads them, and so is a word for a role that
 * every company has. @throws `roles.name_taken`
 */
export function requireNameFree({ nameOf }: Pick<OwnRoles, 'nameOf'>, roleId: string, name: string): void {
  if (nameOf.get(roleId) === name) return
  const ofAll = Object.entries(roleTexts).filter(([key]) => key.startsWith('role.'))
  const others = [...nameOf].filter(([id]) => id !== roleId).map(([, other]) => other)
  const taken = new Set([...ofAll.flatMap(([, text]) => Object.values(text)), ...others].map(wordKey))
  if (taken.has(wordKey(name))) throw roleNameTaken()
}
