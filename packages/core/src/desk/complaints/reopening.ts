import type { Write } from '@heju/db'
import { sql } from 'drizzle-orm'
import { requireCalendarAsRead, type CompanyCalendar } from '../../platform/calendar/index.ts'
import type { Ctx } from '../../context.ts'
import { wake } from '../../platform/outbox/index.ts'
import { addTask, closeTask } from '../../platform/tasks/index.ts'
import { type ComplaintRow, moveOn } from './matters.ts'
import { complaintReopened } from './manager-messages.ts'
import { clocksJob } from './registration.ts'
import { termsOf } from './rules.ts'
import { complaintRaises } from './tables.ts'
import { stillHandling } from './holdings.ts'
import { holdsThere } from '../../people/identity/index.ts'
import type { StepRecord } from '../../platform/procedure/index.ts'

/**
 * Takes a complaint up again because its owner is not content, as part of a verb's write: a new round with a new term of
 * three working days, still in the hands of who had it while they may handle it, and raised to the manager. Whether the round before was late
 * stays counted.
 */
export function reopen(
  ctx: Ctx,
  write: Write,
  complaint: ComplaintRow,
  calendar: CompanyCalendar,
  record: Omit<StepRecord, 'kind'>,
): void {
  requireCalendarAsRead(write, calendar)
  const { firstDueAt: _, ...terms } = termsOf(calendar, ctx.now, ctx.company.zone)
  const { round } = moveOn(ctx, write, complaint, 'reopened', {
    set: {
      ...terms,
      reopenedAt: ctx.now,
      lateRounds: sql`late_rounds + (replied_at > whole_due_at)`,
      wholeRung: 0,
      repliedAt: null,
      revisitDueAt: null,
      revisitPromptedAt: null,
      revisitedAt: null,
      unreached: 0,
      satisfied: false,
      handlerId: stillHandling(ctx, complaint.handlerId, complaint.projectId),
      answersInsteadId: sql`CASE WHEN ${holdsThere(ctx, sql`answerer_id`, 'complaints.own', complaint.projectId)}
        THEN answers_instead_id ELSE '' END`,
    },
    record,
  })
  const { id: subjectId, number, place, projectId } = complaint
  closeTask(ctx, write, { kinds: ['complaint_revisit'], subjectId })
  write.add(
    ctx.db.orm
      .insert(complaintRaises)
      .values({ matterId: subjectId, round, reason: 'dissatisfied', at: ctx.now }),
  )
  addTask(ctx, write, {
    kind: 'complaint_dissatisfied',
    subjectId,
    projectId,
    for: { role: 'project_manager' },
    dueAt: ctx.now,
    params: { number, place },
  })
  write.publish({ type: complaintReopened, complaintId: subjectId })
  wake(write, clocksJob, terms.wholeDueAt)
}
