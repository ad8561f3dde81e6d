import { newId } from '@heju/kernel'
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { staffNotInState } from './errors.ts'
import { invitationToken } from './invitation-tokens.ts'
import type { InvitationLink } from './invite-colleague.ts'
import { invitationLifeMs } from './rules.ts'
import { ofStaffSchema, type OfStaff } from './schemas.ts'
import { invitations, staff } from './tables.ts'

/**
 * A new link for a colleague whose first one ran out, or who forgot their password. Earlier links are worth nothing
 * from then on; a password in use stays good until the link is taken.
 * @throws `identity.staff_not_in_state` for one who is disabled or not there
 */
export async function renewInvitation(ctx: Ctx, raw: OfStaff): Promise<InvitationLink> {
  ctx.require('staff.manage')
  const input = parse(ofStaffSchema, raw)
  const { staffId } = input
  const renewed = await ctx.write('identity.renew_invitation', input, (write) => {
    const invitationId = newId('inv', ctx.now)
    const expiresAt = ctx.now + invitationLifeMs
    write.changeOne(
      ctx.db.orm
        .update(staff)
        .set({ changedAt: ctx.now })
        .where(and(eq(staff.id, staffId), inArray(staff.state, ['invited', 'active']))),
      staffNotInState,
    )
    write.change(withdrawInvitations(ctx, staffId))
    const row = { id: invitationId, staffId, invitedBy: ctx.actor.id, createdAt: ctx.now, expiresAt }
    write.add(ctx.db.orm.insert(invitations).values(row))
    write.audit('identity.invitation_renewed', staffId)
    return { invitationId, expiresAt }
  })
  return {
    staffId,
    token: await invitationToken(ctx.vault, renewed.invitationId),
    expiresAt: renewed.expiresAt,
  }
}

/** Makes the open links of somebody worthless. */
export function withdrawInvitations(ctx: Ctx, staffId: string) {
  return ctx.db.orm
    .update(invitations)
    .set({ withdrawnAt: ctx.now })
    .where(
      and(eq(invitations.staffId, staffId), isNull(invitations.acceptedAt), isNull(invitations.withdrawnAt)),
    )
}

/** Whether an invitation can still be taken. */
export const isOpen = (now: number) =>
  sql`${invitations.acceptedAt} IS NULL AND ${invitations.withdrawnAt} IS NULL AND ${invitations.expiresAt} > ${now}`
