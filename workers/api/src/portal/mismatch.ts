import type { OrderOutcome } from '@heju/core/fees/payments'

/** What became of money that came and fitted no bill: `noted` is that a cashier looked into it and moved nothing. */
export interface MismatchPart {
  what: 'refunded' | 'allocated' | 'open' | 'held' | 'noted'
  fen: number
}

/** A cashier may decide about a part at a time: each part with what became of it. */
export function mismatchParts(order: OrderOutcome): MismatchPart[] {
  const { exceptionState, exceptionFen, exceptionLeftFen, refundedFen, allocatedFen } = order
  if (exceptionState === null || exceptionFen === null) return []
  const rest: MismatchPart =
    exceptionState === 'resolved'
      ? { what: 'noted', fen: exceptionFen - refundedFen - allocatedFen }
      : { what: exceptionState, fen: exceptionLeftFen ?? exceptionFen }
  const parts: MismatchPart[] = [
    { what: 'refunded', fen: refundedFen },
    { what: 'allocated', fen: allocatedFen },
    rest,
  ]
  return parts.filter(({ fen }) => fen > 0)
}

/** Whether one thing became of all that was paid; undefined where it is several, or some of it settled bills. */
export function wholeMismatch(order: OrderOutcome): MismatchPart['what'] | undefined {
  const parts = mismatchParts(order)
  return parts.length === 1 && order.bookedFen === 0 ? parts[0]?.what : undefined
}

/** Fen that the payer sees in WeChat: what settled bills and what fitted none; before it is paid, what is asked for. */
export function paidFenOf({ amountFen, bookedFen, exceptionFen }: OrderOutcome): number {
  return exceptionFen === null ? amountFen : bookedFen + exceptionFen
}
