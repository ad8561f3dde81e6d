import { openPayment, recordPayment } from '@heju/core/fees/payments'
import { addBill, cash, paidOf } from '@heju/core/fees/payments/testing'
import { freshRequestId, testNow } from '@heju/core/testing'
import { newId } from '@heju/kernel'
import { startFaultProxy, type Cut } from '@heju/local/fault-proxy'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { orderState, street, type Online, type Street } from '../payments/online.ts'

const minute = 60_000
const proxy = startFaultProxy()
let provider: Street
/** Every way leads through the one proxy; a way is made once, the companies share it. */
const ways = new Map<string, Promise<string>>()
beforeAll(async () => {
  provider = await street({
    by: (url) => {
      const way = ways.get(url) ?? proxy.forward(url)
      ways.set(url, way)
      return way
    },
  })
})
afterAll(async () => {
  await provider.close()
  await proxy.close()
})

interface Scene {
  online: Online
  billId: string
  orderId: string
}

/** A payment of a new bill that was made while nobody told us; its watch is due. */
async function paidUnnoticed(online: Online): Promise<Scene> {
  proxy.mend()
  const billId = await addBill(online.place)
  await online.behave('next', { notice: 'never' })
  const { orderId } = await online.open([billId])
  await online.pay(orderId, 0)
  return { online, billId, orderId }
}

/** The order is settled by one payment with one receipt, no number is missing, and nothing is left to do. */
async function expectSettledOnce({ online, billId, orderId }: Scene): Promise<void> {
  expect(await orderState(online, orderId)).toBe('paid')
  expect(await paidOf(online.place.ctx, billId)).toEqual({ paidFen: 10_000, linesFen: 10_000 })
  const { rows } = await online.place.ctx.db.client.execute(
    `SELECT (SELECT count(*) FROM payments JOIN receipts ON payment_id = payments.id WHERE order_id = '${orderId}') AS receipts,
       (SELECT max(serial) - count(*) FROM receipts) AS gaps,
       (SELECT count(*) FROM payment_exceptions) AS exceptions,
       (SELECT count(*) FROM outbox WHERE failure IS NOT NULL AND done_at IS NOT NULL) AS dead,
       (SELECT count(*) FROM outbox WHERE done_at IS NULL) AS waiting`,
  )
  expect(rows).toMatchObject([{ receipts: 1, gaps: 0, exceptions: 0, dead: 0, waiting: 0 }])
}

/** How many requests something makes when nothing goes wrong. */
async function requestsOf(act: () => Promise<unknown>): Promise<number> {
  proxy.mend()
  await act()
  return proxy.count
}

async function dying(cut: Cut, act: () => Promise<unknown>): Promise<void> {
  proxy.cut(cut)
  await act().catch(() => undefined)
  proxy.mend()
}

const modes = ['before', 'after'] as const

describe('a consumer that dies', () => {
  test.each(modes)(
    'while it settles, at any request, %s it is carried out, is followed by one that settles once',
    { timeout: 240_000 },
    async (mode) => {
      const online = await provider.company()
      const whole = await paidUnnoticed(online)
      const requests = await requestsOf(() => whole.online.pass(5_000))
      await expectSettledOnce(whole)
      expect(requests).toBeGreaterThan(6)
      for (let at = 1; at <= requests; at++) {
        const scene = await paidUnnoticed(online)
        await dying({ at, mode }, () => scene.online.pass(5_000))
        await scene.online.pass(10 * minute)
        await expectSettledOnce(scene)
      }
    },
  )

  test.each(modes)(
    'while it closes an order, at any request, %s it is carried out, leaves nothing open',
    { timeout: 240_000 },
    async (mode) => {
      const online = await provider.company()
      const unpaid = async (): Promise<Scene> => {
        proxy.mend()
        const billId = await addBill(online.place)
        const { orderId } = await online.open([billId])
        await online.pass(30 * minute - 1)
        return { online, billId, orderId }
      }
      const whole = await unpaid()
      const requests = await requestsOf(() => whole.online.pass(1))
      expect(await orderState(whole.online, whole.orderId)).toBe('expired')
      for (let at = 1; at <= requests; at++) {
        const { billId, orderId } = await unpaid()
        await dying({ at, mode }, () => online.pass(1))
        await online.pass(90 * minute)
        // One that died between the two closings finds it closed by the provider: either word says the same.
        expect(['expired', 'closed']).toContain(await orderState(online, orderId))
        const held = `SELECT count(*) AS n FROM payment_order_lines WHERE bill_id = '${billId}' AND ended_at IS NULL`
        expect((await online.place.ctx.db.client.execute(held)).rows).toMatchObject([{ n: 0 }])
      }
    },
  )
})

describe('a request that dies', () => {
  test.each(modes)(
    'while an owner opens a payment, at any request, %s it is carried out, and comes again, is paid once',
    { timeout: 240_000 },
    async (mode) => {
      const online = await provider.company()
      const begin = async () => {
        proxy.mend()
        const billId = await addBill(online.place)
        const input = {
          requestId: freshRequestId(),
          orderId: newId('ord', testNow),
          billIds: [billId],
          scene: 'h5' as const,
        }
        const open = () => openPayment(online.owner(), input, online.ports, { ip: '203.0.113.7' })
        return { online, billId, orderId: input.orderId, open }
      }
      const whole = await begin()
      const requests = await requestsOf(whole.open)
      // One read, one batch, one question to the provider.
      expect(requests).toBe(3)
      for (let at = 1; at <= requests; at++) {
        const { open, ...scene } = await begin()
        await dying({ at, mode }, open)
        await open()
        await scene.online.pay(scene.orderId)
        await scene.online.pass(31 * minute)
        await expectSettledOnce(scene)
      }
    },
  )

  test.each(modes)(
    'while the desk records money, at any request, %s it is carried out, and comes again, is booked once',
    { timeout: 240_000 },
    async (mode) => {
      proxy.mend()
      const online = await provider.company()
      for (let at = 1; at <= 2; at++) {
        proxy.mend()
        const billId = await addBill(online.place)
        const request = cash([billId])
        const record = () => recordPayment(online.place.cashier, request, online.ports)
        await dying({ at, mode }, record)
        const booked = await record()
        expect(await record()).toEqual(booked)
        expect(await paidOf(online.place.ctx, billId)).toEqual({ paidFen: 10_000, linesFen: 10_000 })
      }
    },
  )
})
