import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { moveOn, openComplaintFor } from './matters.ts'
import { answer } from './answering.ts'
import { complaintMoved } from './errors.ts'
import { judge } from './nature.ts'
import { resolveAtOnceSchema, type ResolveAtOnce } from './schemas.ts'
import { complaints } from './tables.ts'

/**
 * Settles at first contact what lies in one's own duty and can be settled (D44): the steps up to the reply, each written
 * down, in one go.
 * @throws `complaints.step_out_of_order` unless it has just been registered, `complaints.moved`
 */
export async function resolveAtOnce(ctx: Ctx, raw: ResolveAtOnce): Promise<{ complaintId: string }> {
  const input = parse(resolveAtOnceSchema, raw)
  return ctx.write('complaints.resolve_at_once', input, async (write) => {
    const { complaintId, judgement, findings, plan, ownerWords, fileIds } = input
    const { matter: complaint, calendar } = await openComplaintFor(ctx, complaintId, 'complaints.handle')
    // It stays with who has it: somebody may be handing it over just now.
    write.requireAsRead(complaints, { id: complaintId, handlerId: complaint.handlerId }, complaintMoved)
    const judged = judge(ctx, write, complaint, judgement)
    const investigated = moveOn(ctx, write, judged, 'investigated', { record: { detail: { findings } } })
    const handlerId = complaint.handlerId ?? ctx.actor.id
    const assigned = moveOn(ctx, write, investigated, 'assigned', {
      set: { handlerId },
      record: { detail: { from: complaint.handlerId, to: handlerId } },
    })
    const planned = moveOn(ctx, write, assigned, 'planned', { record: { detail: { plan } } })
    answer(ctx, write, planned, calendar, { ownerWords, fileIds })
    write.audit('complaints.resolved_at_once', complaintId, {
      projectId: complaint.projectId,
      detail: { nature: judgement.nature },
    })
    return { complaintId }
  })
}
