import { eq, sql } from 'drizzle-orm'
import {
  billNotFound,
  billNotVoidable,
  bills,
  voidBillLine,
  voidBillSchema,
  type VoidBill,
} from '../billing/index.ts'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { freeBills } from './free-bills.ts'
import type { PaymentPorts } from './merchant.ts'
import { ordersHolding } from './queries.ts'

/**
 * Takes a bill back that should not have been made; nothing of it may have been paid. Its days can be billed anew. Money
 * records are never edited: the bill stays, void, with the reason.
 *
 * An owner may be paying it online right now. That order is closed at the provider first, and the provider is asked
 * whether it was: money that came meanwhile is booked, and the bill stays.
 * @throws `billing.bill_not_found`, `billing.bill_not_voidable`, `payments.paid_meanwhile`, `payments.online_busy`,
 *   `payments.online_uncertain`, `payments.closing_refused`, `payments.closing_failed`, `payments.order_in_progress` for an
 *   order that was opened at this moment: with an order that may have been paid, or still be, the bill stays
 */
export async function voidBill(ctx: Ctx, raw: VoidBill, ports: PaymentPorts): Promise<{ billId: string }> {
  ctx.require('bills.correct')
  const input = parse(voidBillSchema, raw)
  const { billId, reason } = input
  return ctx.write('billing.void_bill', input, async (write) => {
    const [[bill], holding] = await ctx.readStanding([
      ctx.db.orm
        .select({ projectId: bills.projectId, state: bills.state, paidFen: bills.paidFen })
        .from(bills)
        .where(eq(bills.id, billId)),
      ordersHolding(ctx, sql`SELECT ${billId}`),
    ])
    if (bill === undefined || !ctx.may('bills.correct', bill.projectId)) throw billNotFound()
    // Before anything is closed at the provider for it.
    if (bill.state !== 'published' || bill.paidFen > 0) throw billNotVoidable()
    await freeBills(ctx, write, { billIds: [billId], holding }, ports)
    write.changeOne(voidBillLine(ctx, { billId, reason }), billNotVoidable)
    write.audit('billing.bill_voided', billId, { projectId: bill.projectId, detail: { reason } })
    return { billId }
  })
}
