import { freshDeployment, freshNamespace, freshTenantDb } from '@heju/db/testing'
import type { Role } from './permissions/index.ts'
import { sql } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { exportJWK, generateKeyPair } from 'jose'
import { inject } from 'vitest'
import { Ctx, type Actor, type WriteAllowance } from './context.ts'
import type { DeploymentEnv } from './platform/deployment/index.ts'
import type { Company } from './company.ts'
import { PlatformCtx, type PlatformActor } from './platform-context.ts'
import { Vault } from './vault.ts'

/** Sunday 22 November 2026, 15:04 in Shanghai. */
export const testNow = Date.UTC(2026, 10, 22, 7, 4)

export const testCompany: Company = {
  id: 'comp_01jd8f5x3v9w7t2b6k4m8n0pqr',
  slug: 'ceshi',
  name: '测试物业',
  state: 'active',
  stateReason: null,
  zone: 'Asia/Shanghai',
  locale: 'zh-CN',
}
export const testVaultKey = btoa('0123456789abcdef0123456789abcdef')

/** A member of staff who holds a role in all projects, or in those named. */
export function staff(role: Role, projects: 'all' | string[] = 'all', id = `staff_${role}`): Actor {
  return { kind: 'staff', id, assignments: [{ role, projects }] }
}

/** The revision of a thing as it stands, for a change of what was shown just now. */
export async function revisionOf(
  ctx: Ctx,
  table: SQLiteTable & { id: SQLiteColumn; revision: SQLiteColumn },
  id: string | number,
): Promise<number> {
  const [row] = await ctx.db.orm.all<{ revision: number }>(
    sql`SELECT ${table.revision} AS revision FROM ${table} WHERE ${table.id} = ${id}`,
  )
  return row?.revision ?? 0
}

/** A context over a fresh, migrated database of its own. */
export async function testCtx(parts: Partial<ConstructorParameters<typeof Ctx>[0]> = {}): Promise<Ctx> {
  return new Ctx({
    company: testCompany,
    actor: staff('company_admin'),
    now: testNow,
    requestId: 'test-request',
    db: parts.db ?? (await freshTenantDb()),
    vault: await Vault.open(testVaultKey, testCompany.id),
    ...parts,
  })
}

/** The same place seen by another actor, or at another time. */
export function as(ctx: Ctx, actor: Actor, now = ctx.now): Ctx {
  return new Ctx({ company: ctx.company, actor, now, requestId: ctx.requestId, db: ctx.db, vault: ctx.vault })
}

/** A context over an installation of its own, with a fresh, migrated platform database. */
export async function testPlatformCtx(
  parts: Partial<ConstructorParameters<typeof PlatformCtx>[0]> = {},
): Promise<PlatformCtx> {
  const deployment = parts.deployment ?? (await freshDeployment())
  return new PlatformCtx({
    deployment,
    db: await deployment.platform(),
    actor: { kind: 'visitor', id: 'visitor' },
    now: testNow,
    requestId: 'test-request',
    vaultKey: testVaultKey,
    ...parts,
  })
}

/** The same installation seen by another actor, or at another time. */
export function asPlatform(ctx: PlatformCtx, actor: PlatformActor, now = ctx.now): PlatformCtx {
  const { deployment, db, requestId } = ctx
  return new PlatformCtx({ deployment, db, actor, now, requestId, vaultKey: testVaultKey })
}

/** Variables and secrets of an installation of its own, as a Worker gets them. */
export async function testDeploymentEnv(): Promise<DeploymentEnv> {
  const { url, adminUrl, adminKey, tokenPrivateKeyPem } = inject('databaseServer')
  const { privateKey } = await generateKeyPair('EdDSA', { extractable: true })
  return {
    BASE_HOST: 'heju.test',
    DATABASE_PROVIDER: 'sqld',
    SQLD_URL: url,
    SQLD_ADMIN_URL: adminUrl,
    SQLD_ADMIN_KEY: adminKey,
    SQLD_TOKEN_KEY: tokenPrivateKeyPem,
    PLATFORM_NAMESPACE: await freshNamespace('platform'),
    SESSION_KEYS: JSON.stringify([{ ...(await exportJWK(privateKey)), kid: 'test' }]),
    VAULT_KEY: testVaultKey,
  }
}

/**
 * Lets something else be done whole between what the next verb on a database reads and what it writes.
 * @param nth before which of its writes: a verb that counts tries before it reads has made one by then
 */
export function beforeNextWrite(
  { db: { client } }: { db: Pick<Ctx['db'], 'client'> },
  something: () => Promise<unknown>,
  nth = 1,
): void {
  const { batch } = client
  let seen = 0
  client.batch = async (...asked: Parameters<typeof batch>) => {
    if (asked[1] === 'write') seen += 1
    if (seen === nth) {
      client.batch = batch
      await something()
    }
    return batch.call(client, ...asked)
  }
}

/** For a write of a test, which is nobody's verb. */
export const anyhow: WriteAllowance = { ofOneself: true, unlogged: true }

let requests = 0
/** A request id that no earlier call of this run had. */
export function freshRequestId(): string {
  requests += 1
  return `request-${requests.toString().padStart(6, '0')}`
}
