import { addDays, newId, type CivilDate } from '@heju/kernel'
import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { disableStaff, handOverStaff, readHoldings } from '../../people/handing-over/index.ts'
import { readHome } from '../../people/portal/index.ts'
import { addOwner, addStaff } from '../../people/identity/testing.ts'
import { as, beforeNextWrite, freshRequestId, revisionOf, staff, testCtx } from '../../testing.ts'
import { createBuilding, createRoom } from '../registry/index.ts'
import { smallProject } from '../registry/testing.ts'
import {
  areaList,
  areaOfRoom,
  areaRoomList,
  areas,
  areasOfRoom,
  changeArea,
  closeArea,
  createArea,
  placesToChoose,
  readArea,
  roomsOfArea,
} from './index.ts'

const today = '2026-11-22' as CivilDate
const day = 24 * 3600_000
let ctx: Ctx
let place: Awaited<ReturnType<typeof smallProject>>
let rooms: Record<string, string>
let unitId: string
let li: string
let wang: string

beforeEach(async () => {
  ctx = await testCtx()
  place = await smallProject(ctx)
  rooms = { r101: await place.room('101'), r102: await place.room('102') }
  rooms.r301 = await place.room('301', { unit: '3' })
  const of = [{ role: 'front_desk' as const, projects: [place.projectId] }]
  li = (await addStaff(ctx, { name: '李四', assignments: of })).id
  wang = (await addStaff(ctx, { name: '王五', assignments: of })).id
  await addStaff(ctx)
  const [unit] = await ctx.db.orm.all<{ id: string }>(
    sql`SELECT unit_id AS id FROM rooms WHERE id = ${rooms.r301}`,
  )
  unitId = unit?.id ?? ''
})

async function make(name: string, places: string[], more: object = {}): Promise<string> {
  const areaId = newId('area', ctx.now)
  const of = { projectId: place.projectId, fromOn: today, stewardId: li }
  await createArea(ctx, { requestId: freshRequestId(), areaId, ...of, name, places, ...more })
  return areaId
}
const change = async (areaId: string, name: string, places: string[], more: object = {}) =>
  changeArea(ctx, {
    requestId: freshRequestId(),
    areaId,
    revision: await revisionOf(ctx, areas, areaId),
    name,
    places,
    fromOn: today,
    stewardId: li,
    ...more,
  })

/** The area of a room on a day, as the fragment tells it. */
async function areaOn(roomId: string | undefined, on: string = today): Promise<string | null> {
  const [row] = await ctx.db.orm.all<{ id: string | null }>(
    sql`SELECT ${areaOfRoom('r', 'steward', on)} AS id FROM rooms AS r WHERE r.id = ${roomId}`,
  )
  return row?.id ?? null
}
const membersOf = async (areaId: string, on = today) =>
  (await ctx.db.orm.all<{ id: string }>(roomsOfArea(areaId, 'steward', place.projectId, on)))
    .map(({ id }) => id)
    .toSorted()

