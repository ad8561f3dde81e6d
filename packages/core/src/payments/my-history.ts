import type { Ctx } from '../context.ts'
import { parse } from '../input.ts'
import { pageQuerySchema, type Page, type PageQuery } from '../paging.ts'
import { myReceipts, receiptPage } from './list-receipts.ts'
import { ordersUnderWay, type OrderOutcome } from './my-orders.ts'
import type { ReceiptRow } from './receipt-schemas.ts'

/** What an owner has paid, with what is not finished. */
export interface MyHistory {
  receipts: Page<ReceiptRow>
  underWay: OrderOutcome[]
}

/** One round trip. */
export async function readMyHistory(ctx: Ctx, raw: PageQuery): Promise<MyHistory> {
  const query = parse(pageQuerySchema, raw)
  const [rows, underWay] = await ctx.db.orm.batch([
    myReceipts(ctx, query),
    ordersUnderWay(ctx, ctx.requireOwner()),
  ])
  return { receipts: receiptPage(rows, query), underWay }
}
