import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { change, recordStep, unansweredComplaintFor } from './matters.ts'
import { awaitUpdate } from './next-update.ts'
import { requireAhead } from './promises.ts'
import { tellOwnerSchema, type TellOwner } from './schemas.ts'

/**
 * Tells the owner how it stands, on the way to the reply, and when they hear next.
 * @throws `complaints.time_is_past`, `complaints.closed`, `complaints.replied_already`, `complaints.moved`
 */
export async function tellOwner(ctx: Ctx, raw: TellOwner): Promise<{ complaintId: string }> {
  const input = parse(tellOwnerSchema, raw)
  return ctx.write('complaints.tell_owner', input, async (write) => {
    const { complaintId, ownerWords, nextUpdateAt = null, fileIds } = input
    const { matter: complaint } = await unansweredComplaintFor(ctx, complaintId, 'complaints.handle')
    requireAhead(ctx, { nextUpdateAt })
    change(ctx, write, complaint, { updateDueAt: nextUpdateAt }, true)
    recordStep(ctx, write, complaint, { kind: 'words', ownerWords, fileIds, detail: { nextUpdateAt } })
    awaitUpdate(ctx, write, complaint, nextUpdateAt)
    write.audit('complaints.owner_told', complaintId, { projectId: complaint.projectId })
    return { complaintId }
  })
}
