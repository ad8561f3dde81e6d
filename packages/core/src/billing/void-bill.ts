import { eq, sql } from 'drizzle-orm'
import type { Ctx } from '../context.ts'
import { parse } from '../input.ts'
import { billNotFound, billNotVoidable } from './errors.ts'
import { voidBillSchema, type VoidBill } from './schemas.ts'
import { bills } from './tables.ts'

/**
 * Takes a bill back that should not have been made; nothing of it may have been paid. Its place and month can be billed
 * anew. Money records are never edited: the bill stays, void, with the reason.
 * @throws `billing.bill_not_found`, `billing.bill_not_voidable`
 */
export async function voidBill(ctx: Ctx, raw: VoidBill): Promise<{ billId: string }> {
  ctx.require('bills.correct')
  const input = parse(voidBillSchema, raw)
  const { billId, reason } = input
  return ctx.write('billing.void_bill', input, async (write) => {
    const [bill] = await ctx.db.orm
      .select({ projectId: bills.projectId })
      .from(bills)
      .where(eq(bills.id, billId))
    if (bill === undefined || !ctx.may('bills.correct', bill.projectId)) throw billNotFound()
    write.changeOne(
      sql`UPDATE bills SET state = 'void', voided_at = ${ctx.now}, void_reason = ${reason}
        WHERE id = ${billId} AND state = 'published' AND paid_fen = 0`,
      billNotVoidable,
    )
    write.audit('billing.bill_voided', billId, { projectId: bill.projectId, detail: { reason } })
    return { billId }
  })
}
