import { newId } from '@heju/kernel'
import { Visitor } from '../visitor/index.ts'
import { demoPassword, demoStaff, type StaffKey } from './sign-ins.ts'

/** Who of the staff has which id. */
export type StaffIds = Readonly<Record<StaffKey, string>>

/** Invites the administrator's colleagues and lets each set a password by the link. @returns everybody's id by key */
export async function inviteColleagues(
  origin: string,
  administrator: Visitor,
  now: number,
): Promise<StaffIds> {
  const me = await administrator.json<{ staff: { id: string } }>('GET', `${origin}/api/v1/session`)
  const ids: Record<string, string> = { administrator: me.staff.id }
  const [, ...colleagues] = demoStaff
  for (const { key, name, phone, role } of colleagues) {
    const staffId = newId('stf', now)
    const assignments = [{ role, projects: 'all' }]
    const { link } = await administrator.json<{ link: string }>('POST', `${origin}/api/v1/staff`, {
      staffId,
      name,
      phone,
      assignments,
    })
    const token = link.slice(link.indexOf('#') + 1)
    await new Visitor().json('POST', `${origin}/api/v1/invitations/accept`, { token, password: demoPassword })
    ids[key] = staffId
  }
  return ids as StaffIds
}
