import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { openComplaintFor } from './access.ts'
import { complaintMoved, natureNotJudged } from './errors.ts'
import { natureColumns } from './nature.ts'
import { correctNatureSchema, type CorrectNature } from './schemas.ts'
import { change, recordStep } from './steps.ts'
import { complaints } from './tables.ts'

/**
 * Judges anew what was judged before, with the reason: a matter to talk over that was handled badly becomes an
 * effective complaint (D90). The procedure goes on where it was.
 * @throws `complaints.nature_not_judged` before the second step, `complaints.closed`, `complaints.moved`
 */
export async function correctNature(ctx: Ctx, raw: CorrectNature): Promise<{ complaintId: string }> {
  const input = parse(correctNatureSchema, raw)
  return ctx.write('complaints.correct_nature', input, async (write) => {
    const { complaintId, judgement, reason } = input
    const { complaint } = await openComplaintFor(ctx, complaintId, 'complaints.assign')
    if (complaint.nature === null) throw natureNotJudged()
    // The log says what it was before.
    write.requireAsRead(complaints, { id: complaintId, nature: complaint.nature }, complaintMoved)
    change(ctx, write, complaint, natureColumns(judgement))
    const detail = { from: complaint.nature, ...judgement }
    recordStep(ctx, write, complaint, { kind: 'nature_changed', note: reason, detail })
    write.audit('complaints.nature_changed', complaintId, {
      projectId: complaint.projectId,
      detail: { from: complaint.nature, to: judgement.nature },
    })
    return { complaintId }
  })
}
