import { databaseConflict, type Write } from '@heju/db'
import { and, desc, isNull, sql, type Column, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { entityOfProject } from '../../estate/organisation/index.ts'
import type { Ports } from '../../platform/outbox/index.ts'
import { todayOf } from '../../today.ts'
import type { PaymentProvider, WechatMerchantSettings } from './provider.ts'
import { companyScope, merchants } from './tables.ts'

/** What payments need of the world outside. */
export type PaymentPorts = Pick<Ports, 'payments' | 'origin'>

export type MerchantRow = typeof merchants.$inferSelect

const sealedField = 'merchants.settings'

export async function sealSettings(ctx: Ctx, settings: WechatMerchantSettings): Promise<string> {
  return ctx.vault.seal(sealedField, JSON.stringify(settings))
}

export async function unsealSettings(
  ctx: Ctx,
  row: { settingsSealed: string },
): Promise<WechatMerchantSettings> {
  return JSON.parse(await ctx.vault.unseal(sealedField, row.settingsSealed)) as WechatMerchantSettings
}

/** The merchant in use for a project: its own, else its legal entity's. A query, for `orm.batch`. */
export function merchantFor(ctx: Ctx, project: SQL) {
  return ctx.db.orm.select().from(merchants).where(servesProject(ctx, project)).orderBy(ownFirst).limit(1)
}

/**
 * Requires that a merchant is the one for a project still: it may be retired, another take its place, or the project go to
 * another entity, at that moment.
 * @throws `database.conflict` at the write
 */
export function requireMerchant(ctx: Ctx, write: Write, merchantRef: string, projectId: string): void {
  const serves = servesProject(ctx, sql`${projectId}`)
  write.require(
    sql`(SELECT ${merchants.id} FROM ${merchants} WHERE ${serves} ORDER BY ${ownFirst} LIMIT 1) = ${merchantRef}`,
    databaseConflict,
  )
}

/** A project never collects through another entity's merchant, be it one that was the project's own under that entity. */
function servesProject(ctx: Ctx, project: SQL | Column) {
  const entity = entityOfProject(project, todayOf(ctx))
  return and(
    sql`${merchants.scope} IN (${companyScope}, ${project})`,
    sql`${merchants.entityId} = ${entity}`,
    isNull(merchants.retiredAt),
  )
}

/** Whether a project's bills can be paid online, by its own merchant or its entity's: 1 or 0. */
export function isServed(ctx: Ctx, project: SQL | Column): SQL<number> {
  return sql<number>`EXISTS (SELECT 1 FROM ${merchants} WHERE ${servesProject(ctx, project)})`
}

const ownFirst = desc(sql`${merchants.scope} <> ${companyScope}`)

/** Where the provider reports to: the path names the merchant, the host the company. It must have no query string. */
export function notifyUrlOf(origin: string, merchantRef: string): string {
  return `${origin}/notices/wechat-pay/${merchantRef}`
}

/** The provider as one merchant sees it, for the moment of `ctx.now`. */
export async function providerOf(
  ctx: Ctx,
  row: { id: string; settingsSealed: string },
  ports: PaymentPorts,
  notifyUrl = notifyUrlOf(ports.origin, row.id),
): Promise<PaymentProvider> {
  return ports.payments(await unsealSettings(ctx, row), { now: ctx.now, notifyUrl })
}