describe('an area', () => {
  test('is made of buildings, units and rooms: what is said of a room goes before its unit, and that before its building', async () => {
    const building = await make('东区', [place.buildingId])
    const unit = await make('西区', [unitId])
    const single = await make('南区', [rooms.r102!])
    expect([await areaOn(rooms.r101), await areaOn(rooms.r102), await areaOn(rooms.r301)]).toEqual([
      building,
      single,
      unit,
    ])
    expect(await membersOf(building)).toEqual([rooms.r101])
    // A room that is registered later belongs where its unit does.
    const later = await place.room('302', { unit: '3' })
    expect(await areaOn(later)).toBe(unit)
    expect(await areaOn(rooms.r101, addDays(today, -1))).toBeNull()
  })

  test('a place belongs to one of a kind on a day: what joins another leaves the first, from that day on', async () => {
    const east = await make('东区', [place.buildingId])
    const soon = addDays(today, 10)
    const west = await make('西区', [place.buildingId], { fromOn: soon, stewardId: wang })
    expect([await areaOn(rooms.r101), await areaOn(rooms.r101, soon)]).toEqual([east, west])
    // Of another kind it may belong to one besides.
    const owes = await make('一组', [place.buildingId], { kind: 'dunning' })
    expect((await areasOfRoom(ctx, { roomId: rooms.r101! })).areas.map(({ areaId }) => areaId)).toEqual([
      east,
      owes,
    ])
  })

  test('a change leaves what is planned for places that stay, and what another area plans for those that leave', async () => {
    const east = await make('东区', [place.buildingId, rooms.r101!])
    const soon = addDays(today, 10)
    const west = await make('西区', [place.buildingId], { fromOn: soon })
    // The building stays, so its plan does, and the room leaves.
    await change(east, '东区', [place.buildingId])
    expect([await areaOn(rooms.r102), await areaOn(rooms.r102, soon)]).toEqual([east, west])
    const between = addDays(today, 5)
    await change(east, '东区', [], { fromOn: between })
    expect([
      await areaOn(rooms.r102),
      await areaOn(rooms.r102, between),
      await areaOn(rooms.r102, soon),
    ]).toEqual([east, null, west])
  })

  test('a place that joins replaces what another area planned for it', async () => {
    const west = await make('西区', [place.buildingId], { fromOn: addDays(today, 10) })
    const east = await make('东区', [place.buildingId], { fromOn: addDays(today, 5) })
    expect(await areaOn(rooms.r102, addDays(today, 10))).toBe(east)
    expect((await readArea(ctx, { areaId: west })).places).toEqual([])
  })

  test('one that closes takes its own plans along, and leaves those of another area', async () => {
    const on = (away: number) => areaOn(rooms.r101, addDays(today, away))
    const east = await make('东区', [place.buildingId], { stewardId: li })
    const west = await make('西区', [place.buildingId], { fromOn: addDays(today, 10), stewardId: wang })
    // East is to have it back, to be Wang's, and to lose it again.
    await change(east, '东区', [place.buildingId], { fromOn: addDays(today, 20), stewardId: wang })
    await change(east, '东区', [], { fromOn: addDays(today, 30), stewardId: li })
    expect([await on(9), await on(10), await on(20), await on(30)]).toEqual([east, west, east, null])
    await closeArea(ctx, { requestId: freshRequestId(), areaId: east, fromOn: addDays(today, 5) })
    expect([await on(4), await on(5), await on(10), await on(20), await on(30)]).toEqual([
      east,
      null,
      west,
      west,
      west,
    ])
    expect((await readArea(ctx, { areaId: east })).stewards).toEqual([
      { fromOn: addDays(today, 5), stewardName: null, standInName: null },
      { fromOn: today, stewardName: '李四', standInName: null },
    ])
  })

  test('one that closes has nobody to be responsible on a later day, also where nobody is so far', async () => {
    const east = await make('东区', [], { stewardId: null })
    await change(east, '东区', [], { fromOn: addDays(today, 20), stewardId: wang })
    await closeArea(ctx, { requestId: freshRequestId(), areaId: east, fromOn: addDays(today, 5) })
    expect((await readArea(ctx, { areaId: east })).stewards).toEqual([])
    expect((await readHoldings(ctx, { staffId: wang })).groups).toEqual([])
  })

  test('is changed although a room of it was archived, which is no longer shown among its places', async () => {
    const east = await make('东区', [rooms.r101!, rooms.r102!])
    await ctx.db.orm.run(sql`UPDATE rooms SET archived_at = ${ctx.now} WHERE id = ${rooms.r101}`)
    expect((await readArea(ctx, { areaId: east })).places.map(({ id }) => id)).toEqual([rooms.r102])
    // A form that was opened before names both.
    await change(east, '东一区', [rooms.r101!, rooms.r102!])
    await change(east, '东二区', [rooms.r102!])
    await expect(change(east, '东二区', [rooms.r101!])).rejects.toMatchObject({
      code: 'areas.place_not_found',
    })
  })

  test('has its name alone until the day on which it closes, however that is written', async () => {
    const east = await make('A区', [place.buildingId])
    const taken = { code: 'areas.name_taken' }
    await closeArea(ctx, { requestId: freshRequestId(), areaId: east, fromOn: addDays(today, 30) })
    for (const name of ['A区', 'ａ 区', 'a區']) await expect(make(name, [])).rejects.toMatchObject(taken)
    const west = await make('西区', [])
    await expect(change(west, 'Ａ区', [])).rejects.toMatchObject(taken)
    await make('A区', [], { kind: 'dunning' })
    const then = as(ctx, ctx.actor, ctx.now + 30 * day)
    const areaId = newId('area', then.now)
    const fromOn = addDays(today, 30)
    const asked = { areaId, projectId: place.projectId, name: 'a区', places: [], fromOn }
    await createArea(then, { requestId: freshRequestId(), ...asked })
  })

  test('the log says of each fact that was changed what it was and what it is', async () => {
    const east = await make('东区', [place.buildingId])
    await change(east, '东一区', [place.buildingId, rooms.r101!], { stewardId: wang })
    const { rows: entries } = await ctx.db.client.execute(
      `SELECT detail_json FROM audit_log WHERE action = 'areas.changed' ORDER BY seq DESC LIMIT 1`,
    )
    expect(JSON.parse(String(entries[0]?.detail_json))).toMatchObject({
      name: { from: '东区', to: '东一区' },
      places: { from: 1, to: 2 },
      stewardId: { to: wang },
    })
  })

  test('of two forms that were open at once the second is refused, whatever came in between', async () => {
    const east = await make('东区', [place.buildingId])
    const west = await make('西区', [])
    const meanwhile: Record<string, (areaId: string) => Promise<unknown>> = {
      renamed: (areaId) => change(areaId, '东一区', [place.buildingId]),
      'given to another steward': (areaId) =>
        change(areaId, '东一区', [place.buildingId], { stewardId: wang }),
      'left by a building that joins another': () =>
        change(west, '西区', [place.buildingId], { stewardId: li }),
      'made larger by a room': (areaId) => change(areaId, '东一区', [rooms.r101!], { stewardId: wang }),
    }
    for (const [what, done] of Object.entries(meanwhile)) {
      const shown = await readArea(ctx, { areaId: east })
      await done(east)
      const { name, revision } = shown
      await expect(change(east, name, [place.buildingId], { revision }), what).rejects.toMatchObject({
        code: 'request.changed_meanwhile',
      })
    }
    // What is saved as it is shown is not changed by that.
    const { revision } = await readArea(ctx, { areaId: east })
    await change(east, '东一区', [rooms.r101!], { stewardId: wang, revision })
    await change(east, '东区', [rooms.r101!], { stewardId: wang, revision })
  })

  test('of two that are made at once under one name, written in two ways, one is', async () => {
    beforeNextWrite(ctx, () => make('ａ区', []))
    await expect(make('A区', [])).rejects.toMatchObject({ code: 'database.conflict' })
  })

  test('tells its history: what came and went, and who was responsible from day to day', async () => {
    const east = await make('东区', [place.buildingId], { standInId: wang })
    const soon = addDays(today, 3)
    await change(east, '东一区', [rooms.r101!], { fromOn: soon, stewardId: wang })
    const page = await readArea(as(ctx, ctx.actor, ctx.now + 5 * day), { areaId: east })
    expect(page).toMatchObject({ name: '东一区', steward: { id: wang, name: '王五' }, standIn: null })
    expect(page.places.map(({ name }) => name)).toEqual(['3栋-2单元-101'])
    expect(page.stewards).toEqual([
      { fromOn: soon, stewardName: '王五', standInName: null },
      { fromOn: today, stewardName: '李四', standInName: '王五' },
    ])
    expect(page.history).toEqual([
      { fromOn: soon, name: '3栋', joins: false },
      { fromOn: soon, name: '3栋-2单元-101', joins: true },
      { fromOn: today, name: '3栋', joins: true },
    ])
    const { places } = await placesToChoose(ctx, { projectId: place.projectId })
    expect(places.filter(({ areaName }) => areaName !== null).map(({ name }) => name)).toEqual(['3栋'])
  })

  test('is closed from a day on: its rooms belong to none and are shown as such; its name is free', async () => {
    const east = await make('东区', [place.buildingId])
    await expect(make('东区', [])).rejects.toMatchObject({ code: 'areas.name_taken' })
    await closeArea(ctx, { requestId: freshRequestId(), areaId: east, fromOn: today })
    expect(await areaOn(rooms.r101)).toBeNull()
    expect((await areaRoomList.page(ctx, { projectId: place.projectId })).items).toHaveLength(3)
    expect((await areaList.page(ctx, { projectId: place.projectId })).items).toEqual([])
    await expect(change(east, '东区', [])).rejects.toMatchObject({ code: 'areas.closed' })
    await make('东区', [place.buildingId])
  })

  test('counts rooms and households, each once', async () => {
    await place.give(await place.person('王小明'), rooms.r101!)
    const east = await make('东区', [place.buildingId, rooms.r101!])
    const { items } = await areaList.page(ctx, { projectId: place.projectId })
    expect(items).toMatchObject([
      { id: east, rooms: 3, households: 1, stewardName: '李四', standInName: null },
    ])
    const its = await areaRoomList.page(ctx, { projectId: place.projectId, areaId: east })
    expect(its.items.map(({ name, household }) => [name, household])).toEqual([
      ['3栋-2单元-101', true],
      ['3栋-2单元-102', false],
      ['3栋-3单元-301', false],
    ])
  })

  test('takes nothing of another project, no day of before, and nobody who may not be responsible there', async () => {
    const other = await smallProject(ctx, '云顶公寓')
    const refused = (code: string) => ({ code })
    await expect(make('东区', [other.buildingId])).rejects.toMatchObject(refused('areas.place_not_found'))
    await expect(make('东区', [], { fromOn: addDays(today, -1) })).rejects.toMatchObject(
      refused('areas.day_past'),
    )
    const cashier = await addStaff(ctx, { assignments: [{ role: 'cashier', projects: 'all' }] })
    const away = await addStaff(ctx, { assignments: [{ role: 'front_desk', projects: [other.projectId] }] })
    for (const { id } of [cashier, away])
      await expect(make('东区', [], { standInId: id })).rejects.toMatchObject(refused('areas.steward_cannot'))
    await expect(make('东区', [], { standInId: li })).rejects.toMatchObject({
      fields: [{ path: 'standInId', code: 'areas.field.same_person' }],
    })
    const elsewhere = as(ctx, staff('project_manager', [other.projectId]))
    const east = await make('东区', [place.buildingId])
    for (const tried of [
      () =>
        changeArea(elsewhere, {
          requestId: freshRequestId(),
          areaId: east,
          revision: 0,
          name: '我的',
          places: [],
          fromOn: today,
        }),
      () => closeArea(elsewhere, { requestId: freshRequestId(), areaId: east, fromOn: today }),
      () =>
        createArea(as(ctx, staff('front_desk')), {
          requestId: freshRequestId(),
          areaId: newId('area', ctx.now),
          projectId: place.projectId,
          name: '我的',
          places: [],
          fromOn: today,
        }),
    ])
      await expect(tried()).rejects.toMatchObject(refused('access.not_allowed'))
    await expect(readArea(elsewhere, { areaId: east })).rejects.toMatchObject(refused('areas.not_found'))
    expect((await areasOfRoom(elsewhere, { roomId: rooms.r101! })).areas).toEqual([])
  })

  test('a room that is archived, and an area that is closed, at the same moment are seen', async () => {
    const east = await make('东区', [])
    beforeNextWrite(ctx, () =>
      ctx.db.client.execute({ sql: 'UPDATE rooms SET archived_at = 1 WHERE id = ?', args: [rooms.r101!] }),
    )
    await expect(change(east, '东区', [rooms.r101!])).rejects.toMatchObject({ code: 'areas.place_not_found' })
    beforeNextWrite(ctx, () => closeArea(ctx, { requestId: freshRequestId(), areaId: east, fromOn: today }))
    await expect(change(east, '东区', [rooms.r102!])).rejects.toMatchObject({ code: 'areas.closed' })
    beforeNextWrite(ctx, () => disableStaff(ctx, { requestId: freshRequestId(), staffId: wang }))
    await expect(make('西区', [], { stewardId: wang })).rejects.toMatchObject({
      code: 'areas.steward_cannot',
    })
  })
})

