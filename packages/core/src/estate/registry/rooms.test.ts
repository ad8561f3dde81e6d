import { addDays, civilDateOf, newId } from '@heju/kernel'
import { describe, expect, test } from 'vitest'
import { as, beforeNextWrite, freshRequestId, staff, testCtx } from '../../testing.ts'
import {
  changeBuilding,
  changeRoom,
  createBuilding,
  createParkingSpace,
  createRoom,
  roomList,
  getRoom,
  listBuildings,
  parkingSpaceList,
  listRoomsTwice,
  readContents,
} from './index.ts'
import { smallProject } from './testing.ts'

async function start() {
  const ctx = await testCtx()
  return { ctx, ...(await smallProject(ctx)) }
}

describe('buildings', () => {
  test('one building has one entry, whatever it is called', async () => {
    const { ctx, projectId } = await start()
    const again = {
      requestId: freshRequestId(),
      projectId,
      buildingId: newId('bldg', ctx.now),
      name: '三号楼',
    }
    await expect(createBuilding(ctx, again)).rejects.toMatchObject({ code: 'registry.building_taken' })
    expect(await listBuildings(ctx, projectId)).toMatchObject([{ name: '3栋', rooms: 0 }])
  })

  test('a new name reaches its rooms, in one write', async () => {
    const { ctx, buildingId, projectId, room } = await start()
    await room('101')
    await room('102', { unit: null })
    const trips = ctx.db.trips.count
    await changeBuilding(ctx, { requestId: freshRequestId(), buildingId, name: 'A座' })
    expect(ctx.db.trips.count - trips).toBe(2)
    const { items } = await roomList.page(ctx, { projectId })
    expect(items.map(({ name }) => name)).toEqual(['A座-2单元-101', 'A座-102'])
    await expect(room('101')).rejects.toMatchObject({ code: 'registry.room_taken' })
  })

  test('a building that is saved under its name keeps its key, so that its rooms are found by theirs', async () => {
    const { ctx, buildingId, projectId, room } = await start()
    await room('101')
    // As a registry of before has it, in which another building is 3 by now.
    await ctx.db.client.batch([
      `UPDATE buildings SET key = '3号', name = '3号' WHERE id = '${buildingId}'`,
      `UPDATE rooms SET key = '3号|2|101' WHERE building_id = '${buildingId}'`,
    ])
    const other = newId('bldg', ctx.now)
    await createBuilding(ctx, { requestId: freshRequestId(), projectId, buildingId: other, name: '3栋' })
    await changeBuilding(ctx, { requestId: freshRequestId(), buildingId, name: '3号', floors: 9 })
    const keys = async () =>
      (
        await ctx.db.client.execute(`SELECT b.key AS building, r.key AS room FROM rooms r
          JOIN buildings b ON b.id = r.building_id`)
      ).rows
    expect(await keys()).toEqual([{ building: '3号', room: '3号|2|101' }])
    await changeBuilding(ctx, { requestId: freshRequestId(), buildingId, name: '8号' })
    expect(await keys()).toEqual([{ building: '8', room: '8|2|101' }])
  })

  test('a room that comes while its building gets another name has the new one, whoever is first', async () => {
    const { ctx, buildingId, projectId, room } = await start()
    const rename = (name: string) => changeBuilding(ctx, { requestId: freshRequestId(), buildingId, name })
    beforeNextWrite(ctx, () => rename('A座'))
    await expect(room('101')).rejects.toMatchObject({ code: 'database.conflict' })
    beforeNextWrite(ctx, () => room('102'))
    await expect(rename('B座')).rejects.toMatchObject({ code: 'database.conflict' })
    await rename('B座')
    const { items } = await roomList.page(ctx, { projectId })
    expect(items.map(({ name }) => name)).toEqual(['B座-2单元-102'])
  })

  test('whose name is changed while its floors are saved keeps the new one, and its rooms are found by it', async () => {
    const { ctx, buildingId, projectId, room } = await start()
    await room('101')
    const save = (name: string, floors?: number) =>
      changeBuilding(ctx, { requestId: freshRequestId(), buildingId, name, floors })
    beforeNextWrite(ctx, () => save('A座'))
    await expect(save('3栋', 18)).rejects.toMatchObject({ code: 'database.conflict' })
    expect(await listBuildings(ctx, projectId)).toMatchObject([{ name: 'A座', floors: null }])
    await expect(room('101')).rejects.toMatchObject({ code: 'registry.room_taken' })
  })

  test('a name that another building has is refused', async () => {
    const { ctx, buildingId, projectId } = await start()
    await createBuilding(ctx, {
      requestId: freshRequestId(),
      projectId,
      buildingId: newId('bldg', ctx.now),
      name: '5栋',
    })
    const change = changeBuilding(ctx, { requestId: freshRequestId(), buildingId, name: '5' })
    await expect(change).rejects.toMatchObject({ code: 'registry.building_taken' })
  })
})

