import { addDays, startOfDay, toChineseCapitals, type CivilDate } from '@heju/kernel'
import type { Write } from '@heju/db'
import { sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { entityName, legalEntities } from '../../estate/organisation/index.ts'
import { todayOf } from '../../today.ts'
import type { PaymentMethod } from './rules.ts'
import { payments, receipts, receiptSeries } from './tables.ts'

/** What a receipt shows, frozen when it was issued: later changes of names or rooms do not reach it. */
export interface ReceiptSnapshot {
  /** The legal entity in whose name it was issued. */
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
  /** The charge as its fee item is called on receipts, or as its tariff is named. */
  fee: string
  period: string
  amountFen: number
}

export interface NewReceipt {
  id: string
  paymentId: string
  projectId: string
  /** Id of the legal entity that received the money, for SQL. */
  entityId: SQL<string>
  snapshot: Omit<ReceiptSnapshot, 'capitals' | 'issuedOn' | 'company'>
}

/**
 * Issues the receipt of a payment with the next number of its legal entity in the year: `SJ-2026-000001`, or
 * `SJ-HB-2026-000001` where the entity has a code. The counter is raised in the same batch: a batch that fails gives its
 * number back, and since one batch writes at a time none is given twice. The year is that of the day of issue in the
 * company's zone; the entity and its name are those of the moment of writing.
 */
export function issueReceipt(ctx: Ctx, write: Write, receipt: NewReceipt): void {
  const issuedOn = todayOf(ctx)
  const year = Number(issuedOn.slice(0, 4))
  const snapshot: Omit<ReceiptSnapshot, 'company'> = {
    ...receipt.snapshot,
    capitals: `人民币${toChineseCapitals(receipt.snapshot.amountFen)}`,
    issuedOn,
  }
  const { entityId } = receipt
  write.change(sql`INSERT INTO ${receiptSeries} (entity_id, year, last) VALUES (${entityId}, ${year}, 1)
    ON CONFLICT (entity_id, year) DO UPDATE SET last = last + 1`)
  write.add(sql`INSERT INTO ${receipts} (id, entity_id, number, year, serial, payment_id, project_id, snapshot_json, issued_at)
    SELECT ${receipt.id}, s.entity_id, 'SJ-' || iif(l.series_code = '', '', l.series_code || '-') || printf('%04d-%06d', year, last),
      year, last, ${receipt.paymentId}, ${receipt.projectId},
      json_set(${JSON.stringify(snapshot)}, '$.company', ${entityName(ctx, sql`s.entity_id`)}), ${ctx.now}
    FROM ${receiptSeries} s JOIN ${legalEntities} l ON l.id = s.entity_id
    WHERE s.entity_id = ${entityId} AND year = ${year}`)
}

/** Whether a project has no receipt of a day or later that is in another entity's name. */
export function nothingReceivedFor(
  ctx: Ctx,
  { projectId, entityId, fromOn }: { projectId: string; entityId: string; fromOn: CivilDate },
): SQL {
  // A project's payments have an index by moment. What was recorded on the day was so no earlier, in whatever zone.
  const since = startOfDay(addDays(fromOn, -1), ctx.company.zone)
  return sql`NOT EXISTS (SELECT 1 FROM ${payments} p JOIN ${receipts} r ON r.payment_id = p.id
    WHERE p.project_id = ${projectId} AND p.recorded_at >= ${since} AND p.recorded_on >= ${fromOn} AND r.entity_id <> ${entityId})`
}
