import type { Actor, Ctx } from '../../context.ts'
import { productKey } from '../../product-keys.ts'
import { orderMoved } from './errors.ts'
import { providerOf, type MerchantRow, type PaymentPorts } from './merchant.ts'
import { actingAs, moveOrder } from './order.ts'
import {
  isProviderTrouble,
  orderPaid,
  payerBusy,
  type PaymentProvider,
  type ProviderTrade,
} from './provider.ts'
import type { EndedOrder } from './payment-schemas.ts'
import { isPastPaying } from './rules.ts'
import { settleFromProvider } from './settle.ts'

export interface OrderToEnd {
  id: string
  outTradeNo: string
  projectId: string
  expiresAt: number
  merchant: MerchantRow
}

/**
 * Makes an order unpayable: first at the provider, then here, never the other way round. One that turns out to be paid
 * is settled. One that the provider does not close though its time is over, and of which it says that nobody paid it, is
 * over by itself.
 * @throws `payments.payer_busy` while the payer enters a password, and what else the provider throws; the order then
 *   stays as it was
 */
export async function endOrder(
  ctx: Ctx,
  order: OrderToEnd,
  ports: PaymentPorts,
  as: 'closed' | 'expired',
): Promise<EndedOrder> {
  const provider = await providerOf(ctx, order.merchant, ports)
  const found = await closeAtProvider(ctx, order, provider)
  if (found === 'paid') return settle(ctx, order, ports)
  return recordEnd(ctx, order, found === 'over' ? 'expired' : as, ports)
}

/**
 * The same where nothing may be paid afterwards: the answer to closing is believed when the provider says the same of the
 * order itself. Until it does the order stays open here, so that whoever tries again asks again.
 */
export async function endOrderSurely(ctx: Ctx, order: OrderToEnd, ports: PaymentPorts): Promise<EndedOrder> {
  const provider = await providerOf(ctx, order.merchant, ports)
  const found = await closeAtProvider(ctx, order, provider)
  if (found === 'over') return recordEnd(ctx, order, 'expired', ports)
  const surely = found === 'closed' && isUnpayable(ctx, order, await provider.query(order.outTradeNo))
  return surely ? recordEnd(ctx, order, 'closed', ports) : settle(ctx, order, ports)
}

/** @returns `over` for an order that it does not close, and that nobody can pay any more all the same */
async function closeAtProvider(
  ctx: Ctx,
  order: OrderToEnd,
  provider: PaymentProvider,
): Promise<'closed' | 'paid' | 'over'> {
  try {
    await provider.close(order.outTradeNo)
    return 'closed'
  } catch (error) {
    if (orderPaid.is(error)) return 'paid'
    if (!isProviderTrouble(error) || !isPastPaying(order, ctx.now)) throw error
    return withoutClosing(ctx, order, provider, error)
  }
}

async function withoutClosing(
  ctx: Ctx,
  order: OrderToEnd,
  provider: PaymentProvider,
  trouble: unknown,
): Promise<'paid' | 'over'> {
  let trade: ProviderTrade | null
  try {
    trade = await provider.query(order.outTradeNo)
  } catch (error) {
    // Nobody knows then, and what is told is why it was not closed.
    throw isProviderTrouble(error) ? trouble : error
  }
  if (trade?.state === 'userpaying') throw payerBusy({}, { cause: trouble })
  return isUnpayable(ctx, order, trade) ? 'over' : 'paid'
}

/** Whether nobody has paid an order and nobody can, by what the provider says of it; null is that it never heard of it. */
function isUnpayable(ctx: Ctx, order: OrderToEnd, trade: ProviderTrade | null): boolean {
  switch (trade?.state) {
    case undefined:
    case 'closed':
    case 'revoked':
      return true
    case 'notpay':
    case 'payerror':
      return isPastPaying(order, ctx.now)
    case 'userpaying':
    case 'success':
    case 'refund':
      return false
  }
}

async function settle(ctx: Ctx, order: OrderToEnd, ports: PaymentPorts): Promise<EndedOrder> {
  const { state } = await settleFromProvider(ctx, order.id, ports)
  return { state, endedHere: false }
}

/**
 * Writes down what was done at the provider by now: by who had it done, also where their sign-in ended at that moment
 * or the company was suspended.
 */
async function recordEnd(
  ctx: Ctx,
  order: OrderToEnd,
  as: 'closed' | 'expired',
  ports: PaymentPorts,
): Promise<EndedOrder> {
  const { id: orderId, projectId } = order
  // Tells whether it was this call that wrote it, or another that ended the order in the same way.
  const attempt = crypto.randomUUID()
  try {
    const written = await actingAs(ctx, whoever(ctx.actor), (acting) =>
      acting.writeOnce(
        productKey('payments.end_order', `${as}-${orderId}`),
        (write) => {
          moveOrder(ctx, write, orderId, as)
          write.audit(`payments.order_${as}`, orderId, { projectId })
          return { attempt }
        },
        { whileSuspended: true },
      ),
    )
    return { state: as, endedHere: written.attempt === attempt }
  } catch (error) {
    // A watcher or another page was quicker: what it found out is what counts.
    if (!orderMoved.is(error)) throw error
    return settle(ctx, order, ports)
  }
}

/** An actor whose sign-in is asked about no more. */
function whoever(actor: Actor): Actor {
  if (actor.kind !== 'staff' && actor.kind !== 'owner') return actor
  const { standing: _, ...rest } = actor
  return rest
}
