import { migrate, type Migration } from '@heju/db'
import { companies } from '@heju/db/platform-tables'
import { and, eq, isNull, lte, or } from 'drizzle-orm'
import { failureOf } from '../../failure.ts'
import type { PlatformCtx } from '../../platform-context.ts'
import { companyRow } from './list-companies.ts'

/**
 * Brings one company's database up to the code; can be repeated and resumed.
 * @returns the tags applied now
 * @throws `tenancy.company_unknown`, and what `migrate` throws, after it was written to the register for the operator
 */
export async function migrateCompany(
  ctx: PlatformCtx,
  companyId: string,
  migrations: readonly Migration[],
): Promise<string[]> {
  ctx.requireJob()
  const company = await companyRow(ctx, companyId)
  // One that is being set up gets its schema there; a closed one takes no more writing.
  if (company.state === 'provisioning' || company.state === 'closed') return []
  try {
    const applied = await migrate(await ctx.deployment.tenant(company, ctx.db.trips), migrations, ctx.now)
    await noteSchema(ctx, companyId, migrations.at(-1)?.tag ?? '')
    return applied
  } catch (error) {
    await noteFailure(ctx, companyId, error)
    throw error
  } finally {
    ctx.deployment.forget(companyId)
  }
}

/** While a deployment rolls out, a consumer with the older code may come last: the tag only ever rises. */
async function noteSchema(ctx: PlatformCtx, companyId: string, schemaTag: string): Promise<void> {
  const { schemaTag: known } = companies
  await ctx.db.orm
    .update(companies)
    .set({ schemaTag, schemaFailure: null, changedAt: ctx.now })
    .where(and(eq(companies.id, companyId), or(isNull(known), lte(known, schemaTag))))
}

async function noteFailure(ctx: PlatformCtx, companyId: string, error: unknown): Promise<void> {
  const failure = failureOf(error)
  const schemaFailure = `${failure.params.tag ?? ''} ${failure.code}`.trim()
  await ctx.db.orm
    .update(companies)
    .set({ schemaFailure, changedAt: ctx.now })
    .where(eq(companies.id, companyId))
    // The register itself may be what does not answer; the error that matters is the first one.
    .catch(() => undefined)
}
