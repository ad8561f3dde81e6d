import { asc, isNull } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import type { Merchant } from './merchant-schemas.ts'
import { companyScope } from './merchant.ts'
import { merchants } from './tables.ts'

/** The merchants in use, the company's first, as far as they may be shown. One round trip. */
export async function listMerchants(ctx: Ctx): Promise<Merchant[]> {
  ctx.require('merchant.write')
  const rows = await ctx.db.orm
    .select()
    .from(merchants)
    .where(isNull(merchants.retiredAt))
    .orderBy(asc(merchants.scope))
  return rows.map(({ id, scope, merchantId, appId, merchantSerial, platformSerials, ...row }) => ({
    id,
    projectId: scope === companyScope ? null : scope,
    merchantId,
    appId,
    merchantSerial,
    platformSerials: platformSerials.split(','),
    apiV3KeyLast4: row.apiV3KeyLast4,
    changedAt: row.changedAt,
    provenAt: row.provenAt,
    proofFailure: row.proofFailure,
  }))
}
