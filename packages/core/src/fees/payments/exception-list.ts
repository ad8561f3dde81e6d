import { eq, inArray, isNull, sql, type SQL } from 'drizzle-orm'
import * as v from 'valibot'
import { bills } from '../billing/index.ts'
import type { Ctx } from '../../context.ts'
import { placeName, rooms, parkingSpaces } from '../../estate/registry/index.ts'
import { defineList } from '../../platform/lists/index.ts'
import { exceptionRowSchema } from './exception-schemas.ts'
import { exceptionStates } from './rules.ts'
import { paymentExceptions, paymentOrders, payments, receipts } from './tables.ts'

/**
 * Money that waits for a decision, newest first; one that belongs to no project of ours is shown to all who handle
 * exceptions.
 */
export const exceptionList = defineList({
  permission: 'payments.exceptions',
  filter: {
    /** Left out: all that still wait, new or held. */
    state: v.optional(v.picklist(exceptionStates)),
  },
  item: exceptionRowSchema,
  project: ofProjects,
  where: (_ctx, { state }) => [
    inArray(paymentExceptions.state, state === undefined ? ['open', 'held'] : [state]),
  ],
  order: {
    by: { foundAt: paymentExceptions.foundAt, id: paymentExceptions.id },
    direction: 'descending',
  },
  query: (ctx, { where, orderBy, limit }) =>
    exceptionRows(ctx)
      .where(where)
      .orderBy(...orderBy)
      .limit(limit),
  shown: (row) => row,
})

/** The columns that lists and the single exception share. */
export function exceptionRows(ctx: Ctx) {
  const { id, kind, state, projectId, orderId, outTradeNo, transactionId } = paymentExceptions
  const { failure, amountFen, expectedFen, resolvedFen, paidAt, foundAt, resolvedAt } = paymentExceptions
  return ctx.db.orm
    .select({
      id,
      kind,
      state,
      projectId,
      orderId,
      outTradeNo,
      transactionId,
      payerName: paymentOrders.payerName,
      places,
      failure,
      paidFen: sql<number>`${amountFen} + coalesce(${payments.amountFen}, 0)`,
      bookedFen: sql<number>`coalesce(${payments.amountFen}, 0)`,
      receiptNumber: receipts.number,
      amountFen,
      expectedFen,
      resolvedFen,
      paidAt,
      foundAt,
      resolvedAt,
    })
    .from(paymentExceptions)
    .leftJoin(paymentOrders, eq(paymentOrders.id, orderId))
    .leftJoin(payments, eq(payments.orderId, orderId))
    .leftJoin(receipts, eq(receipts.paymentId, payments.id))
    .$dynamic()
}

/** The rooms and parking spaces that the order of an exception was for, each once. */
const places = sql<string>`coalesce((SELECT replace(group_concat(DISTINCT ${placeName('r', 's')}), ',', '、')
  FROM payment_order_lines l JOIN ${bills} b ON b.id = l.bill_id
  LEFT JOIN ${rooms} r ON r.id = b.room_id LEFT JOIN ${parkingSpaces} s ON s.id = b.parking_space_id
  WHERE l.order_id = payment_exceptions.order_id), '')`

function ofProjects(projects: readonly string[]): SQL {
  const { projectId } = paymentExceptions
  return sql`(${isNull(projectId)} OR ${inArray(projectId, [...projects])})`
}

/** @throws `access.not_allowed` */
export function exceptionsInScope(ctx: Ctx): SQL | undefined {
  const scope = ctx.projectsWhere('payments.exceptions')
  return scope === 'all' ? undefined : ofProjects(scope)
}
