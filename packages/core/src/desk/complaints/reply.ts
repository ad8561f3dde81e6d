import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { openComplaintFor } from './matters.ts'
import { answer } from './answering.ts'
import { complaintMoved } from './errors.ts'
import { replySchema, type Reply } from './schemas.ts'
import { complaints } from './tables.ts'

/**
 * Sixth step of D95: the owner is answered. News on the way are told with `tellOwner`; this is the result.
 * @throws `complaints.step_out_of_order`, `complaints.moved`
 */
export async function reply(ctx: Ctx, raw: Reply): Promise<{ complaintId: string }> {
  const input = parse(replySchema, raw)
  return ctx.write('complaints.reply', input, async (write) => {
    const { complaintId, ownerWords, note, fileIds } = input
    const { matter: complaint, calendar } = await openComplaintFor(ctx, complaintId, 'complaints.handle')
    // The log says whether it was in time, by a term that may be calculated again just now.
    write.requireAsRead(complaints, { id: complaintId, wholeDueAt: complaint.wholeDueAt }, complaintMoved)
    answer(ctx, write, complaint, calendar, { ownerWords, note, fileIds })
    write.audit('complaints.replied', complaintId, {
      projectId: complaint.projectId,
      detail: { onTime: ctx.now <= complaint.wholeDueAt },
    })
    return { complaintId }
  })
}
