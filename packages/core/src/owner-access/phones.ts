import { civilDateOf } from '@heju/kernel'
import { sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../context.ts'

/**
 * Whether a phone is that of somebody who is anything to a room or parking space today: owner, family, tenant, user.
 * Taken out of the registry, a phone gets no code any more, and finds no rooms with the sign-in it has.
 */
export function isKnown(ctx: Ctx, phoneIndex: string): SQL {
  const today = civilDateOf(ctx.now, ctx.company.zone)
  return sql`EXISTS (SELECT 1 FROM person_phones JOIN occupancies ON occupancies.person_id = person_phones.person_id
    WHERE phone_index = ${phoneIndex} AND coalesce(from_on, '') <= ${today} AND coalesce(to_on, '9999') >= ${today})`
}

/** How a code is kept. */
export function hashCode(ctx: Ctx, phoneIndex: string, code: string): Promise<string> {
  return ctx.vault.index('one_time_codes.code', `${phoneIndex}|${code}`)
}
