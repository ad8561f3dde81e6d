import { newId } from '@heju/kernel'
import { describe, expect, test } from 'vitest'
import { freshRequestId, testCtx } from '../../testing.ts'
import {
  changeOccupancy,
  createParkingSpace,
  endOccupancy,
  getParkingSpace,
  getPerson,
  getRoom,
  giveOccupancy,
  parkingSpaceList,
  transferOwnership,
  type TransferOwnership,
} from './index.ts'
import { smallProject } from './testing.ts'

async function start() {
  const ctx = await testCtx()
  const project = await smallProject(ctx)
  const transfer = (
    roomId: string,
    fromOn: string,
    personIds: string[],
    more: Partial<TransferOwnership> = {},
  ) =>
    transferOwnership(ctx, {
      requestId: freshRequestId(),
      place: { kind: 'room', id: roomId },
      fromOn,
      newOwners: personIds.map((personId) => ({ occupancyId: newId('occ', ctx.now), personId })),
      ...more,
    })
  const who = async (roomId: string) =>
    (await getRoom(ctx, roomId)).occupants.map(
      ({ name, role, fromOn, toOn }) => `${name} ${role} ${fromOn ?? ''}~${toOn ?? ''}`,
    )
  return { ctx, ...project, transfer, who }
}

describe('giveOccupancy', () => {
  test('a place has one owner; others are co-owners', async () => {
    const { room, person, give, who } = await start()
    const roomId = await room('101')
    await give(await person('张三'), roomId, 'owner', '2020-06-10')
    await expect(give(await person('李四'), roomId, 'owner')).rejects.toMatchObject({
      code: 'registry.owner_present',
    })
    await expect(give(await person('开发商'), roomId, 'developer')).rejects.toMatchObject({
      code: 'registry.owner_present',
    })
    await give(await person('王五'), roomId, 'co_owner')
    expect(await who(roomId)).toEqual(['张三 owner 2020-06-10~', '王五 co_owner ~'])
  })

  test('an owner of earlier years is written down beside the present one, unless their days overlap', async () => {
    const { ctx, room, person, give, who } = await start()
    const roomId = await room('101')
    await give(await person('张三'), roomId, 'owner', '2020-06-10')
    const personId = await person('李四')
    const earlier = (toOn: string) =>
      giveOccupancy(ctx, {
        requestId: freshRequestId(),
        occupancyId: newId('occ', ctx.now),
        personId,
        place: { kind: 'room', id: roomId },
        role: 'owner',
        fromOn: '2015-01-01',
        toOn,
      })
    await expect(earlier('2020-06-10')).rejects.toMatchObject({ code: 'registry.owner_present' })
    await expect(earlier('2014-12-31')).rejects.toMatchObject({
      code: 'request.invalid',
      fields: [{ path: 'toOn', code: 'registry.field.ends_before' }],
    })
    await earlier('2020-06-09')
    expect(await who(roomId)).toEqual(['张三 owner 2020-06-10~', '李四 owner 2015-01-01~2020-06-09'])
  })

  test('the same person is the same thing to a place once', async () => {
    const { room, person, give } = await start()
    const [roomId, personId] = [await room('101'), await person('张三')]
    await give(personId, roomId, 'tenant')
    await expect(give(personId, roomId, 'tenant')).rejects.toMatchObject({ code: 'registry.occupancy_taken' })
  })

  test('people and places of two projects are kept apart', async () => {
    const { ctx, room, give } = await start()
    const other = await smallProject(ctx, '另一个项目')
    const stranger = await other.person('外人')
    await expect(give(stranger, await room('101'))).rejects.toMatchObject({
      code: 'registry.not_of_one_project',
    })
  })

  test('a parking space shows who has it, with the plate', async () => {
    const { ctx, projectId, person } = await start()
    const parkingSpaceId = newId('park', ctx.now)
    await createParkingSpace(ctx, { requestId: freshRequestId(), projectId, parkingSpaceId, code: 'B1-001' })
    const personId = await person('张三', { phones: ['13812341234'] })
    const place = { kind: 'parking' as const, id: parkingSpaceId }
    await giveOccupancy(ctx, {
      requestId: freshRequestId(),
      occupancyId: newId('occ', ctx.now),
      personId,
      place,
      role: 'tenant',
      plate: '粤b12345',
    })
    const { items } = await parkingSpaceList.page(ctx, { projectId, search: '1234' })
    expect(items).toMatchObject([{ code: 'B1-001', occupants: [{ name: '张三', plate: '粤B12345' }] }])
    expect((await parkingSpaceList.page(ctx, { projectId, search: '粤b12345' })).items).toHaveLength(1)
    expect((await parkingSpaceList.page(ctx, { projectId, search: '粤B99999' })).items).toEqual([])
    expect(await getParkingSpace(ctx, parkingSpaceId)).toMatchObject({
      projectId,
      occupants: [{ name: '张三', role: 'tenant', phone: '138****1234' }],
    })
    expect((await getPerson(ctx, personId)).places).toMatchObject([{ kind: 'parking', name: 'B1-001' }])
  })
})

