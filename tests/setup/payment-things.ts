import type { Ctx } from '@heju/core'
import { recordPayment } from '@heju/core/fees/payments'
import { layDownPayments, noProvider } from '@heju/core/fees/payments/testing'
import { freshRequestId } from '@heju/core/testing'
import { civilDateOf, newId } from '@heju/kernel'

/** A bill of a room, paid at the desk; an order to the provider, and money that came for it and did not fit. */
export async function paymentThings(
  ctx: Ctx,
  place: { projectId: string; roomId: string; personId: string },
): Promise<Record<string, string>> {
  const { billId, ...online } = await layDownPayments(ctx, place)
  const { paymentId, receiptId } = await recordPayment(
    ctx,
    {
      requestId: freshRequestId(),
      paymentId: newId('pay', ctx.now),
      method: 'cash',
      paidOn: civilDateOf(ctx.now),
      lines: [{ billId, amountFen: 10_000 }],
    },
    noProvider,
  )
  return { ...online, paymentId, receiptId }
}
