import { newId } from '@heju/kernel'
import { eq, sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { receiptNotFound } from './errors.ts'
import { printReceiptSchema, type PrintReceipt } from './receipt-schemas.ts'
import { receiptPrints, receipts } from './tables.ts'

/**
 * Counts a copy before it goes to the printer: the first is the original, each later one will say 补打.
 * @throws `payments.receipt_not_found`
 */
export async function printReceipt(ctx: Ctx, raw: PrintReceipt): Promise<{ printId: string }> {
  ctx.require('receipts.print')
  const input = parse(printReceiptSchema, raw)
  return ctx.write('receipts.print', input, async (write) => {
    const { receiptId } = input
    const [receipt] = await ctx.db.orm
      .select({ projectId: receipts.projectId })
      .from(receipts)
      .where(eq(receipts.id, receiptId))
    if (receipt === undefined || !ctx.may('receipts.print', receipt.projectId)) throw receiptNotFound()
    const printId = newId('prt', ctx.now)
    write.add(sql`INSERT INTO ${receiptPrints} (id, receipt_id, copy, printed_at, printed_by)
      SELECT ${printId}, ${receiptId}, 1 + count(*), ${ctx.now}, ${ctx.actor.id}
      FROM ${receiptPrints} WHERE receipt_id = ${receiptId}`)
    write.audit('receipts.printed', receiptId, { projectId: receipt.projectId })
    return { printId }
  })
}
