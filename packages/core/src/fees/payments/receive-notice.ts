import { HejuError } from '@heju/kernel'
import { and, eq } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { productKey } from '../../product-keys.ts'
import { merchantNotFound } from './errors.ts'
import { addException } from './exception.ts'
import { providerOf, type MerchantRow, type PaymentPorts } from './merchant.ts'
import { isOpen, onWordOf } from './order.ts'
import type { NoticeAnswer, PaymentProvider } from './provider.ts'
import { evidenceField, settleFromProvider } from './settle.ts'
import { merchants, paymentOrders } from './tables.ts'

/**
 * Takes a notice of the provider: believes it only as a hint, and asks the provider before anything is booked. Delivered
 * twice, late, out of order or forged, it can settle nothing that is not so.
 *
 * @param merchantRef names the merchant in the address of the notice, and the host names the company: a notice needs
 *   nobody to be signed in, and cannot reach another company's books
 * @param body as it came, byte for byte
 * @returns what to answer; `later` brings the notice again
 * @throws `payments.merchant_not_found`
 */
export async function receiveNotice(
  ctx: Ctx,
  merchantRef: string,
  headers: Headers,
  body: string,
  ports: PaymentPorts,
): Promise<NoticeAnswer> {
  const [merchant] = await ctx.db.orm.select().from(merchants).where(eq(merchants.id, merchantRef))
  if (merchant === undefined) throw merchantNotFound()
  const provider = await providerOf(ctx, merchant, ports)
  return provider.answerNotice(await outcomeOf(ctx, merchant, provider, { headers, body }, ports))
}

async function outcomeOf(
  ctx: Ctx,
  merchant: MerchantRow,
  provider: PaymentProvider,
  notice: { headers: Headers; body: string },
  ports: PaymentPorts,
): Promise<'taken' | 'refused' | 'later'> {
  try {
    const { trade } = await provider.readNotice(notice.headers, notice.body)
    // About something else than a payment: nothing follows from it here, and it need not come again.
    if (trade === null) return 'taken'
    const [order] = await ctx.db.orm
      .select({ id: paymentOrders.id })
      .from(paymentOrders)
      .where(and(eq(paymentOrders.outTradeNo, trade.outTradeNo), eq(paymentOrders.merchantRef, merchant.id)))
    if (order === undefined) return await recordUnknown(ctx, merchant, provider, trade.outTradeNo)
    const { state } = await settleFromProvider(ctx, order.id, ports)
    // The provider's own query may lag behind its notice.
    return isOpen(state) ? 'later' : 'taken'
  } catch (error) {
    if (!(error instanceof HejuError)) throw error
    // Forged, stale, of another merchant or unreadable: not believed. What passes is asked to come again.
    return error.kind === 'unauthenticated' || error.kind === 'invalid' ? 'refused' : 'later'
  }
}

/** Money that the provider says it took for a number that we never gave: a person must look. */
async function recordUnknown(
  ctx: Ctx,
  merchant: MerchantRow,
  provider: PaymentProvider,
  outTradeNo: string,
): Promise<'taken' | 'later'> {
  const trade = await provider.query(outTradeNo)
  if (trade === null || (trade.state !== 'success' && trade.state !== 'refund')) return 'taken'
  const evidenceSealed = await ctx.vault.seal(evidenceField, trade.raw)
  // The number is a stranger's; the merchant and it together name this exception.
  const key = productKey('payments.record_unknown', `${merchant.id}-${outTradeNo}`)
  await onWordOf(ctx, merchant.id, (provided) =>
    provided.writeOnce(key, (write) => {
      addException(provided, write, {
        merchantRef: merchant.id,
        kind: 'unknown_order',
        amountFen: trade.totalFen ?? 0,
        trade,
        evidenceSealed,
      })
    }),
  )
  return 'taken'
}
