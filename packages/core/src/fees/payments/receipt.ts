import { civilDateOf, toChineseCapitals } from '@heju/kernel'
import type { Write } from '@heju/db'
import { sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import type { PaymentMethod } from './rules.ts'
import { receiptCounters, receipts } from './tables.ts'

/** What a receipt shows, frozen when it was issued: later changes of names or rooms do not reach it. */
export interface ReceiptSnapshot {
  company: string
  project: string
  /** Who owed what was paid (户名). */
  payer: string
  items: readonly ReceiptItem[]
  amountFen: number
  /** The amount in capitals, with 人民币 before it. */
  capitals: string
  method: PaymentMethod
  referenceNo: string | null
  /** The day on which the payer paid. */
  paidOn: string
  /** The day of the receipt. */
  issuedOn: string
  /** Empty for what nobody at the desk took. */
  cashier: string
}

interface ReceiptItem {
  /** Room or parking space. */
  place: string
  /** The charge as its tariff is named. */
  fee: string
  period: string
  amountFen: number
}

export interface NewReceipt {
  id: string
  paymentId: string
  projectId: string
  snapshot: Omit<ReceiptSnapshot, 'capitals' | 'issuedOn' | 'company'>
}

/**
 * Issues the receipt of a payment with the next number of the year, `SJ-2026-000001`. The counter is raised in the
 * same batch: a batch that fails gives its number back, and since one batch writes at a time none is given twice.
 * The year is that of the day of issue in the company's zone.
 */
export function issueReceipt(ctx: Ctx, write: Write, receipt: NewReceipt): void {
  const issuedOn = civilDateOf(ctx.now, ctx.company.zone)
  const year = Number(issuedOn.slice(0, 4))
  const snapshot: ReceiptSnapshot = {
    company: ctx.company.name,
    ...receipt.snapshot,
    capitals: `人民币${toChineseCapitals(receipt.snapshot.amountFen)}`,
    issuedOn,
  }
  write.change(sql`INSERT INTO ${receiptCounters} (year, last) VALUES (${year}, 1)
    ON CONFLICT (year) DO UPDATE SET last = last + 1`)
  write.add(sql`INSERT INTO ${receipts} (id, number, year, serial, payment_id, project_id, snapshot_json, issued_at)
    SELECT ${receipt.id}, printf('SJ-%04d-%06d', year, last), year, last, ${receipt.paymentId}, ${receipt.projectId},
      ${JSON.stringify(snapshot)}, ${ctx.now}
    FROM ${receiptCounters} WHERE year = ${year}`)
}
