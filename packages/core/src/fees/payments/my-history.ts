import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { pageQuerySchema, type Page, type PageQuery } from '../../paging.ts'
import { myReceipts, receiptPage } from './list-receipts.ts'
import { ordersDecided, ordersUnderWay, type OrderOutcome } from './my-orders.ts'
import type { ReceiptRow } from './receipt-schemas.ts'

/**
 * What an owner has paid. Before the newest stand what is not finished and what was decided about money that fitted no
 * bill; the pages that follow go on with receipts alone.
 */
export interface MyHistory {
  receipts: Page<ReceiptRow>
  underWay: OrderOutcome[]
  decided: OrderOutcome[]
}

/** One round trip. */
export async function readMyHistory(ctx: Ctx, raw: PageQuery): Promise<MyHistory> {
  const query = parse(pageQuerySchema, raw)
  const owner = ctx.requireOwner()
  const [rows, underWay, decided] = await ctx.db.orm.batch([
    myReceipts(ctx, query),
    ordersUnderWay(ctx, owner),
    ordersDecided(ctx, owner),
  ])
  const receipts = receiptPage(rows, query)
  return query.after === undefined ? { receipts, underWay, decided } : { receipts, underWay: [], decided: [] }
}
