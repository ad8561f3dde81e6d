import { openPayment, recordPayment } from '@heju/core/fees/payments'
import { addBill, cash } from '@heju/core/fees/payments/testing'
import { productVerbs } from '@heju/core'
import { anyhow, freshRequestId, staff } from '@heju/core/testing'
import { newId } from '@heju/kernel'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { moneyOf, orderState, street, type Online, type Street } from './online.ts'

let provider: Street
beforeAll(async () => {
  provider = await street()
})
afterAll(() => provider.close())

/** What the ledger of requests holds, as `scope|id`. */
async function keysOf(online: Online): Promise<string[]> {
  const { rows } = await online.place.ctx.db.client.execute('SELECT scope, id FROM _requests')
  return rows.map((row) => `${String(row.scope)}|${String(row.id)}`)
}

/** An owner opens a payment under a request id of their own choice. */
async function openUnder(online: Online, requestIdOf: (orderId: string) => string) {
  const billId = await addBill(online.place)
  const orderId = newId('ord', online.place.ctx.now)
  await online.behave('next', { notice: 'never' })
  const input = { requestId: requestIdOf(orderId), orderId, billIds: [billId], scene: 'h5' as const }
  await openPayment(online.owner(), input, online.ports, { ip: '203.0.113.7' })
  return { orderId, billId }
}

describe('a key that an owner chooses', () => {
  const forms: [string, (orderId: string) => string][] = [
    ...['settle', 'opened', 'closed', 'expired', 'watch', 'unknown'].map(
      (word): [string, (orderId: string) => string] => [`${word}-…`, (orderId) => `${word}-${orderId}`],
    ),
    ...productVerbs.map((verb): [string, (orderId: string) => string] => [
      `${verb}-…`,
      (orderId) => `${verb.replaceAll('.', '_')}-${orderId}`.slice(0, 64),
    ]),
  ]
  test.each(forms)('%s keeps no money out of the books', async (_, requestIdOf) => {
    const online = await provider.company()
    const { orderId } = await openUnder(online, requestIdOf)
    await online.pay(orderId, 0)
    await online.pass(5_000)
    expect(await orderState(online, orderId)).toBe('paid')
    expect(await moneyOf(online)).toEqual({ bookedFen: 10_000, exceptionsFen: 0 })
  })

  test('is never one of the product’s, not even letter for letter', async () => {
    const online = await provider.company()
    const { orderId } = await openUnder(online, (id) => `settle-${id}`)
    await online.pay(orderId, 0)
    await online.pass(5_000)
    const product = (await keysOf(online)).filter((key) => key.startsWith('product|'))
    expect(product).toContain(`product|payments.settle ${orderId}`)
    // Whoever reads the ledger and says the same: past the form that the API asks for, it is a key of theirs.
    const again = (await keysOf(online)).filter((key) => key.startsWith(`owner ${online.owner().actor.id}|`))
    expect(again).toEqual([`owner ${online.owner().actor.id}|settle-${orderId}`])
    await online
      .owner()
      .write('test.anything', { requestId: `payments.settle ${orderId}` }, () => null, anyhow)
    expect(await keysOf(online)).toContain(`owner ${online.owner().actor.id}|payments.settle ${orderId}`)
  })

  test('counts for them alone: another may choose the same', async () => {
    const online = await provider.company()
    const bills = [await addBill(online.place, 0), await addBill(online.place, 1)]
    for (const [room, billId] of bills.entries()) {
      const orderId = newId('ord', online.place.ctx.now)
      const input = { requestId: 'the-same-key', orderId, billIds: [billId], scene: 'h5' as const }
      await openPayment(online.owner(room), input, online.ports, { ip: '203.0.113.7' })
      expect(await orderState(online, orderId)).toBe('created')
    }
  })
})

describe('one key', () => {
  test('under two verbs at once is carried out once and refused once', async () => {
    const online = await provider.company()
    const ctx = online.at(staff('cashier'))
    const requestId = freshRequestId()
    const done: string[] = []
    const verb = (name: string) => ctx.write(name, { requestId }, () => void done.push(name), anyhow)
    const outcomes = await Promise.allSettled([verb('test.one'), verb('test.other')])
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const refused = outcomes.find((outcome) => outcome.status === 'rejected')
    expect(refused).toMatchObject({ reason: { code: 'request.reused' } })
  })

  test('closing by the payer and by the watch at once is one closing, and nobody is refused', async () => {
    const online = await provider.company()
    const { orderId } = await openUnder(online, () => freshRequestId())
    const number = await online.numberOf(orderId)
    await online.control('state', { outTradeNo: number, state: 'CLOSED' })
    const { cancelPayment, followPayment } = await import('@heju/core/fees/payments')
    const ways = [
      cancelPayment(online.owner(), { orderId }, online.ports),
      followPayment(online.owner(), { orderId }, online.ports),
      cancelPayment(online.owner(), { orderId }, online.ports),
    ]
    expect((await Promise.all(ways)).map(({ state }) => state)).toEqual(['closed', 'closed', 'closed'])
  })
})

describe('money that cannot be booked', () => {
  test('is shown among the exceptions with the reason, once, however often it is asked about', async () => {
    const online = await provider.company()
    const { orderId, billId } = await openUnder(online, () => freshRequestId())
    const { client } = online.place.ctx.db
    await client.execute(
      `CREATE TRIGGER no_payment BEFORE INSERT ON payments BEGIN SELECT RAISE(ABORT, 'no'); END`,
    )
    await online.pay(orderId, 0)
    await online.pass(5 * 60_000)
    expect(await orderState(online, orderId)).toBe('exception')
    const { rows } = await client.execute('SELECT kind, state, failure, amount_fen FROM payment_exceptions')
    expect(rows).toMatchObject([
      { kind: 'not_booked', state: 'open', failure: 'database.conflict', amount_fen: 10_000 },
    ])
    // What stood in the way is mended, and the bill can be paid: nothing holds it.
    await client.execute('DROP TRIGGER no_payment')
    await recordPayment(online.place.cashier, cash([billId]), online.ports)
    expect(await moneyOf(online)).toEqual({ bookedFen: 0, exceptionsFen: 10_000 })
  })
})
