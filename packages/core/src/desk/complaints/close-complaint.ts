import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { closeTask } from '../../platform/tasks/index.ts'
import { complaintFor, moveOn } from './matters.ts'
import { complaintMoved } from './errors.ts'
import { closeComplaintSchema, type CloseComplaint } from './schemas.ts'
import { complaints } from './tables.ts'

/**
 * Last step of D95: what is learned from it. The three answers of D103 are asked for each time; without a reply and a
 * revisit no complaint comes this far (D107).
 * @throws `complaints.step_out_of_order`, `complaints.moved`
 */
export async function closeComplaint(ctx: Ctx, raw: CloseComplaint): Promise<{ complaintId: string }> {
  const input = parse(closeComplaintSchema, raw)
  return ctx.write('complaints.close', input, async (write) => {
    const { complaintId, cause, learned, prevention, ownerWords } = input
    const { matter: complaint } = await complaintFor(ctx, complaintId, 'complaints.close')
    const summary = { cause, learned, prevention }
    // The log says how content the owner was, who may be saying so just now.
    write.requireAsRead(complaints, { id: complaintId, satisfied: complaint.satisfied }, complaintMoved)
    moveOn(ctx, write, complaint, 'closed', {
      set: summary,
      record: { ownerWords, detail: summary },
    })
    closeTask(ctx, write, {
      kinds: ['complaint_major', 'complaint_overdue', 'complaint_dissatisfied', 'complaint_update'],
      subjectId: complaintId,
    })
    write.audit('complaints.closed', complaintId, {
      projectId: complaint.projectId,
      detail: { satisfied: complaint.satisfied, rounds: complaint.round },
    })
    return { complaintId }
  })
}
