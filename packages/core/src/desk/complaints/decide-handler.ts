import { invalidInput } from '@heju/kernel'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { complaintToGive, moveOn, requireGiven } from './matters.ts'
import { awaitUpdate } from './next-update.ts'
import { decideHandlerSchema, type DecideHandler } from './schemas.ts'

/**
 * Fourth step of D95: who is responsible. Who has it may be confirmed; when it changes hands, a hand-over note goes with
 * it, so that the owner need not tell everything again (D100).
 * @throws `request.invalid` without a note, `complaints.handler_not_found`, `complaints.handed_over_meanwhile`, `complaints.step_out_of_order`,
 *   `complaints.moved`
 */
export async function decideHandler(ctx: Ctx, raw: DecideHandler): Promise<{ complaintId: string }> {
  const input = parse(decideHandlerSchema, raw)
  return ctx.write('complaints.decide_handler', input, async (write) => {
    const { complaintId, handlerId, handOverNote, ownerWords, note, fileIds } = input
    const permission = handlerId === ctx.actor.id ? 'complaints.handle' : 'complaints.assign'
    const complaint = await complaintToGive(ctx, complaintId, permission, input)
    const from = complaint.handlerId
    const changesHands = from !== null && from !== handlerId
    if (changesHands && handOverNote.length < 4)
      throw invalidInput({}, { fields: [{ path: 'handOverNote', code: 'complaints.field.hand_over' }] })
    // Somebody may be handing it over just now: deciding by who had it would take that back, without a note.
    requireGiven(ctx, write, complaint, handlerId)
    moveOn(ctx, write, complaint, 'assigned', {
      set: { handlerId },
      record: { ownerWords, note, fileIds, detail: { from, to: handlerId, handOverNote } },
    })
    if (changesHands) awaitUpdate(ctx, write, { ...complaint, handlerId }, complaint.updateDueAt)
    write.audit('complaints.assigned', complaintId, {
      projectId: complaint.projectId,
      detail: { from, to: handlerId },
    })
    return { complaintId }
  })
}
