import { sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { staffNotInState } from './errors.ts'
import { ofStaffSchema, type OfStaff } from './schemas.ts'
import { endSessions } from './sessions.ts'

/**
 * Ends every sign-in of a colleague whose phone was lost or who left a computer open; they may sign in again at once.
 * What they have open may be read for at most five minutes, the life of an access token; it changes nothing any more.
 * @throws `identity.staff_not_in_state` for one who has not set a password or is shut out
 */
export async function endSignIns(ctx: Ctx, raw: OfStaff): Promise<void> {
  ctx.require('staff.manage')
  const input = parse(ofStaffSchema, raw)
  const { staffId } = input
  await ctx.write('identity.end_sign_ins', input, (write) => {
    write.require(
      sql`EXISTS (SELECT 1 FROM staff WHERE id = ${staffId} AND state = 'active')`,
      staffNotInState,
    )
    write.change(endSessions(ctx, staffId, 'signed_out'))
    write.audit('identity.sign_ins_ended', staffId)
  })
}
