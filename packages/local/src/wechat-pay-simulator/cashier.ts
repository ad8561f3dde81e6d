import type { Book, Clock } from './book.ts'
import { digits } from './keys.ts'
import type { Order } from './model.ts'
import type { Postman } from './postman.ts'

/** Why an order cannot be paid, in the words that the payer reads. */
export type CannotPay = '订单已支付' | '订单已关闭' | '订单已超过支付时间'

export function cannotPay(order: Order, clock: Clock): CannotPay | null {
  if (order.state === 'SUCCESS' || order.state === 'REFUND') return '订单已支付'
  if (order.state === 'CLOSED' || order.state === 'REVOKED') return '订单已关闭'
  if (order.expiresAt !== null && clock.now() > order.expiresAt) return '订单已超过支付时间'
  return null
}

/**
 * The payer's password was right: the money is taken and the merchant is told.
 * @returns the paid order, and when the telling has ended
 */
export function pay(
  book: Book,
  postman: Postman,
  order: Order,
  paidAt: number,
): { order: Order; announced: Promise<void> } {
  const day = new Date(paidAt + 8 * 3_600_000).toISOString().slice(0, 10).replaceAll('-', '')
  const paid = book.change(order, {
    state: 'SUCCESS',
    transactionId: `4200${digits(6)}${day}${digits(10)}`,
    paidAt: Math.floor(paidAt / 1000) * 1000,
  })
  return { order: paid, announced: postman.announce(paid) }
}
