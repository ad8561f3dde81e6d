import { and, desc, eq, inArray, isNull, or, sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { decodeCursor, pageOf, type Page } from '../../paging.ts'
import { placeName } from '../../estate/registry/index.ts'
import { listExceptionsSchema, type ExceptionRow, type ListExceptions } from './exception-schemas.ts'
import { paymentExceptions, paymentOrders, payments, receipts } from './tables.ts'

/**
 * Money that waits for a decision, newest first; one that belongs to no project of ours is shown to all who handle
 * exceptions. One round trip.
 */
export async function listExceptions(ctx: Ctx, raw: ListExceptions): Promise<Page<ExceptionRow>> {
  const { state, after, limit } = parse(listExceptionsSchema, raw)
  const from = decodeCursor<[number, string]>(after, ['number', 'string'])
  const { foundAt, id } = paymentExceptions
  const states = state === undefined ? (['open', 'held'] as const) : [state]
  const rows = await exceptionRows(ctx)
    .where(
      and(
        exceptionsInScope(ctx),
        inArray(paymentExceptions.state, [...states]),
        from && sql`(${foundAt}, ${id}) < (${from[0]}, ${from[1]})`,
      ),
    )
    .orderBy(desc(foundAt), desc(id))
    .limit(limit + 1)
  return pageOf(rows, limit, (row) => [row.foundAt, row.id])
}

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
  FROM payment_order_lines l JOIN bills b ON b.id = l.bill_id
  LEFT JOIN rooms r ON r.id = b.room_id LEFT JOIN parking_spaces s ON s.id = b.parking_space_id
  WHERE l.order_id = payment_exceptions.order_id), '')`

/** @throws `access.not_allowed` */
export function exceptionsInScope(ctx: Ctx) {
  const scope = ctx.projectsWhere('payments.exceptions')
  if (scope === 'all') return undefined
  return or(isNull(paymentExceptions.projectId), inArray(paymentExceptions.projectId, [...scope]))
}

/** How many wait for a decision, new or held: a query of one number. */
export function countOfExceptions(ctx: Ctx): SQL {
  const waiting = inArray(paymentExceptions.state, ['open', 'held'])
  return sql`SELECT count(*) FROM ${paymentExceptions} WHERE ${and(waiting, exceptionsInScope(ctx))}`
}
