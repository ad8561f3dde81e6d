import type { Write } from '@heju/db'
import { civilDateOf } from '@heju/kernel'
import { sql, type SQL } from 'drizzle-orm'
import { requireCalendarAsRead, type CompanyCalendar } from '../../platform/calendar/index.ts'
import type { Ctx } from '../../context.ts'
import { wake } from '../../platform/outbox/index.ts'
import { addTask } from '../../platform/tasks/index.ts'
import { numberPrefix, termsOf, type Channel } from './rules.ts'
import { recordStep, type StepRecord } from './steps.ts'
import { complaintCategories, complaintCounters, complaintRaises, complaints } from './tables.ts'

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
  | 'ownerId'
  | 'personId'
  | 'contactName'
  | 'phoneSealed'
  | 'phoneIndex'
  | 'phoneMasked'
  | 'agentName'
  | 'firstReceiverId'
  | 'handlerId'
  | 'promisedAt'
  | 'major'
  | 'emergency'
  | 'special'
  | 'previousId'
> & { channel: Channel }

/** Whether a category is about fees, as it stands when the complaint is written: it may be changed at that moment. */
export function isAboutFees(categoryId: string): SQL<boolean> {
  return sql<boolean>`(SELECT about_fees FROM ${complaintCategories} WHERE id = ${categoryId})`
}

/** Whether a category is in use still: a condition. Whatever comes under one asks it in its write, and not before only. */
export function categoryIsThere(categoryId: string): SQL {
  return sql`EXISTS (SELECT 1 FROM ${complaintCategories} WHERE id = ${categoryId} AND archived_at IS NULL)`
}

/**
 * Writes a complaint with its number, its terms and its first step, as part of a verb's write. The number is taken from
 * the day's counter within the batch: of many that come in at once each gets the next one, and none is lost.
 */
export function register(
  ctx: Ctx,
  write: Write,
  calendar: CompanyCalendar,
  complaint: NewComplaint,
  record: Omit<StepRecord, 'kind'>,
): void {
  const { now, company, actor } = ctx
  const registeredOn = civilDateOf(now, company.zone)
  requireCalendarAsRead(write, calendar)
  const terms = termsOf(calendar, now, company.zone)
  write.change(
    ctx.db.orm
      .insert(complaintCounters)
      .values({ onDay: registeredOn, last: 1 })
      .onConflictDoUpdate({ target: complaintCounters.onDay, set: { last: sql`last + 1` } }),
  )
  write.add(
    ctx.db.orm.insert(complaints).values({
      ...complaint,
      ...terms,
      aboutFees: isAboutFees(complaint.categoryId),
      number: sql`${numberPrefix(registeredOn)} || (SELECT printf('%04d', last) FROM ${complaintCounters} WHERE on_day = ${registeredOn})`,
      state: 'registered',
      registeredAt: now,
      registeredOn,
      registeredBy: actor.id,
      changedAt: now,
    }),
  )
  recordStep(ctx, write, { id: complaint.id, round: 1 }, { kind: 'registered', ...record })
  if (complaint.major) raiseMajor(ctx, write, { ...complaint, round: 1 })
  write.publish({ type: complaintRegistered, complaintId: complaint.id })
  wake(write, clocksJob, Math.min(terms.firstDueAt, terms.wholeDueAt))
  write.audit('complaints.registered', complaint.id, {
    projectId: complaint.projectId,
    detail: { channel: complaint.channel, roomId: complaint.roomId ?? null, major: complaint.major ?? false },
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
      .values({ complaintId: id, round, reason, at: ctx.now })
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
