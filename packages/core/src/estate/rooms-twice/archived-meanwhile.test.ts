import { newId, type CivilDate, type Period } from '@heju/kernel'
import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { agreePayer, billOne } from '../../fees/billing/index.ts'
import { Estate } from '../../fees/billing/testing.ts'
import type { Ctx } from '../../context.ts'
import {
  changeBuilding,
  changeOccupancy,
  changeRoom,
  endOccupancy,
  giveOccupancy,
  roomList,
} from '../registry/index.ts'
import { beforeNextWrite, freshRequestId, testCtx } from '../../testing.ts'
import { archiveDouble } from './index.ts'

const on = (day: string) => day as CivilDate
const by = () => ({ requestId: freshRequestId() })

let ctx: Ctx
let estate: Estate
let kept: string
let gone: `room_${string}`
let owner: `pers_${string}`
let tenant: `pers_${string}`
beforeEach(async () => {
  ctx = await testCtx()
  estate = await Estate.lay(ctx)
  ;[kept, gone] = (await estate.rooms([{}, {}])) as [string, `room_${string}`]
  await ctx.db.client.execute({ sql: `UPDATE rooms SET key = '1||001' WHERE id = ?`, args: [gone] })
  ;[owner, tenant] = (await estate.people(2)) as [`pers_${string}`, `pers_${string}`]
  // Until the end of the day on which it is archived, and charged until the month before.
  await estate.occupy([
    { place: gone, person: owner, toOn: '2026-11-22' },
    { place: gone, person: tenant, role: 'tenant', toOn: '2026-11-22' },
  ])
  await estate.assign(await estate.tariff(), [gone], '2020-01-01', '2026-10-31')
})

const archive = (roomId: string, keptId: string) => archiveDouble(ctx, { ...by(), roomId, keptId })
const archivedMeanwhile = () => beforeNextWrite(ctx, () => archive(gone, kept))

test('of two entries of one room one stays, also when two people archive one each at the same moment', async () => {
  archivedMeanwhile()
  await expect(archive(kept, gone)).rejects.toMatchObject({ code: 'registry.rooms_not_twice' })
  const { items } = await roomList.page(ctx, { projectId: estate.projectId })
  expect(items.map(({ id }) => id)).toEqual([kept])
})

test('two rooms that a new name of their building has told apart meanwhile are archived by nobody', async () => {
  const other = newId('bldg', ctx.now)
  await ctx.db.client.batch(
    [
      `INSERT INTO buildings (id, project_id, key, name, sort_key, created_at, changed_at)
       VALUES ('${other}', '${estate.projectId}', '01', '01', '01', 1, 1)`,
      `UPDATE rooms SET building_id = '${other}', key = '01||1' WHERE id = '${gone}'`,
    ],
    'deferred',
  )
  beforeNextWrite(ctx, () => changeBuilding(ctx, { ...by(), buildingId: other, name: '7栋' }))
  await expect(archive(gone, kept)).rejects.toMatchObject({ code: 'registry.rooms_not_twice' })
})

test('a request that was carried out is answered again as the first time, also when its room is archived by now', async () => {
  const occupancyId = newId('occ', ctx.now)
  const family = { place: { kind: 'room', id: gone }, personId: owner, role: 'family' } as const
  const given = { ...by(), occupancyId, ...family, fromOn: on('2026-01-01') }
  const ended = { ...by(), occupancyId, toOn: on('2026-11-22') }
  const changed = { ...by(), roomId: gone, remark: '阁楼', areaFromOn: null }
  const carryOut = async () => [
    await giveOccupancy(ctx, given),
    await endOccupancy(ctx, ended),
    await changeRoom(ctx, changed),
  ]
  const first = await carryOut()
  await archive(gone, kept)
  expect(await carryOut()).toEqual(first)
})

describe('a room that is archived between what somebody sees of it and what they do', () => {
  const place = () => ({ kind: 'room' as const, id: gone })

  test('gets no owner', async () => {
    archivedMeanwhile()
    const given = {
      occupancyId: newId('occ', ctx.now),
      place: place(),
      personId: owner,
      role: 'owner',
    } as const
    const asked = giveOccupancy(ctx, { ...by(), ...given, fromOn: on('2026-11-23') })
    await expect(asked).rejects.toMatchObject({ code: 'registry.room_not_found' })
  })

  test('gets nobody back whose last day is put right', async () => {
    const [stay] = await estate.all<{ id: `occ_${string}` }>(
      sql`SELECT id FROM occupancies WHERE person_id = ${owner}`,
    )
    archivedMeanwhile()
    const days = { role: 'owner', fromOn: on('2020-01-01'), toOn: null } as const
    const asked = changeOccupancy(ctx, { ...by(), occupancyId: stay!.id, ...days })
    await expect(asked).rejects.toMatchObject({ code: 'registry.room_not_found' })
  })

  test('gets no bill, also not for a month of before', async () => {
    archivedMeanwhile()
    const asked = billOne(ctx, { ...by(), place: place(), period: '2026-10' as Period, remind: false })
    await expect(asked).rejects.toMatchObject({ code: 'billing.cannot_bill_archived' })
    expect(await estate.all(sql`SELECT id FROM bills`)).toEqual([])
  })

  test('gets nobody who agrees to pay for it', async () => {
    archivedMeanwhile()
    const agreed = { agreementId: newId('agr', ctx.now), place: place(), personId: tenant }
    const asked = agreePayer(ctx, { ...by(), ...agreed, fromOn: on('2026-11-22') })
    await expect(asked).rejects.toMatchObject({ code: 'billing.target_not_found' })
  })

  test('is not changed, at that moment and later', async () => {
    archivedMeanwhile()
    const change = () => changeRoom(ctx, { ...by(), roomId: gone, builtAreaE2: 10_000, remark: '阁楼' })
    await expect(change()).rejects.toMatchObject({ code: 'registry.room_not_found' })
    await expect(change()).rejects.toMatchObject({ code: 'registry.room_not_found' })
  })

  test('does not take its key back with a new name of its building', async () => {
    archivedMeanwhile()
    await changeBuilding(ctx, { ...by(), buildingId: estate.buildingId, name: '9栋' })
    const keys = await estate.all(sql`SELECT id, key, name FROM rooms ORDER BY archived_at IS NULL`)
    expect(keys).toEqual([
      { id: gone, key: gone, name: '1栋-2' },
      { id: kept, key: '9||1', name: '9栋-1' },
    ])
  })
})
