import { newId, parseCivilDate, startOfDay } from '@heju/kernel'
import { describe, expect, test } from 'vitest'
import { as, beforeNextWrite, freshRequestId, staff, testNow } from '../../testing.ts'
import { eq } from 'drizzle-orm'
import {
  daySheet,
  paymentList,
  readReceipt,
  recordPayment,
  resolveException,
} from '../../fees/payments/index.ts'
import {
  addBill,
  cash,
  cashierId,
  estate,
  layDownPayments,
  noProvider,
  paymentOrders,
} from '../../fees/payments/testing.ts'
import { changeEntity, closeEntity, firstEntityId, readOrganisation } from '../organisation/index.ts'
import { anotherEntity } from '../organisation/testing.ts'
import { handProjectOver } from './index.ts'

const day = 24 * 3_600_000

async function start() {
  const place = await estate()
  const entityId = await anotherEntity(place.ctx)
  const give = (fromOn: string, to = entityId, ctx = place.ctx) =>
    handProjectOver(ctx, { requestId: freshRequestId(), projectId: place.projectId, entityId: to, fromOn })
  const receive = async (now = testNow, paidOn = '2026-11-22') => {
    const cashier = as(place.ctx, staff('cashier', 'all', cashierId), now)
    const request = cash([await addBill(place)], { paidOn: paidOn as never })
    const { receiptId } = await recordPayment(cashier, request, noProvider)
    return readReceipt(cashier, receiptId)
  }
  return { ...place, entityId, give, receive }
}

describe('a project that is handed over', () => {
  test('receives in the name of whom it belongs to that day; earlier receipts stay as they were', async () => {
    const { ctx, cashier, entityId, give, receive } = await start()
    const before = await receive()
    expect(before).toMatchObject({ number: 'SJ-2026-000001', company: '测试物业' })
    await give('2026-11-23')
    expect(await receive()).toMatchObject({ number: 'SJ-2026-000002', company: '测试物业' })
    const after = await receive(testNow + day, '2026-11-23')
    expect(after).toMatchObject({ number: 'SJ-HB-2026-000001', company: '和润湖北物业有限公司' })
    await changeEntity(ctx, {
      requestId: freshRequestId(),
      entityId,
      name: '和润武汉物业',
      seriesCode: 'HB',
    })
    expect(await readReceipt(cashier, after.id)).toEqual(after)
    expect(await readReceipt(cashier, before.id)).toEqual(before)
  })

  test('goes from a day on which nothing was received in the other name, at that very moment neither', async () => {
    const { ctx, entityId, give, receive } = await start()
    await receive(testNow - 5 * day, '2026-11-17')
    await expect(give('2026-11-17')).rejects.toMatchObject({ code: 'handover.received_since' })
    // It was not noted in time: nothing was received since.
    beforeNextWrite(ctx, () => receive())
    await expect(give('2026-11-18')).rejects.toMatchObject({ code: 'handover.received_since' })
    await expect(give('2026-11-22')).rejects.toMatchObject({ code: 'handover.received_since' })
    // What another project received does not bar it.
    const other = await estate(ctx, '云顶公寓')
    const theirs = { requestId: freshRequestId(), projectId: other.projectId, entityId } as const
    await handProjectOver(ctx, { ...theirs, fromOn: '2026-11-17' })
    await give('2026-11-23')
    expect((await readOrganisation(ctx)).projects[0]?.entities).toEqual([
      { entityId: firstEntityId, fromOn: null },
      { entityId, fromOn: '2026-11-23' },
    ])
    await expect(
      closeEntity(ctx, { requestId: freshRequestId(), entityId, closedOn: '2026-11-22' }),
    ).rejects.toMatchObject({ code: 'organisation.entity_has_projects' })
    // The plan is taken back.
    await give('2026-11-23', firstEntityId)
    expect((await readOrganisation(ctx)).projects[0]?.entities).toHaveLength(1)
  })

  test('goes to an entity that is there, by who may', async () => {
    const { ctx, entityId, give } = await start()
    await expect(give('2026-11-23', firstEntityId)).rejects.toMatchObject({
      code: 'organisation.placed_there',
    })
    await expect(give('2026-11-23', entityId, as(ctx, staff('accountant')))).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await expect(give('2026-11-23', newId('entity', 1))).rejects.toMatchObject({
      code: 'organisation.entity_closed',
    })
    const known = { requestId: freshRequestId(), entityId, name: '和润湖北物业', seriesCode: 'HB' }
    await changeEntity(ctx, { ...known, openedOn: '2026-11-24' })
    await expect(give('2026-11-23')).rejects.toMatchObject({ code: 'organisation.entity_closed' })
    await changeEntity(ctx, { ...known, requestId: freshRequestId(), openedOn: null })
    await closeEntity(ctx, { requestId: freshRequestId(), entityId, closedOn: '2026-11-22' })
    await expect(give('2026-11-23')).rejects.toMatchObject({ code: 'organisation.entity_closed' })
  })
})

