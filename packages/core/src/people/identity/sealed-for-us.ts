import { isNotNull } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { staff } from './tables.ts'

/**
 * Whether what is sealed in a database opens with this company's keys. Its administrator's phone has been there since it
 * was set up, and a value that was sealed for another company, or under another `VAULT_KEY`, does not open.
 */
export async function isSealedForUs(ctx: Ctx): Promise<boolean> {
  const [one] = await ctx.db.orm
    .select({ sealed: staff.phoneSealed })
    .from(staff)
    .where(isNotNull(staff.phoneSealed))
    .limit(1)
  if (one === undefined || one.sealed === null) return false
  return ctx.vault.unseal('staff.phone', one.sealed).then(
    () => true,
    () => false,
  )
}