describe('exportParkingSpaces', () => {
  test('writes the spaces that the list shows with who has them, and records that it was made', async () => {
    const { ctx, projectId } = await start()
    for (const code of ['A-001', 'B-001']) {
      const parkingSpaceId = newId('park', ctx.now)
      const space = { projectId, parkingSpaceId, lot: '地库', code, kind: 'underground' } as const
      await createParkingSpace(ctx, { requestId: freshRequestId(), ...space })
    }
    const input = { projectId, search: 'A-', format: 'csv' as const }
    const { bytes, fileName } = await parkingSpaceList.file(ctx, input, 'zh-CN')
    const file = new TextDecoder().decode(bytes)
    expect(fileName).toMatch(/^车位-.+-2026-11-22\.csv$/)
    expect(file.split(/\r?\n/).filter(Boolean)).toEqual([
      '停车场,车位号,类型,产权或租赁,使用人,电话,车牌',
      '地库,A-001,地下,,,,',
    ])
    const { rows } = await ctx.db.client.execute(
      "SELECT detail_json FROM audit_log WHERE action = 'registry.parking_spaces_exported'",
    )
    expect(rows.map((row) => row['detail_json'])).toEqual(['{"rows":1,"format":"csv"}'])
  })

  test('writes all of them, however many a project has', async () => {
    const { ctx, projectId } = await start()
    await ctx.db.client.execute({
      sql: `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20001)
        INSERT INTO parking_spaces (id, project_id, code, key, sort_key, created_at, changed_at)
        SELECT printf('park_%026d', i), ?1, 'A-' || i, '|a' || i, printf('%08d', i / 3), 0, 0 FROM n`,
      args: [projectId],
    })
    const input = { projectId, format: 'csv' as const }
    const file = new TextDecoder().decode((await parkingSpaceList.file(ctx, input, 'zh-CN')).bytes)
    const codes = file.match(/A-\d+/g) ?? []
    expect([codes.length, new Set(codes).size]).toEqual([20_001, 20_001])
  })
})

describe('changeOccupancy', () => {
  test('corrects role, share and days, and takes back an end', async () => {
    const { ctx, room, person, give, who } = await start()
    const roomId = await room('101')
    const occupancyId = await give(await person('张三'), roomId, 'family', '2020-06-10')
    const correct = (more: object) =>
      changeOccupancy(ctx, { requestId: freshRequestId(), occupancyId, role: 'tenant', ...more })
    await correct({ fromOn: '2020-06-01', toOn: '2026-05-31', shareE4: 5000 })
    expect(await who(roomId)).toEqual(['张三 tenant 2020-06-01~2026-05-31'])
    await correct({ fromOn: '2020-06-01' })
    expect(await who(roomId)).toEqual(['张三 tenant 2020-06-01~'])
  })

  test('makes nobody a second owner, and nobody the same thing twice', async () => {
    const { ctx, room, person, give, who } = await start()
    const roomId = await room('101')
    const personId = await person('李四')
    await give(await person('张三'), roomId, 'owner', '2020-06-10')
    await give(personId, roomId, 'co_owner')
    const occupancyId = await give(personId, roomId, 'family')
    const correct = (role: 'owner' | 'co_owner') =>
      changeOccupancy(ctx, { requestId: freshRequestId(), occupancyId, role })
    await expect(correct('owner')).rejects.toMatchObject({ code: 'registry.owner_present' })
    await expect(correct('co_owner')).rejects.toMatchObject({ code: 'registry.occupancy_taken' })
    expect(await who(roomId)).toEqual(['张三 owner 2020-06-10~', '李四 co_owner ~', '李四 family ~'])
  })
})

