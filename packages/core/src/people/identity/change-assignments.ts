import { and, eq, ne } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { requireAsShown } from '../../revisions.ts'
import {
  admitAssignments,
  deleteOtherAssignments,
  insertAssignments,
  requireAdministrator,
} from './assignments.ts'
import type { Settling } from './disable-staff.ts'
import { notYourOwnRoles, staffNotInState } from './errors.ts'
import { changeAssignmentsSchema, type ChangeAssignments } from './schemas.ts'
import { staff } from './tables.ts'

/**
 * Gives a colleague other roles, in place of those they had. What was taken away ends at once for all that writes or
 * reveals, and for reading with their next access token, within five minutes; what was given comes with that token.
 * Nobody gives themselves roles, more or fewer. The verb that routes have is `handing-over`'s, which settles what they could
 * hold no longer.
 * @throws `identity.not_your_own_roles`, `identity.staff_not_in_state`, `identity.project_unknown`,
 *   `identity.last_administrator`, `request.changed_meanwhile`, and what `admitAssignments` refuses
 */
export async function changeAssignments(ctx: Ctx, raw: ChangeAssignments, settling: Settling): Promise<void> {
  ctx.require('staff.manage')
  const input = parse(changeAssignmentsSchema, raw)
  const { staffId, revision, assignments, handed } = input
  if (staffId === ctx.actor.id) throw notYourOwnRoles()
  await ctx.write('identity.change_assignments', input, async (write) => {
    const entered = await admitAssignments(ctx, write, { staffId, assignments })
    requireAsShown(write, staff, { id: staffId, revision })
    settling.before(write, staffId, handed)
    write.changeOne(
      ctx.db.orm
        .update(staff)
        .set({ changedAt: ctx.now })
        .where(and(eq(staff.id, staffId), ne(staff.state, 'disabled'))),
      staffNotInState,
    )
    write.change(deleteOtherAssignments(staffId, assignments))
    write.add(insertAssignments(ctx, staffId, assignments))
    requireAdministrator(write)
    settling.after(write, staffId, handed)
    write.audit('identity.assignments_changed', staffId, { detail: { assignments: entered } })
  })
}
