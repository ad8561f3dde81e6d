import type { Write } from '@heju/db'
import { sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { addTask, closeTask } from '../../platform/tasks/index.ts'
import type { ComplaintRow } from './matters.ts'
import { complaintMoved } from './errors.ts'
import { complaints } from './tables.ts'

/**
 * Puts the next news that an owner was promised on the handler's desk, in place of the one before. To be called after the
 * complaint is changed: as it then stands it must be with this handler and promised for this time, or somebody else has
 * just given it away or promised another. @throws `complaints.moved` at the write
 */
export function awaitUpdate(
  ctx: Ctx,
  write: Write,
  complaint: Pick<ComplaintRow, 'id' | 'number' | 'place' | 'projectId' | 'handlerId'>,
  dueAt: number | null,
): void {
  const { id: subjectId, number, place, projectId } = complaint
  const here = sql`SELECT 1 FROM ${complaints} WHERE id = ${subjectId}
    AND handler_id IS ${complaint.handlerId} AND update_due_at IS ${dueAt}`
  write.require(sql`EXISTS (${here})`, complaintMoved)
  closeTask(ctx, write, { kinds: ['complaint_update'], subjectId })
  if (dueAt === null) return
  const staffId = complaint.handlerId ?? ctx.actor.id
  addTask(ctx, write, {
    kind: 'complaint_update',
    subjectId,
    projectId,
    for: { staffId },
    dueAt,
    params: { number, place },
  })
}
