import { newId } from '@heju/kernel'
import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { Actor, Ctx } from '../../context.ts'
import { as, anyhow, beforeNextWrite, freshRequestId, testNow } from '../../testing.ts'
import { company } from '../../estate/organisation/testing.ts'
import {
  closeUnit,
  firstUnitId,
  projectsUnder,
  projectsUnderJson,
  readOrganisation,
} from '../../estate/organisation/index.ts'
import { createProject } from '../../estate/projects/index.ts'
import { actorOf, moveProject, moveUnit, signIn, staffList } from '../identity/index.ts'
import { addStaff, asVisitor, testCaller, testPassword } from '../identity/testing.ts'
import { changeAssignments, changeRole } from '../handing-over/index.ts'
import { withNeeds } from '../../permissions/index.ts'
import { createRole } from './create-role.ts'
import type { AskedRole } from './scope.ts'

const today = '2026-11-22'
const day = 24 * 3600 * 1000

async function tree() {
  const place = await company()
  const { ctx, add } = place
  await addStaff(ctx)
  const east = await add('华东大区')
  const branch = await add('苏州分公司', east, 'branch')
  const project = async (name: string, unitId?: string) => {
    const projectId = newId('proj', testNow)
    const at = unitId === undefined ? {} : { unitId }
    await createProject(ctx, { requestId: freshRequestId(), projectId, name, type: 'villa', ...at })
    return projectId
  }
  const [under, beside] = [await project('翠湖花园', branch), await project('云顶公寓')]
  const { id, phone } = await addStaff(ctx, { assignments: [{ role: 'worker', projects: [beside] }] })
  const give = (...assignments: AskedRole[]) =>
    changeAssignments(ctx, { requestId: freshRequestId(), staffId: id, assignments: assignments as never })
  const enter = async (now = testNow): Promise<Ctx> => {
    const login = { login: phone, password: testPassword }
    const { session } = await signIn(asVisitor(ctx, now), login, testCaller)
    return as(ctx, actorOf(session, { now, zone: ctx.company.zone }) as Actor, now)
  }
  return { ...place, east, branch, under, beside, id, give, enter }
}
const act = (ctx: Ctx) => ctx.write('test.act', { requestId: freshRequestId() }, () => 'done', anyhow)
const ofUnit = (role: string, unitId: string): AskedRole => ({ role, scope: { kind: 'unit', unitId } })

test('a role for a unit reaches what stands under it today, and moves take effect on their day with nobody touching it', async () => {
  const { ctx, east, under, beside, give, enter } = await tree()
  await give(ofUnit('regional_manager', east))
  const them = await enter()
  expect(them.projectsWhere('bills.read')).toEqual([under])
  expect(await act(them)).toBe('done')
  await moveProject(ctx, {
    requestId: freshRequestId(),
    projectId: beside,
    unitId: east,
    fromOn: '2026-11-23',
  })
  expect((await enter()).projectsWhere('bills.read')).toEqual([under])
  const tomorrow = await enter(testNow + day)
  expect([...tomorrow.projectsWhere('bills.read')].toSorted()).toEqual([under, beside].toSorted())
})

test('what moved out of the unit is held no more at the next write', async () => {
  const { ctx, east, under, give, enter } = await tree()
  await give(ofUnit('regional_manager', east))
  const them = await enter()
  await moveProject(ctx, {
    requestId: freshRequestId(),
    projectId: under,
    unitId: firstUnitId,
    fromOn: today,
  })
  await expect(act(them)).rejects.toMatchObject({ code: 'access.standing_lost' })
  expect((await enter()).may('bills.read')).toBe(false)
})

test('a unit that is not there or is the whole company is refused, and the lines go by what stands under units', async () => {
  const { east, under, give } = await tree()
  for (const unitId of [newId('unit', testNow), firstUnitId])
    await expect(give(ofUnit('regional_manager', unitId))).rejects.toMatchObject({
      code: 'identity.unit_unknown',
    })
  await expect(
    give(ofUnit('accountant', east), { role: 'cashier', projects: [under] }),
  ).rejects.toMatchObject({ code: 'roles.money_line' })
})

