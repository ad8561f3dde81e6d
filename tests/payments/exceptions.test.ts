import {
  daySheet,
  exceptionList,
  followPayment,
  readException,
  readReceipt,
  recordPayment,
  resolveException,
  type ResolveException,
  reversePayment,
} from '@heju/core/fees/payments'
import { addBill, cash, paidOf } from '@heju/core/fees/payments/testing'
import { as, freshRequestId, staff } from '@heju/core/testing'
import { newId } from '@heju/kernel'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { moneyOf, orderState, street, type Online, type Street } from './online.ts'

let provider: Street
beforeAll(async () => {
  provider = await street()
})
afterAll(() => provider.close())

/** An order that was paid while nobody told us. */
async function paidUnnoticed(bills: readonly string[], online: Online, behaviour = {}): Promise<string> {
  await online.behave('next', { notice: 'never', ...behaviour })
  const { orderId } = await online.open(bills)
  await online.pay(orderId, 0)
  return orderId
}

const withdraw = (online: Online, billId: string) =>
  online.place.ctx.db.client.execute({
    sql: `UPDATE bills SET state = 'void', voided_at = 1, void_reason = '' WHERE id = ?`,
    args: [billId],
  })

describe('money that does not fit', () => {
  test('another amount than asked is not booked at all', async () => {
    const online = await provider.company()
    const bill = await addBill(online.place)
    const orderId = await paidUnnoticed([bill], online, { query: 'wrong_amount', amountFen: 9_999 })
    expect(await followPayment(online.owner(), { orderId }, online.ports)).toMatchObject({
      state: 'exception',
    })
    expect(await paidOf(online.place.ctx, bill)).toEqual({ paidFen: 0, linesFen: 0 })
    expect((await exceptionList.page(online.place.cashier, {})).items).toMatchObject([
      { kind: 'wrong_amount', amountFen: 9_999, expectedFen: 10_000, orderId, payerName: '业主1501' },
    ])
    expect(await daySheet(online.place.cashier, {})).toMatchObject({ openExceptions: 1 })
  })

  test('a bill that was paid at the desk meanwhile, while the provider was out of reach', async () => {
    const online = await provider.company()
    const bill = await addBill(online.place)
    await online.behave('next', { notice: 'never', close: 'trouble' })
    const { orderId } = await online.open([bill])
    await recordPayment(online.place.cashier, cash([bill]), online.ports)
    await online.pay(orderId, 0)
    await online.pass(5_000)
    expect(await orderState(online, orderId)).toBe('exception')
    expect(await paidOf(online.place.ctx, bill)).toEqual({ paidFen: 10_000, linesFen: 10_000 })
    expect((await exceptionList.page(online.place.cashier, {})).items).toMatchObject([
      {
        kind: 'bill_settled',
        paidFen: 10_000,
        bookedFen: 0,
        receiptNumber: null,
        amountFen: 10_000,
        orderId,
      },
    ])
  })

  test.each([
    ['first', [true, false]],
    ['second', [false, true]],
    ['neither', [false, false]],
  ] as const)(
    'the desk is told of online payments that it could not close: of two the %s',
    async (_which, silent) => {
      const online = await provider.company()
      const bills: string[] = []
      for (const isSilent of silent) {
        const bill = await addBill(online.place)
        await online.behave('next', { close: isSilent ? 'trouble' : 'normal' })
        await online.open([bill])
        bills.push(bill)
      }
      const { onlineOpen } = await recordPayment(online.place.cashier, cash(bills), online.ports)
      expect(onlineOpen).toBe(silent.includes(true as never))
    },
  )

  test('the desk is told of an online payment that the provider calls paid and does not say yet what came', async () => {
    const online = await provider.company()
    const bill = await addBill(online.place)
    const orderId = await paidUnnoticed([bill], online, { query: 'lagging' })
    const { onlineOpen } = await recordPayment(online.place.cashier, cash([bill]), online.ports)
    expect([onlineOpen, await orderState(online, orderId)]).toEqual([true, 'opened'])
    await online.behave(await online.numberOf(orderId), { query: 'normal' })
    await online.pass(5_000)
    expect(await moneyOf(online)).toEqual({ bookedFen: 0, exceptionsFen: 10_000 })
  })

  test('of three bills the one that was withdrawn: the others are settled and its money waits', async () => {
    const online = await provider.company()
    const bills = [await addBill(online.place), await addBill(online.place), await addBill(online.place)]
    const orderId = await paidUnnoticed(bills, online)
    await withdraw(online, bills[1]!)
    expect(await followPayment(online.owner(), { orderId }, online.ports)).toMatchObject({
      state: 'paid',
      receiptId: expect.stringMatching(/^rcp_/),
    })
    expect(await moneyOf(online)).toEqual({ bookedFen: 20_000, exceptionsFen: 10_000 })
    const [found] = (await exceptionList.page(online.place.cashier, {})).items
    expect(found).toMatchObject({ projectId: online.place.projectId, places: '3栋-2单元-1501' })
    expect(await readException(online.place.cashier, found!.id)).toMatchObject({
      kind: 'bill_settled',
      places: '3栋-2单元-1501',
      // What the provider's statement says, what of it is booked with its receipt, and what is too much.
      paidFen: 30_000,
      bookedFen: 20_000,
      receiptNumber: expect.stringMatching(/^SJ-\d{4}-\d+$/),
      amountFen: 10_000,
      expectedFen: 30_000,
      bills: expect.arrayContaining([
        expect.objectContaining({ billId: bills[1], askedFen: 10_000, owedFen: 0 }),
      ]),
    })
  })

  test('a bill that was paid in part meanwhile takes what it still owes', async () => {
    const online = await provider.company()
    const bill = await addBill(online.place)
    await online.behave('next', { notice: 'never', close: 'trouble' })
    const { orderId } = await online.open([bill])
    const part = cash([], { lines: [{ billId: bill, amountFen: 3_000 }] })
    await recordPayment(online.place.cashier, part, online.ports)
    await online.pay(orderId, 0)
    await online.pass(5_000)
    expect(await paidOf(online.place.ctx, bill)).toEqual({ paidFen: 10_000, linesFen: 10_000 })
    expect(await moneyOf(online)).toEqual({ bookedFen: 7_000, exceptionsFen: 3_000 })
  })

  test('a payment of an order that we had closed is not settled by itself', async () => {
    const online = await provider.company()
    const bill = await addBill(online.place)
    await online.behave('next', { notice: 'never' })
    const { orderId } = await online.open([bill])
    const number = await online.numberOf(orderId)
    // The provider says that it is closed, and changes its mind.
    await online.control('state', { outTradeNo: number, state: 'CLOSED' })
    await online.pass(5_000)
    expect(await orderState(online, orderId)).toBe('closed')
    await online.control('state', { outTradeNo: number, state: 'NOTPAY' })
    await online.pay(orderId, 0)
    expect(await online.notice(orderId, 'normal')).toBe(204)
    expect(await orderState(online, orderId)).toBe('exception')
    expect(await paidOf(online.place.ctx, bill)).toEqual({ paidFen: 0, linesFen: 0 })
    expect((await exceptionList.page(online.place.cashier, {})).items).toMatchObject([
      { kind: 'paid_after_close', amountFen: 10_000 },
    ])
  })

  test('a payment that was given back in the provider’s own console before we saw it', async () => {
    const online = await provider.company()
    const bill = await addBill(online.place)
    const orderId = await paidUnnoticed([bill], online)
    await online.control('state', { outTradeNo: await online.numberOf(orderId), state: 'REFUND' })
    await online.pass(5_000)
    expect((await exceptionList.page(online.place.cashier, {})).items).toMatchObject([{ kind: 'refunded' }])
    expect(await paidOf(online.place.ctx, bill)).toEqual({ paidFen: 0, linesFen: 0 })
  })

  test('is found once, however often and by however many it is found', async () => {
    const online = await provider.company()
    const orderId = await paidUnnoticed([await addBill(online.place)], online, { query: 'wrong_amount' })
    await Promise.all(
      Array.from({ length: 5 }, () => followPayment(online.owner(), { orderId }, online.ports)),
    )
    await online.notice(orderId, 'normal')
    expect((await exceptionList.page(online.place.cashier, {})).items).toHaveLength(1)
  })
})

