import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { openComplaintFor } from './matters.ts'
import { judge } from './nature.ts'
import { requireAhead } from './promises.ts'
import { judgeNatureSchema, type JudgeNature } from './schemas.ts'

/**
 * Second step of D95: what nature it is of.
 * @throws `complaints.step_out_of_order`, `complaints.moved`, `complaints.time_is_past`
 */
export async function judgeNature(ctx: Ctx, raw: JudgeNature): Promise<{ complaintId: string }> {
  const input = parse(judgeNatureSchema, raw)
  return ctx.write('complaints.judge', input, async (write) => {
    const { complaintId, judgement, promisedAt, ownerWords, note, fileIds } = input
    const { matter: complaint } = await openComplaintFor(ctx, complaintId, 'complaints.handle')
    requireAhead(ctx, { promisedAt })
    judge(ctx, write, complaint, judgement, { promisedAt, record: { ownerWords, note, fileIds } })
    write.audit('complaints.judged', complaintId, {
      projectId: complaint.projectId,
      detail: { nature: judgement.nature },
    })
    return { complaintId }
  })
}
