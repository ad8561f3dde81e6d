import { outbox, type Write } from '@heju/db'
import { sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { among } from './queries.ts'
import { openOrderStates } from './rules.ts'
import { paymentOrders } from './tables.ts'

/**
 * Lets the watches of a merchant's open orders go on that stopped: its settings were corrected, or proved to be right.
 * Part of the verb's write. What somebody set aside stays so.
 */
export function resumeWatches(ctx: Ctx, write: Write, merchantRef: string): void {
  const open = sql`SELECT ${paymentOrders.id} FROM ${paymentOrders} WHERE ${paymentOrders.merchantRef} = ${merchantRef}
    AND ${paymentOrders.state} IN (${among(openOrderStates)})`
  write.change(
    sql`UPDATE ${outbox} SET done_at = NULL, attempts = 0, not_before = ${ctx.now}
      WHERE failure IS NOT NULL AND done_at IS NOT NULL AND set_aside_at IS NULL AND type = 'payments.watch'
        AND json_extract(payload_json, '$.orderId') IN (${open})`,
  )
  write.publishedInBulk()
}
