import { civilDateOf, endOfDay, parseCivilDate, startOfDay } from '@heju/kernel'
import { and, desc, eq, gte, lte, sql, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import * as v from 'valibot'
import type { Ctx } from '../../context.ts'
import { idSchema, parse } from '../../input.ts'
import { decodeCursor, pageEntries, pageOf, type Page } from '../../paging.ts'
import { projects } from '../../estate/projects/index.ts'
import { paymentFilterSchema, type PaymentRow } from './payment-schemas.ts'
import { payments, receipts } from './tables.ts'

export const listPaymentsSchema = v.object({
  ...paymentFilterSchema.entries,
  /** One payment, by the id that its client gave it: whether it was taken is asked where its answer was lost. */
  paymentId: v.optional(idSchema('pay')),
  ...pageEntries,
})
export type ListPayments = v.InferInput<typeof listPaymentsSchema>

/** Payments and reversals that the actor may see, newest first. One round trip. */
export async function listPayments(ctx: Ctx, raw: ListPayments): Promise<Page<PaymentRow>> {
  const { limit, ...query } = parse(listPaymentsSchema, raw)
  const rows = await paymentRows(ctx, query).limit(limit + 1)
  return pageOf(rows, limit, (row) => [row.recordedAt, row.id])
}

type Query = Omit<v.InferOutput<typeof listPaymentsSchema>, 'limit'>

/** The query behind the list, its page and its export. */
export function paymentRows(ctx: Ctx, query: Query) {
  const reversal = alias(payments, 'reversal')
  return ctx.db.orm
    .select({
      id: payments.id,
      projectId: payments.projectId,
      projectName: projects.name,
      method: payments.method,
      amountFen: payments.amountFen,
      payerName: payments.payerName,
      places: payments.places,
      referenceNo: payments.referenceNo,
      note: payments.note,
      paidOn: payments.paidOn,
      recordedOn: payments.recordedOn,
      recordedAt: payments.recordedAt,
      cashierName: payments.cashierName,
      receiptId: receipts.id,
      receiptNumber: receipts.number,
      reversesPaymentId: payments.reversesPaymentId,
      reversedByPaymentId: reversal.id,
    })
    .from(payments)
    .innerJoin(projects, eq(projects.id, payments.projectId))
    .leftJoin(receipts, eq(receipts.paymentId, payments.id))
    .leftJoin(reversal, eq(reversal.reversesPaymentId, payments.id))
    .where(and(inScope(ctx, query.projectId), filtered(query, ctx)))
    .orderBy(desc(payments.recordedAt), desc(payments.id))
    .$dynamic()
}

/** @throws `access.not_allowed` */
function inScope(ctx: Ctx, projectId: string | undefined): SQL | undefined {
  if (projectId !== undefined) {
    ctx.require('payments.read', projectId)
    return eq(payments.projectId, projectId)
  }
  const scope = ctx.projectsWhere('payments.read')
  // Without the plus SQLite would look each project up and sort; in the order of time it stops at the page's end.
  return scope === 'all' ? undefined : sql`+${payments.projectId} IN ${scope}`
}

function filtered(query: Query, ctx: Ctx): SQL | undefined {
  const after = decodeCursor<[number, string]>(query.after, ['number', 'string'])
  const { paymentId, method, from, to, recordedBy, receipt, billId } = query
  const { zone } = ctx.company
  return and(
    given(after, ([at, id]) => sql`(${payments.recordedAt}, ${payments.id}) < (${at}, ${id})`),
    given(paymentId, (id) => eq(payments.id, id)),
    given(method, (value) => eq(payments.method, value)),
    given(from, (day) => gte(payments.recordedAt, startOfDay(parseCivilDate(day), zone))),
    given(to, (day) => lte(payments.recordedAt, endOfDay(parseCivilDate(day), zone))),
    given(recordedBy, (id) => eq(payments.recordedBy, id)),
    given(
      billId,
      (id) => sql`${payments.id} IN (SELECT payment_id FROM payment_lines WHERE bill_id = ${id})`,
    ),
    given(receipt, (number) => withReceipt(number, civilDateOf(ctx.now, zone))),
  )
}

function given<T>(value: T | undefined, condition: (value: T) => SQL): SQL | undefined {
  return value === undefined ? undefined : condition(value)
}

/** `SJ-2026-000123`, or `123` for that number of this year. */
function withReceipt(text: string, today: string): SQL {
  const [, year, serial] = /^(?:SJ-(\d{4})-)?(\d+)$/i.exec(text) ?? []
  return and(eq(receipts.year, Number(year ?? today.slice(0, 4))), eq(receipts.serial, Number(serial))) as SQL
}
