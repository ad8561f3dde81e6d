import type { Write } from '@heju/db'
import { and, eq, isNull, sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { requireTree, treeFrom, treeQueries } from '../../estate/organisation/index.ts'
import { parse } from '../../input.ts'
import { requireAsShown } from '../../revisions.ts'
import { todayOf } from '../../today.ts'
import { permissionRules, type OwnRole, type Permission } from '../../permissions/index.ts'
import { addPermissions, requireNameFree } from './create-role.ts'
import { roleChangedMeanwhile, roleHeldForPart, roleHeldYourself, roleNotFound } from './errors.ts'
import { allHeldBy, heldByHolders, holdersQuery } from './holders.ts'
import { requireLinesFrom } from './lines-in-tree.ts'
import { ownRolesOf, ownRolesQuery, rolesStamp } from './own-roles.ts'
import { changeRoleSchema, type ChangeRole } from './schemas.ts'
import type { HeldRow } from './scope.ts'
import { ownRoles, roleAssignments, rolePermissions } from './tables.ts'

/**
 * What becomes of what its holders hold by a role that is to carry less, judged as part of the write: what is to be read
 * along, as one JSON value, and what is made of it.
 */
export interface Narrowing {
  held: (roleId: string) => SQL<string>
  judge: (write: Write, roleId: string, told: { removed: readonly Permission[]; held: string }) => void
}

/**
 * Changes what a role of the company's own is called and carries, for everybody who holds it: what was taken away ends at once
 * for all that writes, and for reading with their next access token.
 *
 * Nobody changes a role that they hold. What its holders have beside it is judged with it, and both are required to be as they
 * were read: of two roles that one person holds, each may take what the two together may not. The verb that routes have is
 * `handing-over`'s, which settles what its holders could hold no longer.
 * @throws `roles.not_found`, `roles.name_taken`, `roles.held_yourself`, `roles.money_line`, `roles.audit_line`,
 *   `roles.held_for_part`, `request.changed_meanwhile` where the role is not as it was shown, `roles.changed_meanwhile` where
 *   another is, or who holds them
 */
export async function changeRole(
  ctx: Ctx,
  raw: ChangeRole,
  settling: Narrowing,
): Promise<{ roleId: string }> {
  ctx.require('staff.manage')
  const input = parse(changeRoleSchema, raw)
  const { roleId, name, about, permissions, revision } = input
  return ctx.write('roles.change', input, async (write) => {
    const [all, holders, [settled], ...rows] = await ctx.readStanding([
      ownRolesQuery(ctx),
      holdersQuery(ctx, roleId),
      ctx.db.orm.select({ held: settling.held(roleId) }).from(sql`(SELECT 1)`),
      ...treeQueries(ctx),
    ])
    const { byId, nameOf, stamp } = ownRolesOf(all)
    const before = byId.get(roleId)
    if (before === undefined) throw roleNotFound()
    requireNameFree({ nameOf }, roleId, name)
    const held = holders[0]?.held ?? '[]'
    requireHeldForCompany(before, permissions, heldByHolders(held).flat(), roleId)
    const after: OwnRole = { ...before, permissions }
    const [tree, roles] = [treeFrom(...rows), new Map([...byId, [roleId, after]])]
    for (const theirs of heldByHolders(held)) requireLinesFrom(tree, roles, theirs, todayOf(ctx))
    requireAsShown(write, ownRoles, { id: roleId, revision })
    requireTree(write, tree)
    write.require(sql`${rolesStamp} = ${stamp}`, roleChangedMeanwhile)
    write.require(sql`${allHeldBy(roleId)} = ${held}`, roleChangedMeanwhile)
    write.require(
      sql`NOT EXISTS (SELECT 1 FROM ${roleAssignments} a WHERE a.role = ${roleId} AND a.staff_id = ${ctx.actor.id})`,
      roleHeldYourself,
    )
    const there = and(eq(ownRoles.id, roleId), isNull(ownRoles.retiredAt))
    const changed = { name, about, revision: revision + 1, changedAt: ctx.now }
    write.changeOne(ctx.db.orm.update(ownRoles).set(changed).where(there), roleChangedMeanwhile)
    write.change(ctx.db.orm.delete(rolePermissions).where(eq(rolePermissions.roleId, roleId)))
    addPermissions(ctx, write, roleId, permissions)
    const removed = before.permissions.filter((one) => !permissions.includes(one))
    settling.judge(write, roleId, { removed, held: settled?.held ?? '' })
    const added = permissions.filter((one) => !before.permissions.includes(one))
    write.audit('roles.changed', roleId, { detail: { name, added, removed } })
    return { roleId }
  })
}

/** What concerns the whole company is not added to a role that somebody holds for a part of it. @throws `roles.held_for_part` */
function requireHeldForCompany(
  before: OwnRole,
  permissions: readonly Permission[],
  held: readonly HeldRow[],
  roleId: string,
): void {
  const ofWhole = (carried: readonly Permission[]) =>
    carried.some((one) => permissionRules[one].companyWide === true)
  if (ofWhole(before.permissions) || !ofWhole(permissions)) return
  if (held.some(([role, kind]) => role === roleId && kind !== 'company')) throw roleHeldForPart()
}
