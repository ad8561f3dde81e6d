import { and, eq, isNull } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { merchantNotFound } from './errors.ts'
import { merchantActionSchema, type MerchantAction } from './merchant-schemas.ts'
import { merchants } from './tables.ts'

/**
 * Ends online payment through a merchant: no new order is opened with it. Orders that are open are still watched and
 * settled, so its keys stay stored.
 * @throws `payments.merchant_not_found`
 */
export async function retireMerchant(ctx: Ctx, raw: MerchantAction): Promise<{ id: string }> {
  ctx.require('merchant.write')
  const input = parse(merchantActionSchema, raw)
  return ctx.write('merchant.retire', input, (write) => {
    write.changeOne(
      ctx.db.orm
        .update(merchants)
        .set({ retiredAt: ctx.now })
        .where(and(eq(merchants.id, input.merchantRef), isNull(merchants.retiredAt))),
      merchantNotFound,
    )
    write.audit('merchant.retired', input.merchantRef)
    return { id: input.merchantRef }
  })
}
