import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { moveOn, openComplaintFor } from './matters.ts'
import { proposePlanSchema, type ProposePlan } from './schemas.ts'

/** Fifth step of D95: what will be done. @throws `complaints.step_out_of_order`, `complaints.moved` */
export async function proposePlan(ctx: Ctx, raw: ProposePlan): Promise<{ complaintId: string }> {
  const input = parse(proposePlanSchema, raw)
  return ctx.write('complaints.plan', input, async (write) => {
    const { complaintId, plan, ownerWords, note, fileIds } = input
    const { matter: complaint } = await openComplaintFor(ctx, complaintId, 'complaints.handle')
    const detail = { plan }
    moveOn(ctx, write, complaint, 'planned', { record: { ownerWords, note, fileIds, detail } })
    write.audit('complaints.planned', complaintId, { projectId: complaint.projectId })
    return { complaintId }
  })
}
