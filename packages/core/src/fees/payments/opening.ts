import type { Ctx } from '../../context.ts'

/** Where the payer is, as the edge saw it. */
export interface PayerAddress {
  /** IPv4 or IPv6. */
  ip: string
  /** The page that the browser comes back to after paying. */
  returnUrl?: string
}

/**
 * What the provider was told of an order beside its amount. It is kept because asking for the same order again must
 * say exactly the same, and sealed because it says where the payer was.
 */
export interface Opening extends PayerAddress {
  openId?: string | undefined
  notifyUrl: string
}

const sealedField = 'payment_orders.opening'

export function sealOpening(ctx: Ctx, opening: Opening): Promise<string> {
  return ctx.vault.seal(sealedField, JSON.stringify(opening))
}

export async function unsealOpening(ctx: Ctx, sealed: string): Promise<Opening> {
  return JSON.parse(await ctx.vault.unseal(sealedField, sealed)) as Opening
}
