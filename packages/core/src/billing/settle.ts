import { sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../context.ts'
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