describe('rooms', () => {
  test('a room is named as the trade writes it and knows its floor', async () => {
    const { ctx, room } = await start()
    const roomId = await room('1501', { builtAreaE2: 9456 })
    expect(await getRoom(ctx, roomId)).toMatchObject({
      name: '3栋-2单元-1501',
      floor: 15,
      areaE2: 9456,
      occupants: [],
    })
  })

  test('fees are calculated by the agreed area where there is one', async () => {
    const { ctx, room } = await start()
    const roomId = await room('1501', { builtAreaE2: 9456, chargeAreaE2: 9000 })
    expect((await getRoom(ctx, roomId)).areaE2).toBe(9000)
    const change = { requestId: freshRequestId(), roomId, builtAreaE2: 9456, remark: '东边套' }
    await changeRoom(ctx, { ...change, areaFromOn: null })
    expect(await getRoom(ctx, roomId)).toMatchObject({ areaE2: 9456, remark: '东边套' })
  })

  test('an area that is put right while another form is saved keeps its first day, and is not undone', async () => {
    const { ctx, room } = await start()
    const roomId = await room('1501', { builtAreaE2: 9000 })
    const change = (builtAreaE2: number, areaFromOn?: string, remark = '') =>
      changeRoom(ctx, { requestId: freshRequestId(), roomId, builtAreaE2, areaFromOn, remark } as never)
    beforeNextWrite(ctx, () => change(9200, '2026-11-01'))
    await expect(change(9000, undefined, '阁楼')).rejects.toMatchObject({ code: 'database.conflict' })
    expect(await getRoom(ctx, roomId)).toMatchObject({
      areaE2: 9200,
      areaFromOn: '2026-11-01',
      earlierAreas: [{ areaE2: 9000, toOn: '2026-10-31' }],
    })
    // Looked at again, it is saved.
    await change(9200, undefined, '阁楼')
    expect(await getRoom(ctx, roomId)).toMatchObject({ areaFromOn: '2026-11-01', remark: '阁楼' })
  })

  test('an area that changes is asked since when, and the ones before keep their days', async () => {
    const { ctx, room } = await start()
    const roomId = await room('1501', { builtAreaE2: 9000 })
    const change = (builtAreaE2: number, areaFromOn?: string | null) =>
      changeRoom(ctx, { requestId: freshRequestId(), roomId, builtAreaE2, areaFromOn } as never)
    await expect(change(9100)).rejects.toMatchObject({
      fields: [{ path: 'areaFromOn', code: 'registry.field.area_from_on' }],
    })
    const tomorrow = addDays(civilDateOf(ctx.now, ctx.company.zone), 1)
    await expect(change(9100, tomorrow)).rejects.toMatchObject({
      fields: [{ path: 'areaFromOn', code: 'registry.field.area_from_future' }],
    })
    await change(9000)
    await change(9100, '2026-06-01')
    await change(9200, '2026-09-16')
    expect(await getRoom(ctx, roomId)).toMatchObject({
      areaE2: 9200,
      areaFromOn: '2026-09-16',
      earlierAreas: [
        { areaE2: 9100, fromOn: '2026-06-01', toOn: '2026-09-15' },
        { areaE2: 9000, fromOn: null, toOn: '2026-05-31' },
      ],
    })
    // A day before the last change takes its place.
    await change(9300, '2026-08-01')
    expect(await getRoom(ctx, roomId)).toMatchObject({
      areaE2: 9300,
      areaFromOn: '2026-08-01',
      earlierAreas: [
        { areaE2: 9100, fromOn: '2026-06-01', toOn: '2026-07-31' },
        { areaE2: 9000, fromOn: null, toOn: '2026-05-31' },
      ],
    })
    await change(9400, null)
    expect(await getRoom(ctx, roomId)).toMatchObject({ areaE2: 9400, areaFromOn: null, earlierAreas: [] })
  })

  test('an area that is not known any more from a day on leaves the one before to its days, whatever follows', async () => {
    const { ctx, room } = await start()
    const roomId = await room('1501', { builtAreaE2: 10_000 })
    const change = (builtAreaE2: number | null, areaFromOn?: string | null) =>
      changeRoom(ctx, { requestId: freshRequestId(), roomId, builtAreaE2, areaFromOn } as never)
    const before = { areaE2: 10_000, fromOn: null, toOn: '2026-09-09' }
    await change(null, '2026-09-10')
    await expect(change(12_000)).rejects.toMatchObject({
      fields: [{ path: 'areaFromOn', code: 'registry.field.area_from_on' }],
    })
    expect(await getRoom(ctx, roomId)).toMatchObject({ areaE2: null, earlierAreas: [before] })
    await change(12_000, '2026-09-10')
    expect(await getRoom(ctx, roomId)).toMatchObject({
      areaE2: 12_000,
      areaFromOn: '2026-09-10',
      earlierAreas: [before],
    })
    // One that never was known is asked nothing.
    const unknown = await room('1502')
    await changeRoom(ctx, { requestId: freshRequestId(), roomId: unknown, builtAreaE2: 12_000 })
    expect(await getRoom(ctx, unknown)).toMatchObject({ areaE2: 12_000, areaFromOn: null, earlierAreas: [] })
  })

  test('the first day of an area is put right, earlier or later, and the area before it ends the day before', async () => {
    const { ctx, room } = await start()
    const roomId = await room('1501', { builtAreaE2: 10_000 })
    const change = (builtAreaE2: number, areaFromOn?: string | null) =>
      changeRoom(ctx, { requestId: freshRequestId(), roomId, builtAreaE2, areaFromOn } as never)
    const areas = async () => {
      const { areaE2, areaFromOn, earlierAreas } = await getRoom(ctx, roomId)
      return [[areaE2, areaFromOn], ...earlierAreas.map((one) => [one.areaE2, one.fromOn, one.toOn])]
    }
    // There is nothing before it that could have ended.
    await expect(change(10_000, '2026-09-01')).rejects.toMatchObject({
      fields: [{ path: 'areaFromOn', code: 'registry.field.area_always' }],
    })
    await change(12_000, '2026-06-01')
    await change(13_000, '2026-09-10')
    const first = [10_000, null, '2026-05-31']
    await change(13_000, '2026-09-01')
    expect(await areas()).toEqual([[13_000, '2026-09-01'], [12_000, '2026-06-01', '2026-08-31'], first])
    await change(13_000, '2026-09-20')
    expect(await areas()).toEqual([[13_000, '2026-09-20'], [12_000, '2026-06-01', '2026-09-19'], first])
    const tomorrow = addDays(civilDateOf(ctx.now, ctx.company.zone), 1)
    await expect(change(13_000, tomorrow)).rejects.toMatchObject({ fields: [{ path: 'areaFromOn' }] })
    // Saved again as it is, nothing moves.
    await change(13_000)
    await change(13_000, '2026-09-20')
    expect(await areas()).toEqual([[13_000, '2026-09-20'], [12_000, '2026-06-01', '2026-09-19'], first])
    // The day of the area before: that one never held.
    await change(13_000, '2026-06-01')
    expect(await areas()).toEqual([[13_000, '2026-06-01'], first])
    await change(13_000, null)
    expect(await areas()).toEqual([[13_000, null]])
  })

  test('an area that turns out to be the one before it goes on from there, as one stretch', async () => {
    const { ctx, room } = await start()
    const roomId = await room('1501', { builtAreaE2: 10_000 })
    const change = (builtAreaE2: number | null, areaFromOn: string) =>
      changeRoom(ctx, { requestId: freshRequestId(), roomId, builtAreaE2, areaFromOn } as never)
    await change(12_000, '2026-06-01')
    await change(null, '2026-09-10')
    await change(12_000, '2026-09-10')
    const first = { areaE2: 10_000, fromOn: null, toOn: '2026-05-31' }
    expect(await getRoom(ctx, roomId)).toMatchObject({
      areaE2: 12_000,
      areaFromOn: '2026-06-01',
      earlierAreas: [first],
    })
    await change(10_000, '2026-06-01')
    expect(await getRoom(ctx, roomId)).toMatchObject({ areaE2: 10_000, areaFromOn: null, earlierAreas: [] })
  })

  test('the same door twice is refused, also when it is written differently', async () => {
    const { room } = await start()
    await room('1501')
    await expect(room('1501室', { unit: '二单元' })).rejects.toMatchObject({ code: 'registry.room_taken' })
  })

  test('a room is made with one read and one write, its unit with it', async () => {
    const { ctx, buildingId } = await start()
    const trips = ctx.db.trips.count
    const input = {
      requestId: freshRequestId(),
      roomId: newId('room', ctx.now),
      buildingId,
      unit: '7',
      number: '101',
    }
    await createRoom(ctx, input)
    expect(ctx.db.trips.count - trips).toBe(2)
  })

  test('who may only read cannot write, and who has another project sees nothing', async () => {
    const { ctx, projectId, buildingId } = await start()
    const input = { requestId: freshRequestId(), roomId: newId('room', ctx.now), buildingId, number: '101' }
    await expect(createRoom(as(ctx, staff('auditor')), input)).rejects.toMatchObject({ kind: 'forbidden' })
    const elsewhere = as(ctx, staff('front_desk', ['proj_other']))
    await expect(roomList.page(elsewhere, { projectId })).rejects.toMatchObject({ kind: 'forbidden' })
  })
})

