import { and, eq, or, sql, type SQL } from 'drizzle-orm'
import { owners } from '../../people/identity/index.ts'
import { calendarOf, correctedDays, type CompanyCalendar } from '../../platform/calendar/index.ts'
import type { Ctx } from '../../context.ts'
import { peopleOfOwner } from '../../estate/registry/index.ts'
import type { ComplaintRow } from './matters.ts'
import { complaintNotFound } from './errors.ts'
import { complaints } from './tables.ts'

/**
 * Those that an owner made, in the portal or, under the same phone, in any other way; also by another phone of theirs,
 * when the desk knew who called.
 */
export function madeBy(ownerId: string): SQL | undefined {
  const theirPhone = sql`(SELECT phone_index FROM ${owners} WHERE id = ${ownerId})`
  return or(
    eq(complaints.ownerId, ownerId),
    eq(complaints.phoneIndex, theirPhone),
    sql`${complaints.personId} IN (${peopleOfOwner(ownerId)})`,
  )
}

/**
 * A complaint that its owner is about to add to. One round trip.
 * @throws `complaints.not_found` also for somebody else's
 */
export async function ownComplaint(
  ctx: Ctx,
  complaintId: string,
): Promise<{ complaint: ComplaintRow; calendar: CompanyCalendar }> {
  const [[complaint], days] = await ctx.db.orm.batch([complaintOfOwner(ctx, complaintId), correctedDays(ctx)])
  if (complaint === undefined) throw complaintNotFound()
  return { complaint, calendar: calendarOf(days) }
}

/** The query of a complaint that its owner is about to add to. */
export function complaintOfOwner(ctx: Ctx, complaintId: string) {
  const theirs = madeBy(ctx.requireOwner())
  return ctx.db.orm
    .select()
    .from(complaints)
    .where(and(eq(complaints.id, complaintId), theirs))
}
