import { newId } from '@heju/kernel'
import type { CivilDate } from '@heju/kernel'
import { describe, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { as, beforeNextWrite, freshRequestId, staff, testNow } from '../../testing.ts'
import { createProject } from '../projects/index.ts'
import {
  addUnit,
  changeUnit,
  closeUnit,
  firstEntityId,
  firstUnitId,
  readOrganisation,
  type ChangeUnit,
} from './index.ts'
import { moveProject } from './move-project.ts'
import { moveUnit } from './move-unit.ts'
import { company } from './testing.ts'

const today = '2026-11-22'

async function withProject(name = '翠湖花园', unitId?: string) {
  const place = await company()
  const projectId = newId('proj', testNow)
  const at = unitId === undefined ? {} : { unitId }
  await createProject(place.ctx, { requestId: freshRequestId(), projectId, name, type: 'villa', ...at })
  return { ...place, projectId }
}
const close = (ctx: Parameters<typeof closeUnit>[0], unitId: string, closedOn: string | null = today) =>
  closeUnit(ctx, { requestId: freshRequestId(), unitId, closedOn })

describe('a new company', () => {
  test('is one unit and one legal entity, called as the company is; its projects stand there', async () => {
    const { ctx, projectId } = await withProject()
    expect(await readOrganisation(ctx)).toEqual({
      units: [
        {
          id: firstUnitId,
          kind: 'company',
          name: '测试物业',
          openedOn: null,
          closedOn: null,
          revision: 0,
          parents: [],
        },
      ],
      entities: [
        {
          id: firstEntityId,
          name: '测试物业',
          creditCode: '',
          address: '',
          phone: '',
          seriesCode: '',
          openedOn: null,
          closedOn: null,
          revision: 0,
        },
      ],
      projects: [
        {
          projectId,
          units: [{ unitId: firstUnitId, fromOn: null }],
          entities: [{ entityId: firstEntityId, fromOn: null }],
        },
      ],
    })
  })

  test('is read by whoever reads projects, with the projects that they work in', async () => {
    const { ctx, projectId } = await withProject()
    const worker = as(ctx, staff('worker', ['proj_other']))
    expect(await readOrganisation(worker)).toMatchObject({ units: [{ id: firstUnitId }], projects: [] })
    const other = as(ctx, staff('auditor'))
    expect(await readOrganisation(other)).toMatchObject({ projects: [{ projectId }] })
  })
})

describe('units', () => {
  test('are added, named, moved and closed, and the history says where each stood', async () => {
    const { ctx, add, move, shape } = await company()
    const [east, south] = [await add('华东大区'), await add('华南大区')]
    const city = await add('苏州公司', east, 'company')
    await move(city, south, '2026-12-01')
    expect([await shape(), await shape('2026-12-01')]).toMatchObject([
      { 苏州公司: '华东大区' },
      { 苏州公司: '华南大区' },
    ])
    await changeUnit(ctx, {
      requestId: freshRequestId(),
      unitId: city,
      kind: 'branch',
      name: '苏州分公司',
      openedOn: '2024-05-01',
    })
    const { units } = await readOrganisation(ctx)
    expect(units.find(({ id }) => id === city)).toMatchObject({
      kind: 'branch',
      name: '苏州分公司',
      openedOn: '2024-05-01',
      parents: [
        { parentId: east, fromOn: null },
        { parentId: south, fromOn: '2026-12-01' },
      ],
    })
    await expect(close(ctx, east)).rejects.toMatchObject({ code: 'organisation.unit_has_units' })
    await move(city, south)
    await close(ctx, east)
    expect((await readOrganisation(ctx)).units).toMatchObject([{}, { closedOn: today }, {}, {}])
    await close(ctx, east, null)
    expect((await readOrganisation(ctx)).units).toMatchObject([{}, { closedOn: null }, {}, {}])
  })

  test('what is refused is refused with its reason', async () => {
    const { ctx, add, move } = await company()
    const east = await add('华东大区')
    const branch = await add('苏州分公司', east, 'branch')
    await expect(add('沪', branch)).rejects.toMatchObject({ code: 'organisation.kind_misplaced' })
    await expect(add('集团', east, 'group')).rejects.toMatchObject({ code: 'organisation.kind_misplaced' })
    await expect(move(firstUnitId, east)).rejects.toMatchObject({ code: 'organisation.unit_is_root' })
    await expect(move(east, east)).rejects.toMatchObject({ code: 'organisation.under_itself' })
    await expect(move(branch, east)).rejects.toMatchObject({ code: 'organisation.placed_there' })
    await expect(move(branch, newId('unit', 1))).rejects.toMatchObject({ kind: 'not_found' })
    await expect(close(ctx, firstUnitId)).rejects.toMatchObject({ code: 'organisation.unit_is_root' })
    await expect(close(ctx, branch, '2026-11-23')).rejects.toMatchObject({
      code: 'organisation.closed_in_future',
    })
    await close(ctx, branch)
    await expect(move(branch, firstUnitId)).rejects.toMatchObject({ code: 'organisation.unit_closed' })
    await close(ctx, east)
    await expect(close(ctx, branch, null)).rejects.toMatchObject({ code: 'organisation.parent_closed' })
  })

  const change = (ctx: Ctx, unitId: string, more: Partial<ChangeUnit>) =>
    changeUnit(ctx, { requestId: freshRequestId(), unitId, kind: 'region', name: '华东大区', ...more })

  test('what one changes is not taken back by who names the unit at that moment, nor moved beneath it', async () => {
    const { ctx, add } = await company()
    const east = await add('华东大区', firstUnitId, 'branch')
    beforeNextWrite(ctx, async () => {
      await change(ctx, east, { kind: 'company' })
      await add('苏州分公司', east, 'branch')
    })
    await expect(change(ctx, east, { kind: 'branch', name: '华东' })).rejects.toMatchObject({
      code: 'organisation.tree_changed',
    })
    const south = await add('华南大区')
    beforeNextWrite(ctx, () => change(ctx, south, { kind: 'branch', name: '华南' }))
    await expect(add('广州公司', south, 'company')).rejects.toMatchObject({
      code: 'organisation.tree_changed',
    })
  })

  test('of one name stand under different ones', async () => {
    const { ctx, add, move } = await company()
    const taken = { code: 'organisation.unit_name_taken' }
    const [east, south] = [await add('华东大区'), await add('华南大区')]
    const [one, other] = [await add('住宅部', east), await add('住宅部', south)]
    await expect(add('华东大区')).rejects.toMatchObject(taken)
    await expect(change(ctx, south, { name: '华东大区' })).rejects.toMatchObject(taken)
    await expect(move(other, east)).rejects.toMatchObject(taken)
    beforeNextWrite(ctx, () => add('华北大区'))
    await expect(add('华北大区')).rejects.toMatchObject({ code: 'organisation.tree_changed' })
    // The name of one that closed is free, until that is to be opened again.
    await close(ctx, one)
    await move(other, east)
    await expect(close(ctx, one, null)).rejects.toMatchObject(taken)
    await change(ctx, other, { name: '商业部' })
    await close(ctx, one, null)
    // What is called alike from before keeps its name, and the rest of it can be changed.
    await ctx.db.client.execute(`UPDATE organisation_units SET name = '住宅部' WHERE id = '${other}'`)
    await change(ctx, other, { name: '住宅部', openedOn: '2024-05-01' })
  })

  test('open no later than what already stands under them, and close no earlier', async () => {
    const { ctx, add, move } = await company()
    const [east, south] = [await add('华东大区'), await add('华南大区')]
    const late = { code: 'organisation.opened_after_use' }
    const opens = (unitId: string, openedOn: string, name = '华东大区') =>
      change(ctx, unitId, { name, openedOn: openedOn as CivilDate })
    await opens(east, '2026-12-01')
    await opens(east, '2026-10-01')
    await expect(close(ctx, east, '2026-09-30')).rejects.toMatchObject({
      code: 'organisation.closed_before_opened',
    })
    const city = await add('苏州公司', south, 'company')
    await expect(opens(south, '2026-11-23', '华南大区')).rejects.toMatchObject(late)
    await opens(south, today, '华南大区')
    await opens(south, '2026-10-01', '华南大区')
    await move(city, east, '2026-10-15')
    await expect(opens(east, '2026-10-16')).rejects.toMatchObject(late)
    await opens(east, '2026-10-15')
    // It was moved before: it was there.
    const moved = { kind: 'company', name: '苏州公司', openedOn: '2026-10-16' } as const
    await expect(change(ctx, city, moved)).rejects.toMatchObject(late)
    await close(ctx, city, '2026-10-20')
    await expect(change(ctx, city, { ...moved, openedOn: '2026-10-21' })).rejects.toMatchObject({
      code: 'organisation.closed_before_opened',
    })
  })

  test('under which a project stands open no later than it does', async () => {
    const { ctx, projectId, add } = await withProject()
    const east = await add('华东大区')
    await moveProject(ctx, { requestId: freshRequestId(), projectId, unitId: east, fromOn: '2026-10-01' })
    const late = { code: 'organisation.opened_after_use' }
    await expect(change(ctx, east, { openedOn: '2026-10-02' })).rejects.toMatchObject(late)
    await change(ctx, east, { openedOn: '2026-10-01' })
    const root = { kind: 'company', name: '测试物业' } as const
    await expect(change(ctx, firstUnitId, { ...root, openedOn: '2026-11-23' })).rejects.toMatchObject(late)
  })

  test('that closed before what they stood under are not closed again after it', async () => {
    const { ctx, add } = await company()
    const east = await add('华东大区')
    const city = await add('苏州公司', east, 'company')
    await close(ctx, city, '2026-10-01')
    await close(ctx, east, '2026-10-15')
    await expect(close(ctx, city, '2026-10-16')).rejects.toMatchObject({ code: 'organisation.parent_closed' })
    await close(ctx, city, '2026-10-15')
  })

  test('that were moved today are moved again from the same day, and plans of later are dropped', async () => {
    const { ctx, add, move } = await company()
    const [east, south, city] = [await add('华东大区'), await add('华南大区'), await add('苏州大区')]
    const stood = async () => (await readOrganisation(ctx)).units.find(({ id }) => id === city)?.parents
    await move(city, east)
    await move(city, south, '2026-12-01')
    await move(city, east)
    expect(await stood()).toEqual([
      { parentId: firstUnitId, fromOn: null },
      { parentId: east, fromOn: today },
    ])
    await move(city, firstUnitId)
    expect(await stood()).toEqual([{ parentId: firstUnitId, fromOn: null }])
  })

  test('two moves at once that together make a circle: the second is refused', async () => {
    const { ctx, add, move, shape } = await company()
    const [east, south] = [await add('华东大区'), await add('华南大区')]
    beforeNextWrite(ctx, () => move(south, east))
    await expect(move(east, south)).rejects.toMatchObject({ code: 'organisation.tree_changed' })
    expect(await shape()).toEqual({ 华东大区: '测试物业', 华南大区: '华东大区' })
  })

  test('one that is closed while another is moved under it takes nothing in', async () => {
    const { ctx, add, move } = await company()
    const [east, south] = [await add('华东大区'), await add('华南大区')]
    beforeNextWrite(ctx, () => close(ctx, south))
    await expect(move(east, south)).rejects.toMatchObject({ code: 'organisation.tree_changed' })
  })

  test('the same request again gets the same answer and moves nothing', async () => {
    const { ctx, add, shape } = await company()
    const [east, south] = [await add('华东大区'), await add('华南大区')]
    const request = { requestId: freshRequestId(), unitId: east, parentId: south, fromOn: today }
    const first = await moveUnit(ctx, request)
    await moveUnit(ctx, { ...request, requestId: freshRequestId(), parentId: firstUnitId })
    expect(await moveUnit(ctx, request)).toEqual(first)
    expect(await shape()).toMatchObject({ 华东大区: '测试物业' })
  })

  test('only who manages the organisation of the whole company changes it, and each change is in the log', async () => {
    const { ctx, add, move } = await company()
    const [east, south] = [await add('华东大区'), await add('华南大区')]
    for (const actor of [staff('head_office'), staff('auditor'), staff('company_admin', ['proj_1'])]) {
      const other = as(ctx, actor)
      const input = { requestId: freshRequestId(), unitId: newId('unit', 1), parentId: east }
      await expect(addUnit(other, { ...input, kind: 'branch', name: '沪' })).rejects.toMatchObject({
        kind: 'forbidden',
      })
      await expect(close(other, east)).rejects.toMatchObject({ kind: 'forbidden' })
    }
    await move(east, south)
    await move(east, firstUnitId)
    await close(ctx, south)
    const { rows } = await ctx.db.client.execute(
      `SELECT action FROM audit_log WHERE subject_id LIKE 'unit_%' ORDER BY seq`,
    )
    expect(rows.map(({ action }) => String(action).replace('organisation.', ''))).toEqual([
      'unit_added',
      'unit_added',
      'unit_moved',
      'unit_moved',
      'unit_closed',
    ])
  })
})

describe('projects', () => {
  const moveTo = (
    ctx: Parameters<typeof moveProject>[0],
    projectId: string,
    unitId: string,
    fromOn = today,
  ) => moveProject(ctx, { requestId: freshRequestId(), projectId, unitId, fromOn })
  const stood = async (ctx: Parameters<typeof moveProject>[0]) =>
    (await readOrganisation(ctx)).projects[0]?.units

  test('are moved from a day on; a plan gives way, what has held does not', async () => {
    const { ctx, add, projectId } = await withProject()
    const [east, south] = [await add('华东大区'), await add('华南大区')]
    await moveTo(ctx, projectId, east, '2026-10-01')
    await moveTo(ctx, projectId, south, '2027-01-01')
    await expect(moveTo(ctx, projectId, south, '2026-09-30')).rejects.toMatchObject({
      code: 'organisation.placed_since',
    })
    await expect(moveTo(ctx, projectId, south, '2027-01-01')).rejects.toMatchObject({
      code: 'organisation.placed_there',
    })
    const settled = [
      { unitId: firstUnitId, fromOn: null },
      { unitId: east, fromOn: '2026-10-01' },
    ]
    expect(await stood(ctx)).toEqual([...settled, { unitId: south, fromOn: '2027-01-01' }])
    // Back to where it stands: the plan is dropped, and nothing is written in its place.
    await moveTo(ctx, projectId, east, '2026-12-01')
    expect(await stood(ctx)).toEqual(settled)
  })

  test('keep a unit open that they stand under or are about to, also one that comes at that moment', async () => {
    const { ctx, add, projectId } = await withProject()
    const [east, south] = [await add('华东大区'), await add('华南大区')]
    await moveTo(ctx, projectId, east, '2027-01-01')
    await expect(close(ctx, east)).rejects.toMatchObject({ code: 'organisation.unit_has_projects' })
    beforeNextWrite(ctx, () => moveTo(ctx, projectId, south))
    await expect(close(ctx, south)).rejects.toMatchObject({ code: 'organisation.unit_has_projects' })
    await moveTo(ctx, projectId, firstUnitId)
    await close(ctx, south)
    // Where it stood until that day closes on it, and not before.
    await moveTo(ctx, projectId, east, '2026-10-01')
    await moveTo(ctx, projectId, firstUnitId, '2026-11-01')
    await expect(close(ctx, east, '2026-10-31')).rejects.toMatchObject({
      code: 'organisation.unit_has_projects',
    })
    await close(ctx, east, '2026-11-01')
    await expect(moveTo(ctx, projectId, south)).rejects.toMatchObject({ code: 'organisation.unit_closed' })
  })

  test('begin under a unit that is open', async () => {
    const { ctx, add } = await company()
    const east = await add('华东大区')
    const create = (unitId: string, entityId = firstEntityId) =>
      createProject(ctx, {
        requestId: freshRequestId(),
        projectId: newId('proj', testNow),
        name: '云顶',
        type: 'villa',
        unitId,
        entityId,
      })
    await create(east)
    expect(await stood(ctx)).toEqual([{ unitId: east, fromOn: null }])
    const none = { unit: newId('unit', 1), entity: newId('entity', 1) }
    await expect(create(none.unit)).rejects.toMatchObject({ code: 'organisation.unit_closed' })
    await expect(create(east, none.entity)).rejects.toMatchObject({ code: 'organisation.entity_closed' })
  })

  test('are moved under what is there and open on that day', async () => {
    const { ctx, add, projectId } = await withProject()
    const east = await add('华东大区')
    const closed = { code: 'organisation.unit_closed' }
    await expect(moveTo(ctx, projectId, newId('unit', 1))).rejects.toMatchObject(closed)
    const opens = { requestId: freshRequestId(), unitId: east, kind: 'region', name: '华东大区' } as const
    await changeUnit(ctx, { ...opens, openedOn: '2026-12-01' })
    await expect(moveTo(ctx, projectId, east, '2026-11-30')).rejects.toMatchObject(closed)
    await moveTo(ctx, projectId, east, '2026-12-01')
  })

  test('that are not there cannot be moved', async () => {
    const { ctx } = await company()
    await expect(moveTo(ctx, newId('proj', 1), firstUnitId)).rejects.toMatchObject({
      code: 'organisation.project_not_found',
    })
  })
})

test('the database itself keeps where something stood first, and every unit', async () => {
  const { ctx, add } = await withProject()
  await add('华东大区')
  const refused = [
    'DELETE FROM organisation_units',
    'DELETE FROM organisation_unit_parents',
    "UPDATE organisation_unit_parents SET from_on = '2020-01-01'",
    'DELETE FROM project_units',
    'DELETE FROM project_entities',
    'DELETE FROM legal_entities',
  ]
  for (const sql of refused) await expect(ctx.db.client.execute(sql)).rejects.toThrow()
})
