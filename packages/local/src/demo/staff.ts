import { newId, type Role } from '@heju/kernel'
import { Visitor } from '../visitor/index.ts'
import { demoPassword } from './sign-up.ts'

/** The people of the demo company, beside its administrator; each signs in with phone and password. */
const colleagues: readonly { key: string; name: string; phone: string; role: Role }[] = [
  { key: 'headOffice', name: '周启明', phone: '13800000002', role: 'head_office' },
  { key: 'manager', name: '沈若兰', phone: '13800000003', role: 'project_manager' },
  { key: 'desk', name: '唐小满', phone: '13800000004', role: 'front_desk' },
  { key: 'cashier', name: '许文', phone: '13800000005', role: 'cashier' },
]

export type StaffIds = Readonly<Record<string, string>>

/** Invites the colleagues and lets each set a password by the link. @returns their ids by key */
export async function inviteColleagues(
  origin: string,
  administrator: Visitor,
  now: number,
): Promise<StaffIds> {
  const ids: Record<string, string> = {}
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
  return ids
}
