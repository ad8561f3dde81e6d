import { asc, isNull } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import type { Merchant } from './merchant-schemas.ts'
import { companyScope, merchants } from './tables.ts'

/** The merchants in use, entity by entity, that of the whole entity first, as far as they may be shown. One round trip. */
export async function listMerchants(ctx: Ctx): Promise<Merchant[]> {
  ctx.require('merchant.write')
  const rows = await ctx.db.orm
    .select()
    .from(merchants)
    .where(isNull(merchants.retiredAt))
    .orderBy(asc(merchants.entityId), asc(merchants.scope))
  return rows.map(({ id, entityId, scope, merchantId, appId, merchantSerial, platformSerials, ...row }) => ({
    id,
    entityId,
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
