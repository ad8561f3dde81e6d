import { generateKeyPairSync } from 'node:crypto'
import { stoppedWorkList, retryStopped, setAsideStopped } from '@heju/core/platform/stopped-work'
import { followPayment, providerRefused, recordPayment } from '@heju/core/fees/payments'
import { addBill, cash, paidOf } from '@heju/core/fees/payments/testing'
import { freshRequestId, staff, testNow } from '@heju/core/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { enterSettings, moneyOf, orderState, street, type Online, type Street } from './online.ts'

const minute = 60_000
const hour = 60 * minute
let provider: Street
beforeAll(async () => {
  provider = await street()
})
afterAll(() => provider.close())

async function opened(behaviour: Parameters<Online['behave']>[1] = {}) {
  const online = await provider.company()
  const billId = await addBill(online.place)
  await online.behave('next', { notice: 'never', ...behaviour })
  const { orderId } = await online.open([billId])
  return { online, billId, orderId, number: await online.numberOf(orderId) }
}

async function stateAtProvider(number: string): Promise<string | undefined> {
  const response = await fetch(`${provider.providerUrl}/__control/orders`)
  const orders = (await response.json()) as { outTradeNo: string; state: string }[]
  return orders.find((order) => order.outTradeNo === number)?.state
}

describe('watching an order whose notice never comes', () => {
  test('a payment is found five seconds after the order was opened', async () => {
    const { online, orderId } = await opened()
    await online.pay(orderId, 0)
    await online.pass(4_999)
    expect(await orderState(online, orderId)).toBe('created')
    await online.pass(1)
    expect(await orderState(online, orderId)).toBe('paid')
    expect(await moneyOf(online)).toEqual({ bookedFen: 10_000, exceptionsFen: 0 })
  })

  test('one that is made at the last moment is found too', async () => {
    const { online, orderId } = await opened()
    await online.pass(30 * minute - 1)
    await online.pay(orderId, 0)
    await online.pass(minute)
    expect(await orderState(online, orderId)).toBe('paid')
  })

  test('an order that nobody pays is closed at the provider when its time is over, and its bill is free', async () => {
    const { online, billId, orderId, number } = await opened()
    await online.pass(15_000)
    expect(await orderState(online, orderId)).toBe('opened')
    await online.pass(30 * minute)
    expect(await orderState(online, orderId)).toBe('expired')
    expect(await stateAtProvider(number)).toBe('CLOSED')
    expect(await online.drain()).toBeNull()
    expect(await online.open([billId])).toMatchObject({ amountFen: 10_000 })
  })

  test('an order that the provider never heard of ends as well', async () => {
    const online = await provider.company()
    const billId = await addBill(online.place)
    await online.behave('next', { open: 'refused' })
    await expect(online.open([billId])).rejects.toMatchObject({ code: 'payments.provider_refused' })
    await online.pass(31 * minute)
    const { rows } = await online.place.ctx.db.client.execute('SELECT state FROM payment_orders')
    expect(rows.map((row) => row.state)).toEqual(['expired'])
  })

  test('a payer who enters the password at the end is waited for', async () => {
    const { online, orderId, number } = await opened()
    await online.pass(29 * minute)
    await online.control('state', { outTradeNo: number, state: 'USERPAYING' })
    await online.pass(minute + 1)
    expect(await orderState(online, orderId)).toBe('opened')
    await online.control('state', { outTradeNo: number, state: 'NOTPAY' })
    await online.pass(minute)
    expect(await orderState(online, orderId)).toBe('expired')
  })

  test('a provider that is down for a day is asked until it is back', async () => {
    const { online, orderId, number } = await opened({ query: 'trouble', close: 'trouble' })
    await online.pay(orderId, 0)
    await online.pass(24 * hour)
    expect(await orderState(online, orderId)).toBe('created')
    expect((await stoppedWorkList.page(online.at(staff('cashier')), {})).items).toMatchObject([
      { kind: 'payments.watch', subjectId: orderId, state: 'retrying' },
    ])
    await online.behave(number, { query: 'normal', close: 'normal' })
    await online.pass(hour)
    expect(await orderState(online, orderId)).toBe('paid')
    expect((await stoppedWorkList.page(online.at(staff('cashier')), {})).items).toEqual([])
  }, 60_000)

  test('after three days of silence and a day of tries staff see that nobody knows', async () => {
    const { online, orderId } = await opened({ query: 'trouble' })
    await online.pass(5 * minute)
    expect(await stoppedAt(online)).toMatchObject([{ state: 'retrying' }])
    // Then the event itself is tried for another day.
    await online.pass(110 * hour)
    expect(await orderState(online, orderId)).toBe('created')
    expect(await stoppedAt(online)).toMatchObject([
      { kind: 'payments.watch', state: 'stopped', failure: 'payments.provider_unreachable' },
    ])
  }, 60_000)
})

