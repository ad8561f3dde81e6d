import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { moveOn, openComplaintFor } from './matters.ts'
import { investigateSchema, type Investigate } from './schemas.ts'

/** Third step of D95: why it came to this. @throws `complaints.step_out_of_order`, `complaints.moved` */
export async function investigate(ctx: Ctx, raw: Investigate): Promise<{ complaintId: string }> {
  const input = parse(investigateSchema, raw)
  return ctx.write('complaints.investigate', input, async (write) => {
    const { complaintId, findings, ownerWords, note, fileIds } = input
    const { matter: complaint } = await openComplaintFor(ctx, complaintId, 'complaints.handle')
    const detail = { findings }
    moveOn(ctx, write, complaint, 'investigated', { record: { ownerWords, note, fileIds, detail } })
    write.audit('complaints.investigated', complaintId, { projectId: complaint.projectId })
    return { complaintId }
  })
}
