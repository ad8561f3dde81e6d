import type { Write } from '@heju/db'
import type { HejuError } from '@heju/kernel'
import { sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { endOrder, endOrderSurely } from './close-order.ts'
import {
  closingFailed,
  closingRefused,
  onlineBusy,
  onlineMismatch,
  onlineUncertain,
  orderInProgress,
  paidMeanwhile,
  paidOnline,
} from './errors.ts'
import type { PaymentPorts } from './merchant.ts'
import { isOpen } from './order.ts'
import { isProviderTrouble, payerBusy, providerTroubleOf, type ProviderTrouble } from './provider.ts'
import { among, type HoldingOrder } from './queries.ts'
import { orderLifetimeMs, settlingMs, type OrderState } from './rules.ts'
import { paymentOrderLines } from './tables.ts'

/** Bills that are about to be paid in another way or taken back, with the open orders that hold any of them. */
export interface HeldBills {
  billIds: readonly string[]
  holding: readonly HoldingOrder[]
}

/**
 * Before bills end or are owed less in another way than by their open orders: each order is closed at the provider
 * first, and the provider is asked whether it is; until it says so the order stays open here and holds its bills, and
 * whoever tries again asks again. The write then goes through only if no order was opened meanwhile.
 * @throws `payments.paid_meanwhile` when the money came in this moment, which is booked by then, or waits for a decision,
 *   `payments.order_in_progress` by the batch, `payments.online_busy`, `payments.online_uncertain` while the provider is
 *   silent or says two things, `payments.closing_refused`, `payments.closing_failed`: with an order that may have been
 *   paid, or still be, nothing is written
 */
export async function freeBills(
  ctx: Ctx,
  write: Write,
  { billIds, holding }: HeldBills,
  ports: PaymentPorts,
): Promise<void> {
  for (const order of holding) {
    const state = await endForStaff(ctx, order, ports)
    if (state === 'paid' || state === 'exception') throw paidMeanwhile()
    if (isOpen(state)) throw onlineUncertain()
  }
  write.require(
    sql`NOT EXISTS (SELECT 1 FROM ${paymentOrderLines} WHERE bill_id IN (${among(billIds)}) AND ended_at IS NULL)`,
    orderInProgress,
  )
}

/** In how many minutes after its opening an order that nobody pays is over by itself, at the latest. */
const minutes = (orderLifetimeMs + settlingMs) / 60_000

/** What each trouble is to staff: what it means to a payer is no word for those who have paid nothing. */
const toldStaff: Readonly<Record<ProviderTrouble, (trouble: HejuError) => HejuError>> = {
  unreachable: (cause) => onlineUncertain({}, { cause }),
  refused: (cause) => closingRefused({ minutes, reason: cause.params.reason ?? null }, { cause }),
  untrusted: (cause) => closingFailed({ why: 'untrusted' }, { cause }),
  unusable: (cause) => closingFailed({ why: 'unusable' }, { cause }),
}

async function endForStaff(ctx: Ctx, order: HoldingOrder, ports: PaymentPorts): Promise<OrderState> {
  try {
    return (await endOrderSurely(ctx, order, ports)).state
  } catch (error) {
    if (payerBusy.is(error)) throw onlineBusy({}, { cause: error })
    const trouble = providerTroubleOf(error)
    throw trouble === undefined ? error : toldStaff[trouble](error as HejuError)
  }
}

/**
 * The same for money that lies on the table, which is taken even when the provider cannot be reached: should the open
 * order be paid after all, that becomes an exception. Only a payer who is entering the password right now is waited for,
 * and of money that came in online the cashier is told before more is taken, whether it fitted or not.
 * @returns whether nothing can be paid online for them any more
 * @throws `payments.paid_online`, `payments.online_mismatch`, `payments.online_busy`
 */
export async function freeBillsIfPossible(
  ctx: Ctx,
  { holding }: HeldBills,
  ports: PaymentPorts,
): Promise<boolean> {
  let free = true
  for (const order of holding) {
    const state = await endUnlessTrouble(ctx, order, ports)
    if (state === 'paid') throw paidOnline()
    if (state === 'exception') throw onlineMismatch()
    // The provider may say that it was paid and not say yet what came: then it is as open as one that was not closed.
    free &&= state !== undefined && !isOpen(state)
  }
  return free
}

async function endUnlessTrouble(
  ctx: Ctx,
  order: HoldingOrder,
  ports: PaymentPorts,
): Promise<OrderState | undefined> {
  try {
    return (await endOrder(ctx, order, ports, 'closed')).state
  } catch (error) {
    if (isProviderTrouble(error)) return undefined
    if (payerBusy.is(error)) throw onlineBusy({}, { cause: error })
    throw error
  }
}