describe('roomList', () => {
  test('pages through rooms in natural order, each once, in one round trip', async () => {
    const { ctx, projectId, room } = await start()
    for (const number of ['1001', '201', '101', '102', '2001']) await room(number)
    const seen: string[] = []
    let after: string | undefined
    do {
      const trips = ctx.db.trips.count
      const page = await roomList.page(ctx, {
        projectId,
        limit: 2,
        ...(after === undefined ? {} : { after }),
      })
      expect(ctx.db.trips.count - trips).toBe(1)
      seen.push(...page.items.map(({ name }) => name.split('-').at(-1)!))
      after = page.next ?? undefined
    } while (after !== undefined)
    expect(seen).toEqual(['101', '102', '201', '1001', '2001'])
  })

  test('shows today’s owners with masked phones, and not those who were', async () => {
    const { ctx, projectId, room, person, give } = await start()
    const roomId = await room('101')
    await give(await person('张三', { phones: ['13812341234'] }), roomId)
    await give(await person('李四'), roomId, 'co_owner')
    await give(await person('租客'), roomId, 'tenant')
    await give(await person('将来'), roomId, 'co_owner', '2030-01-01')
    const { items } = await roomList.page(ctx, { projectId })
    expect(items[0]!.owners.map(({ name, phone, role }) => [name, phone, role])).toEqual([
      ['张三', '138****1234', 'owner'],
      ['李四', null, 'co_owner'],
    ])
  })

  test.each([
    ['a room’s name', '3栋-2单元-101', ['101']],
    ['its short form', '3-2-101', ['101']],
    ['its form without unit', '3-102', ['102']],
    ['its number', '102', ['102']],
    ['a part of its name', '2单元', ['101', '102', '103']],
    ['the beginning of an owner’s name', '张', ['101']],
    ['a phone, however written', '+86 138-1234-1234', ['101']],
    ['its last four digits', '1234', ['101']],
    ['somebody unknown', '赵', []],
  ])('finds by %s', async (_what, search, numbers) => {
    const { ctx, projectId, room, person, give } = await start()
    const [first] = [await room('101'), await room('102'), await room('103')]
    await give(await person('张三', { phones: ['13812341234'] }), first)
    await person('无房的张四', { phones: ['13800009999'] })
    const { items } = await roomList.page(ctx, { projectId, search })
    expect(items.map(({ name }) => name.split('-').at(-1))).toEqual(numbers)
  })
})

