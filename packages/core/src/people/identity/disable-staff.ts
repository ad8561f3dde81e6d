import type { Write } from '@heju/db'
import { and, eq, ne, sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { requireAdministrator } from './assignments.ts'
import { notYourself, staffNotInState } from './errors.ts'
import { withdrawInvitations } from './renew-invitation.ts'
import type { Handed } from '../../platform/holdings/index.ts'
import { disableStaffSchema, ofStaffSchema, type DisableStaff, type OfStaff } from './schemas.ts'
import { endSessions } from './sessions.ts'
import { staff } from './tables.ts'

/**
 * What becomes of all that a colleague holds, as part of the write that shuts them out or gives them other roles: added
 * before that, and judged after it.
 */
export interface Settling {
  before: (write: Write, staffId: string, handed: Handed | undefined) => void
  after: (write: Write, staffId: string, handed: Handed | undefined) => void
}

/**
 * Shuts a colleague out who has left: their sign-ins end, their links are withdrawn. What they did keeps their name. The
 * verb that routes have is `handing-over`'s, which settles what they hold.
 * @throws `identity.not_yourself`, `identity.staff_not_in_state`, `identity.last_administrator`
 */
export async function disableStaff(ctx: Ctx, raw: DisableStaff, settling: Settling): Promise<void> {
  ctx.require('staff.manage')
  const input = parse(disableStaffSchema, raw)
  const { staffId, handed } = input
  if (staffId === ctx.actor.id) throw notYourself()
  await ctx.write('identity.disable_staff', input, (write) => {
    settling.before(write, staffId, handed)
    write.changeOne(
      ctx.db.orm
        .update(staff)
        .set({ state: 'disabled', changedAt: ctx.now })
        .where(and(eq(staff.id, staffId), ne(staff.state, 'disabled'))),
      staffNotInState,
    )
    requireAdministrator(write)
    write.change(endSessions(ctx, staffId, 'disabled'))
    write.change(withdrawInvitations(ctx, staffId))
    settling.after(write, staffId, handed)
    write.audit('identity.staff_disabled', staffId)
  })
}

/**
 * Lets a colleague back in, with the roles and password they had; one who never had a password needs a new link.
 * @throws `identity.staff_not_in_state`
 */
export async function enableStaff(ctx: Ctx, raw: OfStaff): Promise<void> {
  ctx.require('staff.manage')
  const input = parse(ofStaffSchema, raw)
  const { staffId } = input
  await ctx.write('identity.enable_staff', input, (write) => {
    const state = sql`CASE WHEN password_hash IS NULL THEN 'invited' ELSE 'active' END`
    write.changeOne(
      ctx.db.orm
        .update(staff)
        .set({ state, changedAt: ctx.now })
        .where(and(eq(staff.id, staffId), eq(staff.state, 'disabled'))),
      staffNotInState,
    )
    write.audit('identity.staff_enabled', staffId)
  })
}
