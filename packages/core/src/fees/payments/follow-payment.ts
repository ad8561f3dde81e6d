import { and, eq } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { orderNotFound } from './errors.ts'
import type { PaymentPorts } from './merchant.ts'
import { isOpen } from './order.ts'
import { orderActionSchema, type OrderAction, type OrderView } from './payment-schemas.ts'
import { isProviderTrouble } from './provider.ts'
import { isOvertaken } from './queries.ts'
import type { OrderState } from './rules.ts'
import { settleFromProvider } from './settle.ts'
import { payments, paymentOrders, receipts } from './tables.ts'

/** What became of an owner's payment, as far as it is booked. One round trip. @throws `payments.order_not_found` */
export async function readPayment(ctx: Ctx, raw: OrderAction): Promise<OrderView> {
  const ownerId = ctx.requireOwner()
  const { orderId } = parse(orderActionSchema, raw)
  const { id, state, amountFen, expiresAt } = paymentOrders
  const [order] = await ctx.db.orm
    .select({ orderId: id, state, amountFen, expiresAt, overtaken: isOvertaken, receiptId: receipts.id })
    .from(paymentOrders)
    .leftJoin(payments, eq(payments.orderId, paymentOrders.id))
    .leftJoin(receipts, eq(receipts.paymentId, payments.id))
    .where(and(eq(id, orderId), eq(paymentOrders.ownerId, ownerId)))
  if (order === undefined) throw orderNotFound()
  return order
}

/**
 * The page to which the payer comes back asks what became of the payment, and the provider is asked right away: the
 * notice may be late, or never come. A provider that does not answer now, or refuses, is asked again by the watch, or shown to
 * those who can do something about it: the payer can not.
 * @throws `payments.order_not_found`
 */
export async function followPayment(ctx: Ctx, raw: OrderAction, ports: PaymentPorts): Promise<OrderView> {
  const order = await readPayment(ctx, raw)
  if (!isOpen(order.state)) return order
  const state = await askOnce(ctx, order.orderId, ports)
  if (state === undefined) return order
  return isOpen(state) ? { ...order, state } : readPayment(ctx, raw)
}

/** Asks the provider about an open order. @returns its state by then; undefined while the provider does not answer or refuses */
export async function askOnce(
  ctx: Ctx,
  orderId: string,
  ports: PaymentPorts,
): Promise<OrderState | undefined> {
  try {
    return (await settleFromProvider(ctx, orderId, ports)).state
  } catch (error) {
    if (isProviderTrouble(error)) return undefined
    throw error
  }
}
