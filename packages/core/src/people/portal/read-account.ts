import { eq } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { owners, signInFirst } from '../identity/index.ts'
import { placesOfOwner, type OwnerPlace } from '../../estate/registry/index.ts'
import { servicePhones } from './service-phones.ts'

/** Who is signed in, and what is theirs. */
export interface Account {
  phoneLast4: string
  places: OwnerPlace[]
  phones: { projectName: string; projectPhone: string }[]
}

/** One round trip. @throws `access.sign_in` when the account is gone */
export async function readAccount(ctx: Ctx): Promise<Account> {
  const ownerId = ctx.requireOwner()
  const [[owner], places, phones] = await ctx.db.orm.batch([
    ctx.db.orm.select({ phoneLast4: owners.phoneLast4 }).from(owners).where(eq(owners.id, ownerId)),
    placesOfOwner(ctx, ownerId),
    servicePhones(ctx),
  ])
  if (owner === undefined) throw signInFirst()
  return { ...owner, places, phones }
}
