import { and, eq, isNull, ne, sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import {
  entityClosed,
  entityName,
  entityOfProject,
  noEntity,
  openEntity,
  projectUnknown,
  takesOver,
} from '../../estate/organisation/index.ts'
import { projects } from '../../estate/projects/index.ts'
import { parse } from '../../input.ts'
import { todayOf } from '../../today.ts'
import {
  merchantEntityDiffers,
  merchantIncomplete,
  merchantInUse,
  merchantOfAnother,
  projectHandedOver,
} from './errors.ts'
import { saveMerchantSchema, type SaveMerchant } from './merchant-schemas.ts'
import { sealSettings, unsealSettings, type MerchantRow } from './merchant.ts'
import type { WechatMerchantSettings } from './provider.ts'
import { resumeWatches } from './resume-watches.ts'
import { companyScope, merchants } from './tables.ts'

/**
 * Enters or changes the company's own merchant at WeChat Pay. Secrets go in and never come out; those left out stay as
 * they are. Another merchant number or app takes the place of the one in use, which is kept for the orders that were
 * opened through it. Orders whose watch stopped are asked about again, with what was corrected. A project's own merchant is that
 * of the legal entity which the project belongs to today. One account in use is one entity's.
 * @throws `payments.merchant_incomplete` when a secret is missing and none is stored for this merchant,
 *   `payments.merchant_in_use` when somebody else changed it meanwhile, `payments.merchant_of_another` for an account
 *   that another entity has in use, `payments.merchant_entity_differs` and `payments.project_handed_over` of a project's
 *   own, `organisation.entity_closed` also for one that is not there, `organisation.no_entity`,
 *   `organisation.project_not_found`
 */
export async function saveMerchant(ctx: Ctx, raw: SaveMerchant): Promise<{ id: string }> {
  ctx.require('merchant.write')
  const input = parse(saveMerchantSchema, raw)
  const scope = input.projectId ?? companyScope
  const { merchantPrivateKey: _key, apiV3Key: _secret, platformKeys: _keys, ...open } = input
  return ctx.write('merchant.save', open, async (write) => {
    const { entityId, used, elsewhere } = await readUsed(ctx, input)
    const isSame = used?.merchantId === input.merchantId && used.appId === input.appId
    // What collected for another entity is not changed into this one's: its orders are that one's.
    const same = isSame && used?.entityId === entityId ? used : undefined
    if (same === undefined && elsewhere !== undefined) throw merchantOfAnother(elsewhere)
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
    const today = todayOf(ctx)
    if (input.projectId !== undefined)
      write.require(sql`${entityOfProject(sql`${input.projectId}`, today)} = ${entityId}`, projectHandedOver)
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
      write.require(takesOver(entityId, today), entityClosed)
      // Somebody else may enter it for another entity at this moment: who repeats is told for which.
      write.require(
        sql`NOT EXISTS (SELECT 1 FROM ${merchants} WHERE ${elsewhereIn(input, entityId)})`,
        merchantInUse,
      )
      write.add(ctx.db.orm.insert(merchants).values(row), merchantInUse)
    }
    const id = same?.id ?? input.id
    const { merchantId, appId } = input
    const detail = { scope, entityId, merchantId, appId, replaces: used?.id ?? null }
    write.audit('merchant.saved', id, { projectId: input.projectId, detail })
    return { id }
  })
}

/** What is in use of the same account for another entity. */
function elsewhereIn({ merchantId }: { merchantId: string }, entityId: SQL | string) {
  return and(
    eq(merchants.merchantId, merchantId),
    ne(merchants.entityId, entityId),
    isNull(merchants.retiredAt),
  )
}

interface Used {
  entityId: string
  /** The merchant in use in its place. */
  used: MerchantRow | undefined
  /** Where the same account is in use for another entity. */
  elsewhere: { merchantId: string; entity: string; place: string; isOwn: 'yes' | 'no' } | undefined
}

/** Whose merchant it is to be, and what is in use in its place or of the same account. */
async function readUsed(
  ctx: Ctx,
  input: { projectId?: string | undefined; entityId?: string | undefined; merchantId: string },
): Promise<Used> {
  const { projectId, merchantId } = input
  const today = todayOf(ctx)
  const named = input.entityId === undefined ? openEntity(today) : sql<string>`${input.entityId}`
  const theirs = projectId === undefined ? named : entityOfProject(sql`${projectId}`, today)
  const place =
    projectId === undefined
      ? and(eq(merchants.scope, companyScope), eq(merchants.entityId, theirs))
      : eq(merchants.scope, projectId)
  const [[whose], [used], elsewhere] = await ctx.db.orm.batch([
    ctx.db.orm.select({ entityId: sql<string | null>`${theirs}` }).from(sql`(SELECT 1)`),
    ctx.db.orm
      .select()
      .from(merchants)
      .where(and(place, isNull(merchants.retiredAt))),
    ctx.db.orm
      .select({
        id: merchants.id,
        entity: entityName(ctx, sql`${merchants.entityId}`),
        project: projects.name,
      })
      .from(merchants)
      .leftJoin(projects, eq(projects.id, merchants.scope))
      .where(elsewhereIn(input, theirs)),
  ])
  const entityId = whose?.entityId
  if (!entityId) throw projectId === undefined ? noEntity() : projectUnknown()
  if (projectId !== undefined && (input.entityId ?? entityId) !== entityId) throw merchantEntityDiffers()
  const other = elsewhere.find(({ id }) => id !== used?.id)
  return {
    entityId,
    used,
    elsewhere: other && {
      merchantId,
      entity: other.entity,
      place: other.project ?? '',
      isOwn: other.project === null ? 'no' : 'yes',
    },
  }
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
