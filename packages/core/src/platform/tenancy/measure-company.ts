import { placeOf, type CompanyRow } from '@heju/db'
import { companies } from '@heju/db/platform-tables'
import { eq } from 'drizzle-orm'
import type { PlatformCtx } from '../../platform-context.ts'
import { companyRow } from './list-companies.ts'
import { sizeGoodForMs } from './rules.ts'

/** Asks the provider how large a company's database is, and notes it in the register for the operator. */
export async function measureCompany(ctx: PlatformCtx, companyId: string): Promise<void> {
  ctx.requireJob()
  const company = await companyRow(ctx, companyId)
  if (company.databaseUrl === null) return
  const sizeBytes = await ctx.deployment.provisioner.sizeBytes(placeOf(company))
  await ctx.db.orm
    .update(companies)
    .set({ sizeBytes, sizeMeasuredAt: ctx.now })
    .where(eq(companies.id, companyId))
}

/** Whether the size that is known of a company is too old to be shown without asking again. */
export function wantsMeasuring(company: CompanyRow, now: number): boolean {
  return company.databaseUrl !== null && (company.sizeMeasuredAt ?? 0) < now - sizeGoodForMs
}
