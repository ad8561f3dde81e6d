import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { providerTradeStates, type ProviderTrade } from './provider.ts'
import { orderStates } from './rules.ts'
import { judgeTrade, planSettlement, type AskedOrder } from './settlement.ts'

const order: AskedOrder = {
  state: 'opened',
  outTradeNo: 'HJ20261122ABCDEF0123456789',
  amountFen: 123_450,
  merchantId: '1900000001',
  appId: 'wx0123456789abcdef',
}
const paid: ProviderTrade = {
  outTradeNo: order.outTradeNo,
  transactionId: '4200000000202611220000000001',
  state: 'success',
  totalFen: 123_450,
  payerTotalFen: 123_450,
  paidAt: 1,
  currency: 'CNY',
  merchantId: order.merchantId,
  appId: order.appId,
  raw: '{}',
}

describe('judgeTrade', () => {
  test('an order that agrees in everything is paid, also before we saw the provider know it', () => {
    expect(judgeTrade(order, paid)).toEqual({ kind: 'paid' })
    expect(judgeTrade({ ...order, state: 'created' }, paid)).toEqual({ kind: 'paid' })
  })

  test('a coupon of the provider changes what left the account, not what was paid to us', () => {
    expect(judgeTrade(order, { ...paid, payerTotalFen: 100_000 })).toEqual({ kind: 'paid' })
  })

  test.each([
    ['unknown_order', { outTradeNo: 'HJ20261122ABCDEF0000000000' }],
    ['foreign_merchant', { merchantId: '1900000002' }],
    ['foreign_merchant', { appId: 'wxfedcba9876543210' }],
    ['wrong_currency', { currency: 'HKD' }],
    ['wrong_amount', { totalFen: 123_449 }],
    ['wrong_amount', { totalFen: null }],
    ['refunded', { state: 'refund' }],
  ] as const)('%s is no payment and keeps the amount that the provider names', (why, change) => {
    const trade: ProviderTrade = { ...paid, ...change }
    expect(judgeTrade(order, trade)).toEqual({ kind: 'mismatch', why, amountFen: trade.totalFen ?? 0 })
  })

  test('an order that was closed is never settled by itself', () => {
    for (const state of orderStates.filter((each) => each !== 'created' && each !== 'opened')) {
      expect(judgeTrade({ ...order, state }, paid)).toMatchObject({
        kind: 'mismatch',
        why: 'paid_after_close',
      })
    }
  })

  test('only success and refund are about money; nothing follows from silence', () => {
    const kinds = Object.fromEntries(
      providerTradeStates.map((state) => [state, judgeTrade(order, { ...paid, state }).kind]),
    )
    expect(kinds).toEqual({
      success: 'paid',
      refund: 'mismatch',
      notpay: 'waiting',
      closed: 'closed',
      revoked: 'closed',
      userpaying: 'waiting',
      payerror: 'waiting',
    })
    expect(judgeTrade(order, null)).toEqual({ kind: 'unheard' })
  })
})

describe('planSettlement', () => {
  const line = fc.record({
    billId: fc.uuid(),
    amountFen: fc.integer({ min: 1, max: 10_000_000 }),
    owedFen: fc.integer({ min: -100, max: 10_000_000 }),
  })

  test('settled and left over are exactly what was paid, and no bill gets more than is owed', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const { settled, leftFen } = planSettlement(lines)
        const asked = lines.reduce((sum, { amountFen }) => sum + amountFen, 0)
        expect(settled.reduce((sum, { amountFen }) => sum + amountFen, 0) + leftFen).toBe(asked)
        expect(leftFen).toBeGreaterThanOrEqual(0)
        for (const { billId, amountFen } of settled) {
          const bill = lines.find((each) => each.billId === billId)
          expect(amountFen).toBeGreaterThan(0)
          expect(amountFen).toBeLessThanOrEqual(Math.min(bill?.owedFen ?? 0, bill?.amountFen ?? 0))
        }
      }),
    )
  })

  test('bills that are still owed as asked take all', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), (lines) => {
        const owed = lines.map((each) => ({ ...each, owedFen: each.amountFen }))
        expect(planSettlement(owed)).toEqual({
          settled: owed.map(({ billId, amountFen }) => ({ billId, amountFen })),
          leftFen: 0,
        })
      }),
    )
  })
})
