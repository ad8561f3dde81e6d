import { PlatformCtx } from '@heju/core'
import { staff } from '@heju/core/people/identity'
import { provisionCompany, provisioningSteps, signUp } from '@heju/core/platform/tenancy'
import { auditLog, Deployment, type CompanyRow, type Migration } from '@heju/db'
import { migrationFiles } from '@heju/db/migration-files'
import { companies, signups } from '@heju/db/platform-tables'
import { SqldProvisioner } from '@heju/db/provisioning'
import { freshNamespace } from '@heju/db/testing'
import { newId } from '@heju/kernel'
import { startFaultProxy, type Cut, type FaultProxy } from '@heju/local/fault-proxy'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'

const now = Date.UTC(2026, 10, 22, 7, 4)
const vaultKey = btoa('0123456789abcdef0123456789abcdef')
/** The tables of all capabilities in two steps: a crash between two steps is the same between any two. */
const migrations = inTwo(migrationFiles('tenant'))

function inTwo(files: Migration[]): Migration[] {
  const half = Math.ceil(files.length / 2)
  return [files.slice(0, half), files.slice(half)].map((some) => ({
    tag: some.at(-1)?.tag ?? '',
    sql: some.map(({ sql }) => sql).join('\n--> statement-breakpoint\n'),
  }))
}

/** An installation whose every way to a database leads through the proxy. */
async function installation(proxy: FaultProxy): Promise<Deployment> {
  const settings = inject('databaseServer')
  const [url, adminUrl] = [await proxy.forward(settings.url), await proxy.forward(settings.adminUrl)]
  const provisioner = new SqldProvisioner({ ...settings, url, adminUrl })
  const namespace = await freshNamespace('platform')
  return new Deployment(
    provisioner,
    () => provisioner.endpoint({ kind: 'sqld', url, namespace }),
    'heju.test',
  )
}

async function ctxOf(deployment: Deployment, kind: 'visitor' | 'job'): Promise<PlatformCtx> {
  const actor = { kind, id: kind }
  return new PlatformCtx({
    deployment,
    db: await deployment.platform(),
    actor,
    now,
    requestId: 'test',
    vaultKey,
  })
}

const input = {
  requestId: 'request-of-the-first',
  companyName: '翠湖物业',
  slug: 'cuihu',
  adminName: '王敏',
  phone: '13812341234',
  password: '湖边的第一盏灯亮了',
}
let copies = 0

/** Another sign-up like the first, without the half second that hashing its password takes. */
async function another(deployment: Deployment): Promise<string> {
  copies += 1
  const { orm } = await deployment.platform()
  const [companyId, slug] = [newId('comp', now), `cuihu-${copies}`]
  const first = eq(companies.slug, 'cuihu')
  const [company] = await orm.select().from(companies).where(first)
  const [signup] = await orm.select().from(signups).limit(1)
  await orm.insert(companies).values({ ...(company as CompanyRow), id: companyId, slug })
  const ids = { id: newId('sign', now), staffId: newId('stf', now), companyId }
  await orm.insert(signups).values({ ...(signup as typeof signups.$inferSelect), ...ids })
  return companyId
}

async function provision(deployment: Deployment, companyId: string): Promise<void> {
  await provisionCompany(await ctxOf(deployment, 'job'), companyId, migrations)
}

/** What a company that was set up must look like, however often it was begun. */
async function expectWhole(deployment: Deployment, companyId: string): Promise<void> {
  const platform = await deployment.platform()
  const [company] = await platform.orm.select().from(companies).where(eq(companies.id, companyId))
  expect(company).toMatchObject({
    state: 'active',
    schemaTag: migrations.at(-1)?.tag,
    provisioningStep: 'activation',
    provisioningFailure: null,
  })
  const [signup] = await platform.orm.select().from(signups).where(eq(signups.companyId, companyId))
  expect(signup).toMatchObject({ nameSealed: null, phoneSealed: null, passwordHash: null })
  const tenant = await deployment.tenant(company as CompanyRow)
  const people = await tenant.orm.select().from(staff)
  expect(people).toMatchObject([{ id: signup?.staffId, name: '王敏', state: 'active' }])
  const created = await tenant.orm
    .select()
    .from(auditLog)
    .where(eq(auditLog.action, 'identity.first_administrator_created'))
  expect(created).toHaveLength(1)
}

describe('setting a company up', () => {
  const proxy = startFaultProxy()
  let deployment: Deployment
  let requests: number
  beforeAll(async () => {
    deployment = await installation(proxy)
    await signUp(await ctxOf(deployment, 'visitor'), input, '198.51.100.1')
    const companyId = await another(deployment)
    proxy.mend()
    await provision(deployment, companyId)
    requests = proxy.count
    await expectWhole(deployment, companyId)
  })
  afterAll(() => proxy.close())

  test.each(['before', 'after'] as const)(
    'a consumer that dies at any request, %s it is carried out, is followed by one that ends right',
    { timeout: 240_000 },
    async (mode) => {
      // At least one to do a step and one to write it down.
      expect(requests).toBeGreaterThan(2 * provisioningSteps.length)
      for (let at = 1; at <= requests; at++) await survives({ at, mode })
    },
  )

  async function survives(cut: Cut): Promise<void> {
    const companyId = await another(deployment)
    proxy.cut(cut)
    const first = await provision(deployment, companyId).then(
      () => 'done',
      () => 'died',
    )
    proxy.mend()
    // What is cut after the last request was carried out may be noticed by nobody.
    if (cut.at < requests) expect(first, `cut ${cut.mode} request ${cut.at}`).toBe('died')
    await provision(deployment, companyId)
    await expectWhole(deployment, companyId)
  }

  test('a message that comes again after all is done changes nothing', async () => {
    const companyId = await another(deployment)
    await provision(deployment, companyId)
    await provision(deployment, companyId)
    await expectWhole(deployment, companyId)
  })

  test('two consumers at the same company at once end with one company', async () => {
    const companyId = await another(deployment)
    await Promise.allSettled([provision(deployment, companyId), provision(deployment, companyId)])
    await provision(deployment, companyId)
    await expectWhole(deployment, companyId)
  })
})