test('a unit that was closed is given to nobody any more, and who has it keeps it beside what they are given', async () => {
  const { ctx, add, beside, id, give } = await tree()
  const [west, south] = [await add('华西大区'), await add('华南大区')]
  await give(ofUnit('regional_manager', west))
  await closeUnit(ctx, { requestId: freshRequestId(), unitId: west, closedOn: today })
  await give(ofUnit('regional_manager', west), ofUnit('regional_manager', south))
  const unknown = { code: 'identity.unit_unknown' }
  await expect(give(ofUnit('front_desk', west), ofUnit('regional_manager', west))).rejects.toMatchObject(
    unknown,
  )
  await give(ofUnit('regional_manager', south))
  await expect(give(ofUnit('regional_manager', west))).rejects.toMatchObject(unknown)
  // A unit that closes while it is given, and a project that was archived, are the same.
  beforeNextWrite(ctx, () => closeUnit(ctx, { requestId: freshRequestId(), unitId: south, closedOn: today }))
  const other = await addStaff(ctx, { assignments: [{ role: 'worker', projects: [beside] }] })
  await expect(
    changeAssignments(ctx, {
      requestId: freshRequestId(),
      staffId: other.id,
      assignments: [ofUnit('front_desk', south)] as never,
    }),
  ).rejects.toMatchObject(unknown)
  await give({ role: 'worker', projects: [beside] })
  await ctx.db.client.execute({ sql: 'UPDATE projects SET archived_at = 1 WHERE id = ?', args: [beside] })
  await give({ role: 'worker', projects: [beside] }, { role: 'cashier', scope: { kind: 'company' } })
  await expect(give({ role: 'front_desk', projects: [beside] })).rejects.toMatchObject({
    code: 'identity.project_unknown',
  })
  expect((await staffList.page(ctx, {})).items.find((one) => one.id === id)?.assignments).toHaveLength(2)
})

test('a role of the company’s own with what concerns the whole company is given for all of it', async () => {
  const { ctx, east, under, id, give } = await tree()
  const roleId = newId('role', testNow)
  const role = { roleId, name: '配置员', template: null, permissions: withNeeds(['company.settings']) }
  await createRole(ctx, { ...role, requestId: freshRequestId() })
  for (const part of [ofUnit(roleId, east), { role: roleId, projects: [under] }])
    await expect(give(part)).rejects.toMatchObject({
      code: 'roles.for_company',
      kind: 'invalid',
      params: { name: '配置员' },
    })
  await give({ role: roleId, scope: { kind: 'company' } })
  // Who was given it before keeps it, and their other roles are changed.
  await ctx.db.client.execute({
    sql: "UPDATE role_assignments SET scope_kind = 'project', scope_id = ? WHERE staff_id = ?",
    args: [under, id],
  })
  await give({ role: roleId, projects: [under] }, ofUnit('worker', east))
  // One that is held for a part does not take it on.
  const other = { roleId: newId('role', testNow), name: '巡楼专员', template: null }
  await createRole(ctx, { ...other, permissions: ['projects.read'], requestId: freshRequestId() })
  await give({ role: other.roleId, projects: [under] })
  const takesOn = () =>
    changeRole(ctx, {
      ...other,
      permissions: withNeeds(['company.settings']),
      revision: 0,
      requestId: freshRequestId(),
    })
  await expect(takesOn()).rejects.toMatchObject({ code: 'roles.held_for_part' })
  await give({ role: other.roleId, scope: { kind: 'company' } })
  await takesOn()
})

describe('what was judged by the tree', () => {
  /** The tree is another, and takes part in nothing. */
  const meanwhile = ({ ctx, add }: Pick<Awaited<ReturnType<typeof tree>>, 'ctx' | 'add'>, name: string) =>
    beforeNextWrite(ctx, () => add(name))
  const treeChanged = { code: 'organisation.tree_changed' }

  test('is required with it where roles are given for units, and where a role is changed', async () => {
    const place = await tree()
    const { ctx, east, give } = place
    meanwhile(place, '华北大区')
    await expect(give(ofUnit('regional_manager', east))).rejects.toMatchObject(treeChanged)
    const role = { roleId: newId('role', testNow), name: '巡楼专员', template: null }
    await createRole(ctx, { ...role, permissions: ['projects.read'], requestId: freshRequestId() })
    meanwhile(place, '华中大区')
    const permissions = withNeeds(['bills.read'])
    await expect(
      changeRole(ctx, { ...role, permissions, revision: 0, requestId: freshRequestId() }),
    ).rejects.toMatchObject(treeChanged)
  })

  test('is required with what people hold where the tree is changed', async () => {
    const { ctx, east, beside, give } = await tree()
    await give(ofUnit('cashier', east))
    beforeNextWrite(ctx, () => give(ofUnit('cashier', east), { role: 'accountant', projects: [beside] }))
    const plan = { projectId: beside, unitId: east, fromOn: today }
    await expect(moveProject(ctx, { ...plan, requestId: freshRequestId() })).rejects.toMatchObject({
      code: 'roles.changed_meanwhile',
    })
    await expect(moveProject(ctx, { ...plan, requestId: freshRequestId() })).rejects.toMatchObject({
      code: 'roles.moved_over_line',
    })
  })
})

test('colleagues are found in the projects under their units, and shown with their scope', async () => {
  const { ctx, east, under, beside, id, give } = await tree()
  await give(ofUnit('regional_manager', east))
  const found = await staffList.page(ctx, { projectId: under as never })
  expect(found.items.find((one) => one.id === id)?.assignments).toEqual([ofUnit('regional_manager', east)])
  const elsewhere = await staffList.page(ctx, { projectId: beside as never })
  expect(elsewhere.items.map((one) => one.id)).not.toContain(id)
})

