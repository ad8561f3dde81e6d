import { readComplaintForm } from '@heju/core/people/portal'
import { requestCode, verifyCode } from '@heju/core/people/owner-access'
import type { Past } from './past.ts'

/** An owner with an account in the portal. */
export interface DemoOwner {
  id: string
  phone: string
  roomId: string
}

/** Opens an owner's account as owners do: with the code that comes to their phone. */
export async function openAccount(past: Past, phone: string): Promise<DemoOwner> {
  // Each from home, as it were: so many codes for one address would be refused.
  const caller = { address: `10.0.${phone.slice(-6, -3)}.${phone.slice(-3)}`, agent: 'demo' }
  await requestCode(past.asVisitor(), { phone }, caller)
  await past.settle()
  const { session } = await verifyCode(past.asVisitor(), { phone, code: past.codeSentTo(phone) }, caller)
  const id = session.subject
  const { rooms } = await readComplaintForm(past.asOwner(id))
  return { id, phone, roomId: rooms[0]?.roomId ?? '' }
}
