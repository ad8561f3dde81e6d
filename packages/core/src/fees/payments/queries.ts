import { and, eq, inArray, isNull, not, sql, type SQL } from 'drizzle-orm'
import { bills, madeOutTo, tariffs, type BillState } from '../billing/index.ts'
import type { Ctx } from '../../context.ts'
import { staff } from '../../people/identity/index.ts'
import { projects } from '../../estate/projects/index.ts'
import {
  occupancies,
  parkingSpaces,
  people,
  peopleOfOwner,
  placeName,
  rooms,
} from '../../estate/registry/index.ts'
import { receiptNameOf, settledAs } from '../items/index.ts'
import { todayOf } from '../../today.ts'
import type { MerchantRow } from './merchant.ts'
import { openOrderStates, type OrderState } from './rules.ts'
import { merchants, paymentOrderLines, paymentOrders, payments } from './tables.ts'

/** A bill as far as taking money for it goes. */
export interface BillToPay {
  billId: string
  projectId: string
  projectName: string
  /** Room or parking space, as people read it. */
  place: string
  /** The charge as its tariff is named. */
  fee: string
  /** The same as its receipt calls it. */
  receiptFee: string
  period: string
  amountFen: number
  paidFen: number
  state: BillState
  payerName: string
}

/** Ids as a subquery with one parameter, however many they are. */
export function among(ids: readonly string[]): SQL {
  return sql`SELECT value FROM json_each(${JSON.stringify(ids)})`
}

/** Fen that are still owed of a bill; nothing of one that does not count. */
export function owedFen(bill: Pick<BillToPay, 'amountFen' | 'paidFen' | 'state'>): number {
  return bill.state === 'published' ? bill.amountFen - bill.paidFen : 0
}

const billFields = {
  billId: bills.id,
  projectId: bills.projectId,
  projectName: projects.name,
  place: placeName(),
  fee: tariffs.name,
  receiptFee: receiptNameOf(sql`${bills.feeItem}`, sql`${tariffs.name}`),
  period: bills.period,
  amountFen: bills.amountFen,
  paidFen: bills.paidFen,
  state: bills.state,
  payerName: people.name,
}

/** Bills that were shown to anybody (never drafts) with their names, in the order of their periods and fee items. A query, for `orm.batch`. */
export function billsToPay(ctx: Ctx, which: SQL) {
  return ctx.db.orm
    .select(billFields)
    .from(bills)
    .innerJoin(projects, eq(projects.id, bills.projectId))
    .innerJoin(tariffs, eq(tariffs.id, bills.tariffId))
    .innerJoin(people, eq(people.id, bills.payerPersonId))
    .leftJoin(rooms, eq(rooms.id, bills.roomId))
    .leftJoin(parkingSpaces, eq(parkingSpaces.id, bills.parkingSpaceId))
    .where(and(inArray(bills.state, ['published', 'void']), which))
    .orderBy(bills.period, settledAs(sql`${bills.feeItem}`), bills.id)
}

/**
 * Whether an owner's account may see and pay a bill: it is made out to a person with the account's phone, or such a
 * person stands behind it, or lives or owns there now and did when the bill's days began. A user may pay and the owner
 * is jointly liable (物业管理条例 41); what an earlier owner left unpaid is not for the new one to see (民法典 945).
 */
export function payableBy(ctx: Ctx, ownerId: string): SQL {
  const mine = peopleOfOwner(ownerId)
  const today = todayOf(ctx)
  const here = sql`SELECT 1 FROM ${occupancies} WHERE ${occupancies.personId} IN (${mine})
    AND coalesce(${occupancies.roomId}, ${occupancies.parkingSpaceId}) = coalesce(${bills.roomId}, ${bills.parkingSpaceId})
    AND coalesce(${occupancies.fromOn}, '') <= ${bills.fromOn} AND coalesce(${occupancies.toOn}, ${today}) >= ${today}`
  return sql`(${madeOutTo(mine)} OR EXISTS (${here}))`
}

