import { idTaken } from '@heju/db'
import { and, desc, eq, sql } from 'drizzle-orm'
import type * as v from 'valibot'
import { bills } from '../billing/index.ts'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { todayOf } from '../../today.ts'
import { bookPayment } from './book-payment.ts'
import { billPaid, paidOnline, paidOnOutOfRange } from './errors.ts'
import { freeBillsIfPossible } from './free-bills.ts'
import { linesToPay, type LineToPay } from './lines-to-pay.ts'
import type { PaymentPorts } from './merchant.ts'
import { recordPaymentSchema, type Booked, type RecordPayment } from './payment-schemas.ts'
import { actingStaff, among, billsToPay, ordersHolding, type HoldingOrder } from './queries.ts'
import { paidOnRange } from './rules.ts'
import { paymentLines, payments } from './tables.ts'

/**
 * A cashier records money that was paid at the desk, whole bills or a part of them, and the receipt is issued with it.
 * An online payment that is open for one of the bills is closed first; if it turns out to be paid, it is settled, or
 * waits for a decision, and nothing is recorded here.
 * @throws `payments.bill_not_found`, `payments.bill_paid`, `payments.paid_online`, `payments.bill_withdrawn`,
 *   `payments.overpaid`, `payments.several_projects`, `payments.paid_on_out_of_range`, `payments.online_mismatch`,
 *   `payments.online_busy`, `request.id_taken` where this very payment was recorded under another key
 */
export async function recordPayment(ctx: Ctx, raw: RecordPayment, ports: PaymentPorts): Promise<Booked> {
  ctx.require('payments.record')
  const input = parse(recordPaymentSchema, raw)
  const { from, to } = paidOnRange(input.method, todayOf(ctx))
  return ctx.write('payments.record', input, async (write) => {
    if (input.paidOn < from || input.paidOn > to) throw paidOnOutOfRange({ from, to })
    const { lines, holding, cashierName } = await readDesk(ctx, input)
    const billIds = lines.map(({ bill }) => bill.billId)
    const free = await freeBillsIfPossible(ctx, { billIds, holding }, ports)
    const { paymentId, method, paidOn, payerName, referenceNo, note } = input
    const receiptId = bookPayment(ctx, write, {
      paymentId,
      method,
      lines,
      paidOn,
      payerName,
      cashierName,
      referenceNo: referenceNo || null,
      note: note || null,
    })
    write.audit('payments.recorded', paymentId, {
      projectId: lines[0]!.bill.projectId,
      detail: { receiptId, method, fen: lines.reduce((sum, line) => sum + line.amountFen, 0) },
    })
    return { paymentId, receiptId, onlineOpen: !free }
  })
}

interface Desk {
  lines: LineToPay[]
  holding: HoldingOrder[]
  cashierName: string
}

/** What the desk needs to know, in one round trip, and whether these bills can take this money. */
async function readDesk(
  ctx: Ctx,
  { lines: wanted, paymentId }: v.InferOutput<typeof recordPaymentSchema>,
): Promise<Desk> {
  const ids = wanted.map((line) => line.billId)
  const [found, holding, [cashier], ways, earlier] = await ctx.readStanding([
    billsToPay(ctx, sql`${bills.id} IN (${among(ids)})`),
    ordersHolding(ctx, among(ids), { unlessBooked: paymentId }),
    actingStaff(ctx),
    waysOfPaying(ctx, ids),
    ctx.db.orm.select({ id: payments.id }).from(payments).where(eq(payments.id, paymentId)),
  ])
  // Before the bills that it paid are: its own answer was lost, and nobody else has paid them.
  if (earlier.length > 0) throw idTaken()
  try {
    const lines = linesToPay(found, wanted, (projectId) => ctx.require('payments.record', projectId))
    return { lines, holding, cashierName: cashier?.name ?? '' }
  } catch (error) {
    // The desk shows the bills as they were before: how they were paid since is what the cashier wonders about.
    if (billPaid.is(error) && ways.at(0)?.method === 'wechat_pay') throw paidOnline({}, { cause: error })
    throw error
  }
}

/** How the bills of these that owe nothing any more were paid, the last first. A query, for `orm.batch`. */
function waysOfPaying(ctx: Ctx, billIds: readonly string[]) {
  return ctx.db.orm
    .select({ method: payments.method })
    .from(bills)
    .innerJoin(paymentLines, eq(paymentLines.billId, bills.id))
    .innerJoin(payments, eq(payments.id, paymentLines.paymentId))
    .where(and(sql`${bills.id} IN (${among(billIds)})`, eq(bills.paidFen, bills.amountFen)))
    .orderBy(desc(payments.recordedAt), desc(payments.id))
    .limit(1)
}
