import { newId, type CivilDate, type Period } from '@heju/kernel'
import { eq, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { changeRoom, rooms } from '../../estate/registry/index.ts'
import type { Ctx } from '../../context.ts'
import { as, freshRequestId, staff, testCtx } from '../../testing.ts'
import {
  assignTariff,
  billList,
  billOne,
  type BillOne,
  createTariff,
  draftBillRun,
  previewOne,
  publishBillRun,
  settleBillLine,
  skipList,
  switchTariff,
} from './index.ts'
import { bills } from './tables.ts'
import { Estate } from './testing.ts'
import { voidBill } from '../payments/index.ts'
import { noProvider } from '../payments/testing.ts'

const period = '2026-11' as Period
let ctx: Ctx
let estate: Estate
beforeEach(async () => {
  ctx = await testCtx()
  estate = await Estate.lay(ctx)
})

function input(roomId: string, more: Partial<BillOne> = {}): BillOne {
  return { requestId: freshRequestId(), place: { kind: 'room', id: roomId }, period, ...more }
}

/** A room of 94.56 m², unless another area is given, with its owner. */
const ownedRoom = (areaE2: number | null = 9456) => estate.ownedRoom({ areaE2 })

describe('one room billed alone', () => {
  test('is published at once and owed to the fen', async () => {
    const room = await ownedRoom()
    await estate.assign(await estate.tariff(), [room])
    const { billIds } = await billOne(ctx, input(room))
    expect((await billList.page(ctx, {})).items).toMatchObject([
      { id: billIds[0], amountFen: 26_477, state: 'published', dueOn: '2026-11-30', period },
    ])
  })

  test('that came after the tariff was set is under it', async () => {
    await ownedRoom()
    await createTariff(ctx, {
      requestId: freshRequestId(),
      tariffId: newId('tariff', ctx.now),
      projectId: estate.projectId,
      name: '物业服务费',
      feeItem: 'property',
      basis: 'area',
      scope: { kind: 'project' },
      fromOn: '2026-01-01' as CivilDate,
      priceE4: 28_000,
      approval: { approvalKind: 'contract', approvalNo: 'HT-1', approvalOn: '2025-12-01' as CivilDate },
    })
    const late = await ownedRoom()
    await ctx.db.orm
      .update(rooms)
      .set({ createdAt: ctx.now + 1 })
      .where(eq(rooms.id, late))
    await billOne(ctx, input(late))
    expect((await billList.page(ctx, { roomId: late })).items).toMatchObject([{ amountFen: 26_477 }])
    const assigned = await estate.all(sql`SELECT 1 FROM tariff_assignments WHERE target_id = ${late}`)
    expect(assigned).toHaveLength(1)
  })

  test('is shown to the fen before it is published, as it will be billed, in one round trip', async () => {
    const room = await ownedRoom()
    await estate.assign(await estate.tariff({ name: '物业费' }), [room])
    await estate.assign(await estate.tariff({ name: '垃圾费', feeItem: 'other', basis: 'room' }), [room])
    const trips = ctx.db.trips.count
    const preview = await previewOne(ctx, { placeId: room as `room_${string}`, period })
    expect(ctx.db.trips.count - trips).toBe(1)
    const before = await billList.page(ctx, { roomId: room })
    expect(before.items).toEqual([])
    await billOne(ctx, input(room))
    const { items } = await billList.page(ctx, { roomId: room })
    const shown = preview.bills.map(({ fee, amountFen, payerName }) => [fee, amountFen, payerName])
    expect(shown.toSorted()).toEqual(
      items.map(({ fee, amountFen, payerName }) => [fee, amountFen, payerName]).toSorted(),
    )
    expect([shown.length, preview.totalFen]).toEqual([
      2,
      items.reduce((sum, { amountFen }) => sum + amountFen, 0),
    ])
    await expect(previewOne(ctx, { placeId: room as `room_${string}`, period })).rejects.toMatchObject({
      code: 'billing.cannot_bill_already_billed',
    })
  })

  test('is not billed twice, also when asked twice at the same moment', async () => {
    const room = await ownedRoom()
    await estate.assign(await estate.tariff(), [room])
    const both = await Promise.allSettled([billOne(ctx, input(room)), billOne(ctx, input(room))])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    await expect(billOne(ctx, input(room))).rejects.toMatchObject({
      code: 'billing.cannot_bill_already_billed',
    })
    expect((await billList.page(ctx, {})).items).toHaveLength(1)
  })

  test('has nothing to do with a run of the same month, before or after it', async () => {
    const [before, inRun] = [await ownedRoom(), await ownedRoom(10_000)]
    await estate.assign(await estate.tariff(), [before, inRun])
    await billOne(ctx, input(before))
    const runId = newId('brun', ctx.now)
    await draftBillRun(ctx, { requestId: freshRequestId(), runId, projectId: estate.projectId, period })
    await expect(billOne(ctx, input(inRun))).rejects.toMatchObject({ code: 'billing.in_draft_run' })
    await publishBillRun(ctx, { requestId: freshRequestId(), runId })
    const after = await ownedRoom(5_000)
    await estate.assign(await estate.tariff({ name: '高层物业费' }), [after])
    await billOne(ctx, input(after))
    const { items } = await billList.page(ctx, {})
    expect(items.map(({ amountFen }) => amountFen).toSorted((a, b) => a - b)).toEqual([
      14_000, 26_477, 28_000,
    ])
  })

  test('can be billed again after its bill was taken back', async () => {
    const room = await ownedRoom()
    await estate.assign(await estate.tariff(), [room])
    const { billIds } = await billOne(ctx, input(room))
    await voidBill(
      ctx,
      { requestId: freshRequestId(), billId: billIds[0] ?? '', reason: '面积登记有误' },
      noProvider,
    )
    await ctx.db.orm.update(rooms).set({ areaE2: 9000 }).where(eq(rooms.id, room))
    await billOne(ctx, input(room))
    expect((await billList.page(ctx, { state: 'published' })).items).toMatchObject([{ amountFen: 25_200 }])
  })

  test('whose month was shared is billed again for the share that was taken back, and no other', async () => {
    const [room] = (await estate.rooms([{ areaE2: 10_000 }])) as [string]
    const [seller, buyer] = (await estate.people(2)) as [string, string]
    await estate.occupy([
      { place: room, person: seller, toOn: '2026-11-10' },
      { place: room, person: buyer, fromOn: '2026-11-11' },
    ])
    await estate.assign(await estate.tariff(), [room])
    const { billIds } = await billOne(ctx, input(room))
    expect(billIds).toHaveLength(2)
    const [later] = await ctx.db.orm.select().from(bills).where(eq(bills.payerPersonId, buyer))
    await voidBill(ctx, { requestId: freshRequestId(), billId: later?.id ?? '', reason: '换人' }, noProvider)
    await billOne(ctx, input(room))
    const live = await estate.all(
      sql`SELECT from_on, to_on, amount_fen FROM bills WHERE state = 'published' ORDER BY from_on`,
    )
    expect(live).toEqual([
      { from_on: '2026-11-01', to_on: '2026-11-10', amount_fen: 9333 },
      { from_on: '2026-11-11', to_on: '2026-11-30', amount_fen: 18_667 },
    ])
  })
})

describe('an owner who comes back within a month', () => {
  /** Owner until the 10th, another until the 20th, the first again; on the bare table, as a database of before has it. */
  async function comesBack(): Promise<{ room: string; back: string; between: string }> {
    const [room] = (await estate.rooms([{ areaE2: 10_000 }])) as [string]
    const [back, between] = (await estate.people(2)) as [string, string]
    await estate.occupy([
      { place: room, person: back, toOn: '2026-11-10' },
      { place: room, person: between, fromOn: '2026-11-11', toOn: '2026-11-20' },
      { place: room, person: back, fromOn: '2026-11-21' },
    ])
    await estate.assign(await estate.tariff(), [room])
    return { room, back, between }
  }
  const live = () =>
    estate.all(sql`SELECT payer_person_id AS who, from_on, to_on, days, amount_fen FROM bills
      WHERE state = 'published' AND voided_at = 0 ORDER BY from_on, to_on`)
  const take = async (from: string) => {
    const [bill] = await estate.all<{ id: string }>(
      sql`SELECT id FROM bills WHERE from_on = ${from} AND voided_at = 0`,
    )
    await voidBill(ctx, { requestId: freshRequestId(), billId: bill?.id ?? '', reason: '换人' }, noProvider)
  }

  test('gets a bill for each unbroken stretch, and each is taken back and billed again by itself', async () => {
    const { room, back, between } = await comesBack()
    await billOne(ctx, input(room))
    const three = [
      { who: back, from_on: '2026-11-01', to_on: '2026-11-10', days: 10, amount_fen: 9_334 },
      { who: between, from_on: '2026-11-11', to_on: '2026-11-20', days: 10, amount_fen: 9_333 },
      { who: back, from_on: '2026-11-21', to_on: '2026-11-30', days: 10, amount_fen: 9_333 },
    ]
    expect(await live()).toEqual(three)
    for (const from of ['2026-11-11', '2026-11-21', '2026-11-01']) {
      await take(from)
      await billOne(ctx, input(room))
      expect(await live()).toEqual(three)
    }
  })

  test('whose old bill stands for both stretches leaves what lies between to be billed again, and no day twice', async () => {
    const { room, back, between } = await comesBack()
    const { billIds } = await billOne(ctx, input(room))
    // As it was made before: one bill of the first payer for 20 of the days from the 1st to the 30th.
    await ctx.db.client.batch(
      [
        'DROP TRIGGER bills_keep_amounts',
        'DROP TRIGGER bills_keep_published',
        { sql: `DELETE FROM bills WHERE id = ?`, args: [billIds[2] ?? ''] },
        {
          sql: `UPDATE bills SET to_on = '2026-11-30', days = 20, amount_fen = 18667 WHERE id = ?`,
          args: [billIds[0] ?? ''],
        },
      ],
      'write',
    )
    await take('2026-11-11')
    const { skips } = await billOne(ctx, input(room))
    expect(skips).toMatchObject([{ reason: 'already_billed', days: 20 }])
    expect(await live()).toEqual([
      { who: back, from_on: '2026-11-01', to_on: '2026-11-30', days: 20, amount_fen: 18_667 },
      { who: between, from_on: '2026-11-11', to_on: '2026-11-20', days: 10, amount_fen: 9_333 },
    ])
    await expect(billOne(ctx, input(room))).rejects.toMatchObject({
      code: 'billing.cannot_bill_already_billed',
    })
  })
})

describe('an area that changed', () => {
  test('leaves the bills of earlier days to the area of those days, in a run and alone', async () => {
    const [alone, inRun] = [await ownedRoom(10_000), await ownedRoom(10_000)]
    await estate.assign(await estate.tariff({ priceE4: 30_000 }), [alone, inRun])
    for (const roomId of [alone, inRun])
      await ctx.db.orm
        .update(rooms)
        .set({ areaE2: 20_000, areaFromOn: '2026-11-16' })
        .where(eq(rooms.id, roomId))
    await billOne(ctx, input(alone, { period: '2026-10' as Period }))
    await billOne(ctx, input(alone))
    const runId = newId('brun', ctx.now)
    await draftBillRun(ctx, { requestId: freshRequestId(), runId, projectId: estate.projectId, period })
    const billed = await estate.all(
      sql`SELECT period, room_id = ${alone} AS alone, from_on, quantity_e2, amount_fen FROM bills ORDER BY period, alone, from_on`,
    )
    const halves = (of: number) => [
      { period, alone: of, from_on: '2026-11-01', quantity_e2: 10_000, amount_fen: 15_000 },
      { period, alone: of, from_on: '2026-11-16', quantity_e2: 20_000, amount_fen: 30_000 },
    ]
    expect(billed).toEqual([
      { period: '2026-10', alone: 1, from_on: '2026-10-01', quantity_e2: 10_000, amount_fen: 30_000 },
      ...halves(0),
      ...halves(1),
    ])
  })

  test('stays with its days when it was unknown meanwhile: a month before is billed anew by the area of then', async () => {
    const roomId = (await ownedRoom(10_000)) as `room_${string}`
    await estate.assign(await estate.tariff({ priceE4: 20_000 }), [roomId])
    const change = (builtAreaE2: number | null, areaFromOn?: string) =>
      changeRoom(ctx, { requestId: freshRequestId(), roomId, builtAreaE2, areaFromOn } as never)
    await change(null, '2026-11-10')
    await expect(change(12_000)).rejects.toMatchObject({ fields: [{ path: 'areaFromOn' }] })
    await change(12_000, '2026-11-10')
    await billOne(ctx, input(roomId, { period: '2026-09' as Period }))
    const billed = await estate.all(sql`SELECT amount_fen FROM bills WHERE room_id = ${roomId}`)
    expect(billed).toEqual([{ amount_fen: 20_000 }])
  })
})

test('days without a price beside billed days are said, with their number', async () => {
  const [alone, inRun] = [await ownedRoom(10_000), await ownedRoom(10_000)]
  const tariffId = await estate.tariff({ fromOn: '2026-11-11' })
  await estate.assign(tariffId, [alone, inRun])
  expect((await billOne(ctx, input(alone))).skips).toMatchObject([{ tariffId, reason: 'no_price', days: 10 }])
  const runId = newId('brun', ctx.now)
  await draftBillRun(ctx, { requestId: freshRequestId(), runId, projectId: estate.projectId, period })
  const skipped = (await skipList.page(ctx, { runId, reason: 'no_price' })).items
  expect(new Map(skipped.map(({ place, days }) => [place.id, days]))).toEqual(
    new Map([
      [alone, 10],
      [inRun, 10],
    ]),
  )
})

describe('why one room cannot be billed', () => {
  const because = async (room: string, code: string, params = {}) =>
    expect(billOne(ctx, input(room))).rejects.toMatchObject({ code: `billing.cannot_bill_${code}`, params })

  test('a tariff out of use is something else than one that is not due', async () => {
    const [disabled, early, late] = [await ownedRoom(), await ownedRoom(), await ownedRoom()]
    const tariffId = await estate.tariff()
    await estate.assign(tariffId, [early], '2026-12-01')
    await estate.assign(tariffId, [late], '2020-01-01', '2026-10-31')
    await because(early, 'not_yet', { onDay: '2026-12-01' })
    await because(late, 'ended', { onDay: '2026-10-31' })
    await estate.assign(tariffId, [disabled])
    await switchTariff(ctx, { requestId: freshRequestId(), tariffId, state: 'disabled' })
    await because(disabled, 'tariff_disabled')
  })

  test('no tariff, one without approval, no price in these days', async () => {
    const [bare, draft, priceless] = [await ownedRoom(), await ownedRoom(), await ownedRoom()]
    await because(bare, 'no_tariff')
    await estate.assign(await estate.tariff({ state: 'draft' }), [draft])
    await because(draft, 'tariff_draft')
    await estate.assign(await estate.tariff({ fromOn: '2027-01-01' }), [priceless])
    await because(priceless, 'no_price')
  })

  test('no area, no owner, no developer of what is not sold', async () => {
    const arealess = await ownedRoom(null)
    const [ownerless, unsold] = (await estate.rooms([{}, { state: 'unsold' }])) as [string, string]
    await estate.assign(await estate.tariff(), [arealess, ownerless, unsold])
    await because(arealess, 'no_area')
    await because(ownerless, 'no_owner')
    await because(unsold, 'no_developer')
  })

  test('a room that nobody knows, and a due day that is over or years ahead', async () => {
    const stranger = billOne(ctx, input(newId('room', ctx.now)))
    await expect(stranger).rejects.toMatchObject({ code: 'billing.target_not_found' })
    const late = billOne(ctx, input(await ownedRoom(), { dueOn: '2026-11-21' as CivilDate }))
    await expect(late).rejects.toMatchObject({ code: 'billing.due_in_past' })
    const far = billOne(ctx, input(await ownedRoom(), { dueOn: '2028-11-23' as CivilDate }))
    await expect(far).rejects.toMatchObject({ code: 'billing.due_too_far' })
  })

  test('who may draft but not publish does not bill a room alone', async () => {
    const room = await ownedRoom()
    await expect(billOne(as(ctx, staff('cashier')), input(room))).rejects.toMatchObject({ kind: 'forbidden' })
  })
})

describe('who is billed', () => {
  test('the developer pays in full for what is not sold', async () => {
    const [room] = (await estate.rooms([{ areaE2: 10_000, state: 'unsold' }])) as [string]
    const [developer] = (await estate.people(1)) as [string]
    await estate.occupy([{ place: room, person: developer, role: 'developer' }])
    await estate.assign(await estate.tariff(), [room])
    await billOne(ctx, input(room))
    expect((await billList.page(ctx, {})).items).toMatchObject([
      { payerPersonId: developer, amountFen: 28_000 },
    ])
  })

  test('a parking space is billed by the month', async () => {
    const [space] = (await estate.spaces(1)) as [string]
    const [tenant] = (await estate.people(1)) as [string]
    await estate.occupy([{ place: space, person: tenant, role: 'tenant' }])
    const tariffId = await estate.tariff({ basis: 'parking_space', feeItem: 'parking', priceE4: 1_500_000 })
    await assignTariff(ctx, {
      requestId: freshRequestId(),
      tariffId,
      scope: { kind: 'project' },
      fromOn: '2026-11-01' as CivilDate,
    })
    await billOne(ctx, input('', { place: { kind: 'parking', id: space as `park_${string}` } }))
    expect((await billList.page(ctx, {})).items).toMatchObject([{ payerPersonId: tenant, amountFen: 15_000 }])
  })
})

describe('a bill is never edited', () => {
  async function published(): Promise<string> {
    const room = await ownedRoom()
    await estate.assign(await estate.tariff(), [room])
    return (await billOne(ctx, input(room))).billIds[0] ?? ''
  }
  const change = (set: string, id: string) =>
    ctx.db.client.execute({ sql: `UPDATE bills SET ${set} WHERE id = ?`, args: [id] })

  test.each([
    'amount_fen = 1',
    "payer_person_id = 'x'",
    "period = '2026-10'",
    "due_on = '2027-01-01'",
    'quantity_e2 = 1',
    "state = 'draft'",
    'voided_at = 1',
    'paid_fen = 26478',
    'paid_fen = -1',
  ])('the database refuses %s', async (set) => {
    await expect(change(set, await published())).rejects.toThrow(/SQLITE_CONSTRAINT/)
  })

  test('the database refuses to delete it, and to void it once something is paid', async () => {
    const id = await published()
    const gone = ctx.db.client.execute({ sql: 'DELETE FROM bills WHERE id = ?', args: [id] })
    await expect(gone).rejects.toThrow(/SQLITE_CONSTRAINT/)
    await ctx.db.orm.run(settleBillLine(ctx, { billId: id, amountFen: 477 }))
    const taken = voidBill(ctx, { requestId: freshRequestId(), billId: id, reason: '算错了' }, noProvider)
    await expect(taken).rejects.toMatchObject({ code: 'billing.bill_not_voidable' })
    await expect(change("state = 'void', voided_at = 1", id)).rejects.toThrow(/void only unpaid/)
  })

  test('it is settled up to its amount, taken back to nothing, and no further', async () => {
    const id = await published()
    const settle = async (amountFen: number) =>
      (await ctx.db.orm.run(settleBillLine(ctx, { billId: id, amountFen }))).rowsAffected
    expect([await settle(26_000), await settle(478), await settle(477), await settle(1)]).toEqual([
      1, 0, 1, 0,
    ])
    expect([await settle(-26_478), await settle(-26_477)]).toEqual([0, 1])
  })
})
