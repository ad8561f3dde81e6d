import type { Write } from '@heju/db'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { Ctx, type Actor } from '../../context.ts'
import { orderMoved } from './errors.ts'
import { openOrderStates, orderTransitions, sourcesOf, type OrderState } from './rules.ts'
import { paymentOrderLines, paymentOrders } from './tables.ts'

/** Whether an order may still be paid, as far as we know. */
export function isOpen(state: OrderState): boolean {
  return openOrderStates.some((open) => open === state)
}

/**
 * Moves an order to another state, if its state allows that; one that ends lets go of its bills.
 * The batch fails with `payments.order_moved` when somebody else moved it first.
 */
export function moveOrder(ctx: Ctx, write: Write, orderId: string, to: OrderState): void {
  const ended = isOpen(to) ? {} : { endedAt: ctx.now }
  write.changeOne(
    ctx.db.orm
      .update(paymentOrders)
      .set({ state: to, ...ended })
      .where(
        and(eq(paymentOrders.id, orderId), inArray(paymentOrders.state, sourcesOf(orderTransitions, to))),
      ),
    orderMoved,
  )
  if (isOpen(to)) return
  write.change(
    ctx.db.orm
      .update(paymentOrderLines)
      .set(ended)
      .where(and(eq(paymentOrderLines.orderId, orderId), isNull(paymentOrderLines.endedAt))),
  )
}

/**
 * Does something on the word of the provider, whoever made us ask: an owner's page, a cashier, a notice or a job.
 * It is the provider who is recorded as the actor, and it goes on in a suspended company: the money has moved.
 */
export function onWordOf<T>(ctx: Ctx, merchantRef: string, act: (ctx: Ctx) => Promise<T>): Promise<T> {
  return actingAs(ctx, { kind: 'provider', id: merchantRef }, act)
}

/**
 * Does something as somebody else than who came, whose sign-in is not asked about; its effects are remembered as those
 * of `ctx`.
 */
export async function actingAs<T>(ctx: Ctx, actor: Actor, act: (ctx: Ctx) => Promise<T>): Promise<T> {
  const acting = new Ctx({ ...ctx, actor })
  try {
    return await act(acting)
  } finally {
    ctx.published ||= acting.published
  }
}
