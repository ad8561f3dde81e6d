import { invalidInput } from '@heju/kernel'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { change, recordStep, unansweredComplaintFor } from './matters.ts'
import { awaitUpdate } from './next-update.ts'
import { requireAhead } from './promises.ts'
import { agreeTimeSchema, type AgreeTime } from './schemas.ts'

/**
 * Writes down what was agreed with the owner about something that cannot be solved now: until when, why, and when they
 * hear next (D101). The terms of D98 go on running: a late complaint does not become timely by agreement.
 * @throws `complaints.time_is_past`, `request.invalid` when the next news would come after the agreed time,
 *   `complaints.closed`, `complaints.replied_already`, `complaints.moved`
 */
export async function agreeTime(ctx: Ctx, raw: AgreeTime): Promise<{ complaintId: string }> {
  const input = parse(agreeTimeSchema, raw)
  return ctx.write('complaints.agree_time', input, async (write) => {
    const { complaintId, agreedAt, nextUpdateAt, ownerWords } = input
    const { matter: complaint } = await unansweredComplaintFor(ctx, complaintId, 'complaints.handle')
    requireAhead(ctx, { agreedAt, nextUpdateAt })
    if (nextUpdateAt > agreedAt)
      throw invalidInput({}, { fields: [{ path: 'nextUpdateAt', code: 'complaints.field.next_update' }] })
    change(ctx, write, complaint, { agreedAt, updateDueAt: nextUpdateAt }, true)
    recordStep(ctx, write, complaint, { kind: 'agreed', ownerWords, detail: { agreedAt, nextUpdateAt } })
    awaitUpdate(ctx, write, complaint, nextUpdateAt)
    write.audit('complaints.time_agreed', complaintId, {
      projectId: complaint.projectId,
      detail: { agreedAt, nextUpdateAt },
    })
    return { complaintId }
  })
}
