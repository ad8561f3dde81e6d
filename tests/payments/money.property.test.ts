import { cancelPayment, followPayment, recordPayment, reversePayment } from '@heju/core/fees/payments'
import { addBill, cash, paidOf } from '@heju/core/fees/payments/testing'
import { freshRequestId, staff } from '@heju/core/testing'
import { HejuError, newId } from '@heju/kernel'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { enterSettings, moneyOf, street, type Online, type Street } from './online.ts'

const minute = 60_000
let provider: Street
beforeAll(async () => {
  provider = await street()
})
afterAll(() => provider.close())

const bill = fc.nat({ max: 2 })
const order = fc.nat({ max: 9 })
const spoilt = fc.constantFrom('normal', 'trouble', 'silent', 'lagging', 'unsigned', 'forged', 'stale')

/** What may happen, by people, by the provider and by the clock. Those in one list happen at the same time. */
const opening = fc.record({
  do: fc.constant('open' as const),
  bills: fc.uniqueArray(bill, { minLength: 1, maxLength: 3 }),
  query: spoilt,
  close: fc.constantFrom('normal', 'trouble', 'silent'),
  open: fc.constantFrom('normal', 'normal', 'silent', 'unsigned'),
  times: fc.integer({ min: 0, max: 4 }),
  notice: fc.constantFrom('normal', 'never', 'twice', 'forged', 'wrong_amount'),
})
const step = fc.oneof(
  { weight: 3, arbitrary: opening },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('pay' as const), order }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('notice' as const),
      order,
      kind: fc.constantFrom('normal', 'twice', 'wrong_amount', 'forged', 'stale', 'other_merchant'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('follow' as const), order }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('cancel' as const), order }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('desk' as const),
      bill,
      amountFen: fc.integer({ min: 1, max: 10_000 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reverse' as const), which: fc.nat({ max: 9 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('pass' as const),
      ms: fc.constantFrom(1_000, 6_000, 61_000, 31 * minute),
    }),
  },
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

interface Story {
  online: Online
  bills: string[]
  orders: string[]
  desk: string[]
}

async function happen(story: Story, now: Step): Promise<unknown> {
  const { online, bills, orders, desk } = story
  const some = <T>(list: readonly T[], i: number) => list[i % Math.max(list.length, 1)]
  const orderId = 'order' in now ? some(orders, now.order) : undefined
  if ('order' in now && orderId === undefined) return
  switch (now.do) {
    case 'open': {
      const { query, close, open, times, notice } = now
      const opened = newId('ord', online.place.ctx.now)
      await online.behave('next', { query, close, open, times, notice } as never)
      orders.push(opened)
      return online.open(
        now.bills.map((i) => bills[i]!),
        { orderId: opened },
      )
    }
    case 'pay':
      return online.pay(orderId!, 50)
    case 'notice':
      return online.notice(orderId!, now.kind)
    case 'follow':
      return followPayment(online.owner(), { orderId: orderId! }, online.ports)
    case 'cancel':
      return cancelPayment(online.owner(), { orderId: orderId! }, online.ports)
    case 'desk': {
      const request = cash([], { lines: [{ billId: bills[now.bill]!, amountFen: now.amountFen }] })
      await recordPayment(online.place.cashier, request, online.ports)
      return desk.push(request.paymentId)
    }
    case 'reverse': {
      const paymentId = some(desk, now.which)
      if (paymentId === undefined) return
      const input = {
        requestId: freshRequestId(),
        paymentId,
        reversalId: newId('pay', online.place.ctx.now),
        reason: '录错',
      }
      return reversePayment(online.at(staff('accountant')), input)
    }
    case 'pass':
      return online.pass(now.ms)
  }
}

/** What was refused is part of life; what broke is not. The simulator refuses with plain errors. */
function expectRefusal(result: PromiseSettledResult<unknown>): void {
  if (result.status === 'fulfilled') return
  const isRefusal =
    result.reason instanceof HejuError
      ? result.reason.kind !== 'internal'
      : /no such order|订单/.test(String(result.reason))
  expect(isRefusal, String(result.reason)).toBe(true)
}

async function paidAtProvider(online: Online): Promise<number> {
  const response = await fetch(`${provider.providerUrl}/__control/orders`)
  const all = (await response.json()) as { outTradeNo: string; state: string; totalFen: number }[]
  const { rows } = await online.place.ctx.db.client.execute('SELECT out_trade_no FROM payment_orders')
  const ours = new Set(rows.map((row) => row.out_trade_no))
  return all
    .filter((each) => ours.has(each.outTradeNo) && each.state === 'SUCCESS')
    .reduce((sum, each) => sum + each.totalFen, 0)
}

async function calm({ online, orders }: Story): Promise<void> {
  const good = { query: 'normal', close: 'normal', notice: 'never' } as const
  for (const orderId of orders) {
    const number = await online.numberOf(orderId)
    if (number !== 'undefined') await online.behave(number, good)
  }
  // A watch that an answer which cannot be trusted stopped is shown, and goes on once the merchant is seen to.
  await enterSettings(online, {})
  await online.pass(3 * 60 * minute)
}

test(
  'whatever happens in whatever order, each bill is paid at most once and no fen is lost',
  { timeout: 300_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(
        opening,
        fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 8 }),
        async (first, moments) => {
          const online = await provider.company()
          const bills = [
            await addBill(online.place),
            await addBill(online.place),
            await addBill(online.place),
          ]
          const story: Story = { online, bills, orders: [], desk: [] }
          for (const moment of [[first], ...moments]) {
            const results = await Promise.allSettled(moment.map((each) => happen(story, each)))
            results.forEach(expectRefusal)
          }
          await calm(story)

          const { bookedFen, exceptionsFen } = await moneyOf(online)
          expect(bookedFen + exceptionsFen).toBe(await paidAtProvider(online))
          for (const billId of bills) {
            const { paidFen, linesFen } = await paidOf(online.place.ctx, billId)
            expect(paidFen).toBe(linesFen)
            expect(paidFen).toBeGreaterThanOrEqual(0)
            expect(paidFen).toBeLessThanOrEqual(10_000)
          }
          const { client } = online.place.ctx.db
          // The watch of an order that ended in another way holds nothing up, and is shown to nobody.
          const counts = await client.execute(
            `SELECT (SELECT count(*) FROM payment_orders WHERE state IN ('created', 'opened')) AS open,
               (SELECT count(*) FROM payments WHERE reverses_payment_id IS NULL) - (SELECT count(*) FROM receipts) AS receiptless,
               (SELECT coalesce(max(serial), 0) FROM receipts) - (SELECT count(*) FROM receipts) AS gaps,
               (SELECT count(*) FROM outbox WHERE failure IS NOT NULL AND done_at IS NOT NULL
                 AND NOT (type = 'payments.watch' AND json_extract(payload_json, '$.orderId') IN
                   (SELECT id FROM payment_orders WHERE state NOT IN ('created', 'opened')))) AS dead`,
          )
          expect(counts.rows).toMatchObject([{ open: 0, receiptless: 0, gaps: 0, dead: 0 }])
        },
      ),
      { numRuns: 20 },
    )
  },
)
