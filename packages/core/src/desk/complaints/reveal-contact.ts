import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { unsealPhone } from '../../estate/registry/index.ts'
import { complaintFor } from './matters.ts'
import { noPhoneLeft } from './errors.ts'
import { revealContactSchema, type RevealContact } from './schemas.ts'

/**
 * Shows the phone that was left with a complaint in full, to whoever has to call, and records who looked, each time.
 * @throws `complaints.no_phone_left`
 */
export async function revealContact(ctx: Ctx, raw: RevealContact): Promise<{ phone: string }> {
  const input = parse(revealContactSchema, raw)
  const { matter: complaint } = await complaintFor(ctx, input.complaintId, 'people.unmask')
  if (complaint.phoneSealed === null) throw noPhoneLeft()
  await ctx.disclose('complaints.reveal_contact', {
    action: 'complaints.contact_revealed',
    subjectId: input.complaintId,
    projectId: complaint.projectId,
  })
  return { phone: await unsealPhone(ctx.vault, complaint.phoneSealed) }
}
