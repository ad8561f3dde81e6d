import { newId } from '@heju/kernel'
import { describe, expect, test } from 'vitest'
import { anyhow, freshRequestId, testNow } from '../../testing.ts'
import { moveOrder, onWordOf } from './order.ts'
import { exceptionStates, exceptionTransitions, orderStates, orderTransitions } from './rules.ts'
import { merchants, paymentExceptions, paymentOrderLines, paymentOrders } from './tables.ts'
import { resolveException } from './resolve-exception.ts'
import { addBill, estate, noProvider, type Estate } from './testing.ts'

async function merchantOf(place: Estate): Promise<string> {
  const id = newId('mch', testNow)
  await place.ctx.db.orm.insert(merchants).values({
    id,
    scope: id,
    merchantId: '1900000001',
    appId: 'wx0123456789abcdef',
    merchantSerial: '0'.repeat(40),
    platformSerials: 'PUB_KEY_ID_1',
    apiV3KeyLast4: 'abcd',
    settingsSealed: '-',
    createdAt: testNow,
    changedAt: testNow,
  })
  return id
}

async function orderIn(place: Estate, state: (typeof orderStates)[number]): Promise<string> {
  const id = newId('ord', testNow)
  const ended = orderTransitions[state].includes('paid') ? null : testNow
  await place.ctx.db.orm.insert(paymentOrders).values({
    id,
    outTradeNo: id,
    merchantRef: await merchantOf(place),
    projectId: place.projectId,
    ownerId: place.owners[0]!.actor.id,
    payerName: '业主1501',
    scene: 'h5',
    amountFen: 10_000,
    description: '',
    openingSealed: '-',
    state,
    createdAt: testNow,
    expiresAt: testNow,
    endedAt: ended,
  })
  await place.ctx.db.orm
    .insert(paymentOrderLines)
    .values({ orderId: id, billId: await addBill(place), amountFen: 10_000, endedAt: ended })
  return id
}

describe('the states of an order are guarded in the database', () => {
  test.each(orderStates)('from %s only the transitions of the table are possible', async (from) => {
    const place = await estate()
    for (const to of orderStates) {
      const orderId = await orderIn(place, from)
      const moved = place.ctx.write(
        'test.move',
        { requestId: freshRequestId() },
        (write) => moveOrder(place.ctx, write, orderId, to),
        anyhow,
      )
      const outcome = await moved.then(
        () => 'moved',
        (error: { code: string }) => error.code,
      )
      expect(outcome, `${from} → ${to}`).toBe(
        orderTransitions[from].includes(to) ? 'moved' : 'payments.order_moved',
      )
    }
  })

  test('an order that ends lets go of its bills, one that is seen by the provider keeps them', async () => {
    const place = await estate()
    for (const to of orderTransitions.created) {
      const orderId = await orderIn(place, 'created')
      await place.ctx.write(
        'test.move',
        { requestId: freshRequestId() },
        (write) => moveOrder(place.ctx, write, orderId, to),
        anyhow,
      )
      const lines = await place.ctx.db.orm.select().from(paymentOrderLines)
      const line = lines.find((each) => each.orderId === orderId)
      expect(line?.endedAt === null, to).toBe(to === 'opened')
    }
  })

  test('its amount, number and payer cannot be changed, nor can it be deleted', async () => {
    const place = await estate()
    await orderIn(place, 'created')
    const { client } = place.ctx.db
    for (const change of ['amount_fen = 1', `out_trade_no = 'x'`, `owner_id = 'x'`])
      await expect(client.execute(`UPDATE payment_orders SET ${change}`)).rejects.toThrow('frozen')
    await expect(client.execute('UPDATE payment_order_lines SET amount_fen = 1')).rejects.toThrow('frozen')
    await expect(client.execute('DELETE FROM payment_order_lines')).rejects.toThrow('frozen')
  })
})

