import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { roleHeld, roleNotFound } from './errors.ts'
import { retireRoleSchema, type RetireRole } from './schemas.ts'
import { ownRoles, roleAssignments } from './tables.ts'

/**
 * Takes a role of the company's own out of use, while nobody holds it. Its name is free again.
 * @throws `roles.not_found`, `roles.held`
 */
export async function retireRole(ctx: Ctx, raw: RetireRole): Promise<{ roleId: string }> {
  ctx.require('staff.manage')
  const input = parse(retireRoleSchema, raw)
  const { roleId } = input
  return ctx.write('roles.retire', input, (write) => {
    const inUse = and(eq(ownRoles.id, roleId), isNull(ownRoles.retiredAt))
    const revision = sql`${ownRoles.revision} + 1`
    write.changeOne(
      ctx.db.orm.update(ownRoles).set({ retiredAt: ctx.now, changedAt: ctx.now, revision }).where(inUse),
      roleNotFound,
    )
    write.require(sql`NOT EXISTS (SELECT 1 FROM ${roleAssignments} a WHERE a.role = ${roleId})`, roleHeld)
    write.audit('roles.retired', roleId)
    return { roleId }
  })
}