describe('endOccupancy', () => {
  test('ends on its last day, once, and stays on record', async () => {
    const { ctx, room, person, give, who } = await start()
    const roomId = await room('101')
    const occupancyId = await give(await person('租客'), roomId, 'tenant', '2025-01-01')
    await endOccupancy(ctx, { requestId: freshRequestId(), occupancyId, toOn: '2025-12-31' })
    expect(await who(roomId)).toEqual(['租客 tenant 2025-01-01~2025-12-31'])
    const again = endOccupancy(ctx, { requestId: freshRequestId(), occupancyId, toOn: '2026-01-31' })
    await expect(again).rejects.toMatchObject({ code: 'registry.occupancy_ended' })
  })

  test('an end before the beginning is refused', async () => {
    const { ctx, room, person, give } = await start()
    const occupancyId = await give(await person('租客'), await room('101'), 'tenant', '2025-01-01')
    const early = endOccupancy(ctx, { requestId: freshRequestId(), occupancyId, toOn: '2024-12-31' })
    await expect(early).rejects.toMatchObject({ code: 'registry.occupancy_ended' })
  })
})

describe('transferOwnership', () => {
  test('the old owners end the day before, the new ones begin; the family leaves, the tenant stays', async () => {
    const { ctx, room, person, give, who, transfer } = await start()
    const roomId = await room('101')
    await give(await person('张三'), roomId, 'owner', '2020-06-10')
    await give(await person('张妻'), roomId, 'co_owner')
    await give(await person('张小'), roomId, 'family')
    await give(await person('租客'), roomId, 'tenant')
    const trips = ctx.db.trips.count
    await transfer(roomId, '2026-11-01', [await person('李四'), await person('李妻')])
    expect(ctx.db.trips.count - trips).toBeLessThanOrEqual(4)
    expect(await who(roomId)).toEqual([
      '李四 owner 2026-11-01~',
      '李妻 co_owner 2026-11-01~',
      '租客 tenant ~',
      '张三 owner 2020-06-10~2026-10-31',
      '张妻 co_owner ~2026-10-31',
      '张小 family ~2026-10-31',
    ])
  })

  test('what the developer sells is sold from then on', async () => {
    const { ctx, room, person, give, transfer, who } = await start()
    const roomId = await room('101', { state: 'unsold' })
    await give(await person('和居房地产有限公司', { kind: 'organisation' }), roomId, 'developer')
    await transfer(roomId, '2026-11-01', [await person('李四')])
    expect((await getRoom(ctx, roomId)).state).toBe('sold')
    expect(await who(roomId)).toEqual(['李四 owner 2026-11-01~', '和居房地产有限公司 developer ~2026-10-31'])
  })

  test('is refused without an owner, before the present owner began, or beyond the whole; nothing is written', async () => {
    const { ctx, room, person, give, transfer, who } = await start()
    const [empty, roomId, buyer] = [await room('101'), await room('102'), await person('李四')]
    await give(await person('张三'), roomId, 'owner', '2026-06-01')
    await expect(transfer(empty, '2026-11-01', [buyer])).rejects.toMatchObject({
      code: 'registry.no_owner_to_transfer',
    })
    await expect(transfer(roomId, '2026-06-01', [buyer])).rejects.toMatchObject({
      code: 'registry.transfer_too_early',
    })
    const newOwners = [6000, 5000].map((shareE4) => ({
      occupancyId: newId('occ', ctx.now),
      personId: buyer,
      shareE4,
    }))
    await expect(transfer(roomId, '2026-11-01', [], { newOwners })).rejects.toMatchObject({
      code: 'registry.shares_exceed_whole',
    })
    expect(await who(roomId)).toEqual(['张三 owner 2026-06-01~'])
  })

  test('the same request twice transfers once', async () => {
    const { ctx, room, person, give, who } = await start()
    const [roomId, buyer] = [await room('101'), await person('李四')]
    await give(await person('张三'), roomId)
    const request = {
      requestId: freshRequestId(),
      place: { kind: 'room' as const, id: roomId },
      fromOn: '2026-11-01',
      newOwners: [{ occupancyId: newId('occ', ctx.now), personId: buyer }],
    }
    expect(await transferOwnership(ctx, request)).toEqual(await transferOwnership(ctx, request))
    expect(await who(roomId)).toEqual(['李四 owner 2026-11-01~', '张三 owner ~2026-10-31'])
  })
})
