import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { change, openComplaintFor, recordStep } from './matters.ts'
import { complaintMoved, natureNotJudged, nothingChanged } from './errors.ts'
import { checkNature, natureColumns } from './nature.ts'
import { correctNatureSchema, type CorrectNature } from './schemas.ts'
import { complaints } from './tables.ts'

/**
 * Judges anew what was judged before, with the reason: a matter to talk over that was handled badly becomes an
 * effective complaint (D90). The procedure goes on where it was.
 * @throws `complaints.nature_not_judged` before the second step, `complaints.nothing_changed`, `complaints.closed`, `complaints.moved`
 */
export async function correctNature(ctx: Ctx, raw: CorrectNature): Promise<{ complaintId: string }> {
  const input = parse(correctNatureSchema, raw)
  return ctx.write('complaints.correct_nature', input, async (write) => {
    const { complaintId, judgement, reason } = input
    const { matter: complaint } = await openComplaintFor(ctx, complaintId, 'complaints.assign')
    const { nature, natureKind, natureGround, authorityNo, authorityOn } = complaint
    if (nature === null) throw natureNotJudged()
    checkNature(ctx, judgement)
    const before = { nature, natureKind, natureGround, authorityNo, authorityOn }
    const after = natureColumns(judgement)
    if (isSame(before, after)) throw nothingChanged()
    // The log says what it was before.
    write.requireAsRead(complaints, { id: complaintId, ...before }, complaintMoved)
    change(ctx, write, complaint, after)
    const corrected = { from: nature, fromKind: natureKind ?? natureGround, ...judgement }
    recordStep(ctx, write, complaint, { kind: 'nature_changed', note: reason, detail: corrected })
    write.audit('complaints.nature_changed', complaintId, {
      projectId: complaint.projectId,
      detail: { from: complaint.nature, to: judgement.nature },
    })
    return { complaintId }
  })
}

type NatureColumns = ReturnType<typeof natureColumns>

function isSame(before: { [K in keyof NatureColumns]: unknown }, after: NatureColumns): boolean {
  return (Object.keys(after) as (keyof NatureColumns)[]).every((name) => before[name] === after[name])
}
