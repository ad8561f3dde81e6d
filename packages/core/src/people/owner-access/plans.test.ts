import { newId } from '@heju/kernel'
import { expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import {
  acceptInvitation,
  changePassword,
  changeStaff,
  enableStaff,
  inviteColleague,
  staffList,
  readMe,
  refreshSession,
  renewInvitation,
  signIn,
  signOut,
  signOutEverywhere,
} from '../identity/index.ts'
import { changeAssignments, disableStaff } from '../handing-over/index.ts'
import { addStaff, asVisitor, testCaller, testPassword } from '../identity/testing.ts'
import { smallProject } from '../../estate/registry/testing.ts'
import { as, freshRequestId, staff, testCtx, testNow } from '../../testing.ts'
import { readOwner, requestCode, verifyCode } from './index.ts'

interface Sent {
  sql: string
  args: never[]
}

/** Writes down every statement that goes to the database. */
function listen(ctx: Ctx): Sent[] {
  const sent: Sent[] = []
  const { client } = ctx.db
  const [execute, batch] = [client.execute.bind(client), client.batch.bind(client)]
  Object.assign(client, {
    execute: (query: Sent) => (sent.push(query), execute(query)),
    batch: (queries: Sent[], mode: 'read') => (sent.push(...queries), batch(queries, mode)),
  })
  return sent
}

/** What a statement has itself gathered of the tree: units above projects, units below a unit, and the projects found. */
const gathered = /^SCAN (above|below|these|placed)$/

async function tablesReadThrough(ctx: Ctx, sent: readonly Sent[]): Promise<string[]> {
  const found = new Set<string>()
  for (const { sql, args } of sent) {
    const { rows } = await ctx.db.client.execute({ sql: `EXPLAIN QUERY PLAN ${sql}`, args })
    for (const row of rows) {
      const line = String(row.detail)
      if (/^SCAN (?!json_each|CONSTANT|\w+ VIRTUAL TABLE|.* USING (COVERING )?INDEX)/.test(line))
        if (!gathered.test(line)) found.add(`${line} in ${sql}`)
    }
  }
  return [...found]
}

test('whatever signs people in and appoints them finds its rows by an index', async () => {
  const ctx = await testCtx()
  const project = await smallProject(ctx)
  await project.give(await project.person('李女士', { phones: ['13812341234'] }), await project.room('1501'))
  const boss = await addStaff(ctx)
  const admin = as(ctx, staff('company_admin', 'all', boss.id))
  const sent = listen(ctx)
  const visitor = asVisitor(ctx)
  const request = (staffId: string) => ({ requestId: freshRequestId(), staffId })

  const { refreshToken, session } = await signIn(
    visitor,
    { login: boss.phone, password: testPassword },
    testCaller,
  )
  const renewed = await refreshSession(visitor, 'staff', refreshToken)
  await readMe(admin)
  const passwords = { currentPassword: testPassword, newPassword: '松山湖的傍晚很安静' }
  await changePassword(admin, { requestId: freshRequestId(), ...passwords }, session.familyId)
  await signOut(visitor, renewed.refreshToken)
  const staffId = newId('stf', testNow)
  const assignments = [{ role: 'cashier' as const, projects: [project.projectId] }]
  await inviteColleague(admin, { ...request(staffId), name: '王小明', phone: '13700001111', assignments })
  const { token } = await renewInvitation(admin, request(staffId))
  await acceptInvitation(visitor, { token, password: '清晨的第一班地铁' }, testCaller)
  await changeStaff(admin, { ...request(staffId), name: '王明' })
  await changeAssignments(admin, { ...request(staffId), assignments })
  await staffList.page(as(ctx, staff('project_manager', [project.projectId])), {
    search: '王',
    state: 'active',
  })
  await disableStaff(admin, request(staffId))
  await enableStaff(admin, request(staffId))
  await signOutEverywhere(admin)
  await requestCode(visitor, { phone: '13812341234' }, testCaller)
  await verifyCode(visitor, { phone: '13812341234', code: '000000' }, testCaller).catch(() => undefined)
  await readOwner(as(ctx, { kind: 'owner', id: newId('ownr', testNow) })).catch(() => undefined)

  expect(sent.length).toBeGreaterThan(80)
  expect(await tablesReadThrough(ctx, [...sent])).toEqual([])
})
