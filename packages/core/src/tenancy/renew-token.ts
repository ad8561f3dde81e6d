import { placeOf } from '@heju/db'
import { companies } from '@heju/db/platform-tables'
import { eq } from 'drizzle-orm'
import { parse } from '../input.ts'
import type { PlatformCtx } from '../platform-context.ts'
import { companyUnknown } from './errors.ts'
import { companyRow } from './list-companies.ts'
import { renewTokenSchema, type RenewToken } from './schemas.ts'

/**
 * Gives a company's database a new token and makes every earlier one useless, where the provider hands out tokens.
 * Other isolates are refused until they read the register again, within half a minute.
 * @throws `tenancy.company_unknown`, `database.server_refused`
 */
export async function renewToken(ctx: PlatformCtx, raw: RenewToken): Promise<void> {
  ctx.requireOperator()
  const input = parse(renewTokenSchema, raw)
  await ctx.write('tenancy.renew_token', input, async (write) => {
    const place = await ctx.deployment.provisioner.renewToken(placeOf(await companyRow(ctx, input.companyId)))
    write.changeOne(
      ctx.db.orm
        .update(companies)
        .set({ databaseTokenSealed: place.tokenSealed ?? null, changedAt: ctx.now })
        .where(eq(companies.id, input.companyId)),
      companyUnknown(),
    )
    write.audit('tenancy.token_renewed', input.companyId)
  })
  ctx.deployment.forget(input.companyId)
}
