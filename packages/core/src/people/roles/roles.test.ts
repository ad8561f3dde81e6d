import { newId } from '@heju/kernel'
import { describe, expect, test } from 'vitest'
import type { Actor, Ctx } from '../../context.ts'
import { withNeeds, type Permission } from '../../permissions/index.ts'
import { anyhow, as, beforeNextWrite, freshRequestId, staff, testCtx, testNow } from '../../testing.ts'
import { actorOf, inviteColleague, signIn, staffList } from '../identity/index.ts'
import { addStaff, asVisitor, testCaller, testPassword } from '../identity/testing.ts'
import { changeAssignments, changeRole } from '../handing-over/index.ts'
import { createRole, readRoles, retireRole } from './index.ts'

const everywhere = (role: string) => [{ role, projects: 'all' as const }]

/** A company with somebody who administers it. */
async function company(): Promise<Ctx> {
  const ctx = await testCtx()
  await addStaff(ctx)
  return ctx
}

async function made(
  ctx: Ctx,
  permissions: Permission[],
  more: Partial<Parameters<typeof createRole>[1]> = {},
): Promise<string> {
  const roleId = newId('role', testNow)
  const role = { requestId: freshRequestId(), roleId, name: `角色${roleId.slice(-4)}`, template: null }
  await createRole(ctx, { ...role, permissions: withNeeds(permissions), ...more })
  return roleId
}
const change = (ctx: Ctx, roleId: string, permissions: Permission[], revision = 0, name = '片区主管') =>
  changeRole(ctx, {
    requestId: freshRequestId(),
    roleId,
    name,
    permissions: withNeeds(permissions),
    revision,
  })
const retire = (ctx: Ctx, roleId: string) => retireRole(ctx, { requestId: freshRequestId(), roleId })
const give = (ctx: Ctx, staffId: string, ...assignments: ReturnType<typeof everywhere>) =>
  changeAssignments(ctx, { requestId: freshRequestId(), staffId, assignments })

/** Somebody who has signed in, as their access token says. */
async function enter(ctx: Ctx, login: string): Promise<Ctx> {
  const { session } = await signIn(asVisitor(ctx), { login, password: testPassword }, testCaller)
  return as(ctx, actorOf(session, { now: ctx.now, zone: ctx.company.zone }) as Actor)
}
const act = (ctx: Ctx) => ctx.write('test.act', { requestId: freshRequestId() }, () => 'done', anyhow)

