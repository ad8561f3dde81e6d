import { and, eq } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { signInRefused } from './errors.ts'
import { newSession, type Caller, type SignedIn } from './sessions.ts'
import { staff } from './tables.ts'

/**
 * Signs the first administrator in without a password, right after the company was set up. Only for the route that has
 * just redeemed the one-time token of the sign-up (`redeemHandover` of tenancy), which names the member of staff.
 * @throws `identity.sign_in_refused`
 */
export async function signInHandedOver(ctx: Ctx, staffId: string, caller: Caller): Promise<SignedIn> {
  const { signedIn, record } = await newSession(ctx, {
    plane: 'staff',
    subject: staffId,
    // A company that was set up a moment ago has this one member of staff, with this one role.
    assignments: [{ role: 'company_admin', projects: 'all' }],
    agent: caller.agent,
  })
  await ctx.writeAnew(
    'identity.sign_in_handed_over',
    (write) => {
      write.changeOne(
        ctx.db.orm
          .update(staff)
          .set({ lastSignedInAt: ctx.now })
          .where(and(eq(staff.id, staffId), eq(staff.state, 'active'))),
        signInRefused,
      )
      record(write)
      write.audit('identity.signed_in', staffId, { detail: { by: 'handover' } })
    },
    { visitors: true },
  )
  return signedIn
}
