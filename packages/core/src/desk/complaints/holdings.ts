import { sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import type { Holding } from '../../platform/holdings/index.ts'
import { holdsThere, staff } from '../../people/identity/index.ts'
import { heldMatters } from '../../platform/procedure/index.ts'
import { reassignTasks, tasks } from '../../platform/tasks/index.ts'
import { complaintMatters } from './matters.ts'
import { placeNow } from './place-now.ts'
import { complaints } from './tables.ts'

/** Whoever handles something, if they may handle it still; else nobody does. */
export function stillHandling(ctx: Ctx, handlerId: string | null, projectId: string): SQL<string> | null {
  if (handlerId === null) return null
  return sql<string>`(SELECT id FROM ${staff} WHERE id = ${handlerId} AND ${holdsThere(ctx, handlerId, 'complaints.handle', projectId)})`
}

/** Open complaints in somebody's hands, with the news that their owners were promised. */
export const handledComplaints = heldMatters(complaintMatters, {
  kind: 'complaints_handled',
  permission: 'complaints.handle',
  holder: complaints.handlerId,
  dueAt: complaints.nextDueAt,
  step: 'handed_over',
  tasks: ['complaint_update'],
})

/** Open complaints that somebody answers for as their first receiver, or in that one's place (D43). */
export const answeredComplaints = heldMatters(complaintMatters, {
  kind: 'complaints_received',
  permission: 'complaints.receive',
  holder: complaints.answererId,
  receiver: complaints.answersInsteadId,
  columns: [complaints.firstReceiverId],
  dueAt: complaints.nextDueAt,
  step: 'answerer_changed',
})

/** News that somebody promised the owner of a complaint which is not in their hands. What is in them goes with it. */
export const promisedNews: Holding = {
  kind: 'news_promised',
  permission: 'complaints.handle',
  columns: [],
  rows: (staffId) => sql`SELECT t.id, t.project_id, c.number || ' ' || ${placeNow('c')} AS title, t.due_at
    FROM ${tasks} AS t JOIN ${complaints} AS c ON c.id = t.subject_id
    WHERE t.staff_id = ${staffId} AND t.done_at IS NULL AND t.kind = 'complaint_update' AND c.handler_id IS NOT ${staffId}`,
  handOver(_ctx, write, handover) {
    const elsewhere = sql`SELECT id FROM ${complaints} WHERE id = subject_id AND handler_id IS NOT ${handover.fromId}`
    reassignTasks(write, handover, ['complaint_update'], elsewhere)
  },
}
