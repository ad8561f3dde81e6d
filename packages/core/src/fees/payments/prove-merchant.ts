import { HejuError } from '@heju/kernel'
import { and, eq, isNull } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { merchantInUse, merchantNotFound } from './errors.ts'
import { merchantActionSchema, type MerchantAction, type MerchantProof } from './merchant-schemas.ts'
import { providerOf, type PaymentPorts } from './merchant.ts'
import { resumeWatches } from './resume-watches.ts'
import { merchants } from './tables.ts'

/**
 * Tests the settings of a merchant by one harmless question to the provider, and writes down what came of it. Settings
 * that fail are an answer, not an error: the page shows what to correct.
 * @throws `payments.merchant_not_found`, `payments.merchant_in_use` when somebody changed or ended it meanwhile
 */
export async function proveMerchant(
  ctx: Ctx,
  raw: MerchantAction,
  ports: PaymentPorts,
): Promise<MerchantProof> {
  ctx.require('merchant.write')
  const input = parse(merchantActionSchema, raw)
  return ctx.write('merchant.prove', input, async (write) => {
    const inUse = and(eq(merchants.id, input.merchantRef), isNull(merchants.retiredAt))
    const [[row]] = await ctx.readStanding([ctx.db.orm.select().from(merchants).where(inUse)])
    if (row === undefined) throw merchantNotFound()
    const refused = await proofOf(ctx, row, ports)
    const failure = refused?.code ?? null
    // Seconds may have gone by at the provider: others that were entered meanwhile are not proven by it.
    const asked = and(inUse, eq(merchants.settingsSealed, row.settingsSealed))
    write.changeOne(
      ctx.db.orm.update(merchants).set({ provenAt: ctx.now, proofFailure: failure }).where(asked),
      merchantInUse,
    )
    // What was refused may have been put right on the provider's side.
    if (failure === null) resumeWatches(ctx, write, input.merchantRef)
    write.audit('merchant.proven', input.merchantRef, { detail: { failure } })
    const reason = refused?.params.field ?? refused?.params.reason
    return { provenAt: ctx.now, failure, reason: reason === undefined ? null : String(reason) }
  })
}

async function proofOf(
  ctx: Ctx,
  row: { id: string; settingsSealed: string },
  ports: PaymentPorts,
): Promise<HejuError | undefined> {
  try {
    const provider = await providerOf(ctx, row, ports)
    await provider.prove()
    return undefined
  } catch (error) {
    if (error instanceof HejuError && error.code.startsWith('payments.')) return error
    throw error
  }
}
