import { exceptionList, readException, receiveNotice } from '@heju/core/fees/payments'
import { addBill, paidOf } from '@heju/core/fees/payments/testing'
import { as, staff, testCtx } from '@heju/core/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { moneyOf, orderState, street, type Online, type Street } from './online.ts'

let provider: Street
beforeAll(async () => {
  provider = await street()
})
afterAll(() => provider.close())

const settledOnce = { bookedFen: 10_000, exceptionsFen: 0 }
const nothing = { bookedFen: 0, exceptionsFen: 0 }

async function opened(behaviour: Parameters<Online['behave']>[1] = {}) {
  const online = await provider.company()
  const billId = await addBill(online.place)
  await online.behave('next', behaviour)
  const { orderId } = await online.open([billId])
  return { online, billId, orderId }
}

async function receiptNumbers(online: Online): Promise<unknown[]> {
  const { rows } = await online.place.ctx.db.client.execute('SELECT number FROM receipts ORDER BY serial')
  return rows.map((row) => row.number)
}

describe('a notice of the provider', () => {
  test('settles the order by what the provider then says when asked', async () => {
    const { online, billId, orderId } = await opened()
    expect(await online.pay(orderId)).toMatchObject([{ kind: 'normal', status: 204 }])
    expect(await orderState(online, orderId)).toBe('paid')
    expect(await paidOf(online.place.ctx, billId)).toEqual({ paidFen: 10_000, linesFen: 10_000 })
    expect(await receiptNumbers(online)).toEqual(['SJ-2026-000001'])
  })

  test('delivered twice at the same time, and again later, settles once', async () => {
    const { online, orderId } = await opened({ notice: 'twice' })
    const deliveries = await online.pay(orderId)
    expect(deliveries.map((each) => each.status)).toEqual([204, 204])
    expect(await online.notice(orderId, 'normal')).toBe(204)
    expect(await moneyOf(online)).toEqual(settledOnce)
    expect(await receiptNumbers(online)).toEqual(['SJ-2026-000001'])
  })

  test('that comes late finds the order settled by asking, and is acknowledged', async () => {
    const { online, orderId } = await opened({ notice: 'late', delayMs: 300 })
    await online.pay(orderId, 0)
    await online.pass(5_000)
    expect(await orderState(online, orderId)).toBe('paid')
    await expect.poll(async () => online.notice(orderId, 'normal')).toBe(204)
    expect(await moneyOf(online)).toEqual(settledOnce)
  })

  test('notices out of order settle each its own order', async () => {
    const online = await provider.company()
    const [first, second] = [await addBill(online.place), await addBill(online.place)]
    await online.behave('next', { notice: 'out_of_order', delayMs: 2000 })
    const one = await online.open([first])
    const two = await online.open([second])
    await online.pay(one.orderId, 0)
    await online.pay(two.orderId)
    await expect.poll(() => orderState(online, one.orderId)).toBe('paid')
    expect(await moneyOf(online)).toEqual({ bookedFen: 20_000, exceptionsFen: 0 })
  })

  test('that names another amount changes nothing: the provider is asked for the right one', async () => {
    const { online, orderId } = await opened({ notice: 'wrong_amount', amountFen: 1 })
    expect(await online.pay(orderId)).toMatchObject([{ status: 204 }])
    expect(await moneyOf(online)).toEqual(settledOnce)
  })

  test.each(['forged', 'wrong_key', 'stale', 'probe', 'tampered', 'other_merchant'])(
    '%s is refused and settles nothing, paid or not',
    async (kind) => {
      const { online, orderId } = await opened({ notice: 'never' })
      const refused = await online.notice(orderId, kind)
      expect(refused).toBe(401)
      await online.pay(orderId, 0)
      expect(await online.notice(orderId, kind)).toBe(401)
      expect(await moneyOf(online)).toEqual(nothing)
      expect(await orderState(online, orderId)).toBe('created')
    },
  )

  test('rightly signed about an order that is not paid settles nothing and is asked to come again', async () => {
    const { online, orderId } = await opened({ notice: 'never' })
    expect(await online.notice(orderId, 'normal')).toBe(503)
    expect(await moneyOf(online)).toEqual(nothing)
  })

  test('that overtakes the provider’s own query comes again until the query knows', async () => {
    const { online, orderId } = await opened({ query: 'lagging', times: 2 })
    const deliveries = await online.pay(orderId)
    expect(deliveries.map((each) => each.status)).toEqual([503, 503, 204])
    expect(await moneyOf(online)).toEqual(settledOnce)
  })

  test('while the provider does not answer our question comes again', async () => {
    const { online, orderId } = await opened({ query: 'trouble', times: 3 })
    const deliveries = await online.pay(orderId)
    expect(deliveries.at(-1)?.status).toBe(204)
    expect(deliveries.length).toBeGreaterThan(1)
    expect(await moneyOf(online)).toEqual(settledOnce)
  })

  test('is taken for a suspended company too: the money has moved', async () => {
    const { online, orderId } = await opened({ notice: 'never' })
    await online.pay(orderId, 0)
    const { ctx } = online.place
    const company = { ...ctx.company, state: 'suspended' as const }
    const at = online.at({ kind: 'provider', id: online.merchantRef })
    const suspended = await testCtx({ db: ctx.db, actor: at.actor, now: at.now, company })
    const captured = await online.catchNotice(await online.numberOf(orderId))
    const answer = await receiveNotice(
      suspended,
      online.merchantRef,
      captured.headers,
      captured.body,
      online.ports,
    )
    expect(answer.status).toBe(204)
    expect(await moneyOf(online)).toEqual(settledOnce)
  })

  test('sent to an address that no merchant of the company has is not found', async () => {
    const { online, orderId } = await opened({ notice: 'never' })
    const other = await provider.company()
    const captured = await online.catchNotice(await online.numberOf(orderId))
    const at = online.at({ kind: 'provider', id: 'x' })
    await expect(
      receiveNotice(at, other.merchantRef, captured.headers, captured.body, online.ports),
    ).rejects.toMatchObject({ code: 'payments.merchant_not_found' })
  })

  test('of one company brought to another is refused: its merchant cannot read it', async () => {
    const { online, orderId } = await opened({ notice: 'never' })
    const other = await provider.company()
    await online.pay(orderId, 0)
    const captured = await online.catchNotice(await online.numberOf(orderId))
    const at = other.at({ kind: 'provider', id: other.merchantRef })
    const answer = await receiveNotice(at, other.merchantRef, captured.headers, captured.body, other.ports)
    expect(answer.status).toBe(401)
    expect(await moneyOf(other)).toEqual(nothing)
  })

  test('about a number that we never gave becomes an exception with the provider’s own words, once', async () => {
    const { online, orderId } = await opened({ notice: 'never' })
    await online.pay(orderId, 0)
    const { client } = online.place.ctx.db
    // As if the order had been opened by another system with the same merchant.
    await client.execute('DROP TRIGGER payment_orders_keep_terms')
    const number = await online.numberOf(orderId)
    await client.execute(`UPDATE payment_orders SET out_trade_no = 'HJ20261122OTHERSYSTEM0001'`)
    const bring = async () => {
      const { headers, body } = await online.catchNotice(number)
      const at = online.at({ kind: 'provider', id: online.merchantRef })
      return (await receiveNotice(at, online.merchantRef, headers, body, online.ports)).status
    }
    expect(await bring()).toBe(204)
    expect(await bring()).toBe(204)
    const cashier = as(online.place.ctx, staff('cashier', ['proj_any']))
    const { items } = await exceptionList.page(cashier, {})
    expect(items).toMatchObject([
      {
        kind: 'unknown_order',
        state: 'open',
        amountFen: 10_000,
        orderId: null,
        projectId: null,
        outTradeNo: number,
      },
    ])
    const { evidence } = await readException(cashier, items[0]!.id)
    expect(JSON.parse(evidence)).toMatchObject({ out_trade_no: number, trade_state: 'SUCCESS' })
    expect(evidence).not.toContain('openid')
  })
})
