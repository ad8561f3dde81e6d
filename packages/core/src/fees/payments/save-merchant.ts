import { civilDateOf } from '@heju/kernel'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { entityClosed, entityOfProject, projectUnknown, takesOver } from '../../estate/organisation/index.ts'
import { parse } from '../../input.ts'
import { merchantInUse, merchantIncomplete } from './errors.ts'
import { saveMerchantSchema, type SaveMerchant } from './merchant-schemas.ts'
import { sealSettings, unsealSettings, type MerchantRow } from './merchant.ts'
import type { WechatMerchantSettings } from './provider.ts'
import { resumeWatches } from './resume-watches.ts'
import { companyScope, merchants } from './tables.ts'

/**
 * Enters or changes the company's own merchant at WeChat Pay. Secrets go in and never come out; those left out stay as
 * they are. Another merchant number or app takes the place of the one in use, which is kept for the orders that were
 * opened through it. Orders whose watch stopped are asked about again, with what was corrected. A project's own merchant is that
 * of the legal entity which the project belongs to today.
 * @throws `payments.merchant_incomplete` when a secret is missing and none is stored for this merchant,
 *   `payments.merchant_in_use` when somebody else changed it meanwhile, `organisation.entity_closed` also for one that is
 *   not there, `organisation.project_not_found`
 */
export async function saveMerchant(ctx: Ctx, raw: SaveMerchant): Promise<{ id: string }> {
  ctx.require('merchant.write')
  const input = parse(saveMerchantSchema, raw)
  const scope = input.projectId ?? companyScope
  const { merchantPrivateKey: _key, apiV3Key: _secret, platformKeys: _keys, ...open } = input
  return ctx.write('merchant.save', open, async (write) => {
    const { entityId, used } = await readUsed(ctx, input)
    const isSame = used?.merchantId === input.merchantId && used.appId === input.appId
    // What collected for another entity is not changed into this one's: its orders are that one's.
    const same = isSame && used?.entityId === entityId ? used : undefined
    const settings = await completed(ctx, input, same)
    const values = {
      merchantSerial: settings.merchantSerial,
      platformSerials: settings.platformKeys.map((key) => key.serial).join(','),
      apiV3KeyLast4: settings.apiV3Key.slice(-4),
      settingsSealed: await sealSettings(ctx, settings),
      changedAt: ctx.now,
      // What was proven were the settings of before.
      provenAt: null,
      proofFailure: null,
    }
    const inUse = (id: string) => and(eq(merchants.id, id), isNull(merchants.retiredAt))
    if (same !== undefined) {
      // Secrets that are left out are those that were read: what somebody else has entered meanwhile is not put back.
      const asRead = and(inUse(same.id), eq(merchants.settingsSealed, same.settingsSealed))
      write.changeOne(ctx.db.orm.update(merchants).set(values).where(asRead), merchantInUse)
      resumeWatches(ctx, write, same.id)
    } else {
      if (used !== undefined)
        write.changeOne(
          ctx.db.orm.update(merchants).set({ retiredAt: ctx.now }).where(inUse(used.id)),
          merchantInUse,
        )
      const { id, merchantId, appId } = input
      const row = { ...values, id, entityId, scope, merchantId, appId, createdAt: ctx.now }
      write.require(takesOver(entityId, civilDateOf(ctx.now, ctx.company.zone)), entityClosed)
      write.add(ctx.db.orm.insert(merchants).values(row), merchantInUse)
    }
    const id = same?.id ?? input.id
    const { merchantId, appId } = input
    const detail = { scope, entityId, merchantId, appId, replaces: used?.id ?? null }
    write.audit('merchant.saved', id, { projectId: input.projectId, detail })
    return { id }
  })
}

/** Whose merchant it is to be, and the one in use in its place. */
async function readUsed(
  ctx: Ctx,
  { projectId, entityId }: { projectId?: string | undefined; entityId: string },
): Promise<{ entityId: string; used: MerchantRow | undefined }> {
  const today = civilDateOf(ctx.now, ctx.company.zone)
  const theirs = entityOfProject(sql`${projectId ?? ''}`, today)
  const place =
    projectId === undefined
      ? and(eq(merchants.scope, companyScope), eq(merchants.entityId, entityId))
      : eq(merchants.scope, projectId)
  const [[whose], [used]] = await ctx.db.orm.batch([
    ctx.db.orm.select({ entityId: sql<string | null>`${theirs}` }).from(sql`(SELECT 1)`),
    ctx.db.orm
      .select()
      .from(merchants)
      .where(and(place, isNull(merchants.retiredAt))),
  ])
  if (projectId === undefined) return { entityId, used }
  if (!whose?.entityId) throw projectUnknown()
  return { entityId: whose.entityId, used }
}

async function completed(
  ctx: Ctx,
  input: Omit<SaveMerchant, 'requestId' | 'id' | 'projectId' | 'entityId'>,
  stored: MerchantRow | undefined,
): Promise<WechatMerchantSettings> {
  const { merchantId, appId, merchantSerial } = input
  const kept = stored === undefined ? undefined : await unsealSettings(ctx, stored)
  const merchantPrivateKey = input.merchantPrivateKey ?? kept?.merchantPrivateKey
  const apiV3Key = input.apiV3Key ?? kept?.apiV3Key
  const platformKeys = input.platformKeys ?? kept?.platformKeys
  if (merchantPrivateKey === undefined || apiV3Key === undefined || platformKeys === undefined)
    throw merchantIncomplete()
  return { merchantId, appId, merchantSerial, merchantPrivateKey, apiV3Key, platformKeys }
}
