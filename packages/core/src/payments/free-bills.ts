import type { Write } from '@heju/db'
import type { ErrorDefinition } from '@heju/kernel'
import { sql } from 'drizzle-orm'
import type { Ctx } from '../context.ts'
import { endOrder } from './close-order.ts'
import { closingRefused, onlineUncertain, orderInProgress } from './errors.ts'
import type { PaymentPorts } from './merchant.ts'
import { isProviderTrouble, providerRefused, providerUnreachable } from './provider.ts'
import { among, type HoldingOrder } from './queries.ts'
import type { OrderState } from './rules.ts'
import { settleFromProvider } from './settle.ts'
import { paymentOrderLines } from './tables.ts'

/** Bills that are about to be paid in another way or taken back, with the open orders that hold any of them. */
export interface HeldBills {
  billIds: readonly string[]
  holding: readonly HoldingOrder[]
}

/**
 * Before bills end or are owed less in another way than by their open orders: each order is closed at the provider
 * first, and the provider is asked whether it is. The write then goes through only if no order was opened meanwhile.
 * @param paid what it means that the money came in this moment; it is booked by then
 * @throws `paid`, `payments.order_in_progress` by the batch, `payments.payer_busy`, `payments.online_uncertain` while the
 *   provider is silent, `payments.closing_refused`, and what else it throws: with an order that may still be paid nothing is
 *   written
 */
export async function freeBills(
  ctx: Ctx,
  write: Write,
  { billIds, holding }: HeldBills,
  ports: PaymentPorts,
  paid: ErrorDefinition,
): Promise<void> {
  for (const order of holding) {
    const state = await endCertainly(ctx, order, ports)
    if (state === 'paid' || state === 'exception') throw paid()
  }
  write.require(
    sql`NOT EXISTS (SELECT 1 FROM ${paymentOrderLines} WHERE bill_id IN (${among(billIds)}) AND ended_at IS NULL)`,
    orderInProgress,
  )
}

async function endCertainly(ctx: Ctx, order: HoldingOrder, ports: PaymentPorts): Promise<OrderState> {
  try {
    const ended = await endOrder(ctx, order, ports, 'closed')
    // The answer to closing is believed when the provider says the same of the order itself.
    return ended === 'paid' ? ended : (await settleFromProvider(ctx, order.id, ports)).state
  } catch (error) {
    // What the provider's silence or refusal means to a payer is no word for staff, who have paid nothing.
    if (providerUnreachable.is(error)) throw onlineUncertain({}, { cause: error })
    if (providerRefused.is(error))
      throw closingRefused({ reason: error.params.reason ?? null }, { cause: error })
    throw error
  }
}

/**
 * The same for money that lies on the table, which is taken even when the provider cannot be reached: should the open
 * order be paid after all, that becomes an exception. Only a payer who is entering the password right now is waited for.
 * @returns whether nothing can be paid online for them any more
 * @throws `paid`, `payments.payer_busy`
 */
export async function freeBillsIfPossible(
  ctx: Ctx,
  { holding }: HeldBills,
  ports: PaymentPorts,
  paid: ErrorDefinition,
): Promise<boolean> {
  let free = true
  for (const order of holding) {
    const state = await endUnlessTrouble(ctx, order, ports)
    if (state === 'paid') throw paid()
    free &&= state !== undefined
  }
  return free
}

async function endUnlessTrouble(ctx: Ctx, order: HoldingOrder, ports: PaymentPorts) {
  try {
    return await endOrder(ctx, order, ports, 'closed')
  } catch (error) {
    if (isProviderTrouble(error)) return undefined
    throw error
  }
}
