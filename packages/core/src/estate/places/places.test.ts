import { newId } from '@heju/kernel'
import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { as, beforeNextWrite, freshRequestId, revisionOf, staff, testCtx } from '../../testing.ts'
import { changeBuilding, createBuilding, createParkingSpace } from '../registry/index.ts'
import { smallProject } from '../registry/testing.ts'
import {
  changeCommonPlace,
  commonPlaceList,
  commonPlaces,
  createCommonPlace,
  createPlacesFromTemplate,
  findPlaces,
  mostAtOnce,
  nameOfCommonPlace,
  nameOfPlaceRef,
  parentsToChoose,
  placeOf,
  retireCommonPlace,
  type CreateCommonPlace,
} from './index.ts'

let ctx: Ctx
let place: Awaited<ReturnType<typeof smallProject>>
let roomId: string
let unitId: string

beforeEach(async () => {
  ctx = await testCtx()
  place = await smallProject(ctx)
  roomId = await place.room('101')
  unitId = await unitOf(roomId)
})

async function unitOf(id: string): Promise<string> {
  const [row] = await ctx.db.orm.all<{ id: string }>(sql`SELECT unit_id AS id FROM rooms WHERE id = ${id}`)
  return row?.id ?? ''
}

async function make(name: string, under: string, more: Partial<CreateCommonPlace> = {}, by = ctx) {
  const commonPlaceId = newId('place', ctx.now)
  const said = { under, kind: 'other', name } as const
  await createCommonPlace(by, { requestId: freshRequestId(), commonPlaceId, ...said, ...more })
  return commonPlaceId
}
const change = async (commonPlaceId: string, name: string, under: string, by = ctx, more: object = {}) => {
  const revision = await revisionOf(ctx, commonPlaces, commonPlaceId)
  const said = { commonPlaceId, under, kind: 'other', name, revision } as const
  return changeCommonPlace(by, { requestId: freshRequestId(), ...said, ...more })
}
const retire = (commonPlaceId: string, retired = true, by = ctx) =>
  retireCommonPlace(by, { requestId: freshRequestId(), commonPlaceId, retired })
const namesOf = async (filter: object = {}) =>
  (await commonPlaceList.page(ctx, { projectId: place.projectId, ...filter })).items.map(
    ({ wholeName }) => wholeName,
  )

async function nameOf(id: string): Promise<string | null> {
  const [row] = await ctx.db.orm.all<{ name: string | null }>(
    sql`SELECT ${nameOfPlaceRef(sql`${id}`)} AS name`,
  )
  return row?.name ?? null
}
const taken = { code: 'places.name_taken' }

