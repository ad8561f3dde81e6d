import { sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { bills } from './tables.ts'

/**
 * The statement by which a payment's line counts towards a bill; a reversal's line takes it back with a negative
 * amount. For `write.changeOne`: it matches nothing when the bill does not count, or would be paid more than it asks
 * or less than nothing. Payments alone use it.
 * @param line.amountFen fen, not 0
 */
export function settleBillLine(_ctx: Ctx, line: { billId: string; amountFen: number }): SQL {
  return sql`UPDATE ${bills} SET paid_fen = paid_fen + ${line.amountFen}
    WHERE id = ${line.billId} AND state = 'published' AND paid_fen + ${line.amountFen} BETWEEN 0 AND amount_fen`
}

/**
 * The statement that takes a bill back. For `write.changeOne`: it matches nothing when the bill does not count, or
 * something of it was paid. Payments alone use it, which know whether somebody is paying it right now.
 */
export function voidBillLine(ctx: Ctx, { billId, reason }: { billId: string; reason: string }): SQL {
  return sql`UPDATE ${bills} SET state = 'void', voided_at = ${ctx.now}, void_reason = ${reason}
    WHERE id = ${billId} AND state = 'published' AND paid_fen = 0`
}