const stoppedAt = async (online: Online) =>
  (await stoppedWorkList.page(online.at(staff('cashier')), {})).items

describe('watching an order about which the provider says no for a reason that time does not heal', () => {
  const otherKey = () =>
    generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    })
  const reasons: [string, object | undefined, () => object | undefined, string][] = [
    ['the rules of the merchant forbid it', { query: 'refused' }, () => undefined, 'provider_refused'],
    ['an answer is signed by nobody', { query: 'unsigned' }, () => undefined, 'provider_untrusted'],
    [
      'it is signed with another key than the merchant’s',
      undefined,
      () => ({ merchantPrivateKey: otherKey().privateKey }),
      'provider_refused',
    ],
    [
      'it is signed under another serial',
      undefined,
      () => ({ merchantSerial: 'A'.repeat(40) }),
      'provider_refused',
    ],
    [
      'the provider’s own key is another',
      undefined,
      () => ({
        platformKeys: [{ serial: 'PUB_KEY_ID_0000000000000000000000000000', pem: otherKey().publicKey }],
      }),
      'provider_untrusted',
    ],
  ]

  test.each(reasons)(
    'stops at the first asking, where people see it: %s',
    async (_, behaviour, change, code) => {
      const { online, orderId } = await opened(behaviour)
      const settings = change()
      if (settings !== undefined) await enterSettings(online, settings)
      await online.pass(10_000)
      expect(await stoppedAt(online)).toMatchObject([
        {
          kind: 'payments.watch',
          subjectId: orderId,
          state: 'stopped',
          failure: `payments.${code}`,
          attempts: 1,
        },
      ])
      // Nobody asks in vain for three days: nothing of it waits.
      await online.pass(5 * hour)
      expect(await stoppedAt(online)).toMatchObject([{ state: 'stopped', attempts: 1 }])
    },
  )

  test('goes on by itself once the merchant’s settings are corrected, and finds the payment', async () => {
    const { online, orderId } = await opened()
    await enterSettings(online, { merchantPrivateKey: otherKey().privateKey })
    await online.pay(orderId, 0)
    await online.pass(hour)
    expect(await stoppedAt(online)).toMatchObject([{ state: 'stopped' }])
    await enterSettings(online, {})
    await online.pass(1)
    expect(await orderState(online, orderId)).toBe('paid')
    expect(await stoppedAt(online)).toEqual([])
  })

  test('shows the payer how the order stands, and no error', async () => {
    const { online, orderId } = await opened({ query: 'refused' })
    expect(await followPayment(online.owner(), { orderId }, online.ports)).toMatchObject({ state: 'created' })
  })

  test('set aside, the order lets its bill go; what is paid for it all the same waits for a decision', async () => {
    const { online, orderId, billId, number } = await opened({ query: 'refused', close: 'refused' })
    await online.pass(10_000)
    await expect(online.open([billId])).rejects.toMatchObject({ code: 'payments.provider_refused' })
    const [stopped] = await stoppedAt(online)
    const decision = { requestId: freshRequestId(), eventId: stopped!.id, reason: '商户已停用' }
    await setAsideStopped(online.at(staff('cashier')), decision)
    expect(await orderState(online, orderId)).toBe('closed')
    expect(await online.open([billId])).toMatchObject({ amountFen: 10_000 })
    await online.behave(number, { query: 'normal', close: 'normal' })
    await online.pay(orderId, 0)
    await retryStopped(online.at(staff('cashier')), { requestId: freshRequestId(), eventId: stopped!.id })
    await online.drain()
    expect(await orderState(online, orderId)).toBe('exception')
    expect(await moneyOf(online)).toEqual({ bookedFen: 0, exceptionsFen: 10_000 })
  })
})

