import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { change, complaintToGive, recordStep, requireGiven } from './matters.ts'
import { nothingChanged } from './errors.ts'
import { awaitUpdate } from './next-update.ts'
import { handOverSchema, type HandOver } from './schemas.ts'

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
    requireGiven(ctx, write, complaint, handlerId)
    change(ctx, write, complaint, { handlerId })
    const detail = { from, to: handlerId }
    recordStep(ctx, write, complaint, { kind: 'handed_over', note: handOverNote, detail })
    awaitUpdate(ctx, write, { ...complaint, handlerId }, complaint.updateDueAt)
    write.audit('complaints.handed_over', complaintId, { projectId: complaint.projectId, detail })
    return { complaintId }
  })
}
