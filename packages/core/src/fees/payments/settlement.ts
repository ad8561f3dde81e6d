import type { ProviderTrade } from './provider.ts'
import { openOrderStates, type ExceptionKind, type OrderState } from './rules.ts'

/** What of an order its evidence is compared with. */
export interface AskedOrder {
  state: OrderState
  outTradeNo: string
  amountFen: number
  merchantId: string
  appId: string
}

/** What follows from the provider's word about an order. */
export type Verdict =
  | { kind: 'unheard' }
  | { kind: 'waiting' }
  | { kind: 'closed' }
  | { kind: 'paid' }
  | { kind: 'mismatch'; why: ExceptionKind; amountFen: number }

/**
 * Judges what the provider says of one of our orders; null is that it never heard of it. Only a trade that agrees in
 * merchant, app, currency, amount and state, about an order that was not closed, is a payment. Everything else about
 * which money moved is a mismatch: it keeps the provider's amount, so that no fen gets lost on the way.
 */
export function judgeTrade(order: AskedOrder, trade: ProviderTrade | null): Verdict {
  if (trade === null) return { kind: 'unheard' }
  switch (trade.state) {
    case 'notpay':
    case 'userpaying':
    case 'payerror':
      return { kind: 'waiting' }
    case 'closed':
    case 'revoked':
      return { kind: 'closed' }
    case 'success':
    case 'refund': {
      const why = mismatchOf(order, trade)
      return why === null ? { kind: 'paid' } : { kind: 'mismatch', why, amountFen: trade.totalFen ?? 0 }
    }
  }
}

function mismatchOf(order: AskedOrder, trade: ProviderTrade): ExceptionKind | null {
  if (trade.outTradeNo !== order.outTradeNo) return 'unknown_order'
  if (trade.merchantId !== order.merchantId || trade.appId !== order.appId) return 'foreign_merchant'
  // A provider that leaves the currency out means its only one.
  if (trade.currency !== null && trade.currency !== 'CNY') return 'wrong_currency'
  if (trade.totalFen !== order.amountFen) return 'wrong_amount'
  if (trade.state === 'refund') return 'refunded'
  if (!openOrderStates.some((state) => state === order.state)) return 'paid_after_close'
  return null
}

/** A bill that an order is to settle: what the order asked for it, and what is owed of it by now. */
export interface LineToSettle {
  billId: string
  amountFen: number
  /** 0 when it was paid otherwise or withdrawn meanwhile. */
  owedFen: number
}

/**
 * Shares the money of a paid order among its bills as they are now: each gets what was asked for it but never more
 * than is owed. What is left over found its bill settled in another way and becomes an exception.
 * Σ settled + leftFen is exactly what was paid.
 */
export function planSettlement(lines: readonly LineToSettle[]): {
  settled: { billId: string; amountFen: number }[]
  leftFen: number
} {
  const taken = lines.map(({ billId, amountFen, owedFen }) => ({
    billId,
    amountFen: Math.max(0, Math.min(amountFen, owedFen)),
  }))
  const askedFen = lines.reduce((sum, line) => sum + line.amountFen, 0)
  const takenFen = taken.reduce((sum, line) => sum + line.amountFen, 0)
  return { settled: taken.filter((line) => line.amountFen > 0), leftFen: askedFen - takenFen }
}
