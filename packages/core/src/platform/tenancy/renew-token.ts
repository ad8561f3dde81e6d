import { databaseConflict, placeOf, type CompanyRow, type Write } from '@heju/db'
import { companies } from '@heju/db/platform-tables'
import { eq } from 'drizzle-orm'
import { parse } from '../../input.ts'
import type { PlatformCtx } from '../../platform-context.ts'
import { databaseMoved } from './errors.ts'
import { companyRow } from './list-companies.ts'
import { renewTokenSchema, type RenewToken } from './schemas.ts'

const verb = 'tenancy.renew_token'
/** How often others may come before in the seconds that a provider takes. */
const mostTries = 5

/**
 * Gives a company's database a new token and makes every earlier one useless, where the provider hands out tokens.
 * Other isolates are refused until they read the register again, within half a minute. Of a request that was carried out
 * before nothing is renewed again.
 *
 * Each renewal at the provider makes useless the token that another one may be about to write down. Whoever finds that
 * somebody else wrote one down since they looked therefore renews once more: the one that stands in the register in the
 * end was made last.
 * @throws `tenancy.company_unknown`, `database.server_refused`, `tenancy.database_moved` when another database was attached
 *   meanwhile: that has a token of its own, `database.conflict` when others came before every time
 */
export async function renewToken(ctx: PlatformCtx, raw: RenewToken): Promise<void> {
  ctx.requireOperator()
  const input = parse(renewTokenSchema, raw)
  // Tells whether it was this call that wrote the token down, or another one with the same request.
  const attempt = crypto.randomUUID()
  const overtaken = databaseConflict()
  let renewed: CompanyRow | undefined
  const renew = async (write: Write) => {
    const company = await companyRow(ctx, input.companyId)
    if (renewed !== undefined && renewed.databaseNamespace !== company.databaseNamespace)
      throw databaseMoved()
    renewed = company
    const { id, databaseNamespace, databaseTokenSealed } = company
    const { tokenSealed = null } = await ctx.deployment.provisioner.renewToken(placeOf(company))
    write.requireAsRead(companies, { id, databaseNamespace, databaseTokenSealed }, overtaken)
    const change = { databaseTokenSealed: tokenSealed, changedAt: ctx.now }
    write.change(ctx.db.orm.update(companies).set(change).where(eq(companies.id, id)))
    write.audit('tenancy.token_renewed', id)
    return { attempt }
  }
  let recorded = false
  for (let tries = 1; ; tries += 1) {
    try {
      const answer = recorded
        ? await ctx.writeAnew(verb, renew)
        : await ctx.writeAskingFirst<{ attempt: string } | null>(verb, input, renew)
      if (renewed === undefined || answer?.attempt === attempt) break
      recorded = true
    } catch (error) {
      if (error !== overtaken || tries === mostTries) throw error
    }
  }
  ctx.deployment.forget(input.companyId)
}
