import { and, asc, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm'
import { atPlacesOf, bills, tariffPrices, tariffs } from '../billing/index.ts'
import type { Ctx } from '../../context.ts'
import { projects } from '../../estate/projects/index.ts'
import { parkingSpaces, people, peopleOfOwner, placeName, rooms } from '../../estate/registry/index.ts'
import { settledAs } from '../items/index.ts'
import { unreadDemands, type UnreadDemand } from '../reminders/index.ts'
import { billNotFound } from './errors.ts'
import { isServed } from './merchant.ts'
import { payableBy } from './queries.ts'
import { paymentLines, paymentOrderLines, paymentOrders, payments, receipts } from './tables.ts'

/** As many open bills as one page shows: those that are due first. */
const mostOpenBills = 300

/** What an owner sees of a bill, with everything that its amount came from. */
const billColumns = {
  id: bills.id,
  projectId: bills.projectId,
  projectName: projects.name,
  projectPhone: projects.phone,
  placeId: sql<string>`coalesce(${bills.roomId}, ${bills.parkingSpaceId})`,
  place: placeName(),
  fee: tariffs.name,
  period: bills.period,
  fromOn: bills.fromOn,
  toOn: bills.toOn,
  days: bills.days,
  wholeDays: bills.wholeDays,
  wholeFen: bills.wholeFen,
  quantityE2: bills.quantityE2,
  amountFen: bills.amountFen,
  paidFen: bills.paidFen,
  dueOn: bills.dueOn,
  state: bills.state,
  voidReason: bills.voidReason,
  payerName: people.name,
  basis: tariffs.basis,
  priceE4: tariffPrices.priceE4,
  additionFen: tariffPrices.additionFen,
  rounding: tariffPrices.rounding,
  roundingUnitFen: tariffPrices.roundingUnitFen,
  grade: tariffPrices.grade,
  baseE4: tariffPrices.baseE4,
  rangeE4: tariffPrices.rangeE4,
  approvalKind: tariffPrices.approvalKind,
  approvalNo: tariffPrices.approvalNo,
  approvalOn: tariffPrices.approvalOn,
}

/** The owner's own order that still holds a bill; null when nobody or somebody else is paying it. */
function heldBy(ownerId: string): SQL<string | null> {
  return sql<string | null>`(SELECT ${paymentOrders.id} FROM ${paymentOrderLines} JOIN ${paymentOrders}
    ON ${paymentOrders.id} = ${paymentOrderLines.orderId}
    WHERE ${paymentOrderLines.billId} = ${bills.id} AND ${isNull(paymentOrderLines.endedAt)} AND ${eq(paymentOrders.ownerId, ownerId)})`
}

function billsSeenBy(ctx: Ctx, ownerId: string, which: SQL | undefined) {
  return ctx.db.orm
    .select({
      ...billColumns,
      /** Whether it can be paid online. */
      online: isServed(ctx, projects.id),
      orderId: heldBy(ownerId),
    })
    .from(bills)
    .innerJoin(projects, eq(projects.id, bills.projectId))
    .innerJoin(tariffs, eq(tariffs.id, bills.tariffId))
    .leftJoin(tariffPrices, eq(tariffPrices.id, bills.priceId))
    .innerJoin(people, eq(people.id, bills.payerPersonId))
    .leftJoin(rooms, eq(rooms.id, bills.roomId))
    .leftJoin(parkingSpaces, eq(parkingSpaces.id, bills.parkingSpaceId))
    .where(and(which, payableBy(ctx, ownerId)))
    .$dynamic()
}

export type MyBill = Awaited<ReturnType<typeof billsSeenBy>>[number]

const owed = sql`${bills.state} = 'published' AND ${bills.paidFen} < ${bills.amountFen}`

/**
 * What an owner still owes, by project and place, what is due first before the rest, and the demands for it of which
 * they are told by reading it. One round trip.
 */
export async function listMyBills(ctx: Ctx): Promise<{ bills: MyBill[]; unread: UnreadDemand[] }> {
  const ownerId = ctx.requireOwner()
  const [found, unread] = await ctx.db.orm.batch([myOpenBills(ctx, ownerId), unreadDemands(ctx, ownerId)])
  return { bills: found, unread }
}

/** The query of `listMyBills`, which a test holds to its indexes. */
export function myOpenBills(ctx: Ctx, ownerId: string) {
  return (
    billsSeenBy(ctx, ownerId, and(atPlacesOf(peopleOfOwner(ownerId)), owed))
      // Rooms before parking spaces.
      .orderBy(
        asc(projects.name),
        isNull(bills.roomId),
        asc(rooms.sortKey),
        asc(parkingSpaces.sortKey),
        asc(bills.dueOn),
        asc(bills.period),
        settledAs(sql`${bills.feeItem}`),
        asc(bills.id),
      )
      .limit(mostOpenBills)
  )
}

/** What an owner owes in all, and since when: one row. A query, for `orm.batch`. */
export function owedByOwner(ctx: Ctx, ownerId: string) {
  return ctx.db.orm
    .select({
      owedFen: sql<number>`coalesce(sum(${bills.amountFen} - ${bills.paidFen}), 0)`,
      bills: sql<number>`count(*)`,
      firstDueOn: sql<string | null>`min(${bills.dueOn})`,
    })
    .from(bills)
    .where(and(atPlacesOf(peopleOfOwner(ownerId)), owed, payableBy(ctx, ownerId)))
}

/** What was paid towards a bill. */
function paymentsOf(ctx: Ctx, billId: string) {
  return ctx.db.orm
    .select({
      paidOn: payments.paidOn,
      method: payments.method,
      amountFen: paymentLines.amountFen,
      receiptId: receipts.id,
      receiptNumber: receipts.number,
    })
    .from(paymentLines)
    .innerJoin(payments, eq(payments.id, paymentLines.paymentId))
    .leftJoin(receipts, eq(receipts.paymentId, payments.id))
    .where(eq(paymentLines.billId, billId))
    .orderBy(asc(payments.recordedAt))
}

export interface MyBillPage {
  bill: MyBill
  payments: Awaited<ReturnType<typeof paymentsOf>>
  /** Demands for it of which its payer is told by reading it. */
  unread: UnreadDemand[]
}

/** One bill and what was paid towards it. One round trip. @throws `payments.bill_not_found` also for bills of others */
export async function readMyBill(ctx: Ctx, billId: string): Promise<MyBillPage> {
  const ownerId = ctx.requireOwner()
  const shown = and(eq(bills.id, billId), inArray(bills.state, ['published', 'void']))
  const [[bill], paid, unread] = await ctx.db.orm.batch([
    billsSeenBy(ctx, ownerId, shown),
    paymentsOf(ctx, billId),
    unreadDemands(ctx, ownerId, { billId }),
  ])
  if (bill === undefined) throw billNotFound()
  return { bill, payments: paid, unread }
}