describe('a common place', () => {
  test('is named as the trade writes it, in SQL as in what was read, whatever is renamed above it', async () => {
    const hall = await make('电梯厅', unitId)
    const corridor = await make('走廊', unitId, { floor: 5 })
    const pump = await make('水泵房', place.projectId, { floor: -1 })
    const said = { building: '3栋', unit: '2单元' }
    expect([await nameOf(hall), await nameOf(corridor), await nameOf(pump)]).toEqual([
      nameOfCommonPlace({ ...said, floor: null, name: '电梯厅' }),
      nameOfCommonPlace({ ...said, floor: 5, name: '走廊' }),
      nameOfCommonPlace({ building: null, unit: null, floor: -1, name: '水泵房' }),
    ])
    expect(await nameOf(hall)).toBe('3栋-2单元-电梯厅')
    expect([await nameOf(corridor), await nameOf(pump)]).toEqual(['3栋-2单元-5F-走廊', 'B1-水泵房'])
    await changeBuilding(ctx, { requestId: freshRequestId(), buildingId: place.buildingId, name: '12' })
    expect(await nameOf(hall)).toBe('12栋-2单元-电梯厅')
  })

  test('is one of the places of an estate, each named by its id', async () => {
    const parkingSpaceId = newId('park', ctx.now)
    const { projectId } = place
    await createParkingSpace(ctx, {
      requestId: freshRequestId(),
      projectId,
      parkingSpaceId,
      lot: 'B1',
      code: '7',
    })
    const ids = [projectId, place.buildingId, unitId, roomId, parkingSpaceId, await make('大堂', unitId)]
    expect(await Promise.all(ids.map((id) => nameOf(id)))).toEqual([
      '翠湖花园',
      '3栋',
      '3栋-2单元',
      '3栋-2单元-101',
      'B1-7',
      '3栋-2单元-大堂',
    ])
    expect(ids.map((id) => placeOf(id)?.kind)).toEqual([
      'project',
      'building',
      'unit',
      'room',
      'parking',
      'common',
    ])
    expect([placeOf('pers_1'), await nameOf(newId('place', 1))]).toEqual([null, null])
  })

  test('has its name for itself under its parent and on its floor, however it is written', async () => {
    await make('电梯厅', unitId)
    await expect(make('電梯 厅', unitId)).rejects.toMatchObject(taken)
    await make('电梯厅', unitId, { floor: 2 })
    await make('电梯厅', place.buildingId)
    const other = await make('大堂', unitId)
    await expect(change(other, '电梯厅', unitId)).rejects.toMatchObject(taken)
    await change(other, '电梯厅', place.projectId)
    expect(await namesOf()).toEqual(['电梯厅', '3栋-电梯厅', '3栋-2单元-电梯厅', '3栋-2单元-2F-电梯厅'])
  })

  test('that two put on record at the same moment is there once', async () => {
    beforeNextWrite(ctx, () => make('大堂', unitId, {}, as(ctx, staff('front_desk'))))
    await expect(make('大堂', unitId)).rejects.toMatchObject(taken)
    expect(await namesOf()).toEqual(['3栋-2单元-大堂'])
  })

  test('is taken out of use and back, and gives its name away meanwhile; it is never deleted', async () => {
    const id = await make('岗亭', place.projectId)
    await retire(id)
    expect([await namesOf(), await namesOf({ state: 'retired' })]).toEqual([[], ['岗亭']])
    const next = await make('岗亭', place.projectId)
    await expect(retire(id, false)).rejects.toMatchObject(taken)
    await retire(next)
    await retire(id, false)
    expect(await namesOf()).toEqual(['岗亭'])
    await expect(ctx.db.client.execute('DELETE FROM common_places')).rejects.toThrow('not deleted')
  })

  test('that is taken out of use twice has been since the first time', async () => {
    const id = await make('岗亭', place.projectId)
    const later = as(ctx, ctx.actor, ctx.now + 86_400_000)
    await retire(id)
    await retire(id, true, later)
    const { items } = await commonPlaceList.page(ctx, { projectId: place.projectId, state: 'retired' })
    expect(items.map(({ retiredAt }) => retiredAt)).toEqual([ctx.now])
    await retire(id, false, later)
    await retire(id, false, later)
    const { rows } = await ctx.db.client.execute(
      "SELECT action FROM audit_log WHERE action LIKE 'places.re%' ORDER BY at",
    )
    expect(rows.map(({ action }) => action)).toEqual(['places.retired', 'places.restored'])
  })

  test('of two forms that were open at once the second is refused; what was changed is in the log', async () => {
    const id = await make('岗亭', place.projectId)
    await change(id, '北门岗亭', place.projectId)
    const late = change(id, '南门岗亭', place.projectId, ctx, { revision: 0 })
    await expect(late).rejects.toMatchObject({ code: 'request.changed_meanwhile' })
    beforeNextWrite(ctx, () => change(id, '东门岗亭', place.projectId, ctx, { floor: 1 }))
    await expect(change(id, '北门岗亭', unitId, ctx, { revision: 1 })).rejects.toMatchObject({
      code: 'request.changed_meanwhile',
    })
    const { rows } = await ctx.db.client.execute(
      "SELECT detail_json FROM audit_log WHERE action = 'places.changed' ORDER BY seq",
    )
    expect(rows.map((row) => JSON.parse(String(row.detail_json)))).toEqual([
      { name: { from: '岗亭', to: '北门岗亭' } },
      { name: { from: '北门岗亭', to: '东门岗亭' }, floor: { from: null, to: 1 } },
    ])
  })

  test('stays in its project, and is changed by whoever may there', async () => {
    const other = await smallProject(ctx, '云顶公寓')
    const id = await make('大堂', unitId)
    await expect(change(id, '大堂', other.buildingId)).rejects.toMatchObject({
      code: 'places.parent_not_found',
    })
    await expect(make('大堂', newId('bldg', 1))).rejects.toMatchObject({ code: 'places.parent_not_found' })
    const elsewhere = as(ctx, staff('project_manager', [other.projectId]))
    for (const tried of [
      () => make('大堂', place.projectId, {}, elsewhere),
      () => change(id, '大堂', unitId, elsewhere),
      () => retire(id, true, elsewhere),
      () => make('大堂', place.projectId, {}, as(ctx, staff('cashier'))),
    ])
      await expect(tried()).rejects.toMatchObject({ code: 'access.not_allowed' })
    await expect(retire(newId('place', 1))).rejects.toMatchObject({ code: 'places.not_found' })
  })
})

