import { followPayment, voidBill } from '@heju/core/payments'
import { addBill, paidOf } from '@heju/core/payments/testing'
import { freshRequestId } from '@heju/core/testing'
import { newId } from '@heju/kernel'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { moneyOf, orderState, street, type Online, type Street } from './online.ts'

let provider: Street
beforeAll(async () => {
  provider = await street()
})
afterAll(() => provider.close())

function take(online: Online, billId: string) {
  const input = { requestId: freshRequestId(), billId, reason: '面积登记有误' }
  return voidBill(online.at(online.place.ctx.actor), input, online.ports)
}

async function stateOf(online: Online, billId: string): Promise<string> {
  const { rows } = await online.place.ctx.db.client.execute({
    sql: 'SELECT state FROM bills WHERE id = ?',
    args: [billId],
  })
  return String(rows[0]?.state)
}

describe('a bill that somebody is paying online', () => {
  test('is taken back after its order was closed at the provider, and can be paid no more', async () => {
    const online = await provider.company()
    const billId = await addBill(online.place)
    const { orderId } = await online.open([billId])
    await take(online, billId)
    expect([await stateOf(online, billId), await orderState(online, orderId)]).toEqual(['void', 'closed'])
    await expect(online.pay(orderId)).rejects.toThrow()
    await online.pass(3 * 24 * 60 * 60_000)
    expect(await moneyOf(online)).toEqual({ bookedFen: 0, exceptionsFen: 0 })
  })

  test('and has paid, without a notice having come, stays; the money is booked', async () => {
    const online = await provider.company()
    const billId = await addBill(online.place)
    const { orderId } = await online.open([billId])
    await online.behave(await online.numberOf(orderId), { notice: 'never' })
    await online.pay(orderId, 0)
    await expect(take(online, billId)).rejects.toMatchObject({ code: 'payments.paid_meanwhile' })
    expect(await stateOf(online, billId)).toBe('published')
    expect(await paidOf(online.place.ctx, billId)).toEqual({ paidFen: 10_000, linesFen: 10_000 })
  })

  test('stays while the provider does not answer, and is taken back once it does', async () => {
    const online = await provider.company()
    const billId = await addBill(online.place)
    const { orderId } = await online.open([billId])
    const number = await online.numberOf(orderId)
    await online.behave(number, { close: 'trouble' })
    await expect(take(online, billId)).rejects.toMatchObject({ code: 'payments.online_uncertain' })
    expect([await stateOf(online, billId), await orderState(online, orderId)]).toEqual([
      'published',
      'created',
    ])
    await online.behave(number, { close: 'refused' })
    await expect(take(online, billId)).rejects.toMatchObject({ code: 'payments.closing_refused' })
    await online.behave(number, { close: 'normal' })
    await take(online, billId)
    expect(await stateOf(online, billId)).toBe('void')
  })

  test('and is taken back at the same moment ends one way: void with no money, or paid and not void', async () => {
    for (let round = 0; round < 12; round += 1) {
      const online = await provider.company()
      const billId = await addBill(online.place)
      const opened = round % 3 === 2 ? undefined : await online.open([billId])
      const orderId = opened?.orderId ?? newId('ord', online.place.ctx.now)
      const pays = async () => {
        if (opened === undefined) await online.open([billId], { orderId })
        await online.pay(orderId, 0)
        await followPayment(online.owner(), { orderId }, online.ports)
      }
      const [taken, paid] = await Promise.allSettled([take(online, billId), pays()])
      await online.pass(60 * 60_000)
      const state = await stateOf(online, billId)
      const { paidFen } = await paidOf(online.place.ctx, billId)
      const { bookedFen, exceptionsFen } = await moneyOf(online)
      expect([state, paidFen, bookedFen, exceptionsFen]).toEqual(
        state === 'void' ? ['void', 0, 0, 0] : ['published', 10_000, 10_000, 0],
      )
      // Whose wish did not come true is told so.
      expect([taken.status, paid.status]).toEqual(
        state === 'void' ? ['fulfilled', 'rejected'] : ['rejected', 'fulfilled'],
      )
    }
  })
})
