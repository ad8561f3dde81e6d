import type { Ctx } from '../../context.ts'

/** The columns in which a phone is kept: sealed, findable, and its end for colleagues to recognise it by. */
export async function phoneColumns(ctx: Ctx, phone: string | undefined) {
  if (phone === undefined) return { phoneSealed: null, phoneIndex: null, phoneLast4: null }
  return {
    phoneSealed: await ctx.vault.seal('staff.phone', phone),
    phoneIndex: await ctx.vault.index('staff.phone', phone),
    phoneLast4: phone.slice(-4),
  }
}