describe('money that came online', () => {
  /** A project whose order went through the first entity's merchant, and did not fit; it is another entity's by now. */
  async function startOnline(orderedOn: string, fromOn: string) {
    const place = await start()
    const { ctx, cashier, projectId, give, rooms } = place
    const { exceptionId, orderId } = await layDownPayments(ctx, { projectId, ...rooms[0]! })
    const at = startOfDay(parseCivilDate(orderedOn)) + 12 * 3_600_000
    await ctx.db.orm.update(paymentOrders).set({ createdAt: at }).where(eq(paymentOrders.id, orderId))
    await give(fromOn)
    const allocate = (billId: string) =>
      resolveException(
        cashier,
        {
          requestId: freshRequestId(),
          exceptionId,
          reason: '业主来电确认',
          decision: {
            kind: 'allocated',
            paymentId: newId('pay', testNow),
            lines: [{ billId, amountFen: 100 }],
          },
        },
        noProvider,
      )
    return { ...place, allocate }
  }

  test('is receipted in the name of whose account it came to, also where the project went since', async () => {
    const place = await startOnline('2026-11-20', '2026-11-21')
    const { receiptId } = await place.allocate(await addBill(place))
    const receipt = await readReceipt(place.cashier, receiptId!)
    expect(receipt).toMatchObject({ number: 'SJ-2026-000001', company: '测试物业' })
  })

  test('goes to no bill of a project that was another entity’s when it was asked for, and is', async () => {
    const another = { code: 'payments.bill_of_another_entity' }
    const place = await startOnline('2026-11-21', '2026-11-21')
    await expect(place.allocate(await addBill(place))).rejects.toMatchObject(another)
    const other = await estate(place.ctx, '云顶公寓')
    const { entityId } = place
    beforeNextWrite(place.ctx, () =>
      handProjectOver(place.ctx, {
        requestId: freshRequestId(),
        projectId: other.projectId,
        entityId,
        fromOn: '2026-11-01',
      }),
    )
    await expect(place.allocate(await addBill(other))).rejects.toMatchObject(another)
  })
})

describe('receipts of two entities', () => {
  test('written at once have no gap and no double in either series, also where some fail', async () => {
    const first = await estate()
    const second = await estate(first.ctx, '云顶公寓')
    const entityId = await anotherEntity(first.ctx)
    const { projectId } = second
    await handProjectOver(first.ctx, {
      requestId: freshRequestId(),
      projectId,
      entityId,
      fromOn: '2026-11-22',
    })
    const bills = await Promise.all(
      Array.from({ length: 8 }, (_, i) => addBill(i % 2 === 0 ? first : second)),
    )
    const tries = await Promise.allSettled(
      [...bills, ...bills].map((bill) => recordPayment(first.cashier, cash([bill]), noProvider)),
    )
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(8)
    const { rows } = await first.ctx.db.client.execute('SELECT number FROM receipts ORDER BY number')
    expect(rows.map(({ number }) => number)).toEqual([
      ...[1, 2, 3, 4].map((n) => `SJ-2026-00000${n}`),
      ...[1, 2, 3, 4].map((n) => `SJ-HB-2026-00000${n}`),
    ])
    expect((await daySheet(first.cashier, {})).series).toEqual([
      {
        entityId: firstEntityId,
        entity: '测试物业',
        first: 'SJ-2026-000001',
        last: 'SJ-2026-000004',
        count: 4,
      },
      {
        entityId,
        entity: '和润湖北物业有限公司',
        first: 'SJ-HB-2026-000001',
        last: 'SJ-HB-2026-000004',
        count: 4,
      },
    ])
    const found = async (receipt: string) =>
      (await paymentList.page(first.ctx, { receipt })).items.map(({ receiptNumber }) => receiptNumber)
    expect(await found('sj-hb-2026-000002')).toEqual(['SJ-HB-2026-000002'])
    expect(await found('SJ-2026-000002')).toEqual(['SJ-2026-000002'])
    expect((await found('2')).toSorted()).toEqual(['SJ-2026-000002', 'SJ-HB-2026-000002'])
  })

  test('the code of a series stays once a receipt bears it', async () => {
    const { ctx, entityId, give, receive } = await start()
    const change = (seriesCode: string) =>
      changeEntity(ctx, { requestId: freshRequestId(), entityId, name: '和润武汉物业', seriesCode })
    await change('WH')
    await give('2026-11-22')
    expect(await receive()).toMatchObject({ number: 'SJ-WH-2026-000001' })
    const fixed = { code: 'organisation.series_fixed' }
    await expect(change('HB')).rejects.toMatchObject({ ...fixed, params: { code: 'WH' } })
    await change('WH')
    const first = { requestId: freshRequestId(), entityId: firstEntityId, name: '和润物业', seriesCode: 'HR' }
    await give('2026-11-23', firstEntityId)
    await receive(testNow + day, '2026-11-23')
    await expect(changeEntity(ctx, first)).rejects.toMatchObject({ ...fixed, params: { code: 'none' } })
  })
})
