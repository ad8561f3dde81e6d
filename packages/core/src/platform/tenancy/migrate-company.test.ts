import { appliedMigrations, migrate, TenantDb, type Migration } from '@heju/db'
import { companies } from '@heju/db/platform-tables'
import { freshNamespace } from '@heju/db/testing'
import { migrationFiles } from '@heju/db/migration-files'
import { newId } from '@heju/kernel'
import { beforeEach, describe, expect, inject, test } from 'vitest'
import { sql } from 'drizzle-orm'
import type { JobMessage } from '../jobs/messages.ts'
import type { PlatformCtx } from '../../platform-context.ts'
import { asPlatform, freshRequestId, testNow, testPlatformCtx } from '../../testing.ts'
import { companiesToMigrate } from './fan-out-migrations.ts'
import {
  companyRow,
  fanOutMigrations,
  isBehind,
  listCompanies,
  measureCompany,
  migrateCompany,
  retryCompany,
  upgradeAll,
} from './index.ts'

const files = migrationFiles('tenant')
const latest = files.at(-1)?.tag ?? ''
const tomorrow: Migration = { tag: '9000_tomorrow', sql: 'CREATE TABLE tomorrow (id TEXT PRIMARY KEY)' }
const faulty: Migration = {
  tag: '9001_faulty',
  sql: 'CREATE TABLE half (id TEXT);\n--> statement-breakpoint\nINSERT INTO nowhere VALUES (1)',
}