describe('the list', () => {
  test('goes from the whole project down, follows a building to its new place, and is narrowed', async () => {
    const ten = newId('bldg', ctx.now)
    const { projectId, buildingId } = place
    await createBuilding(ctx, { requestId: freshRequestId(), projectId, buildingId: ten, name: '10' })
    await make('屋顶', ten, { kind: 'roof' })
    await make('大堂', unitId, { kind: 'lobby' })
    await make('屋顶', buildingId, { kind: 'roof' })
    await make('绿地', projectId, { kind: 'green' })
    expect(await namesOf()).toEqual(['绿地', '3栋-屋顶', '3栋-2单元-大堂', '10栋-屋顶'])
    await changeBuilding(ctx, { requestId: freshRequestId(), buildingId, name: '20' })
    expect(await namesOf()).toEqual(['绿地', '10栋-屋顶', '20栋-屋顶', '20栋-2单元-大堂'])
    expect(await namesOf({ kind: 'roof' })).toEqual(['10栋-屋顶', '20栋-屋顶'])
    expect(await namesOf({ buildingId })).toEqual(['20栋-屋顶', '20栋-2单元-大堂'])
    expect(await namesOf({ search: '20栋 大堂' })).toEqual(['20栋-2单元-大堂'])
  })
})

describe('a template', () => {
  const rows = [
    { per: 'unit', kind: 'lobby', name: '大堂' },
    { per: 'unit', kind: 'lift_hall', name: '电梯厅' },
    { per: 'building', kind: 'roof', name: '屋顶' },
    { per: 'project', kind: 'gate', name: '大门岗亭' },
  ] as const
  const use = (by = ctx) =>
    createPlacesFromTemplate(by, {
      requestId: freshRequestId(),
      projectId: place.projectId,
      rows: [...rows],
    })

  test('makes what each project, building and unit has, a building without units counting as one', async () => {
    const { projectId } = place
    const flat = { requestId: freshRequestId(), projectId, buildingId: newId('bldg', ctx.now), name: '10' }
    await createBuilding(ctx, flat)
    await make('大堂', unitId)
    expect(await use()).toEqual({ created: 6, present: 1 })
    expect(await namesOf()).toEqual([
      '大门岗亭',
      '3栋-屋顶',
      '3栋-2单元-大堂',
      '3栋-2单元-电梯厅',
      '10栋-大堂',
      '10栋-屋顶',
      '10栋-电梯厅',
    ])
    // Again, when a unit was added: what is there stays.
    await place.room('101', { unit: '3' })
    expect(await use()).toEqual({ created: 2, present: 7 })
  })

  test('names a place that two of its rows name alike once', async () => {
    const lobby = { per: 'project', kind: 'lobby', name: '大堂' } as const
    const asked = { projectId: place.projectId, rows: [lobby, { ...lobby, name: '大 堂' }] }
    const again = () => createPlacesFromTemplate(ctx, { requestId: freshRequestId(), ...asked })
    expect(await again()).toEqual({ created: 1, present: 0 })
    expect(await again()).toEqual({ created: 0, present: 1 })
  })

  test('makes no more at once than one request may, and nothing of what would be too many', async () => {
    const count = mostAtOnce / 50
    await ctx.db.orm.run(sql`INSERT INTO units (id, building_id, name, key, sort_key, created_at, changed_at)
      SELECT 'unit_' || value, ${place.buildingId}, value || '单元', value, value, 1, 1
      FROM json_each(${JSON.stringify(Array.from({ length: count }, (_, i) => `n${i}`))})`)
    const many = Array.from({ length: 50 }, (_, i) => ({
      per: 'unit' as const,
      kind: 'other' as const,
      name: `第${i}处`,
    }))
    const asked = { requestId: freshRequestId(), projectId: place.projectId, rows: many }
    const refused = { code: 'places.too_many', params: { most: mostAtOnce } }
    await expect(createPlacesFromTemplate(ctx, asked)).rejects.toMatchObject(refused)
    expect(await namesOf()).toEqual([])
  })

  test('is all or nothing when somebody else makes one of them at that moment', async () => {
    beforeNextWrite(ctx, () => make('大堂', unitId, {}, as(ctx, staff('front_desk'))))
    await expect(use()).rejects.toMatchObject({ code: 'database.conflict' })
    expect(await namesOf()).toEqual(['3栋-2单元-大堂'])
    await expect(use(as(ctx, staff('cashier')))).rejects.toMatchObject({ code: 'access.not_allowed' })
  })
})

