import { and, eq, inArray, sql, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { atPlacesOf, bills } from '../billing/index.ts'
import type { Ctx } from '../../context.ts'
import { peopleOfOwner } from '../../estate/registry/index.ts'
import { receiptNotFound } from './errors.ts'
import type { ReceiptSnapshot } from './receipt.ts'
import type { Receipt } from './receipt-schemas.ts'
import { paymentLines, paymentOrders, payments, receiptPrints, receipts } from './tables.ts'

/**
 * One receipt, for staff of its project and for the owner who paid or owed it. One round trip.
 * @param printId the copy that is being printed: the answer's `copy` says which it is, null for none
 * @throws `payments.receipt_not_found` also for receipts of others
 */
export async function readReceipt(ctx: Ctx, receiptId: string, printId?: string): Promise<Receipt> {
  const reversal = alias(payments, 'reversal')
  const copies = sql<number>`(SELECT count(*) FROM ${receiptPrints} WHERE ${receiptPrints.receiptId} = ${receipts.id})`
  const copy = sql<
    number | null
  >`(SELECT ${receiptPrints.copy} FROM ${receiptPrints} WHERE ${receiptPrints.id} = ${printId ?? ''} AND ${receiptPrints.receiptId} = ${receipts.id})`
  const [row] = await ctx.db.orm
    .select({
      id: receipts.id,
      number: receipts.number,
      paymentId: receipts.paymentId,
      issuedAt: receipts.issuedAt,
      snapshotJson: receipts.snapshotJson,
      reversal: reversal.id,
      voidReason: reversal.note,
      copies,
      copy,
    })
    .from(receipts)
    .leftJoin(reversal, eq(reversal.reversesPaymentId, receipts.paymentId))
    .where(and(eq(receipts.id, receiptId), visibleTo(ctx)))
  if (row === undefined) throw receiptNotFound()
  const { snapshotJson, reversal: reversed, ...rest } = row
  return {
    ...rest,
    void: reversed !== null,
    ...(JSON.parse(snapshotJson) as ReceiptSnapshot & { items: [] }),
  }
}

/** Which receipts somebody may see: staff those of their projects, an owner those that they paid or that were owed by them. */
export function visibleTo(ctx: Ctx): SQL | undefined {
  if (ctx.actor.kind !== 'owner') {
    const scope = ctx.projectsWhere('payments.read')
    return scope === 'all' ? undefined : inArray(receipts.projectId, [...scope])
  }
  const ownerId = ctx.actor.id
  const mine = peopleOfOwner(ownerId)
  return sql`${receipts.paymentId} IN (
    SELECT ${payments.id} FROM ${paymentOrders} JOIN ${payments} ON ${payments.orderId} = ${paymentOrders.id} WHERE ${paymentOrders.ownerId} = ${ownerId}
    UNION
    SELECT ${paymentLines.paymentId} FROM ${paymentLines} JOIN ${bills} ON ${bills.id} = ${paymentLines.billId} WHERE ${atPlacesOf(mine)} AND ${bills.payerPersonId} IN (${mine}))`
}