describe('bringing companies up to date', () => {
  let operator: PlatformCtx
  let job: PlatformCtx
  beforeEach(async () => {
    const ctx = await testPlatformCtx()
    operator = asPlatform(ctx, { kind: 'operator', id: 'oper_1' })
    job = asPlatform(ctx, { kind: 'job', id: 'migrate' })
  })

  async function company(more: Partial<typeof companies.$inferInsert> = {}): Promise<string> {
    const id = newId('comp', testNow)
    await job.db.orm.insert(companies).values({
      id,
      slug: id.slice(-12),
      name: '翠湖物业',
      state: 'active',
      databaseKind: 'sqld',
      databaseUrl: inject('databaseServer').url,
      databaseNamespace: await freshNamespace('tenant'),
      schemaTag: latest,
      schemaSentTag: latest,
      createdAt: testNow,
      changedAt: testNow,
      ...more,
    })
    return id
  }

  test('a company that is behind gets what it lacks, and the register knows', async () => {
    const id = await company()
    expect(await migrateCompany(job, id, [...files, tomorrow])).toEqual(['9000_tomorrow'])
    const row = await companyRow(job, id)
    expect(row).toMatchObject({ schemaTag: '9000_tomorrow', schemaFailure: null })
    const applied = await appliedMigrations(await job.deployment.tenant(row))
    expect([...applied.keys()]).toEqual([...files.map((file) => file.tag), '9000_tomorrow'])
    expect(await migrateCompany(job, id, [...files, tomorrow])).toEqual([])
  })

  test('a step that fails leaves the data as it was, names itself, and can be tried again', async () => {
    const id = await company()
    await expect(migrateCompany(job, id, [...files, tomorrow, faulty])).rejects.toMatchObject({
      code: 'database.migration_failed',
      params: { tag: '9001_faulty' },
    })
    const row = await companyRow(job, id)
    expect(row).toMatchObject({ schemaTag: latest, schemaFailure: '9001_faulty database.migration_failed' })
    const tenant = await job.deployment.tenant(row)
    const tables = await tenant.client.execute(
      "SELECT name FROM sqlite_schema WHERE name IN ('half', 'tomorrow')",
    )
    expect(tables.rows.map((one) => one.name)).toEqual(['tomorrow'])
    const seen = await listCompanies(operator, { schema: 'failing' }, latest)
    expect(seen.items.map((one) => one.id)).toEqual([id])

    const mended = { ...faulty, sql: 'CREATE TABLE half (id TEXT)' }
    expect(await migrateCompany(job, id, [...files, tomorrow, mended])).toEqual(['9001_faulty'])
    expect(await companyRow(job, id)).toMatchObject({ schemaTag: '9001_faulty', schemaFailure: null })
  })

  test('a file that was changed after it was applied is refused', async () => {
    const id = await company()
    const [first, ...rest] = files
    const changed = [{ tag: first?.tag ?? '', sql: `${first?.sql}\n-- edited` }, ...rest]
    await expect(migrateCompany(job, id, changed)).rejects.toMatchObject({
      code: 'database.migration_changed',
    })
  })

  test('two consumers at one company at the same moment end with one application', async () => {
    const id = await company()
    const both = await Promise.all([1, 2].map(() => migrateCompany(job, id, [...files, tomorrow])))
    expect(both.flat()).toContain('9000_tomorrow')
    const applied = await appliedMigrations(await job.deployment.tenant(await companyRow(job, id)))
    expect(applied.size).toBe(files.length + 1)
  })

  test('a consumer with older code that comes last does not set the version back', async () => {
    const id = await company()
    await migrateCompany(job, id, [...files, tomorrow])
    await migrateCompany(job, id, files)
    expect(await companyRow(job, id)).toMatchObject({ schemaTag: '9000_tomorrow' })
  })

  test.each(['provisioning', 'closed'] as const)('one that is %s is left alone', async (state) => {
    const id = await company({ state })
    expect(await migrateCompany(job, id, [...files, tomorrow])).toEqual([])
  })

  test('after a deployment each company in use is sent for once', async () => {
    const [active, suspended] = [await company(), await company({ state: 'suspended' })]
    await company({ state: 'closed' })
    await company({ state: 'provisioning', schemaTag: null, schemaSentTag: '' })
    const sent: JobMessage[] = []
    const send = async (messages: JobMessage[]) => void sent.push(...messages)
    expect(await fanOutMigrations(job, '9000_tomorrow', send)).toBe(2)
    expect(sent.map((one) => one.companyId).toSorted()).toEqual([active, suspended].toSorted())
    expect(sent.every((one) => one.type === 'migrate')).toBe(true)
    expect(await fanOutMigrations(job, '9000_tomorrow', send)).toBe(0)
  })

  test('when sending fails, the next tick sends again', async () => {
    await company()
    const broken = () => Promise.reject(new Error('queue down'))
    await expect(fanOutMigrations(job, '9000_tomorrow', broken)).rejects.toThrow('queue down')
    expect(await fanOutMigrations(job, '9000_tomorrow', async () => undefined)).toBe(1)
  })

  test('“upgrade all” sends again for those that failed and leaves those that are up to date', async () => {
    await company()
    const failed = await company({
      schemaTag: '0000_ledger',
      schemaFailure: '0001_x database.migration_failed',
    })
    const sent: JobMessage[] = []
    const request = { requestId: freshRequestId() }
    await upgradeAll(operator, request, latest, async (messages) => void sent.push(...messages))
    expect(sent).toEqual([{ type: 'migrate', companyId: failed }])
    expect(await companyRow(operator, failed)).toMatchObject({ schemaFailure: null })
  })

  test('an operator may send for one company again, for what it waits for', async () => {
    const sent: JobMessage[] = []
    const send = async (messages: JobMessage[]) => void sent.push(...messages)
    const [begun, failed] = [await company({ state: 'provisioning' }), await company()]
    for (const id of [begun, failed]) await retryCompany(operator, await companyRow(operator, id), send)
    expect(sent).toEqual([
      { type: 'provision', companyId: begun },
      { type: 'migrate', companyId: failed },
    ])
    await expect(retryCompany(job, { id: begun, state: 'provisioning' }, send)).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })

  test('the size of a company is noted with its time', async () => {
    const id = await company()
    await measureCompany(job, id)
    const row = await companyRow(job, id)
    // A real sqld may not have measured it yet: that is not known, and never 0.
    if (inject('databaseServer').isSqld) expect(row.sizeBytes ?? 10_001).toBeGreaterThan(10_000)
    else expect(row.sizeBytes).toBeGreaterThan(10_000)
    expect(row.sizeMeasuredAt).toBe(testNow)
  })

  test('the tick finds companies to send for by the index, not by looking at each', async () => {
    const plan = await job.db.orm.all<{ detail: string }>(sql`EXPLAIN QUERY PLAN ${companiesToMigrate('x')}`)
    expect(plan.map((row) => row.detail)).toEqual([
      'SEARCH companies USING INDEX companies_to_migrate (schema_sent_tag<?)',
    ])
  })
})

describe('whether a company is behind', () => {
  test.each([
    [null, '0003_x', true],
    ['0002_x', '0003_a', true],
    ['0003_x', '0003_x', false],
    ['0004_x', '0003_x', false],
  ])('%s against %s: %s', (has, wants, behind) => {
    expect(isBehind(has, wants)).toBe(behind)
  })

  test('a migration is applied wholly or not at all to an empty database too', async () => {
    const namespace = await freshNamespace('tenant')
    const { deployment } = await testPlatformCtx()
    const db = new TenantDb(
      await deployment.provisioner.endpoint({ kind: 'sqld', url: inject('databaseServer').url, namespace }),
    )
    await expect(migrate(db, [...files, faulty], testNow)).rejects.toMatchObject({
      params: { tag: '9001_faulty' },
    })
    expect((await db.client.execute("SELECT 1 FROM sqlite_schema WHERE name = 'half'")).rows).toEqual([])
  })
})