describe('the search', () => {
  test('finds rooms, parking spaces and common places in use together', async () => {
    const { projectId } = place
    const parkingSpaceId = newId('park', ctx.now)
    await createParkingSpace(ctx, {
      requestId: freshRequestId(),
      projectId,
      parkingSpaceId,
      lot: 'B1',
      code: '101',
    })
    const hall = await make('电梯厅', unitId)
    await retire(await make('旧电梯厅', unitId))
    const goneRoom = await place.room('1011')
    const gone = newId('park', ctx.now)
    const old = { requestId: freshRequestId(), projectId, parkingSpaceId: gone, lot: 'B1', code: '1019' }
    await createParkingSpace(ctx, old)
    await ctx.db.orm.run(sql`UPDATE rooms SET archived_at = 1 WHERE id = ${goneRoom}`)
    await ctx.db.orm.run(sql`UPDATE parking_spaces SET archived_at = 1 WHERE id = ${gone}`)
    const find = async (search: string, by = ctx) =>
      (await findPlaces(by, { projectId, search })).places.map(({ id }) => id)
    expect(await find('')).toEqual([hall, roomId, parkingSpaceId])
    expect(await find('101')).toEqual([roomId, parkingSpaceId])
    expect(await find('3栋 电梯')).toEqual([hall])
    // Whoever takes something down, also without the registry.
    expect(await find('电梯', as(ctx, staff('worker')))).toEqual([hall])
    await expect(find('电梯', as(ctx, staff('worker', [newId('proj', 1)])))).rejects.toMatchObject({
      code: 'access.not_allowed',
    })
  })
})

describe('the choice of what it stands under', () => {
  test('is of all buildings and units', async () => {
    const { parents } = await parentsToChoose(ctx, { projectId: place.projectId })
    expect(parents).toEqual([
      { id: place.buildingId, buildingId: place.buildingId, building: '3栋', unit: null },
      { id: unitId, buildingId: place.buildingId, building: '3栋', unit: '2单元' },
    ])
  })
})