test('a room is kept and looked for in one form: width, leading zeros and marks that nobody sees tell nothing apart', async () => {
  const { ctx, projectId, room } = await start()
  await room('０8０2')
  await room('\u200EB1—3\u200E')
  const found = async (search: string) =>
    (await roomList.page(ctx, { projectId, search })).items.map(({ name }) => name)
  for (const search of [
    '0802',
    '802',
    '８０２',
    '3-2-802',
    '３栋２单元0802室',
    '\u202A802\u202C',
    '3—2—0802',
  ])
    expect(await found(search)).toEqual(['3栋-2单元-0802'])
  for (const search of ['b1-3', 'B1/03', '3-2-B1-3']) expect(await found(search)).toEqual(['3栋-2单元-B1-3'])
})

test('rooms that are on record twice from before 0802 was 802 are told, pair by pair, in one round trip', async () => {
  const { ctx, projectId, room } = await start()
  const [first, second] = [await room('802'), await room('902')]
  const third = await room('1001')
  const house = await room('1002')
  await room('B1-3')
  // As the migration left a pair: the second keeps the key that it had.
  const keys = { [second]: '3|2|0802', [third]: '03|02|00802', [house]: '3号|2|802' }
  for (const [id, key] of Object.entries(keys))
    await ctx.db.client.execute({ sql: 'UPDATE rooms SET key = ? WHERE id = ?', args: [key, id] })
  const trips = ctx.db.trips.count
  const pairs = await listRoomsTwice(ctx, projectId)
  expect(ctx.db.trips.count - trips).toBe(1)
  expect(pairs.map((pair) => [pair.first.id, pair.second.id]).toSorted()).toEqual(
    [
      [first, second],
      [first, third],
      [first, house],
    ].toSorted(),
  )
  const other = await smallProject(ctx, '另一个项目')
  expect(await listRoomsTwice(ctx, other.projectId)).toEqual([])
})

