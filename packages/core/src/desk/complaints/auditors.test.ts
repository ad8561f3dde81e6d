import { newId } from '@heju/kernel'
import { expect, test } from 'vitest'
import type { Assignment } from '../../permissions/index.ts'
import { createRole } from '../../people/roles/index.ts'
import { addStaff } from '../../people/identity/testing.ts'
import { as, freshRequestId } from '../../testing.ts'
import { addNote, flagComplaint, getComplaint } from './index.ts'
import { deskRegisters, of, scene } from './testing.ts'

test('a role of a company’s own that audits reads complaints and changes none', async () => {
  const place = await scene()
  const permissions = ['audit.read', 'complaints.read', 'complaints.own', 'projects.read'] as const
  const roleId = newId('role', place.admin.now)
  const made = { requestId: freshRequestId(), roleId, name: '审计专员', template: 'auditor' as const }
  await createRole(place.admin, { ...made, permissions: [...permissions] })
  const complaintId = await deskRegisters(place, await place.works('front_desk'))
  const { id } = await addStaff(place.admin, { assignments: [{ role: roleId, projects: 'all' }] })
  const own = { template: 'auditor' as const, permissions }
  const assignments: Assignment[] = [{ role: roleId, projects: 'all', own }]
  const auditor = as(place.admin, { kind: 'staff', id, assignments })
  expect(await getComplaint(auditor, complaintId)).toMatchObject({ steps: [expect.anything()] })
  const refused = { code: 'access.not_allowed' }
  const flag = { ...of(complaintId), reason: '看起来是重大事项', major: true }
  await expect(flagComplaint(auditor, flag as never)).rejects.toMatchObject(refused)
  await expect(addNote(auditor, { ...of(complaintId), note: '审计写的备注' } as never)).rejects.toMatchObject(
    refused,
  )
})
