import { databaseConflict, type Write } from '@heju/db'
import { and, desc, isNull, sql, type Column, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import type { Ports } from '../../platform/outbox/index.ts'
import type { PaymentProvider, WechatMerchantSettings } from './provider.ts'
import { merchants } from './tables.ts'

/** What payments need of the world outside. */
export type PaymentPorts = Pick<Ports, 'payments' | 'origin'>

export type MerchantRow = typeof merchants.$inferSelect

/** The scope of the merchant that serves every project without one of its own. */
export const companyScope = 'company'
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

/** The merchant in use for a project: its own, else the company's. A query, for `orm.batch`. */
export function merchantFor(ctx: Ctx, project: SQL) {
  return ctx.db.orm.select().from(merchants).where(servesProject(project)).orderBy(ownFirst).limit(1)
}

/**
 * Requires that a merchant is the one for a project still: it may be retired, or another take its place, at that moment.
 * @throws `database.conflict` at the write
 */
export function requireMerchant(write: Write, merchantRef: string, projectId: string): void {
  const serves = servesProject(sql`${projectId}`)
  write.require(
    sql`(SELECT ${merchants.id} FROM ${merchants} WHERE ${serves} ORDER BY ${ownFirst} LIMIT 1) = ${merchantRef}`,
    databaseConflict,
  )
}

function servesProject(project: SQL) {
  return and(sql`${merchants.scope} IN (${companyScope}, ${project})`, isNull(merchants.retiredAt))
}

/** Whether a project's bills can be paid online, by its own merchant or the company's: 1 or 0. */
export function isServed(project: SQL | Column): SQL<number> {
  return sql<number>`EXISTS (SELECT 1 FROM ${merchants} WHERE ${servesProject(sql`${project}`)})`
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
