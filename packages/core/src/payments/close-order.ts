import type { Actor, Ctx } from '../context.ts'
import { productKey } from '../product-keys.ts'
import { orderMoved } from './errors.ts'
import { providerOf, type MerchantRow, type PaymentPorts } from './merchant.ts'
import { actingAs, moveOrder } from './order.ts'
import { orderPaid } from './provider.ts'
import type { OrderState } from './rules.ts'
import { settleFromProvider } from './settle.ts'

/**
 * Makes an order unpayable: first at the provider, then here, never the other way round. One that turns out to be paid
 * is settled.
 * @returns the order's state afterwards
 * @throws `payments.payer_busy` while the payer enters a password, and what else the provider throws; the order then
 *   stays as it was
 */
export async function endOrder(
  ctx: Ctx,
  order: { id: string; outTradeNo: string; projectId: string; merchant: MerchantRow },
  ports: PaymentPorts,
  as: 'closed' | 'expired',
): Promise<OrderState> {
  const provider = await providerOf(ctx, order.merchant, ports)
  try {
    await provider.close(order.outTradeNo)
  } catch (error) {
    if (!orderPaid.is(error)) throw error
    return (await settleFromProvider(ctx, order.id, ports)).state
  }
  return recordEnd(ctx, order, as, ports)
}

/**
 * Writes down what was done at the provider by now: by who had it done, also where their sign-in ended at that moment
 * or the company was suspended.
 */
async function recordEnd(
  ctx: Ctx,
  { id: orderId, projectId }: { id: string; projectId: string },
  as: 'closed' | 'expired',
  ports: PaymentPorts,
): Promise<OrderState> {
  try {
    return await actingAs(ctx, whoever(ctx.actor), (acting) =>
      acting.writeOnce(
        productKey('payments.end_order', `${as}-${orderId}`),
        (write) => {
          moveOrder(ctx, write, orderId, as)
          write.audit(`payments.order_${as}`, orderId, { projectId })
          return as
        },
        { whileSuspended: true },
      ),
    )
  } catch (error) {
    // A watcher or another page was quicker: what it found out is what counts.
    if (!orderMoved.is(error)) throw error
    return (await settleFromProvider(ctx, orderId, ports)).state
  }
}

/** An actor whose sign-in is asked about no more. */
function whoever(actor: Actor): Actor {
  if (actor.kind !== 'staff' && actor.kind !== 'owner') return actor
  const { standing: _, ...rest } = actor
  return rest
}
