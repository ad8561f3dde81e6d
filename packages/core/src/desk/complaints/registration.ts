import type { Write } from '@heju/db'
import { sql, type SQL } from 'drizzle-orm'
import { requireCalendarAsRead, type CompanyCalendar } from '../../platform/calendar/index.ts'
import type { Ctx } from '../../context.ts'
import { wake } from '../../platform/outbox/index.ts'
import { addTask } from '../../platform/tasks/index.ts'
import { openMatter, type StepRecord } from '../../platform/procedure/index.ts'
import { termsOf, type Channel } from './rules.ts'
import { complaintMatters, recordStep } from './matters.ts'
import { complaintCategories, complaintRaises, type complaints } from './tables.ts'

/** Published when a complaint is in; its owner is then thanked and told how it goes on (D106). */
export const complaintRegistered = 'complaints.registered'
/** The job that raises what missed a term. */
export const clocksJob = 'complaint_clocks'

type Row = typeof complaints.$inferInsert

/** What is known of a complaint when it comes in. */
export type NewComplaint = Pick<
  Row,
  | 'id'
  | 'projectId'
  | 'place'
  | 'categoryId'
  | 'text'
  | 'wish'
  | 'roomId'
  | 'parkingSpaceId'
  | 'commonPlaceId'
  | 'ownerId'
  | 'personId'
  | 'contactName'
  | 'phoneSealed'
  | 'phoneIndex'
  | 'phoneMasked'
  | 'agentName'
  | 'firstReceiverId'
  | 'promisedAt'
  | 'major'
  | 'emergency'
  | 'special'
  | 'previousId'
> & { channel: Channel; handlerId?: string | SQL<string> | null }

/** Whether a category is about fees, as it stands when the complaint is written: it may be changed at that moment. */
export function isAboutFees(categoryId: string): SQL<boolean> {
  return sql<boolean>`(SELECT about_fees FROM ${complaintCategories} WHERE id = ${categoryId})`
}

/** Whether a category is in use still: a condition. Whatever comes under one asks it in its write, and not before only. */
export function categoryIsThere(categoryId: string): SQL {
  return sql`EXISTS (SELECT 1 FROM ${complaintCategories} WHERE id = ${categoryId} AND archived_at IS NULL)`
}

/**
 * Writes a complaint with its number, its terms and its first step, as part of a verb's write.
 */
export function register(
  ctx: Ctx,
  write: Write,
  calendar: CompanyCalendar,
  complaint: NewComplaint,
  record: Omit<StepRecord, 'kind'>,
): void {
  const { now, company } = ctx
  const { channel, roomId = null, parkingSpaceId, commonPlaceId, major = false } = complaint
  const placeId = parkingSpaceId ?? commonPlaceId
  requireCalendarAsRead(write, calendar)
  const terms = termsOf(calendar, now, company.zone)
  const aboutFees = isAboutFees(complaint.categoryId)
  openMatter(ctx, write, complaintMatters, { ...complaint, ...terms, aboutFees }, record)
  if (complaint.major) raiseMajor(ctx, write, { ...complaint, round: 1 })
  write.publish({ type: complaintRegistered, complaintId: complaint.id })
  wake(write, clocksJob, Math.min(terms.firstDueAt, terms.wholeDueAt))
  write.audit('complaints.registered', complaint.id, {
    projectId: complaint.projectId,
    detail: { channel, roomId, ...(placeId && { placeId }), major },
  })
}

/** Tells the manager of a major matter at once, whatever the hour (D46), as part of a verb's write. */
export function raiseMajor(
  ctx: Ctx,
  write: Write,
  complaint: { id: string; projectId: string; place: string; round: number },
): void {
  const { id, projectId, place, round } = complaint
  const reason = 'major'
  write.change(
    ctx.db.orm
      .insert(complaintRaises)
      .values({ matterId: id, round, reason, at: ctx.now })
      .onConflictDoNothing(),
  )
  recordStep(ctx, write, complaint, { kind: 'raised', detail: { reason } })
  addTask(ctx, write, {
    kind: 'complaint_major',
    subjectId: id,
    projectId,
    for: { role: 'project_manager' },
    dueAt: ctx.now,
    params: { place },
  })
}
