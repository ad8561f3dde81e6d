import { newId } from '@heju/kernel'
import type { Write } from '@heju/db'
import { sql } from 'drizzle-orm'
import { bills as billTable, settleBillLine } from '../billing/index.ts'
import type { Ctx } from '../../context.ts'
import { entityOfProject } from '../../estate/organisation/index.ts'
import { todayOf } from '../../today.ts'
import { billPaid, billWithdrawn, overpaid } from './errors.ts'
import type { LineToPay } from './lines-to-pay.ts'
import { among, type BillToPay } from './queries.ts'
import { issueReceipt } from './receipt.ts'
import type { PaymentMethod } from './rules.ts'
import { merchants, paymentLines, payments } from './tables.ts'

/** Money that was taken, with the bills that it settles. */
export interface TakenMoney {
  paymentId: string
  method: PaymentMethod
  /** At least one; all of one project. */
  lines: readonly LineToPay[]
  /** The day on which the payer paid. */
  paidOn: string
  payerName?: string | undefined
  cashierName?: string
  referenceNo?: string | null
  note?: string | null
  orderId?: string
  /** Online only: the merchant that it came through. */
  merchantRef?: string
  exceptionId?: string
  evidenceSealed?: string
}

/**
 * Books money: the payment and its lines, what each bill has had, the receipt, and the event `payments.settled`.
 * All of it is part of the verb's one batch. A bill that was withdrawn or paid since it was read, or would get more than
 * is owed, stops the batch with `payments.bill_withdrawn`, `payments.bill_paid` or `payments.overpaid`.
 * @returns the receipt's id
 */
export function bookPayment(ctx: Ctx, write: Write, taken: TakenMoney): string {
  const { paymentId, method, lines, paidOn } = taken
  const { projectId, projectName } = lines[0]!.bill
  const amountFen = lines.reduce((sum, line) => sum + line.amountFen, 0)
  const recordedOn = todayOf(ctx)
  const payerName = taken.payerName ?? payerOf(lines.map((line) => line.bill))
  requireOwed(
    write,
    lines.map(({ bill }) => bill.billId),
  )
  write.add(
    ctx.db.orm.insert(payments).values({
      id: paymentId,
      projectId,
      method,
      amountFen,
      payerName,
      places: placesOf(lines.map((line) => line.bill)),
      orderId: taken.orderId ?? null,
      exceptionId: taken.exceptionId ?? null,
      referenceNo: taken.referenceNo ?? null,
      note: taken.note ?? null,
      paidOn,
      recordedOn,
      recordedAt: ctx.now,
      recordedBy: ctx.actor.id,
      cashierName: taken.cashierName ?? '',
      evidenceSealed: taken.evidenceSealed ?? null,
    }),
  )
  const rows = lines.map(({ bill, amountFen: fen }) => ({ paymentId, billId: bill.billId, amountFen: fen }))
  write.add(ctx.db.orm.insert(paymentLines).values(rows))
  for (const row of rows) write.changeOne(settleBillLine(ctx, row), overpaid)
  const receiptId = newId('rcp', ctx.now)
  const items = lines.map(({ bill, amountFen: fen }) => ({
    place: bill.place,
    fee: bill.receiptFee,
    period: bill.period,
    amountFen: fen,
  }))
  issueReceipt(ctx, write, {
    id: receiptId,
    paymentId,
    projectId,
    // Around the day on which a project is handed over money may still come to the merchant of the entity before.
    entityId:
      taken.merchantRef === undefined
        ? entityOfProject(sql`${projectId}`, recordedOn)
        : sql`(SELECT entity_id FROM ${merchants} WHERE id = ${taken.merchantRef})`,
    snapshot: {
      project: projectName,
      payer: payerName,
      items,
      amountFen,
      method,
      referenceNo: taken.referenceNo ?? null,
      paidOn,
      cashier: taken.cashierName ?? '',
    },
  })
  write.publish({ type: 'payments.settled', paymentId, receiptId, orderId: taken.orderId ?? null })
  return receiptId
}

/** Whoever was slower is told what the quicker one did: took a bill back, or its money. */
function requireOwed(write: Write, billIds: readonly string[]): void {
  const theirs = sql`SELECT 1 FROM ${billTable} WHERE id IN (${among(billIds)})`
  write.require(sql`NOT EXISTS (${theirs} AND state <> 'published')`, billWithdrawn)
  write.require(sql`NOT EXISTS (${theirs} AND paid_fen >= amount_fen)`, billPaid)
}

/** Who owed these bills, each named once. */
export function payerOf(bills: readonly BillToPay[]): string {
  return [...new Set(bills.map((bill) => bill.payerName))].join('、')
}

/** The rooms and parking spaces of these bills, each named once. */
export function placesOf(bills: readonly BillToPay[]): string {
  return [...new Set(bills.map((bill) => bill.place))].join('、')
}