describe('whoever changes the tree', () => {
  const plan = (unitId: string, projectId: string, fromOn = today) => ({
    requestId: freshRequestId(),
    projectId,
    unitId,
    fromOn,
  })
  /** Somebody who may change the tree, and works as an accountant for a unit. */
  async function planner() {
    const place = await tree()
    const { ctx, east, give } = place
    const roleId = newId('role', testNow)
    const carried = {
      template: null,
      permissions: ['projects.read', 'organisation.manage', 'projects.manage'] as const,
    }
    await createRole(ctx, {
      requestId: freshRequestId(),
      roleId,
      name: '组织专员',
      ...carried,
      permissions: [...carried.permissions],
    })
    await give({ role: roleId, scope: { kind: 'company' } }, ofUnit('accountant', east))
    return { ...place, them: await place.enter() }
  }

  test('does not widen their own scope by moving a project, today or later; another may', async () => {
    const { ctx, east, branch, under, beside, them } = await planner()
    for (const fromOn of [today, '2027-01-01'])
      for (const unitId of [east, branch])
        await expect(moveProject(them, plan(unitId, beside, fromOn))).rejects.toMatchObject({
          code: 'roles.scope_widened',
        })
    // What is theirs already may move within it, and out of it.
    await moveProject(them, plan(east, under))
    await moveProject(ctx, plan(east, beside))
    await moveProject(them, plan(firstUnitId, under, '2026-11-23'))
  })

  test('does not widen it by moving a unit either, nor by dropping a plan', async () => {
    const { ctx, add, move, east, under, them } = await planner()
    const west = await add('华西大区')
    await moveProject(ctx, plan(west, under, '2026-12-01'))
    const request = { requestId: freshRequestId(), unitId: west, parentId: east, fromOn: '2026-12-05' }
    await expect(moveUnit(them, request)).rejects.toMatchObject({ code: 'roles.scope_widened' })
    // It would leave on the first of December.
    await expect(moveProject(them, plan(east, under, '2026-11-30'))).rejects.toMatchObject({
      code: 'roles.scope_widened',
    })
    await move(west, east, '2026-12-05')
  })

  test('brings nobody over a line: money is taken for a unit and corrected in a project that would come to it', async () => {
    const { ctx, east, branch, beside, give } = await tree()
    await give({ role: 'accountant', projects: [beside] }, ofUnit('cashier', east))
    for (const [unitId, fromOn] of [
      [east, today],
      [branch, '2026-12-01'],
    ] as const)
      await expect(moveProject(ctx, plan(unitId, beside, fromOn))).rejects.toMatchObject({
        code: 'roles.moved_over_line',
        params: { name: expect.any(String) as string },
      })
  })

  test('has planned what roles are given by: a line that would be crossed on a later day is crossed', async () => {
    const { ctx, east, beside, give } = await tree()
    await moveProject(ctx, plan(east, beside, '2026-12-01'))
    const both = [{ role: 'accountant', projects: [beside] }, ofUnit('cashier', east)] as const
    await expect(give(...both)).rejects.toMatchObject({ code: 'roles.money_line' })
    await expect(give(ofUnit('accountant', east), ofUnit('cashier', east))).rejects.toMatchObject({
      code: 'roles.money_line',
    })
  })
})

test('two roles for one unit meet there also while no project stands under it', async () => {
  const { add, give } = await tree()
  const empty = await add('筹建处')
  await expect(give(ofUnit('accountant', empty), ofUnit('cashier', empty))).rejects.toMatchObject({
    code: 'roles.money_line',
  })
})

test('of 300 projects under one unit somebody works in all, and each write asks no more than before', async () => {
  const { ctx, branch, give, enter } = await tree()
  await ctx.db.orm.run(sql`INSERT INTO project_units (project_id, from_on, unit_id, created_at)
    SELECT printf('proj_%026d', value), '', ${branch}, 0 FROM generate_series(1, 299)`)
  await give(ofUnit('regional_manager', branch), ofUnit('front_desk', branch))
  const them = await enter()
  expect(them.projectsWhere('bills.read')).toHaveLength(300)
  const before = ctx.db.trips.count
  expect(await act(them)).toBe('done')
  expect(ctx.db.trips.count - before).toBeLessThanOrEqual(2)
})

test('SQL and the pure rule say the same of what stands under a unit', async () => {
  const { ctx, east, branch } = await tree()
  const { units, projects } = await readOrganisation(ctx)
  for (const unitId of [east, branch]) {
    const [row] = await ctx.db.orm.all<{ under: string }>(
      sql`SELECT ${projectsUnderJson(sql`${unitId}`, today)} AS under`,
    )
    expect(JSON.parse(row!.under)).toEqual(projectsUnder({ units, projects }, unitId, today).toSorted())
  }
})