describe('an order that the provider does not close, and says that nobody paid', () => {
  test.each(['refused', 'trouble', 'busy'] as const)(
    'is over by itself five minutes after its time, and its bill is free: its answer is %s',
    async (close) => {
      const { online, billId, orderId, number } = await opened({ close })
      await online.pass(35 * minute - 1)
      expect(await orderState(online, orderId)).toBe('opened')
      await online.pass(1)
      expect(await orderState(online, orderId)).toBe('expired')
      expect(await stateAtProvider(number)).toBe('NOTPAY')
      expect(await stoppedAt(online)).toEqual([])
      expect(await online.open([billId])).toMatchObject({ amountFen: 10_000 })
    },
  )

  test('was paid by somebody whom the provider let begin in time: it is booked', async () => {
    const { online, orderId } = await opened({ close: 'refused' })
    await online.pass(34 * minute)
    await online.control('clock', { at: testNow + 30 * minute - 1 })
    await online.pay(orderId, 0)
    await online.control('clock', { at: null })
    await online.pass(minute)
    expect(await orderState(online, orderId)).toBe('paid')
    expect(await moneyOf(online)).toEqual({ bookedFen: 10_000, exceptionsFen: 0 })
  })

  test('waits for a payer who enters the password even then', async () => {
    const { online, billId, orderId, number } = await opened()
    await online.pass(29 * minute)
    const { payments } = online.ports
    const close = () => Promise.reject(providerRefused({ reason: 'RULE_LIMIT' }))
    online.ports.payments = (...merchant) => ({ ...payments(...merchant), close })
    await online.control('state', { outTradeNo: number, state: 'USERPAYING' })
    await online.pass(hour)
    expect(await orderState(online, orderId)).toBe('opened')
    const cashier = online.at(online.place.cashier.actor)
    await expect(recordPayment(cashier, cash([billId]), online.ports)).rejects.toMatchObject({
      code: 'payments.online_busy',
    })
    await online.control('state', { outTradeNo: number, state: 'NOTPAY' })
    await online.pass(hour)
    expect(await orderState(online, orderId)).toBe('expired')
  })

  test('money that came for it nevertheless waits for a decision', async () => {
    const { online, billId, orderId } = await opened({ close: 'refused' })
    await online.pass(35 * minute)
    await online.control('clock', { at: testNow + minute })
    await online.pay(orderId, 0)
    await online.control('clock', { at: null })
    expect(await online.notice(orderId, 'normal')).toBe(204)
    expect(await orderState(online, orderId)).toBe('exception')
    expect(await paidOf(online.place.ctx, billId)).toEqual({ paidFen: 0, linesFen: 0 })
    expect(await moneyOf(online)).toEqual({ bookedFen: 0, exceptionsFen: 10_000 })
  })
})

describe('a bill that is paid at the desk while an order is open', () => {
  test('the order is closed first, so that nobody pays twice', async () => {
    const { online, billId, orderId, number } = await opened()
    await recordPayment(online.place.cashier, cash([billId]), online.ports)
    expect(await orderState(online, orderId)).toBe('closed')
    expect(await stateAtProvider(number)).toBe('CLOSED')
    expect(await paidOf(online.place.ctx, billId)).toEqual({ paidFen: 10_000, linesFen: 10_000 })
  })

  test('an order that turns out to be paid is settled, and the desk is told', async () => {
    const { online, billId, orderId } = await opened()
    await online.pay(orderId, 0)
    await expect(recordPayment(online.place.cashier, cash([billId]), online.ports)).rejects.toMatchObject({
      code: 'payments.paid_online',
    })
    expect(await moneyOf(online)).toEqual({ bookedFen: 10_000, exceptionsFen: 0 })
    // The desk that still shows the bill is told the same when the money was booked before.
    await expect(recordPayment(online.place.cashier, cash([billId]), online.ports)).rejects.toMatchObject({
      code: 'payments.paid_online',
    })
  })

  test('an order of which another amount was paid waits for a decision, and the desk is told before it takes the money', async () => {
    const { online, billId, orderId } = await opened({
      query: 'wrong_amount',
      notice: 'never',
      amountFen: 9_999,
    })
    await online.pay(orderId, 0)
    const wanted = cash([billId])
    await expect(recordPayment(online.place.cashier, wanted, online.ports)).rejects.toMatchObject({
      code: 'payments.online_mismatch',
    })
    expect(await moneyOf(online)).toEqual({ bookedFen: 0, exceptionsFen: 9_999 })
    expect(await paidOf(online.place.ctx, billId)).toEqual({ paidFen: 0, linesFen: 0 })
    // Who was told and takes it all the same, by the same request, does.
    expect(await recordPayment(online.place.cashier, wanted, online.ports)).toMatchObject({
      onlineOpen: false,
    })
    expect(await paidOf(online.place.ctx, billId)).toEqual({ paidFen: 10_000, linesFen: 10_000 })
  })

  test('while the payer enters the password the desk waits', async () => {
    const { online, billId, number } = await opened()
    await online.control('state', { outTradeNo: number, state: 'USERPAYING' })
    await expect(recordPayment(online.place.cashier, cash([billId]), online.ports)).rejects.toMatchObject({
      code: 'payments.online_busy',
    })
    expect(await paidOf(online.place.ctx, billId)).toEqual({ paidFen: 0, linesFen: 0 })
  })

  test('an order that could not be closed then is closed as soon as the provider answers', async () => {
    const { online, billId, orderId, number } = await opened({ close: 'trouble', times: 3 })
    await recordPayment(online.place.cashier, cash([billId]), online.ports)
    expect(await orderState(online, orderId)).toBe('created')
    await online.pass(1_000)
    expect(await orderState(online, orderId)).toBe('closed')
    expect(await stateAtProvider(number)).toBe('CLOSED')
  })
})
