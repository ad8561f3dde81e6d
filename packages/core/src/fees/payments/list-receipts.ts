import { and, desc, eq, isNotNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { decodeCursor, pageOf, pageQuerySchema, type Page, type PageQuery } from '../../paging.ts'
import { visibleTo } from './read-receipt.ts'
import type { ReceiptRow } from './receipt-schemas.ts'
import { payments, receipts } from './tables.ts'

/** An owner's receipts, newest first. One round trip. */
export async function listReceipts(ctx: Ctx, raw: PageQuery): Promise<Page<ReceiptRow>> {
  const query = parse(pageQuerySchema, raw)
  return receiptPage(await myReceipts(ctx, query), query)
}

type Query = ReturnType<typeof parse<typeof pageQuerySchema>>

/** The query of `listReceipts`; `receiptPage` makes a page of its rows. */
export function myReceipts(ctx: Ctx, { after, limit }: Query) {
  ctx.requireOwner()
  const from = decodeCursor<[number, string]>(after, ['number', 'string'])
  const reversal = alias(payments, 'reversal')
  return ctx.db.orm
    .select({
      id: receipts.id,
      number: receipts.number,
      places: payments.places,
      amountFen: payments.amountFen,
      method: payments.method,
      paidOn: payments.paidOn,
      issuedAt: receipts.issuedAt,
      void: sql<boolean>`${isNotNull(reversal.id)}`.mapWith(Boolean),
    })
    .from(receipts)
    .innerJoin(payments, eq(payments.id, receipts.paymentId))
    .leftJoin(reversal, eq(reversal.reversesPaymentId, receipts.paymentId))
    .where(
      and(visibleTo(ctx), from && sql`(${receipts.issuedAt}, ${receipts.id}) < (${from[0]}, ${from[1]})`),
    )
    .orderBy(desc(receipts.issuedAt), desc(receipts.id))
    .limit(limit + 1)
}

export function receiptPage(rows: readonly ReceiptRow[], { limit }: Query): Page<ReceiptRow> {
  return pageOf(rows, limit, (row) => [row.issuedAt, row.id])
}
