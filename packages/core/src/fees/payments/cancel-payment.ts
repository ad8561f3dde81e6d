import { and, eq } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { endOrder } from './close-order.ts'
import { orderNotFound } from './errors.ts'
import type { PaymentPorts } from './merchant.ts'
import { isOpen } from './order.ts'
import { orderActionSchema, type EndedOrder, type OrderAction } from './payment-schemas.ts'
import { merchants, paymentOrders } from './tables.ts'

/**
 * An owner gives up a payment, so that its bills can be paid in another way at once. One that was paid meanwhile is
 * settled instead, and the answer says so.
 * @throws `payments.order_not_found`, `payments.payer_busy`, and what the provider throws
 */
export async function cancelPayment(ctx: Ctx, raw: OrderAction, ports: PaymentPorts): Promise<EndedOrder> {
  const ownerId = ctx.requireOwner()
  const { orderId } = parse(orderActionSchema, raw)
  const { id, outTradeNo, projectId, expiresAt, state } = paymentOrders
  const [[order]] = await ctx.readStanding([
    ctx.db.orm
      .select({ id, outTradeNo, projectId, expiresAt, state, merchant: merchants })
      .from(paymentOrders)
      .innerJoin(merchants, eq(merchants.id, paymentOrders.merchantRef))
      .where(and(eq(paymentOrders.id, orderId), eq(paymentOrders.ownerId, ownerId))),
  ])
  if (order === undefined) throw orderNotFound()
  if (!isOpen(order.state)) return { state: order.state, endedHere: false }
  return endOrder(ctx, order, ports, 'closed')
}
