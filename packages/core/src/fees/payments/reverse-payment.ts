import { alias } from 'drizzle-orm/sqlite-core'
import { eq } from 'drizzle-orm'
import { settleBillLine } from '../billing/index.ts'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { todayOf } from '../../today.ts'
import { alreadyReversed, notReversible, paymentNotFound } from './errors.ts'
import { reversePaymentSchema, type ReversePayment } from './payment-schemas.ts'
import { actingStaff } from './queries.ts'
import { deskMethods } from './rules.ts'
import { paymentLines, payments } from './tables.ts'

/**
 * Takes back a payment that was entered at the desk by mistake: a second record with the opposite amounts, which points
 * at the first. Its bills are owed again and its receipt is void; nothing is changed or deleted.
 * @throws `payments.payment_not_found`, `payments.not_reversible` for online money and for reversals,
 *   `payments.already_reversed`
 */
export async function reversePayment(ctx: Ctx, raw: ReversePayment): Promise<{ reversalId: string }> {
  ctx.require('payments.reverse')
  const input = parse(reversePaymentSchema, raw)
  return ctx.write('payments.reverse', input, async (write) => {
    const earlier = alias(payments, 'earlier')
    const [[found], lines, [accountant]] = await ctx.db.orm.batch([
      ctx.db.orm
        .select({ payment: payments, reversal: earlier.id })
        .from(payments)
        .leftJoin(earlier, eq(earlier.reversesPaymentId, payments.id))
        .where(eq(payments.id, input.paymentId)),
      ctx.db.orm.select().from(paymentLines).where(eq(paymentLines.paymentId, input.paymentId)),
      actingStaff(ctx),
    ])
    if (found === undefined) throw paymentNotFound()
    const { payment, reversal } = found
    ctx.require('payments.reverse', payment.projectId)
    const isDesk = deskMethods.some((method) => method === payment.method)
    if (!isDesk || payment.reversesPaymentId !== null) throw notReversible()
    if (reversal !== null) throw alreadyReversed()
    const { reversalId, reason } = input
    write.add(
      ctx.db.orm.insert(payments).values({
        ...payment,
        id: reversalId,
        amountFen: -payment.amountFen,
        reversesPaymentId: payment.id,
        note: reason,
        recordedOn: todayOf(ctx),
        recordedAt: ctx.now,
        recordedBy: ctx.actor.id,
        cashierName: accountant?.name ?? '',
      }),
      alreadyReversed,
    )
    const opposite = lines.map(({ billId, amountFen }) => ({
      paymentId: reversalId,
      billId,
      amountFen: -amountFen,
    }))
    write.add(ctx.db.orm.insert(paymentLines).values(opposite))
    for (const line of opposite) write.changeOne(settleBillLine(ctx, line), alreadyReversed)
    write.audit('payments.reversed', reversalId, {
      projectId: payment.projectId,
      detail: { reverses: payment.id, fen: -payment.amountFen },
    })
    return { reversalId }
  })
}