/** An order that still holds one of these bills. */
export interface HoldingOrder {
  id: string
  /** Whose it is: a bill can be paid by several. */
  ownerId: string
  outTradeNo: string
  projectId: string
  expiresAt: number
  merchant: MerchantRow
}

/**
 * The open orders that hold any of these bills. A query, for `orm.batch`.
 * @param unlessBooked id of the payment that they stand in the way of: none once it is booked, so that a request which
 *   comes again closes nothing that was opened since
 */
export function ordersHolding(ctx: Ctx, billIds: SQL, { unlessBooked }: { unlessBooked?: string } = {}) {
  const booked = sql`EXISTS (SELECT 1 FROM ${payments} WHERE ${payments.id} = ${unlessBooked ?? null})`
  return ctx.db.orm
    .selectDistinct({
      id: paymentOrders.id,
      ownerId: paymentOrders.ownerId,
      outTradeNo: paymentOrders.outTradeNo,
      projectId: paymentOrders.projectId,
      expiresAt: paymentOrders.expiresAt,
      merchant: merchants,
    })
    .from(paymentOrderLines)
    .innerJoin(paymentOrders, eq(paymentOrders.id, paymentOrderLines.orderId))
    .innerJoin(merchants, eq(merchants.id, paymentOrders.merchantRef))
    .where(
      and(sql`${paymentOrderLines.billId} IN (${billIds})`, isNull(paymentOrderLines.endedAt), not(booked)),
    )
}

/**
 * Whether an order can still be paid though a bill of it owes less by now than is asked for it: the desk took money and
 * could not close it, for the provider was in trouble. No bill of an open order is withdrawn: taking one back needs the
 * order's end.
 */
export const isOvertaken = sql<boolean>`(${inArray(paymentOrders.state, [...openOrderStates])}
  AND EXISTS (SELECT 1 FROM ${paymentOrderLines} l JOIN ${bills} b ON b.id = l.bill_id
    WHERE l.order_id = ${paymentOrders.id} AND b.amount_fen - b.paid_fen < l.amount_fen))`.mapWith(Boolean)

/** An order with all that its settlement needs. */
export interface OrderToSettle {
  id: string
  outTradeNo: string
  projectId: string
  amountFen: number
  state: OrderState
  createdAt: number
  expiresAt: number
  merchant: MerchantRow
  /** Each bill as it is now, and what the order asked for it. */
  lines: { bill: BillToPay; askedFen: number }[]
}

/** Reads an order in one round trip. */
export async function readOrder(ctx: Ctx, orderId: string): Promise<OrderToSettle | undefined> {
  const { id, outTradeNo, projectId, amountFen, state, createdAt, expiresAt } = paymentOrders
  const asked = ctx.db.orm
    .select({ billId: paymentOrderLines.billId, amountFen: paymentOrderLines.amountFen })
    .from(paymentOrderLines)
    .where(eq(paymentOrderLines.orderId, orderId))
  const held = sql`${bills.id} IN (SELECT bill_id FROM ${paymentOrderLines} WHERE order_id = ${orderId})`
  const [[order], lines, found] = await ctx.db.orm.batch([
    ctx.db.orm
      .select({ id, outTradeNo, projectId, amountFen, state, createdAt, expiresAt, merchant: merchants })
      .from(paymentOrders)
      .innerJoin(merchants, eq(merchants.id, paymentOrders.merchantRef))
      .where(eq(paymentOrders.id, orderId)),
    asked,
    billsToPay(ctx, held),
  ])
  if (order === undefined) return undefined
  const askedFen = new Map(lines.map((line) => [line.billId, line.amountFen]))
  return { ...order, lines: found.map((bill) => ({ bill, askedFen: askedFen.get(bill.billId) ?? 0 })) }
}

/** The name of the member of staff who acts, for records that show it. A query, for `orm.batch`. */
export function actingStaff(ctx: Ctx) {
  return ctx.db.orm.select({ name: staff.name }).from(staff).where(eq(staff.id, ctx.actor.id))
}
