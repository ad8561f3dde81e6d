import type { Write } from '@heju/db'
import type { Permission } from '@heju/kernel'
import { roleGrants, roles as allRoles } from '@heju/kernel'
import { and, eq, sql } from 'drizzle-orm'
import { calendarOf, correctedDays, type CompanyCalendar } from '../../platform/calendar/index.ts'
import type { Ctx } from '../../context.ts'
import { staff, staffAssignments } from '../../people/identity/index.ts'
import {
  complaintClosed,
  complaintNotFound,
  handedOverMeanwhile,
  handlerNotFound,
  repliedAlready,
} from './errors.ts'
import { complaints } from './tables.ts'

export type ComplaintRow = typeof complaints.$inferSelect

/**
 * Whether staff may see a complaint: those who read the project's complaints, and in every role whoever received or was
 * given it.
 */
export function maySee(
  ctx: Ctx,
  complaint: Pick<ComplaintRow, 'projectId' | 'handlerId' | 'firstReceiverId'>,
): boolean {
  const { projectId, handlerId, firstReceiverId } = complaint
  if (ctx.may('complaints.read', projectId)) return true
  const own = handlerId === ctx.actor.id || firstReceiverId === ctx.actor.id
  return own && ctx.may('complaints.own', projectId)
}

/** Reads a complaint for `admit`. */
export function complaintById(ctx: Ctx, complaintId: string) {
  return ctx.db.orm.select().from(complaints).where(eq(complaints.id, complaintId))
}

/**
 * The complaint, if staff may do this with it.
 * @throws `complaints.not_found` also for one that the actor may not see, `access.not_allowed`
 */
export function admit(ctx: Ctx, [complaint]: readonly ComplaintRow[], permission: Permission): ComplaintRow {
  ctx.require(permission)
  if (complaint === undefined || !maySee(ctx, complaint)) throw complaintNotFound()
  ctx.require(permission, complaint.projectId)
  return complaint
}

/**
 * A complaint that staff are about to act on, and the calendar by which its terms run. One round trip.
 * @throws `complaints.not_found`, `access.not_allowed`
 */
export async function complaintFor(
  ctx: Ctx,
  complaintId: string,
  permission: Permission,
): Promise<{ complaint: ComplaintRow; calendar: CompanyCalendar }> {
  ctx.require(permission)
  const [found, days] = await ctx.db.orm.batch([complaintById(ctx, complaintId), correctedDays(ctx)])
  return { complaint: admit(ctx, found, permission), calendar: calendarOf(days) }
}

/** The same for what can only be done while it is open. @throws `complaints.closed` */
export async function openComplaintFor(ctx: Ctx, complaintId: string, permission: Permission) {
  const found = await complaintFor(ctx, complaintId, permission)
  if (found.complaint.state === 'closed') throw complaintClosed()
  return found
}

/** The same for what is said on the way to the reply. @throws `complaints.closed`, `complaints.replied_already` */
export async function unansweredComplaintFor(ctx: Ctx, complaintId: string, permission: Permission) {
  const found = await openComplaintFor(ctx, complaintId, permission)
  if (found.complaint.repliedAt !== null) throw repliedAlready()
  return found
}

/**
 * A complaint that is about to be given to somebody. One round trip.
 * @param given to whom, and who had it as whoever gives it saw it
 * @throws `complaints.not_found`, `access.not_allowed`, `complaints.closed`, `complaints.handed_over_meanwhile`,
 *   `complaints.handler_not_found`
 */
export async function complaintToGive(
  ctx: Ctx,
  complaintId: string,
  permission: Permission,
  given: { handlerId: string; seenHandlerId?: string | null | undefined },
): Promise<ComplaintRow> {
  ctx.require(permission)
  const [found, roles] = await ctx.db.orm.batch([
    complaintById(ctx, complaintId),
    rolesOf(ctx, given.handlerId),
  ])
  const complaint = admit(ctx, found, permission)
  if (complaint.state === 'closed') throw complaintClosed()
  const { handlerId, seenHandlerId } = given
  // Whoever decides by a page that is behind would take back what a colleague decided, and not know it.
  if (seenHandlerId !== undefined && seenHandlerId !== complaint.handlerId) throw handedOverMeanwhile()
  if (handlerId !== ctx.actor.id) checkHandler(roles, complaint.projectId)
  return complaint
}

/** Reads where somebody works, for `checkHandler`. */
export function rolesOf(ctx: Ctx, staffId: string) {
  return ctx.db.orm
    .select({ role: staffAssignments.role, projectId: staffAssignments.projectId })
    .from(staffAssignments)
    .innerJoin(staff, eq(staff.id, staffAssignments.staffId))
    .where(and(eq(staff.id, staffId), eq(staff.state, 'active')))
}

/**
 * Requires in a write what `checkHandler` judged before it: whoever is shut out or moved to another project at that moment
 * gets no complaint any more. @throws `complaints.handler_not_found` at the write
 */
export function requireHandler(write: Write, handlerId: string, projectId: string): void {
  const handling = JSON.stringify(allRoles.filter((role) => roleGrants(role, 'complaints.handle')))
  write.require(
    sql`EXISTS (SELECT 1 FROM ${staffAssignments} AS held JOIN ${staff} AS s ON s.id = held.staff_id
      WHERE s.id = ${handlerId} AND s.state = 'active' AND (held.project_id IS NULL OR held.project_id = ${projectId})
        AND held.role IN (SELECT value FROM json_each(${handling})))`,
    handlerNotFound,
  )
}

/** @throws `complaints.handler_not_found` unless a member of staff handles complaints in the project */
export function checkHandler(roles: Awaited<ReturnType<typeof rolesOf>>, projectId: string): void {
  const handles = roles.some(
    (held) =>
      roleGrants(held.role, 'complaints.handle') && (held.projectId === null || held.projectId === projectId),
  )
  if (!handles) throw handlerNotFound()
}
