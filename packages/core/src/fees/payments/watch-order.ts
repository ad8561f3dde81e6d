import { HejuError } from '@heju/kernel'
import { anotherTry } from '../../another-try.ts'
import type { Ctx } from '../../context.ts'
import { stillFailing, type EventHandler } from '../../platform/outbox/index.ts'
import { productKey } from '../../product-keys.ts'
import { endOrder } from './close-order.ts'
import type { PaymentPorts } from './merchant.ts'
import { isOpen } from './order.ts'
import { readOrder, type OrderToSettle } from './queries.ts'
import { isPastPaying, nextWatch, type OrderState } from './rules.ts'
import { settleFromProvider } from './settle.ts'

/**
 * Asks the provider about an open order, again and again until it is settled or its time is over, and then closes it:
 * notices that never come do no harm. Handler of the event `payments.watch`, which each call publishes anew with the
 * time of the next; a consumer that dies anywhere in between is repeated to the same end.
 *
 * Silence is waited out for three days. What no time heals (another merchant's key, a signature that is refused or
 * cannot be trusted) stops it at once: those who look after exceptions see it and can correct the merchant, after which
 * it goes on (`resumeWatches`). A provider that answers and does not close the order is waited for only until its word
 * that nobody paid is enough (`isPastPaying`).
 */
export const watchOrder: EventHandler = async (ctx, event, ports) => {
  const order = await readOrder(ctx, String(event.payload.orderId))
  if (order === undefined) return
  // One that was given up here, or ended while its watch stood still, is asked about once more: it may have been paid.
  if (!isOpen(order.state)) {
    if (event.failingSince !== undefined) await settleFromProvider(ctx, order.id, ports)
    return
  }
  const { state, trouble, answered } = await findOut(ctx, order, ports)
  if (!isOpen(state)) return
  const at = nextWatch(order.createdAt, ctx.now)
  const passes = answered && !isPastPaying(order, ctx.now)
  if (trouble !== undefined && !passes && anotherTry(trouble) === 'never') throw trouble
  if (at === null) throw trouble ?? new Error('the provider keeps an order open beyond its time')
  await ctx.writeOnce(productKey('payments.watch_on', event.id), (write) => {
    const next = write.publish({ type: 'payments.watch', orderId: order.id }, at)
    const since = event.failingSince ?? ctx.now
    if (trouble !== undefined) stillFailing(ctx, write, { eventId: next, failure: trouble.code, since })
  })
}

/** @returns `answered` where the provider said what became of the order, whatever it said to closing it */
async function findOut(
  ctx: Ctx,
  order: OrderToSettle,
  ports: PaymentPorts,
): Promise<{ state: OrderState; trouble?: HejuError; answered: boolean }> {
  let answered = false
  try {
    const { state } = await settleFromProvider(ctx, order.id, ports)
    answered = true
    if (!isOpen(state) || ctx.now < order.expiresAt) return { state, answered }
    return { state: (await endOrder(ctx, order, ports, 'expired')).state, answered }
  } catch (error) {
    if (error instanceof HejuError && error.code.startsWith('payments.'))
      return { state: order.state, trouble: error, answered }
    throw error
  }
}
