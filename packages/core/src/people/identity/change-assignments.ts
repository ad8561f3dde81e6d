import { and, eq, ne } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { insertAssignments, requireAdministrator, requireProjects } from './assignments.ts'
import { staffNotInState } from './errors.ts'
import { changeAssignmentsSchema, type ChangeAssignments } from './schemas.ts'
import { staff, staffAssignments } from './tables.ts'

/**
 * Gives a colleague other roles, in place of those they had. What was taken away ends at once for all that writes or
 * reveals, and for reading with their next access token, within five minutes; what was given comes with that token.
 * @throws `identity.staff_not_in_state`, `identity.project_unknown`, `identity.last_administrator`
 */
export async function changeAssignments(ctx: Ctx, raw: ChangeAssignments): Promise<void> {
  ctx.require('staff.manage')
  const input = parse(changeAssignmentsSchema, raw)
  const { staffId, assignments } = input
  await ctx.write('identity.change_assignments', input, (write) => {
    write.changeOne(
      ctx.db.orm
        .update(staff)
        .set({ changedAt: ctx.now })
        .where(and(eq(staff.id, staffId), ne(staff.state, 'disabled'))),
      staffNotInState,
    )
    requireProjects(write, assignments)
    write.change(ctx.db.orm.delete(staffAssignments).where(eq(staffAssignments.staffId, staffId)))
    write.add(insertAssignments(ctx, staffId, assignments))
    requireAdministrator(write)
    write.audit('identity.assignments_changed', staffId, { detail: { assignments } })
  })
}
