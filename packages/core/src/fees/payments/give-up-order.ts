import type { Write } from '@heju/db'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { openOrderStates } from './rules.ts'
import { paymentOrderLines, paymentOrders } from './tables.ts'

/**
 * Lets go of the bills of an order about which the provider says nothing that can be used: somebody decided to ask no
 * more. Part of the write that decides. The provider may still take money for it; that is then found as
 * `paid_after_close`, and nothing of it gets lost.
 */
export function giveUpOrder(ctx: Ctx, write: Write, orderId: string): void {
  const ended = { endedAt: ctx.now }
  write.change(
    ctx.db.orm
      .update(paymentOrders)
      .set({ state: 'closed', ...ended })
      .where(and(eq(paymentOrders.id, orderId), inArray(paymentOrders.state, [...openOrderStates]))),
  )
  write.change(
    ctx.db.orm
      .update(paymentOrderLines)
      .set(ended)
      .where(and(eq(paymentOrderLines.orderId, orderId), isNull(paymentOrderLines.endedAt))),
  )
}
