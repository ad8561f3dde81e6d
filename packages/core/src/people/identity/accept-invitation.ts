import { and, eq, ne } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { refuseTelling } from './change-password.ts'
import { invitationNotGood } from './errors.ts'
import { hashPassword } from './passwords.ts'
import { openInvitation } from './read-invitation.ts'
import { isOpen } from './renew-invitation.ts'
import { acceptInvitationSchema, type AcceptInvitation } from './schemas.ts'
import { assignmentsOf } from '../roles/index.ts'
import { endSessions, newSession, type Caller, type SignedIn } from './sessions.ts'
import { invitations, staff } from './tables.ts'
import { forgetTries, knowAddress, placesOf } from './throttle.ts'

/**
 * Sets the password that a link allows to set, once, and signs the colleague in. What was signed in before with the
 * old password ends. From then on the browser and its address are known for the account: it is the way in that nobody
 * who guesses elsewhere can shut.
 * @throws `identity.invitation_not_good`, `database.conflict` when the phone or e-mail is changed at that moment
 */
export async function acceptInvitation(ctx: Ctx, raw: AcceptInvitation, caller: Caller): Promise<SignedIn> {
  const { token, password } = parse(acceptInvitationSchema, raw)
  const { invitationId, staffId, phoneSealed, email, roles } = await openInvitation(ctx, token)
  await refuseTelling(ctx, password, phoneSealed, email, 'password')
  const passwordHash = await hashPassword(password)
  const places = await placesOfLogins(ctx, phoneSealed, email, caller)
  const { signedIn, record } = await newSession(ctx, {
    plane: 'staff',
    subject: staffId,
    assignments: assignmentsOf(roles),
    agent: caller.agent,
  })
  await ctx.writeAnew(
    'identity.accept_invitation',
    (write) => {
      write.changeOne(
        ctx.db.orm
          .update(invitations)
          .set({ acceptedAt: ctx.now })
          .where(and(eq(invitations.id, invitationId), isOpen(ctx.now))),
        invitationNotGood,
      )
      // The password was held against the logins that were read, and it is there that the browser becomes known.
      write.requireAsRead(staff, { id: staffId, phoneSealed, email })
      write.changeOne(
        ctx.db.orm
          .update(staff)
          .set({ passwordHash, state: 'active', changedAt: ctx.now, lastSignedInAt: ctx.now })
          .where(and(eq(staff.id, staffId), ne(staff.state, 'disabled'))),
        invitationNotGood,
      )
      write.change(endSessions(ctx, staffId, 'replaced'))
      record(write)
      for (const place of places) write.change(forgetTries(place))
      for (const place of places) write.change(knowAddress(place, ctx.now))
      write.audit('identity.invitation_accepted', staffId)
    },
    { visitors: true },
  )
  return signedIn
}

/** The places of a colleague under each login that they may type at the door. */
async function placesOfLogins(
  ctx: Ctx,
  phoneSealed: string | null,
  email: string | null,
  caller: Caller,
): Promise<string[]> {
  const phone = phoneSealed === null ? null : await ctx.vault.unseal('staff.phone', phoneSealed)
  const logins = [phone, email?.toLowerCase()].filter((login) => typeof login === 'string')
  const places = await Promise.all(logins.map((login) => placesOf(ctx, 'account-address', login, caller)))
  return places.flat()
}
