import type { Role } from '@heju/core/permissions'
import { newId } from '@heju/kernel'
import { Visitor } from '../visitor/index.ts'
import { demoPassword, demoRegional, demoStaff, type StaffKey } from './sign-ins.ts'

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
  for (const { key, ...colleague } of colleagues)
    ids[key] = await inviteColleague(origin, administrator, colleague, now)
  return ids as StaffIds
}

/** Invites a colleague who sets the demo's password by the link. @returns their id */
export async function inviteColleague(
  origin: string,
  administrator: Visitor,
  { name, phone, role }: { name: string; phone: string; role: Role },
  now: number,
): Promise<string> {
  return inviteWith(origin, administrator, { name, phone, assignments: [{ role, projects: 'all' }] }, now)
}

/** Makes a role of the company's own, and invites who holds it for a region beside that of a regional manager. */
export async function inviteRegional(
  origin: string,
  administrator: Visitor,
  unitId: string,
  now: number,
): Promise<void> {
  const roleId = newId('role', now)
  await administrator.json('POST', `${origin}/api/v1/staff/roles`, {
    roleId,
    name: '投诉督办',
    about: '跟进本区域的投诉，可以重新派单',
    template: null,
    permissions: ['projects.read', 'complaints.read', 'complaints.assign', 'complaints.escalated'],
  })
  const scope = { kind: 'unit', unitId }
  const assignments = ['regional_manager', roleId].map((role) => ({ role, scope }))
  await inviteWith(origin, administrator, { ...demoRegional, assignments }, now)
}

async function inviteWith(
  origin: string,
  administrator: Visitor,
  { name, phone, assignments }: { name: string; phone: string; assignments: readonly object[] },
  now: number,
): Promise<string> {
  const staffId = newId('stf', now)
  const { link } = await administrator.json<{ link: string }>('POST', `${origin}/api/v1/staff`, {
    staffId,
    name,
    phone,
    assignments,
  })
  const token = link.slice(link.indexOf('#') + 1)
  await new Visitor().json('POST', `${origin}/api/v1/invitations/accept`, { token, password: demoPassword })
  return staffId
}
