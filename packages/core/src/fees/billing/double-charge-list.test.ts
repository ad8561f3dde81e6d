import type { Period } from '@heju/kernel'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { encodeCursor } from '../../paging.ts'
import { as, freshRequestId, staff, testCtx } from '../../testing.ts'
import { doubleChargeList, endAssignment, type Scope } from './index.ts'
import { tariffAssignments } from './tables.ts'
import { Estate } from './testing.ts'

let ctx: Ctx
let estate: Estate
beforeEach(async () => {
  ctx = await testCtx()
  estate = await Estate.lay(ctx)
})

/** As it was entered before the narrowest scope won: nobody was asked about other charges. */
async function chargeUnasked(targetId: string, tariffId: string, fromOn = '2026-01-01', toOn?: string) {
  await ctx.db.orm.insert(tariffAssignments).values({ targetId, tariffId, fromOn, toOn: toOn ?? null })
}

async function doubled(by = ctx, more: Parameters<typeof doubleChargeList.page>[1] = {}) {
  const { items, places } = await doubleChargeList.page(by, more)
  return { places, found: items.map(({ place, tariffs }) => [place.id, ...tariffs.map(({ name }) => name)]) }
}

async function twoTariffs() {
  const [one, other] = [await estate.tariff({ name: '物业费' }), await estate.tariff({ name: '住宅物业费' })]
  return [one, other] as const
}

describe('places that are charged twice for the same', () => {
  test('in a month are those that are on days of that month, whatever day it is, and not those of months after or before', async () => {
    const [now, later, before] = (await estate.rooms([{}, {}, {}])) as [string, string, string]
    const [one, other] = await twoTariffs()
    for (const room of [now, later, before]) await chargeUnasked(room, one, '2020-01-01')
    await chargeUnasked(now, other, '2026-11-30')
    await chargeUnasked(later, other, '2026-12-01')
    await chargeUnasked(before, other, '2026-01-01', '2026-10-31')
    const of = async (period?: string) => {
      const { items, places } = await doubleChargeList.page(ctx, period ? { period: period as Period } : {})
      expect(items.length).toBe(places)
      return items.map(({ place }) => place.id).toSorted()
    }
    expect(await of()).toEqual([now, later].toSorted())
    expect(await of('2026-11')).toEqual([now])
    expect(await of('2026-12')).toEqual([now, later].toSorted())
    expect(await of('2026-10')).toEqual([before])
    expect(await of('2025-12')).toEqual([])
  })

  test('are listed with both tariffs and their number, and leave the list when one of the two is ended', async () => {
    const rooms = (await estate.rooms([{}, {}, {}])) as [string, string, string]
    const [one, other] = await twoTariffs()
    for (const room of rooms) await chargeUnasked(room, one)
    await chargeUnasked(rooms[0], other)
    await chargeUnasked(rooms[1], other)
    const { items, places } = await doubleChargeList.page(ctx, {})
    expect(places).toBe(2)
    const { next } = await doubleChargeList.page(ctx, { limit: 1 })
    // Beyond the last of them they are as many.
    const last = await doubleChargeList.page(ctx, { after: next ?? '', limit: 1 })
    const { id, tariffs } = last.items[0]!
    const beyond = encodeCursor([id.split(' ')[0]!, ...tariffs.map((tariff) => tariff.id)])
    expect(await doubleChargeList.page(ctx, { after: beyond })).toEqual({ items: [], next: null, places: 2 })
    expect(items.map(({ place }) => place.id).toSorted()).toEqual([rooms[0], rooms[1]].toSorted())
    expect(items[0]).toMatchObject({
      projectId: estate.projectId,
      feeItem: 'property',
      place: { kind: 'room' },
    })
    expect(items[0]?.place.name).not.toBe('')
    expect((await doubled(ctx, { placeId: rooms[0] as `room_${string}` })).places).toBe(1)
    expect((await doubled(ctx, { placeId: rooms[2] as `room_${string}` })).places).toBe(0)
    expect(items[0]?.tariffs.map(({ name, fromOn, toOn }) => [name, fromOn, toOn]).toSorted()).toEqual([
      ['住宅物业费', '2026-01-01', null],
      ['物业费', '2026-01-01', null],
    ])
    const scope = { kind: 'places', ids: [items[0]!.place.id] } as Scope
    const end = { requestId: freshRequestId(), tariffId: other, scope, toOn: '2026-02-28' as never }
    await endAssignment(ctx, end)
    expect(await doubled()).toMatchObject({
      places: 1,
      found: [[items[1]!.place.id, expect.anything(), expect.anything()]],
    })
  })

  test('are none where days do not meet, one is over or out of use, or they are for different things', async () => {
    const [room] = (await estate.rooms([{}])) as [string]
    const [one, other] = await twoTariffs()
    const waste = await estate.tariff({ name: '垃圾费', feeItem: 'other', basis: 'room' })
    const lamps = await estate.tariff({ name: '公摊电费', feeItem: 'other', basis: 'room' })
    const old = await estate.tariff({ name: '旧物业费', state: 'disabled' })
    await chargeUnasked(room, one, '2026-01-01', '2027-06-30')
    await chargeUnasked(room, other, '2027-07-01')
    for (const tariffId of [waste, lamps, old]) await chargeUnasked(room, tariffId)
    const past = (await estate.rooms([{}])) as [string]
    await chargeUnasked(past[0], one, '2025-01-01', '2025-12-31')
    await chargeUnasked(past[0], other, '2025-01-01', '2025-12-31')
    expect(await doubled()).toEqual({ places: 0, found: [] })
  })

  test('are none of what a surcharge is charged beside', async () => {
    const [room] = (await estate.rooms([{}])) as [string]
    const [one] = await twoTariffs()
    await chargeUnasked(room, one)
    await chargeUnasked(room, await estate.tariff({ name: '电梯加收', surcharge: true }))
    expect(await doubled()).toEqual({ places: 0, found: [] })
  })

  test('are seen by those who see the tariffs of their project, and page by key', async () => {
    const rooms = await estate.rooms([{}, {}, {}])
    const [one, other] = await twoTariffs()
    for (const room of rooms) for (const tariffId of [one, other]) await chargeUnasked(room, tariffId)
    const elsewhere = as(ctx, staff('accountant', ['proj_other']))
    expect(await doubled(elsewhere)).toEqual({ places: 0, found: [] })
    const there = doubled(elsewhere, { projectId: estate.projectId as `proj_${string}` })
    await expect(there).rejects.toMatchObject({ code: 'access.not_allowed' })
    const first = await doubleChargeList.page(ctx, { limit: 2 })
    const rest = await doubleChargeList.page(ctx, { limit: 2, after: first.next ?? '' })
    expect([first.places, first.items.length, rest.items.length, rest.next]).toEqual([3, 2, 1, null])
  })
})
