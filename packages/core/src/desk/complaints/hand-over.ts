import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { complaintToGive, requireHandler } from './access.ts'
import { complaintMoved, nothingChanged } from './errors.ts'
import { awaitUpdate } from './next-update.ts'
import { handOverSchema, type HandOver } from './schemas.ts'
import { change, recordStep } from './steps.ts'
import { complaints } from './tables.ts'

/**
 * Gives an open complaint to somebody else, at any step, with a note that tells them where it stands (D45, D100). The
 * first receiver stays who they are.
 * @throws `complaints.handler_not_found`, `complaints.handed_over_meanwhile`, `complaints.nothing_changed`,
 *   `complaints.closed`, `complaints.moved`
 */
export async function handOver(ctx: Ctx, raw: HandOver): Promise<{ complaintId: string }> {
  const input = parse(handOverSchema, raw)
  return ctx.write('complaints.hand_over', input, async (write) => {
    const { complaintId, handlerId, handOverNote } = input
    const complaint = await complaintToGive(ctx, complaintId, 'complaints.assign', input)
    const from = complaint.handlerId
    if (from === handlerId) throw nothingChanged()
    // Of two who give it away at once the slower one has not seen who has it.
    write.requireAsRead(complaints, { id: complaintId, handlerId: from }, complaintMoved)
    if (handlerId !== ctx.actor.id) requireHandler(write, handlerId, complaint.projectId)
    change(ctx, write, complaint, { handlerId })
    const detail = { from, to: handlerId }
    recordStep(ctx, write, complaint, { kind: 'handed_over', note: handOverNote, detail })
    awaitUpdate(ctx, write, { ...complaint, handlerId }, complaint.updateDueAt)
    write.audit('complaints.handed_over', complaintId, { projectId: complaint.projectId, detail })
    return { complaintId }
  })
}
