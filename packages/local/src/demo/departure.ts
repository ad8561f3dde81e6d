import { registerComplaint } from '@heju/core/desk/complaints'
import { disableStaff, readHoldings } from '@heju/core/people/handing-over'
import type { Visitor } from '../visitor/index.ts'
import { areasOf } from './areas.ts'
import { categoriesOf } from './complaints.ts'
import { commonPlaceOf } from './common-places.ts'
import type { Life } from './life.ts'
import { inviteColleague } from './staff.ts'

const hour = 60 * 60_000

/** A colleague of the front desk left yesterday; what they held went to the one who stayed, in one step. */
export async function departure(life: Life, origin: string, administrator: Visitor): Promise<void> {
  const { past, staff, estates, present } = life
  const leaving = { name: '罗青', phone: '13800000006', role: 'front_desk' } as const
  const staffId = await inviteColleague(origin, administrator, leaving, present)
  await areasOf(life, staffId)
  const categoryOf = await categoriesOf(life)
  past.now = present - 30 * hour
  const projectId = estates[0]?.projectId ?? ''
  const hall = await commonPlaceOf(past.as(staff.manager, 'project_manager'), projectId, '2栋 电梯厅')
  for (const [where, code, text] of [
    [{ place: '地下车库入口' }, 'vehicles', '道闸早上抬得慢，排队排到了马路上。'],
    [hall ?? { place: '2栋电梯厅' }, 'lift', '电梯里的按钮有两个不亮。'],
  ] as const)
    await registerComplaint(past.as(staffId, 'front_desk'), {
      requestId: past.requestId(),
      complaintId: past.id('cmpl'),
      projectId,
      ...where,
      channel: 'phone',
      categoryId: categoryOf(code),
      text,
    })
  past.now = present - 24 * hour
  const admin = past.as(staff.administrator, 'company_admin')
  const { groups } = await readHoldings(admin, { staffId })
  const handed = groups.map(({ kind, projectId: at, count }) => ({
    kind,
    projectId: at,
    count,
    receiverId: staff.desk,
  }))
  await disableStaff(admin, {
    requestId: past.requestId(),
    staffId,
    handed: { note: '罗青离职，手上的事由唐小满接手', groups: handed },
  })
  await past.settle()
}
