import type { Write } from '@heju/db'
import type { Ctx } from '../context.ts'
import { addTask, closeTask } from '../tasks/index.ts'
import type { ComplaintRow } from './access.ts'

/** Puts the next news that an owner was promised on the handler's desk, in place of the one before. */
export function awaitUpdate(
  ctx: Ctx,
  write: Write,
  complaint: Pick<ComplaintRow, 'id' | 'number' | 'place' | 'projectId' | 'handlerId'>,
  dueAt: number | null,
): void {
  const { id: subjectId, number, place, projectId } = complaint
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
