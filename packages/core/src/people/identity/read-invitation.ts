import { and, eq, ne, sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { todayOf } from '../../today.ts'
import { invitationNotGood } from './errors.ts'
import { invitationOf } from './invitation-tokens.ts'
import { isOpen } from './renew-invitation.ts'
import type { Invitation } from './schemas.ts'
import { assignmentsJson } from '../roles/index.ts'
import { invitations, staff } from './tables.ts'

/**
 * Whom a link is for, for the page on which they choose their password. Anybody who holds the link may read it.
 * @throws `identity.invitation_not_good` when it is not ours, taken, withdrawn or out of date
 */
export async function readInvitation(ctx: Ctx, token: string): Promise<Invitation> {
  const { name, phoneLast4, email, expiresAt } = await openInvitation(ctx, token)
  return { name, company: ctx.company.name, phoneLast4, email, expiresAt }
}

/** The open invitation of a token with its colleague. One round trip; none for a token that is not ours. */
export async function openInvitation(ctx: Ctx, token: string) {
  const invitationId = await invitationOf(ctx.vault, token)
  if (invitationId === undefined) throw invitationNotGood()
  const { id: staffId, name, phoneLast4, phoneSealed, email } = staff
  const [found] = await ctx.db.orm
    .select({
      invitationId: invitations.id,
      expiresAt: invitations.expiresAt,
      staffId,
      name,
      phoneLast4,
      phoneSealed,
      email,
      roles: assignmentsJson(sql`staff.id`, todayOf(ctx)),
    })
    .from(invitations)
    .innerJoin(staff, eq(staff.id, invitations.staffId))
    .where(and(eq(invitations.id, invitationId), isOpen(ctx.now), ne(staff.state, 'disabled')))
  if (found === undefined) throw invitationNotGood()
  return found
}
