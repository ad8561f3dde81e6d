import { and, asc, desc, eq, gt, inArray, or, sql, type SQL } from 'drizzle-orm'
import { bills, tariffs } from '../billing/index.ts'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { projects } from '../../estate/projects/index.ts'
import { parkingSpaces, placeName, rooms } from '../../estate/registry/index.ts'
import { orderNotFound } from './errors.ts'
import { orderActionSchema, type OrderAction } from './payment-schemas.ts'
import { isOvertaken, payableBy } from './queries.ts'
import { visibleTo } from './read-receipt.ts'
import { openOrderStates, type ResolutionKind } from './rules.ts'
import {
  exceptionResolutions,
  paymentExceptions,
  paymentLines,
  paymentOrderLines,
  paymentOrders,
  payments,
  receipts,
} from './tables.ts'

const { id, state, scene, amountFen, createdAt, endedAt, expiresAt, ownerId, outTradeNo, merchantRef } =
  paymentOrders

/** The exception of an order is found by the number that the provider knows. */
const sameNumber = and(
  eq(paymentExceptions.merchantRef, merchantRef),
  eq(paymentExceptions.outTradeNo, outTradeNo),
)

const decidedAs = (kind: ResolutionKind) =>
  sql<number>`(SELECT coalesce(sum(r.amount_fen), 0) FROM ${exceptionResolutions} r
    WHERE r.exception_id = ${paymentExceptions.id} AND r.kind = ${kind})`

const orderColumns = {
  orderId: id,
  state,
  scene,
  amountFen,
  createdAt,
  endedAt,
  expiresAt,
  outTradeNo,
  overtaken: isOvertaken,
  projectPhone: projects.phone,
  /** Once it is paid. */
  receiptId: receipts.id,
  receiptNumber: receipts.number,
  /** What came and did not fit, until a cashier has decided about it. */
  exceptionState: paymentExceptions.state,
  exceptionFen: paymentExceptions.amountFen,
  /** What of that is not decided about yet. */
  exceptionLeftFen: sql<number | null>`${paymentExceptions.amountFen} - ${paymentExceptions.resolvedFen}`,
  /** What of it was given back, and what a cashier put to bills. */
  refundedFen: decidedAs('refunded'),
  allocatedFen: decidedAs('allocated'),
  /** What of the money settled bills by itself. */
  bookedFen: sql<number>`coalesce(${payments.amountFen}, 0)`,
}

function ordersWithOutcome(ctx: Ctx) {
  return ctx.db.orm
    .select(orderColumns)
    .from(paymentOrders)
    .innerJoin(projects, eq(projects.id, paymentOrders.projectId))
    .leftJoin(payments, eq(payments.orderId, id))
    .leftJoin(receipts, eq(receipts.paymentId, payments.id))
    .leftJoin(paymentExceptions, sameNumber)
    .$dynamic()
}

/** Fen that are owed of a bill now, whatever the order asked for it; nothing of one that does not count. */
const owedNow = sql`CASE ${bills.state} WHEN 'published' THEN ${bills.amountFen} - ${bills.paidFen} ELSE 0 END`

const takenBack = (paymentId: SQL) =>
  sql`SELECT 1 FROM ${payments} r WHERE r.reverses_payment_id = ${paymentId}`

/** The day of the last money that a bill got, in any way, and that was not taken back; null where there is none. */
const lastPaidOn = sql`(SELECT max(p.paid_on) FROM ${paymentLines} l
  JOIN ${payments} p ON p.id = l.payment_id
  WHERE l.bill_id = ${bills.id} AND p.reverses_payment_id IS NULL AND NOT EXISTS (${takenBack(sql`p.id`)}))`

/**
 * The bills of an order, and how each stands by now. What is owed of it and when it was paid is null for an owner who may not
 * see it any more, having left the place, or never could.
 */
function linesOf(ctx: Ctx, orderId: string, owner: string) {
  const seen = <T>(what: SQL) => sql<T | null>`CASE WHEN ${payableBy(ctx, owner)} THEN ${what} END`
  const receipt = sql`EXISTS (SELECT 1 FROM ${paymentLines} l JOIN ${receipts} ON ${receipts.paymentId} = l.payment_id
    WHERE l.bill_id = ${bills.id} AND ${visibleTo(ctx)} AND NOT EXISTS (${takenBack(sql`l.payment_id`)}))`
  return ctx.db.orm
    .select({
      billId: paymentOrderLines.billId,
      place: placeName(),
      fee: tariffs.name,
      period: bills.period,
      amountFen: paymentOrderLines.amountFen,
      owedFen: seen<number>(owedNow),
      withdrawn: sql<boolean>`${eq(bills.state, 'void')}`.mapWith(Boolean),
      lastPaidOn: seen<string>(lastPaidOn),
      /** Whether the owner can see a receipt of it that counts: one that was made out to somebody else is theirs. */
      hasReceipt: sql<boolean>`coalesce(${seen(receipt)}, 0)`.mapWith(Boolean),
    })
    .from(paymentOrderLines)
    .innerJoin(bills, eq(bills.id, paymentOrderLines.billId))
    .innerJoin(tariffs, eq(tariffs.id, bills.tariffId))
    .leftJoin(rooms, eq(rooms.id, bills.roomId))
    .leftJoin(parkingSpaces, eq(parkingSpaces.id, bills.parkingSpaceId))
    .where(eq(paymentOrderLines.orderId, orderId))
    .orderBy(asc(bills.period), asc(bills.id))
}

/** An order with what became of it. */
export type OrderOutcome = Awaited<ReturnType<typeof ordersWithOutcome>>[number]
/** An owner's payment with what it is for and what became of it. */
export interface MyOrder extends OrderOutcome {
  lines: Awaited<ReturnType<typeof linesOf>>
}

/** One payment of an owner. One round trip. @throws `payments.order_not_found` also for payments of others */
export async function readMyOrder(ctx: Ctx, raw: OrderAction): Promise<MyOrder> {
  const owner = ctx.requireOwner()
  const { orderId } = parse(orderActionSchema, raw)
  const [[order], lines] = await ctx.db.orm.batch([
    ordersWithOutcome(ctx).where(and(eq(id, orderId), eq(ownerId, owner))),
    linesOf(ctx, orderId, owner),
  ])
  if (order === undefined) throw orderNotFound()
  return { ...order, lines }
}

/** No more than these are shown as under way. */
const mostUnderWay = 5

/**
 * An owner's payments that are not over: those that may still be paid, and money that came and is being looked into or kept
 * for them, whether all of a payment or a part. A query, for `orm.batch`.
 */
export function ordersUnderWay(ctx: Ctx, owner: string) {
  const open = and(inArray(state, [...openOrderStates]), gt(expiresAt, ctx.now))
  return ordersWithOutcome(ctx)
    .where(and(eq(ownerId, owner), or(open, inArray(paymentExceptions.state, ['open', 'held']))))
    .orderBy(desc(createdAt))
    .limit(mostUnderWay)
}

/** No more than these are shown of what was decided. */
const mostDecided = 20

/**
 * An owner's payments of which something did not fit that has been decided about: what was given back has no receipt, and
 * what came with it stands in WeChat. A query, for `orm.batch`.
 */
export function ordersDecided(ctx: Ctx, owner: string) {
  return ordersWithOutcome(ctx)
    .where(and(eq(ownerId, owner), eq(paymentExceptions.state, 'resolved')))
    .orderBy(desc(createdAt))
    .limit(mostDecided)
}