describe('resolveException', () => {
  /** 100.00 yuan that came for a bill that the desk had taken. */
  async function found(): Promise<{
    online: Online
    exceptionId: string
    billId: string
    deskPayment: string
  }> {
    const online = await provider.company()
    const billId = await addBill(online.place)
    await online.behave('next', { notice: 'never', close: 'trouble' })
    const { orderId } = await online.open([billId])
    const { paymentId } = await recordPayment(online.place.cashier, cash([billId]), online.ports)
    await online.pay(orderId, 0)
    await online.pass(5_000)
    const [row] = (await exceptionList.page(online.place.cashier, {})).items
    return { online, exceptionId: row!.id, billId, deskPayment: paymentId }
  }
  const resolve = (online: Online, decision: ResolveException, by = online.place.cashier) =>
    resolveException(by, decision, online.ports)
  const decide = (exceptionId: string, decision: ResolveException['decision']) => ({
    requestId: freshRequestId(),
    exceptionId,
    decision,
    reason: '业主重复付款',
  })

  test('given back outside, with the refund’s number and the reason', async () => {
    const { online, exceptionId } = await found()
    const refunded = { kind: 'refunded', amountFen: 10_000, referenceNo: '5030000001' } as const
    const refund = decide(exceptionId, refunded)
    expect(await resolve(online, refund)).toEqual({
      state: 'resolved',
      receiptId: null,
    })
    expect((await exceptionList.page(online.place.cashier, {})).items).toEqual([])
    expect(await readException(online.place.cashier, exceptionId)).toMatchObject({
      state: 'resolved',
      resolutions: [
        {
          kind: 'refunded',
          amountFen: 10_000,
          reason: '业主重复付款',
          referenceNo: '5030000001',
          resolvedByName: '王芳',
        },
      ],
    })
    await expect(resolve(online, decide(exceptionId, refunded))).rejects.toMatchObject({
      code: 'payments.exception_resolved',
    })
  })

  test('allocated to another bill, with a receipt, a part at a time', async () => {
    const { online, exceptionId } = await found()
    const other = await addBill(online.place, 0, { amountFen: 6_000 })
    const allocate = (amountFen: number, billId = other) =>
      decide(exceptionId, {
        kind: 'allocated',
        paymentId: newId('pay', online.place.ctx.now),
        lines: [{ billId, amountFen }],
      })
    await expect(resolve(online, allocate(6_001))).rejects.toMatchObject({
      code: 'payments.overpaid',
    })
    const { state, receiptId } = await resolve(online, allocate(6_000))
    expect(state).toBe('open')
    expect(await paidOf(online.place.ctx, other)).toEqual({ paidFen: 6_000, linesFen: 6_000 })
    expect(await readReceipt(online.place.cashier, receiptId!)).toMatchObject({
      amountFen: 6_000,
      method: 'wechat_pay',
      cashier: '王芳',
    })
    const more = await addBill(online.place)
    await expect(resolve(online, allocate(4_001, more))).rejects.toMatchObject({
      code: 'payments.exception_exceeded',
    })
    expect(await resolve(online, allocate(4_000, more))).toMatchObject({
      state: 'resolved',
    })
    expect(await moneyOf(online)).toEqual({ bookedFen: 10_000, exceptionsFen: 0 })
  })

  test('held as the owner’s credit, it stays in sight until it is used', async () => {
    const { online, exceptionId } = await found()
    const hold = decide(exceptionId, { kind: 'held' })
    expect(await resolve(online, hold)).toMatchObject({ state: 'held' })
    expect((await exceptionList.page(online.place.cashier, {})).items).toMatchObject([
      { state: 'held', resolvedFen: 0 },
    ])
    const later = await addBill(online.place)
    await resolve(
      online,
      decide(exceptionId, {
        kind: 'allocated',
        paymentId: newId('pay', online.place.ctx.now),
        lines: [{ billId: later, amountFen: 10_000 }],
      }),
    )
    expect((await exceptionList.page(online.place.cashier, { state: 'resolved' })).items).toMatchObject([
      { id: exceptionId, resolvedFen: 10_000 },
    ])
    expect(await paidOf(online.place.ctx, later)).toEqual({ paidFen: 10_000, linesFen: 10_000 })
  })

  test('after the mistaken desk payment was taken back, the bill is paid by the money that came', async () => {
    const { online, exceptionId, billId, deskPayment } = await found()
    await reversePayment(as(online.place.ctx, staff('accountant')), {
      requestId: freshRequestId(),
      paymentId: deskPayment,
      reversalId: newId('pay', online.place.ctx.now),
      reason: '业主已在线上付款',
    })
    await resolve(
      online,
      decide(exceptionId, {
        kind: 'allocated',
        paymentId: newId('pay', online.place.ctx.now),
        lines: [{ billId, amountFen: 10_000 }],
      }),
    )
    expect(await paidOf(online.place.ctx, billId)).toEqual({ paidFen: 10_000, linesFen: 10_000 })
    expect(await moneyOf(online)).toEqual({ bookedFen: 10_000, exceptionsFen: 0 })
  })

  describe('allocated to a bill that somebody is paying online', () => {
    async function paying() {
      const { online, exceptionId } = await found()
      const billId = await addBill(online.place)
      await online.behave('next', { notice: 'never' })
      const { orderId } = await online.open([billId])
      const allocation = (amountFen = 10_000) =>
        decide(exceptionId, {
          kind: 'allocated',
          paymentId: newId('pay', online.place.ctx.now),
          lines: [{ billId, amountFen }],
        })
      return { online, billId, orderId, exceptionId, allocation, number: await online.numberOf(orderId) }
    }

    test('the order is closed at the provider first, and can be paid no more', async () => {
      const { online, billId, orderId, allocation } = await paying()
      await resolve(online, allocation())
      // Before anything that is done afterwards.
      expect(await orderState(online, orderId)).toBe('closed')
      await expect(online.pay(orderId)).rejects.toThrow()
      expect(await paidOf(online.place.ctx, billId)).toEqual({ paidFen: 10_000, linesFen: 10_000 })
    })

    test('one that turns out to be paid is booked, and nothing is allocated', async () => {
      const { online, billId, orderId, allocation } = await paying()
      await online.pay(orderId, 0)
      await expect(resolve(online, allocation())).rejects.toMatchObject({ code: 'payments.paid_meanwhile' })
      expect(await orderState(online, orderId)).toBe('paid')
      expect(await paidOf(online.place.ctx, billId)).toEqual({ paidFen: 10_000, linesFen: 10_000 })
      expect(await moneyOf(online)).toEqual({ bookedFen: 10_000, exceptionsFen: 10_000 })
    })

    test.each([
      ['closing', { close: 'trouble' }],
      ['being asked whether it is closed', { query: 'trouble' }],
    ] as const)('while the provider does not answer to %s nothing is allocated', async (_, behaviour) => {
      const { online, billId, orderId, number, allocation } = await paying()
      await online.behave(number, behaviour)
      await expect(resolve(online, allocation())).rejects.toMatchObject({
        code: 'payments.online_uncertain',
      })
      expect(await orderState(online, orderId)).toBe('created')
      expect(await paidOf(online.place.ctx, billId)).toEqual({ paidFen: 0, linesFen: 0 })
    })

    test('the same request again closes nothing that was opened since for what is left', async () => {
      const { online, billId, allocation } = await paying()
      const part = allocation(4_000)
      const first = await resolve(online, part)
      const { orderId: later } = await online.open([billId])
      expect(await resolve(online, part)).toEqual(first)
      expect(await orderState(online, later)).toBe('created')
      const desk = cash([], { lines: [{ billId, amountFen: 1_000 }] })
      const taken = await recordPayment(online.place.cashier, desk, online.ports)
      const { orderId: last } = await online.open([billId])
      expect(await recordPayment(online.place.cashier, desk, online.ports)).toEqual(taken)
      expect(await orderState(online, last)).toBe('created')
    })
  })

  test('decided by two at once it is decided once', async () => {
    const { online, exceptionId } = await found()
    const refund = () =>
      resolve(
        online,
        decide(exceptionId, {
          kind: 'refunded',
          amountFen: 10_000,
          referenceNo: '5030000001',
        }),
      )
    const tries = await Promise.allSettled([refund(), refund(), refund()])
    expect(tries.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
    expect((await readException(online.place.cashier, exceptionId)).resolutions).toHaveLength(1)
  })

  test('nobody else decides, and other projects do not see it', async () => {
    const { online, exceptionId } = await found()
    const note = decide(exceptionId, { kind: 'noted' })
    for (const actor of [staff('front_desk'), online.owner().actor])
      await expect(resolve(online, note, as(online.place.ctx, actor))).rejects.toMatchObject({
        kind: 'forbidden',
      })
    const elsewhere = as(online.place.ctx, staff('cashier', ['proj_other']))
    expect((await exceptionList.page(elsewhere, {})).items).toEqual([])
    await expect(readException(elsewhere, exceptionId)).rejects.toMatchObject({ kind: 'not_found' })
    await expect(resolve(online, note, elsewhere)).rejects.toMatchObject({ kind: 'not_found' })
  })
})
