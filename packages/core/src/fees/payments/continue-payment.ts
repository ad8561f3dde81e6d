import { and, eq } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { orderNotFound, orderOvertaken } from './errors.ts'
import { providerOf, type MerchantRow, type PaymentPorts } from './merchant.ts'
import { unsealOpening } from './opening.ts'
import { isOpen } from './order.ts'
import { orderOver } from './provider.ts'
import { isOvertaken } from './queries.ts'
import { orderActionSchema, type OpenedOrder, type OrderAction } from './payment-schemas.ts'
import { merchants, paymentOrders } from './tables.ts'

export type OrderRow = typeof paymentOrders.$inferSelect

/** An order with the merchant that it goes through. */
export interface OrderAtProvider {
  order: OrderRow
  merchant: MerchantRow
}

/**
 * Gives the payer of an open order a way to go on: asking the provider for the same order again is harmless, and what
 * it gave before may be over (the address of an `h5` payment is good for five minutes).
 * @throws `payments.order_not_found`, `payments.order_over`, `payments.order_overtaken`, and what the provider throws
 */
export async function continuePayment(ctx: Ctx, raw: OrderAction, ports: PaymentPorts): Promise<OpenedOrder> {
  const ownerId = ctx.requireOwner()
  const { orderId } = parse(orderActionSchema, raw)
  const [[row]] = await ctx.readStanding([
    ctx.db.orm
      .select({ order: paymentOrders, merchant: merchants, overtaken: isOvertaken })
      .from(paymentOrders)
      .innerJoin(merchants, eq(merchants.id, paymentOrders.merchantRef))
      .where(and(eq(paymentOrders.id, orderId), eq(paymentOrders.ownerId, ownerId))),
  ])
  if (row === undefined) throw orderNotFound()
  const { order } = row
  if (!isOpen(order.state) || order.expiresAt <= ctx.now) throw orderOver()
  if (row.overtaken) throw orderOvertaken()
  return openAtProvider(ctx, row, ports)
}

/** Asks the provider for an order that is written down here. */
export async function openAtProvider(
  ctx: Ctx,
  { order, merchant }: OrderAtProvider,
  ports: PaymentPorts,
): Promise<OpenedOrder> {
  const { ip, returnUrl, openId, notifyUrl } = await unsealOpening(ctx, order.openingSealed)
  const provider = await providerOf(ctx, merchant, ports, notifyUrl)
  const next = await provider.open({
    scene: order.scene,
    outTradeNo: order.outTradeNo,
    totalFen: order.amountFen,
    description: order.description,
    payerIp: ip,
    expiresAt: order.expiresAt,
    ...(openId === undefined ? {} : { openId }),
    ...(returnUrl === undefined ? {} : { returnUrl }),
  })
  return { orderId: order.id, amountFen: order.amountFen, expiresAt: order.expiresAt, next }
}