test('so is a parking space, by its number, or its lot and number', async () => {
  const { ctx, projectId } = await start()
  for (const [lot, code] of [
    ['Ｂ1', '012'],
    ['B2', '12'],
  ] as const) {
    const space = { projectId, parkingSpaceId: newId('park', ctx.now), lot, code }
    await createParkingSpace(ctx, { requestId: freshRequestId(), ...space })
  }
  const found = async (search: string) =>
    (await parkingSpaceList.page(ctx, { projectId, search })).items.map(({ lot, code }) => `${lot} ${code}`)
  expect(await found('１２')).toEqual(['B1 012', 'B2 12'])
  expect(await found('0012')).toEqual(['B1 012', 'B2 12'])
  for (const search of ['B1-12', 'b1-012', 'Ｂ１－012']) expect(await found(search)).toEqual(['B1 012'])
})

describe('readContents', () => {
  test('counts what is on record, and rooms whose owner nobody knows today, in one round trip', async () => {
    const { ctx, projectId, room, person, give } = await start()
    await give(await person('张三'), await room('101'))
    await give(await person('租客'), await room('102'), 'tenant')
    const trips = ctx.db.trips.count
    expect(await readContents(ctx, projectId)).toEqual({
      buildings: 1,
      rooms: 2,
      roomsWithoutOwner: 1,
      parkingSpaces: 0,
      people: 2,
    })
    expect(ctx.db.trips.count - trips).toBe(1)
  })
})

describe('the file of rooms', () => {
  test('writes what the list shows, phones masked, and records that it was made', async () => {
    const { ctx, projectId, room, person, give } = await start()
    const roomId = await room('101', { builtAreaE2: 9456, use: 'residence', state: 'occupied' })
    await room('102')
    await give(await person('张三', { phones: ['13812341234'] }), roomId)
    const input = { projectId, format: 'csv' as const }
    const { bytes, fileName } = await roomList.file(ctx, input, 'zh-CN')
    const file = new TextDecoder().decode(bytes)
    expect(fileName).toMatch(/^房屋-.+-2026-11-22\.csv$/)
    expect(file.split(/\r?\n/).filter(Boolean)).toEqual([
      '房屋全称,楼栋,单元,房号,楼层,计费面积（㎡）,用途,状态,业主,电话',
      '3栋-2单元-101,3栋,2单元,101,1,94.56,住宅,自住,张三,138****1234',
      '3栋-2单元-102,3栋,2单元,102,1,,,,,',
    ])
    const { rows } = await ctx.db.client.execute(
      "SELECT detail_json FROM audit_log WHERE action = 'registry.rooms_exported'",
    )
    expect(rows.map((row) => row['detail_json'])).toEqual(['{"rows":2,"format":"csv"}'])
  })

  test('writes only the rooms that a filter leaves', async () => {
    const { ctx, projectId, room } = await start()
    await room('101', { state: 'vacant' })
    await room('102')
    const input = { projectId, state: 'vacant', format: 'csv' } as const
    const file = new TextDecoder().decode((await roomList.file(ctx, input, 'zh-CN')).bytes)
    expect(file.split(/\r?\n/).filter(Boolean)).toHaveLength(2)
    expect(file).toContain('3栋-2单元-101')
  })

  test('who may read but not export gets no file', async () => {
    const { ctx, projectId } = await start()
    const input = { projectId }
    await expect(roomList.file(as(ctx, staff('department_lead')), input, 'zh-CN')).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })
})