describe('who is responsible for an area and leaves', () => {
  const groupsOf = async (staffId: string, at = ctx) => (await readHoldings(at, { staffId })).groups
  async function handAll(at: Ctx, staffId: string, receiverId: string): Promise<void> {
    const groups = (await groupsOf(staffId, at)).map(({ kind, projectId, count }) => ({
      kind,
      projectId,
      count,
      receiverId,
    }))
    await handOverStaff(at, { requestId: freshRequestId(), staffId, handed: { note: '离职交接', groups } })
  }

  test('hands it over from that day on, with what is planned; who stood in stands in no more for themselves', async () => {
    const east = await make('东区', [place.buildingId], { standInId: wang })
    await make('西区', [], { fromOn: addDays(today, 30) })
    const north = await make('北区', [], { stewardId: wang, standInId: li })
    await expect(disableStaff(ctx, { requestId: freshRequestId(), staffId: li })).rejects.toMatchObject({
      code: 'handing_over.still_held',
    })
    const tomorrow = as(ctx, ctx.actor, ctx.now + day)
    expect((await groupsOf(li, tomorrow)).map(({ kind, count }) => [kind, count])).toEqual([
      ['areas', 2],
      ['areas_stand_in', 1],
    ])
    await handAll(tomorrow, li, wang)
    expect(await groupsOf(li, tomorrow)).toEqual([])
    // Who is the steward stays it when they are given what was stood in for.
    expect(await readArea(tomorrow, { areaId: north })).toMatchObject({
      steward: { id: wang, name: '王五' },
      standIn: null,
    })
    expect((await readArea(tomorrow, { areaId: east })).stewards).toEqual([
      { fromOn: addDays(today, 1), stewardName: '王五', standInName: null },
      { fromOn: today, stewardName: '李四', standInName: '王五' },
    ])
    await disableStaff(tomorrow, { requestId: freshRequestId(), staffId: li })
  })

  test('on the day on which they stood in: who is the steward stays it', async () => {
    const north = await make('北区', [], { stewardId: wang, standInId: li })
    await handAll(ctx, li, wang)
    expect((await readArea(ctx, { areaId: north })).stewards).toEqual([
      { fromOn: today, stewardName: '王五', standInName: null },
    ])
  })

  test('on the day on which they got it, without a row that says otherwise of that day', async () => {
    const east = await make('东区', [])
    await handAll(ctx, li, wang)
    expect((await readArea(ctx, { areaId: east })).stewards).toEqual([
      { fromOn: today, stewardName: '王五', standInName: null },
    ])
  })

  test('hands areas of dunning to whoever collects there, and those of stewards to whoever handles complaints', async () => {
    const works = async (role: 'arrears_collector' | 'housekeeper') =>
      (await addStaff(ctx, { assignments: [{ role, projects: [place.projectId] }] })).id
    const [zhao, qian, sun] = [
      await works('arrears_collector'),
      await works('arrears_collector'),
      await works('housekeeper'),
    ]
    const first = await make('一组', [place.buildingId], {
      kind: 'dunning',
      stewardId: zhao,
      standInId: qian,
    })
    for (const wrong of [
      { kind: 'dunning', stewardId: sun },
      { kind: 'steward', stewardId: zhao },
    ])
      await expect(make('二组', [], wrong)).rejects.toMatchObject({ code: 'areas.steward_cannot' })
    const { groups, colleagues } = await readHoldings(ctx, { staffId: zhao })
    expect(groups).toMatchObject([{ kind: 'dunning_areas', count: 1 }])
    const mayHold = new Map(colleagues.map(({ id, mayHold: [may] }) => [id, may]))
    expect([qian, sun, li].map((id) => mayHold.get(id))).toEqual([true, false, true])
    // Of two kinds in one project each has its receiver, and takes nothing of the other along.
    const east = await make('东区', [], { stewardId: li })
    await make('二组', [], { kind: 'dunning', stewardId: li })
    const handed = [
      { kind: 'areas' as const, projectId: place.projectId, count: 1, receiverId: sun },
      { kind: 'dunning_areas' as const, projectId: place.projectId, count: 1, receiverId: qian },
    ]
    await handOverStaff(ctx, {
      requestId: freshRequestId(),
      staffId: li,
      handed: { note: '离职交接', groups: handed },
    })
    expect((await readArea(ctx, { areaId: east })).steward?.id).toBe(sun)
    expect(await groupsOf(qian)).toMatchObject([
      { kind: 'dunning_areas', count: 1 },
      { kind: 'dunning_areas_stand_in', count: 1 },
    ])
    expect((await readArea(ctx, { areaId: first })).steward?.id).toBe(zhao)
  })

  test('an area that is theirs no more is not held', async () => {
    const east = await make('东区', [])
    await change(east, '东区', [], { stewardId: wang, fromOn: addDays(today, 2) })
    expect(await groupsOf(li)).toMatchObject([{ kind: 'areas', count: 1 }])
    expect(await groupsOf(li, as(ctx, ctx.actor, ctx.now + 2 * day))).toEqual([])
  })
})

test('an owner is told the name of who is responsible for their rooms, and no number of theirs', async () => {
  const personId = await place.person('王小明', { phones: ['+8613812341234'] })
  await place.give(personId, rooms.r101!)
  const owner = as(ctx, { kind: 'owner', id: (await addOwner(ctx, '+8613812341234')).id })
  expect((await readHome(owner)).stewards).toEqual([])
  await make('东区', [place.buildingId])
  expect((await readHome(owner)).stewards).toEqual([{ roomName: '3栋-2单元-101', name: '李四' }])
})

test('two buildings of one project are two places', async () => {
  const buildingId = newId('bldg', ctx.now)
  await createBuilding(ctx, {
    requestId: freshRequestId(),
    projectId: place.projectId,
    buildingId,
    name: '5',
  })
  const roomId = newId('room', ctx.now)
  await createRoom(ctx, { requestId: freshRequestId(), roomId, buildingId, number: '101' })
  const five = await make('五号楼', [buildingId])
  expect([await areaOn(roomId), await areaOn(rooms.r101)]).toEqual([five, null])
})
