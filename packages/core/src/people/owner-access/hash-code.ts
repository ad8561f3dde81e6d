import type { Ctx } from '../../context.ts'

/** How a code is kept. */
export function hashCode(ctx: Ctx, phoneIndex: string, code: string): Promise<string> {
  return ctx.vault.index('one_time_codes.code', `${phoneIndex}|${code}`)
}
