import { HejuError } from '@heju/kernel'
import { sql } from 'drizzle-orm'
import type { EventHandler } from '../../platform/outbox/index.ts'
import { endOrder } from './close-order.ts'
import { ordersHolding } from './queries.ts'
import { paymentLines } from './tables.ts'

/**
 * Closes online orders whose bills were meanwhile paid in another way: the desk takes money also while the provider
 * cannot be reached, and nobody should then pay a second time. Handler of the event `payments.settled`.
 */
export const closeOvertaken: EventHandler = async (ctx, event, ports) => {
  const paid = sql`SELECT bill_id FROM ${paymentLines} WHERE payment_id = ${String(event.payload.paymentId)}`
  for (const order of await ordersHolding(ctx, paid)) {
    try {
      await endOrder(ctx, order, ports, 'closed')
    } catch (error) {
      // Silence and a busy payer pass, so the event comes again; a refusal or an answer that cannot be trusted meets
      // the order's own watch as well, which waits for the end of its time or shows it to people: once is enough.
      if (!(error instanceof HejuError && error.kind === 'provider')) throw error
    }
  }
}