describe('a role of the company’s own', () => {
  test('is made, given to a colleague, and carries what it says and nothing more', async () => {
    const ctx = await company()
    const roleId = await made(ctx, ['registry.read', 'projects.read'], {
      name: '装修专员',
      template: 'front_desk',
    })
    const { id, phone } = await addStaff(ctx, { assignments: everywhere('worker') })
    await give(ctx, id, ...everywhere(roleId))
    const them = await enter(ctx, phone)
    expect([them.may('registry.read'), them.may('registry.write'), them.may('complaints.own')]).toEqual([
      true,
      false,
      false,
    ])
    expect(await act(them)).toBe('done')
    const { roles } = await readRoles(ctx)
    expect(roles.at(-1)).toEqual({
      id: roleId,
      name: '装修专员',
      about: '',
      template: 'front_desk',
      permissions: ['projects.read', 'registry.read'],
      holders: 1,
      revision: 0,
    })
    expect(roles).toHaveLength(15)
    expect((await staffList.page(ctx, { role: roleId })).items.map((one) => one.id)).toEqual([id])
    const readers = await staffList.page(ctx, { permission: 'registry.read', role: roleId })
    expect(readers.items.map((one) => one.id)).toEqual([id])
    expect((await staffList.page(ctx, { permission: 'payments.record' })).items).not.toContainEqual(
      expect.objectContaining({ id }),
    )
  })

  test('crosses no line, gives nobody roles, and carries something', async () => {
    const ctx = await company()
    const refused = async (permissions: Permission[]) => {
      const role = {
        requestId: freshRequestId(),
        roleId: newId('role', testNow),
        name: '财务',
        template: null,
      }
      const attempt = createRole(ctx, { ...role, permissions })
      return attempt.catch((error: { fields: { path: string; code: string }[] }) => error.fields[0]?.code)
    }
    expect(await refused(['payments.record', 'bills.run'])).toBe('field.role_money')
    expect(await refused(['audit.read', 'registry.write'])).toBe('field.role_audit')
    expect(await refused(['staff.manage'])).toBe('field.picklist')
    expect(await refused([])).toBe('field.role_permissions')
  })

  test('carries nothing that nothing can be done with: who handles complaints sees them', async () => {
    const ctx = await company()
    const refused = { fields: [{ path: 'permissions', code: 'field.role_needs', params: {} }] }
    const role = { roleId: newId('role', testNow), name: '催办专员', template: null }
    const make = (...permissions: Permission[]) =>
      createRole(ctx, { ...role, permissions, requestId: freshRequestId() })
    await expect(make('complaints.handle', 'projects.read')).rejects.toMatchObject(refused)
    await expect(make('complaints.handle', 'complaints.own')).rejects.toMatchObject(refused)
    await make('complaints.handle', 'complaints.own', 'projects.read')
    const changed = (...permissions: Permission[]) =>
      changeRole(ctx, { ...role, permissions, revision: 0, requestId: freshRequestId() })
    await expect(changed('complaints.handle', 'projects.read')).rejects.toMatchObject(refused)
    // One that was stored before carries what it carried, and is shown.
    await ctx.db.client.execute(`DELETE FROM role_permissions WHERE permission = 'complaints.own'`)
    const { id, phone } = await addStaff(ctx, { assignments: everywhere('worker') })
    await give(ctx, id, ...everywhere(role.roleId))
    expect((await enter(ctx, phone)).may('complaints.handle')).toBe(true)
    expect((await readRoles(ctx)).roles.at(-1)?.permissions).toEqual(['projects.read', 'complaints.handle'])
    await changed('complaints.handle', 'complaints.read', 'projects.read')
  })

  test('has a name that no other has, in whatever language the common ones are called', async () => {
    const ctx = await company()
    const roleId = await made(ctx, ['projects.read'], { name: '片区主管' })
    for (const name of ['片区主管', '收费员', 'Cashier', 'cashier', 'ＣＡＳＨＩＥＲ', ' 片区 主管'])
      await expect(made(ctx, ['projects.read'], { name })).rejects.toMatchObject({ code: 'roles.name_taken' })
    const other = await made(ctx, ['projects.read'])
    await expect(change(ctx, other, ['projects.read'])).rejects.toMatchObject({ code: 'roles.name_taken' })
    await made(ctx, ['projects.read'], { name: 'VIP 管家' })
    await expect(change(ctx, other, ['projects.read'], 0, 'ｖｉｐ管家')).rejects.toMatchObject({
      code: 'roles.name_taken',
    })
    // What it is called itself is no other, and two at once do not both take one.
    await change(ctx, roleId, ['projects.read', 'bills.read'])
    beforeNextWrite(ctx, () => made(ctx, ['projects.read'], { name: 'Ａ组' }))
    await expect(made(ctx, ['projects.read'], { name: 'a组' })).rejects.toMatchObject({
      code: 'roles.changed_meanwhile',
    })
    await retire(ctx, roleId)
    await made(ctx, ['projects.read'], { name: '片区主管' })
  })

  test('is retired when nobody holds it, and not before', async () => {
    const ctx = await company()
    const roleId = await made(ctx, ['projects.read'])
    const { id } = await addStaff(ctx, { assignments: everywhere('worker') })
    await give(ctx, id, ...everywhere(roleId))
    await expect(retire(ctx, roleId)).rejects.toMatchObject({ code: 'roles.held' })
    await give(ctx, id, ...everywhere('worker'))
    await retire(ctx, roleId)
    expect((await readRoles(ctx)).roles).toHaveLength(14)
    const again = give(ctx, id, ...everywhere(roleId))
    await expect(again).rejects.toMatchObject({ code: 'roles.not_found' })
    for (const verb of [() => retire(ctx, roleId), () => change(ctx, roleId, ['projects.read'])])
      await expect(verb()).rejects.toMatchObject({ code: 'roles.not_found' })
  })

  test('is for who manages staff to make and change, and for whoever sees colleagues to read', async () => {
    const ctx = await company()
    const roleId = await made(ctx, ['projects.read'])
    const office = as(ctx, staff('head_office'))
    for (const verb of [
      () => made(office, ['projects.read']),
      () => change(office, roleId, ['projects.read']),
    ])
      await expect(verb()).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(retire(office, roleId)).rejects.toMatchObject({ kind: 'forbidden' })
    await readRoles(office)
    await expect(readRoles(as(ctx, staff('worker')))).rejects.toMatchObject({ kind: 'forbidden' })
  })
})

