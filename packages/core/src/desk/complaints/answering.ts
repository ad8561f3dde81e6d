import type { Write } from '@heju/db'
import { requireCalendarAsRead, type CompanyCalendar } from '../../platform/calendar/index.ts'
import type { Ctx } from '../../context.ts'
import { wake } from '../../platform/outbox/index.ts'
import { closeTask } from '../../platform/tasks/index.ts'
import { revisitDueAt } from './rules.ts'
import { moveOn } from './matters.ts'

/** Published when an owner has a reply; they are then told where to read it. */
export const complaintReplied = 'complaints.replied'
/** The job that puts revisits on desks. */
export const revisitsJob = 'complaint_revisits'

/**
 * Answers the owner, as part of a verb's write: the term of the whole ends, and the schedule will ask whether they are
 * content. Used by every verb that replies.
 */
export function answer<C extends Parameters<typeof moveOn>[2]>(
  ctx: Ctx,
  write: Write,
  complaint: C,
  calendar: CompanyCalendar,
  record: { ownerWords: string; note?: string; fileIds?: readonly string[] },
): C {
  requireCalendarAsRead(write, calendar)
  const dueAt = revisitDueAt(calendar, ctx.now, ctx.company.zone)
  const replied = moveOn(ctx, write, complaint, 'replied', {
    set: {
      repliedAt: ctx.now,
      revisitDueAt: dueAt,
      revisitPromptedAt: null,
      unreached: 0,
      agreedAt: null,
      updateDueAt: null,
    },
    record,
  })
  closeTask(ctx, write, { kinds: ['complaint_update'], subjectId: complaint.id })
  write.publish({ type: complaintReplied, complaintId: complaint.id })
  wake(write, revisitsJob, dueAt)
  return replied
}