describe('the states of an exception are guarded in the database', () => {
  test.each(exceptionStates)('from %s only the transitions of the table are possible', async (from) => {
    const place = await estate()
    for (const [kind, to] of [
      ['held', 'held'],
      ['noted', 'resolved'],
    ] as const) {
      const exceptionId = newId('exc', testNow)
      await place.ctx.db.orm.insert(paymentExceptions).values({
        id: exceptionId,
        kind: 'wrong_amount',
        state: from,
        merchantRef: await merchantOf(place),
        outTradeNo: exceptionId,
        amountFen: 100,
        evidenceSealed: '-',
        foundAt: testNow,
      })
      const decision = { requestId: freshRequestId(), exceptionId, decision: { kind }, reason: '核对' }
      const decided = resolveException(place.cashier, decision, noProvider)
      const outcome = await decided.then(
        ({ state }) => state,
        (error: { code: string }) => error.code,
      )
      expect(outcome, `${from} → ${to}`).toBe(
        exceptionTransitions[from].includes(to) ? to : 'payments.exception_resolved',
      )
    }
  })

  test.each([
    ['a part of it', 40, 'payments.exception_moved'],
    ['all of it', 100, 'payments.exception_resolved'],
  ])('who decides a moment after a colleague decided about %s is told so', async (_, amountFen, code) => {
    const place = await estate()
    const exceptionId = newId('exc', testNow)
    await place.ctx.db.orm.insert(paymentExceptions).values({
      id: exceptionId,
      kind: 'wrong_amount',
      state: 'open',
      merchantRef: await merchantOf(place),
      outTradeNo: exceptionId,
      amountFen: 100,
      evidenceSealed: '-',
      foundAt: testNow,
    })
    const giveBack = (fen: number) =>
      resolveException(
        place.cashier,
        {
          requestId: freshRequestId(),
          exceptionId,
          decision: { kind: 'refunded', amountFen: fen, referenceNo: '5030000001' },
          reason: '核对',
        },
        noProvider,
      )
    const { client } = place.ctx.db
    const { batch } = client
    // Between what the cashier reads and what they write.
    client.batch = async (...asked: Parameters<typeof batch>) => {
      if (asked[1] === 'write') {
        client.batch = batch
        await giveBack(amountFen)
      }
      return batch.call(client, ...asked)
    }
    await expect(giveBack(50)).rejects.toMatchObject({ code })
  })

  test('it keeps its money and its evidence', async () => {
    const place = await estate()
    await place.ctx.db.orm.insert(paymentExceptions).values({
      id: newId('exc', testNow),
      kind: 'wrong_amount',
      state: 'open',
      merchantRef: await merchantOf(place),
      outTradeNo: 'HJ1',
      amountFen: 100,
      evidenceSealed: '-',
      foundAt: testNow,
    })
    const { client } = place.ctx.db
    for (const change of [
      'amount_fen = 1',
      `evidence_sealed = ''`,
      'resolved_fen = 101',
      `out_trade_no = 'x'`,
    ])
      await expect(client.execute(`UPDATE payment_exceptions SET ${change}`)).rejects.toThrow(
        'keeps its money',
      )
    await expect(client.execute('DELETE FROM payment_exceptions')).rejects.toThrow('keeps its money')
  })
})

describe('what is done on the word of the provider', () => {
  test('is recorded as the provider’s, and the effects of it are remembered', async () => {
    const place = await estate()
    await onWordOf(place.cashier, 'mch_1', (ctx) =>
      ctx.write(
        'test.word',
        { requestId: freshRequestId() },
        (write) => {
          write.audit('test.word', 'x')
          write.publish({ type: 'test' })
        },
        anyhow,
      ),
    )
    const { rows } = await place.ctx.db.client.execute(
      `SELECT actor_kind, actor_id FROM audit_log WHERE action = 'test.word'`,
    )
    expect(rows).toMatchObject([{ actor_kind: 'provider', actor_id: 'mch_1' }])
    expect(place.cashier.published).toBe(true)
  })
})