describe('a role that is changed', () => {
  test('while somebody acts under it: what was taken away ends at once, and the next sign-in has what is left', async () => {
    const ctx = await company()
    const roleId = await made(ctx, ['projects.read', 'registry.write'])
    const { id, phone } = await addStaff(ctx, { assignments: everywhere('worker') })
    await give(ctx, id, ...everywhere(roleId))
    const them = await enter(ctx, phone)
    beforeNextWrite(ctx, () => change(ctx, roleId, ['projects.read']))
    await expect(act(them)).rejects.toMatchObject({ code: 'access.standing_lost' })
    const again = await enter(ctx, phone)
    expect(again.may('registry.write')).toBe(false)
    await change(ctx, roleId, ['projects.read', 'bills.read'], 1)
    // What was given is no reason to refuse what they came with.
    expect(await act(again)).toBe('done')
  })

  test('by two at once is changed by one; the other is told', async () => {
    const ctx = await company()
    const roleId = await made(ctx, ['projects.read'])
    beforeNextWrite(ctx, () => change(ctx, roleId, ['bills.read']))
    await expect(change(ctx, roleId, ['staff.read'])).rejects.toMatchObject({
      code: 'request.changed_meanwhile',
    })
    await expect(change(ctx, roleId, ['staff.read'])).rejects.toMatchObject({
      code: 'request.changed_meanwhile',
    })
  })

  test('is not changed by whoever holds it', async () => {
    const ctx = await company()
    const roleId = await made(ctx, ['projects.read'])
    const boss = await addStaff(ctx, { assignments: [...everywhere('company_admin'), ...everywhere(roleId)] })
    const attempt = change(as(ctx, staff('company_admin', 'all', boss.id)), roleId, ['bills.read'])
    await expect(attempt).rejects.toMatchObject({ code: 'roles.held_yourself' })
  })

  test('keeps the lines for each who holds it, with what they hold besides', async () => {
    const ctx = await company()
    const roleId = await made(ctx, ['projects.read'])
    const { id } = await addStaff(ctx, { assignments: everywhere('worker') })
    await give(ctx, id, ...everywhere(roleId), ...everywhere('cashier'))
    await expect(change(ctx, roleId, ['payments.reverse'])).rejects.toMatchObject({
      code: 'roles.money_line',
    })
    await expect(change(ctx, roleId, ['audit.read'])).rejects.toMatchObject({ code: 'roles.audit_line' })
    // Somebody gets the other half while it is judged.
    await give(ctx, id, ...everywhere(roleId))
    beforeNextWrite(ctx, () => give(ctx, id, ...everywhere(roleId), ...everywhere('cashier')))
    await expect(change(ctx, roleId, ['payments.reverse'])).rejects.toMatchObject({
      code: 'roles.changed_meanwhile',
    })
  })
})

describe('what a colleague is given', () => {
  test('crosses no line with all that they hold in one place, however it comes about', async () => {
    const ctx = await company()
    const roleId = await made(ctx, ['projects.read'])
    const { id } = await addStaff(ctx, { assignments: everywhere('worker') })
    await expect(give(ctx, id, ...everywhere('cashier'), ...everywhere('accountant'))).rejects.toMatchObject({
      code: 'roles.money_line',
    })
    const invited = inviteColleague(ctx, {
      requestId: freshRequestId(),
      staffId: newId('stf', testNow),
      name: '王小明',
      phone: '13711112222',
      assignments: [...everywhere('auditor'), ...everywhere('front_desk')],
    })
    await expect(invited).rejects.toMatchObject({ code: 'roles.audit_line' })
    // The role takes on the other half while it is judged.
    beforeNextWrite(ctx, () => change(ctx, roleId, ['bills.correct']))
    await expect(give(ctx, id, ...everywhere(roleId), ...everywhere('cashier'))).rejects.toMatchObject({
      code: 'roles.changed_meanwhile',
    })
    await expect(give(ctx, id, ...everywhere(roleId), ...everywhere('cashier'))).rejects.toMatchObject({
      code: 'roles.money_line',
    })
  })
})
