import { maskPhone } from '@heju/kernel'
import { eq } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { owners, signInFirst } from '../identity/index.ts'
import type { Owner } from './schemas.ts'

/** Who is signed in to the portal, and at which company. One round trip. @throws `access.sign_in` */
export async function readOwner(ctx: Ctx): Promise<Owner> {
  const ownerId = ctx.requireOwner()
  const [row] = await ctx.db.orm
    .select({ id: owners.id, phoneSealed: owners.phoneSealed })
    .from(owners)
    .where(eq(owners.id, ownerId))
  if (row === undefined) throw signInFirst()
  const { name, state, stateReason } = ctx.company
  const phone = maskPhone(await ctx.vault.unseal('owners.phone', row.phoneSealed))
  return { id: row.id, phone, company: { name, state, stateReason } }
}
