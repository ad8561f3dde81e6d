import { newId } from '@heju/kernel'
import type { Role } from '../../permissions/index.ts'
import { describe, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { as, freshRequestId, staff as actor, testCtx, testNow } from '../../testing.ts'
import { changeAssignments, disableStaff } from '../handing-over/index.ts'
import { changeStaff } from './change-staff.ts'
import { createFirstAdministrator } from './create-first-administrator.ts'
import { enableStaff } from './disable-staff.ts'
import { staffList } from './staff-list.ts'
import { hashPassword } from './passwords.ts'
import { readMe } from './read-me.ts'
import { signIn } from './sign-in.ts'
import { signInHandedOver } from './sign-in-handed-over.ts'
import { addStaff, asVisitor, testCaller, testPassword } from './testing.ts'

const everywhere = (role: Role) => [{ role, projects: 'all' as const }]
const request = (staffId: string) => ({ requestId: freshRequestId(), staffId })
const admin = (ctx: Ctx, id: string) => as(ctx, actor('company_admin', 'all', id))

async function project(ctx: Ctx, name: string): Promise<string> {
  const id = newId('proj', testNow)
  await ctx.db.client.execute({
    sql: `INSERT INTO projects (id, name, type, service_mode, price_regime, created_at, changed_at)
      VALUES (?, ?, 'residential', 'custom', 'guided', 0, 0)`,
    args: [id, name],
  })
  return id
}

describe('the last administrator', () => {
  test('cannot be demoted or disabled; with another one there it can', async () => {
    const ctx = await testCtx()
    const [one, two] = [await addStaff(ctx), await addStaff(ctx, { assignments: everywhere('cashier') })]
    const boss = admin(ctx, one.id)
    const last = { code: 'identity.last_administrator' }
    await expect(
      changeAssignments(admin(ctx, two.id), { ...request(one.id), assignments: everywhere('auditor') }),
    ).rejects.toMatchObject(last)
    await expect(disableStaff(admin(ctx, two.id), request(one.id))).rejects.toMatchObject(last)
    await expect(disableStaff(boss, request(one.id))).rejects.toMatchObject({
      code: 'identity.not_yourself',
    })
    await changeAssignments(boss, { ...request(two.id), assignments: everywhere('company_admin') })
    await changeAssignments(admin(ctx, two.id), {
      ...request(one.id),
      assignments: everywhere('auditor'),
    })
  })

  test('gives nobody up by removing themselves, nor gives themselves more: one’s own roles are for another', async () => {
    const ctx = await testCtx()
    const [one] = [await addStaff(ctx), await addStaff(ctx)]
    for (const role of ['auditor', 'company_admin'] as const) {
      const own = changeAssignments(admin(ctx, one.id), {
        ...request(one.id),
        assignments: everywhere(role),
      })
      await expect(own).rejects.toMatchObject({ code: 'identity.not_your_own_roles' })
    }
  })

  test('works for the whole company', async () => {
    const ctx = await testCtx()
    const { id } = await addStaff(ctx, { assignments: everywhere('cashier') })
    const assignments = [{ role: 'company_admin', projects: [newId('proj', testNow)] }]
    await expect(changeAssignments(ctx, { ...request(id), assignments })).rejects.toMatchObject({
      fields: [{ code: 'field.admin_everywhere' }],
    })
  })

  test('of one project, or one who never took the invitation, does not count', async () => {
    const ctx = await testCtx()
    const projectId = await project(ctx, '翠湖花园')
    const one = await addStaff(ctx)
    await addStaff(ctx, { assignments: [{ role: 'company_admin', projects: [projectId] }] })
    await addStaff(ctx, { state: 'invited' })
    await addStaff(ctx, { state: 'disabled' })
    const demoted = changeAssignments(ctx, {
      ...request(one.id),
      assignments: everywhere('auditor'),
    })
    await expect(demoted).rejects.toMatchObject({ code: 'identity.last_administrator' })
  })

  test('two who remove each other at once leave one', async () => {
    const ctx = await testCtx()
    const [one, two] = [await addStaff(ctx), await addStaff(ctx)]
    const outcomes = await Promise.allSettled([
      disableStaff(admin(ctx, one.id), request(two.id)),
      disableStaff(admin(ctx, two.id), request(one.id)),
    ])
    expect(outcomes.map((one_) => one_.status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('roles', () => {
  test('new ones take the place of the old ones, one project twice is one', async () => {
    const ctx = await testCtx()
    const projectId = await project(ctx, '翠湖花园')
    const boss = await addStaff(ctx)
    const { id } = await addStaff(ctx, { name: '周一', assignments: everywhere('cashier') })
    await changeAssignments(admin(ctx, boss.id), {
      ...request(id),
      assignments: [{ role: 'front_desk', projects: [projectId, projectId] }, ...everywhere('accountant')],
    })
    const { items } = await staffList.page(ctx, { search: '周一' })
    expect(items[0]?.assignments).toEqual(
      expect.arrayContaining([
        { role: 'front_desk', scope: { kind: 'projects', projectIds: [projectId] } },
        { role: 'accountant', scope: { kind: 'company' } },
      ]),
    )
  })

  test('of more single projects than anybody looks after are refused', async () => {
    const ctx = await testCtx()
    const many = Array.from({ length: 160 }, () => newId('proj', testNow))
    const assignments = (['cashier', 'front_desk'] as const).map((role) => ({ role, projects: many }))
    const refused = changeAssignments(ctx, { ...request(newId('stf', testNow)), assignments })
    await expect(refused).rejects.toMatchObject({ fields: [{ code: 'field.too_many_projects' }] })
  })

  test('of somebody who is disabled or not there cannot be changed', async () => {
    const ctx = await testCtx()
    const { id } = await addStaff(ctx, { state: 'disabled' })
    for (const staffId of [id, newId('stf', testNow)]) {
      const change = changeAssignments(ctx, { ...request(staffId), assignments: everywhere('auditor') })
      await expect(change).rejects.toMatchObject({ code: 'identity.staff_not_in_state' })
    }
  })
})

describe('correcting a colleague', () => {
  test('changes what is given and leaves the rest; the new phone signs in, the old one no more', async () => {
    const ctx = await testCtx()
    const { id } = await addStaff(ctx, { phone: '+8613800000001', email: 'zhou@example.com' })
    await changeStaff(ctx, { ...request(id), name: '周一一', phone: '138 0000 0002' })
    const { items } = await staffList.page(ctx, {})
    expect(items[0]).toMatchObject({ name: '周一一', phoneLast4: '0002', email: 'zhou@example.com' })
    const enter = (login: string) => signIn(asVisitor(ctx), { login, password: testPassword }, testCaller)
    await enter('13800000002')
    await enter('zhou@example.com')
    await expect(enter('13800000001')).rejects.toThrow()
  })

  test('leaves them a way to sign in that nobody else has', async () => {
    const ctx = await testCtx()
    await addStaff(ctx, { phone: '+8613800000001' })
    const { id } = await addStaff(ctx, { phone: '+8613800000002' })
    await expect(changeStaff(ctx, { ...request(id), phone: null })).rejects.toMatchObject({
      code: 'identity.no_login_left',
    })
    await expect(changeStaff(ctx, { ...request(id), phone: '13800000001' })).rejects.toMatchObject({
      code: 'identity.login_taken',
    })
    await changeStaff(ctx, { ...request(id), phone: null, email: 'wu@example.com' })
    const stranger = changeStaff(ctx, { ...request(newId('stf', testNow)), name: '吴' })
    await expect(stranger).rejects.toMatchObject({ code: 'identity.staff_not_in_state' })
    const refused = changeStaff(as(ctx, actor('head_office')), { ...request(id), name: '吴' })
    await expect(refused).rejects.toMatchObject({ kind: 'forbidden' })
  })
})

describe('who is signed in', () => {
  test('is told what they type at the door, be there no e-mail, and nobody else’s number', async () => {
    const ctx = await testCtx()
    await addStaff(ctx)
    const { id } = await addStaff(ctx, { phone: '+8613912345678' })
    const me = await readMe(as(ctx, { kind: 'staff', id, assignments: [] }))
    expect(me.staff).toMatchObject({ id, email: null, phone: '13912345678' })
    await signIn(asVisitor(ctx), { login: me.staff.phone ?? '', password: testPassword }, testCaller)
  })
})

describe('disabling', () => {
  test('shuts out, enabling lets back in with the same password', async () => {
    const ctx = await testCtx()
    await addStaff(ctx)
    const { id, phone } = await addStaff(ctx)
    const login = { login: phone, password: testPassword }
    await disableStaff(ctx, request(id))
    await expect(signIn(asVisitor(ctx), login, testCaller)).rejects.toThrow()
    await expect(readMe(as(ctx, { kind: 'staff', id, assignments: [] }))).rejects.toMatchObject({
      kind: 'unauthenticated',
    })
    await expect(disableStaff(ctx, request(id))).rejects.toMatchObject({
      code: 'identity.staff_not_in_state',
    })
    await enableStaff(ctx, request(id))
    await signIn(asVisitor(ctx), login, testCaller)
  })

  test('takes who manages staff', async () => {
    const ctx = await testCtx()
    const { id } = await addStaff(ctx)
    for (const verb of [disableStaff, enableStaff])
      await expect(verb(as(ctx, actor('head_office')), request(id))).rejects.toMatchObject({
        kind: 'forbidden',
      })
  })
})

describe('listing staff', () => {
  test('pages put together are everybody, each once, in order', async () => {
    const ctx = await testCtx()
    for (const name of ['赵', '钱', '孙', '李', '赵', '周', '吴']) await addStaff(ctx, { name })
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await staffList.page(ctx, { limit: 2, ...(after === undefined ? {} : { after }) })
      seen.push(...page.items.map((item) => `${item.name} ${item.id}`))
      after = page.next ?? undefined
    } while (after !== undefined)
    expect(seen).toHaveLength(7)
    expect(seen).toEqual([...new Set(seen)].toSorted())
  })

  test('shows those of one’s own projects and those responsible for all, without whole phones', async () => {
    const ctx = await testCtx()
    const [ours, theirs] = [await project(ctx, '翠湖花园'), await project(ctx, '云顶公寓')]
    await addStaff(ctx, { name: '甲', assignments: [{ role: 'cashier', projects: [ours] }] })
    await addStaff(ctx, { name: '乙', assignments: [{ role: 'cashier', projects: [theirs] }] })
    await addStaff(ctx, { name: '丙', assignments: everywhere('auditor'), phone: '+8613812345678' })
    const manager = as(ctx, actor('project_manager', [ours]))
    const { items } = await staffList.page(manager, {})
    expect(items.map((item) => item.name).toSorted()).toEqual(['丙', '甲'])
    expect(JSON.stringify(items)).not.toContain('1381234')
    expect(items.find((item) => item.name === '丙')?.phoneLast4).toBe('5678')
    await expect(staffList.page(as(ctx, actor('cashier')), {})).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('takes one round trip, also with filters', async () => {
    const ctx = await testCtx()
    await addStaff(ctx, { name: '王小明', state: 'invited' })
    const before = ctx.db.trips.count
    const { items } = await staffList.page(ctx, { state: 'invited', search: '小' })
    expect(items).toHaveLength(1)
    expect(ctx.db.trips.count - before).toBe(1)
  })
})

describe('the first administrator', () => {
  const first = async () => ({
    requestId: 'first-administrator',
    staffId: newId('stf', testNow),
    name: '陈总',
    phone: '+8613812341234',
    passwordHash: await hashPassword(testPassword, { N: 2, r: 1, p: 1 }),
  })

  test('is put in by provisioning, repeats included, and signs in with the password of the sign-up', async () => {
    const ctx = as(await testCtx(), { kind: 'job', id: 'provision' })
    const input = await first()
    await createFirstAdministrator(ctx, input)
    await createFirstAdministrator(ctx, input)
    const { session } = await signIn(
      asVisitor(ctx),
      { login: '13812341234', password: testPassword },
      testCaller,
    )
    expect(session).toMatchObject({ subject: input.staffId, assignments: everywhere('company_admin') })
  })

  test('is signed in by the handover, and nobody who is not there', async () => {
    const ctx = as(await testCtx(), { kind: 'job', id: 'provision' })
    const input = await first()
    await createFirstAdministrator(ctx, input)
    const { session } = await signInHandedOver(asVisitor(ctx), input.staffId, testCaller)
    expect(session.subject).toBe(input.staffId)
    const stranger = signInHandedOver(asVisitor(ctx), newId('stf', testNow), testCaller)
    await expect(stranger).rejects.toMatchObject({ code: 'identity.sign_in_refused' })
  })

  test('is made by a job only', async () => {
    const ctx = await testCtx()
    await expect(createFirstAdministrator(ctx, await first())).rejects.toMatchObject({ kind: 'forbidden' })
  })
})
