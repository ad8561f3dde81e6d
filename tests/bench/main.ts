// Measures as ratios within one run; absolute times depend on the machine and stand beside them for orientation only.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { Ctx, Vault, type Company } from '@heju/core'
import * as billing from '@heju/core/billing'
import { claimDueJobs } from '@heju/core/jobs'
import { migrate, PlatformDb, TenantDb } from '@heju/db'
import { migrationFiles } from '@heju/db/migration-files'
import { SqldProvisioner } from '@heju/db/provisioning'
import { newId } from '@heju/kernel'
import { startLibsqlServer } from '@heju/local/libsql-server'
import { makeKeys } from '@heju/local/stack'

const now = Date.UTC(2026, 10, 1, 2)
const keys = await makeKeys()
const dataDir = mkdtempSync(join(tmpdir(), 'heju-bench-'))
const server = await startLibsqlServer({
  dataDir,
  adminKey: keys.sqldAdminKey,
  jwtPublicKeyPem: keys.sqldTokenPublicKey,
})
const provisioner = new SqldProvisioner({
  url: server.url,
  adminUrl: server.adminUrl,
  adminKey: keys.sqldAdminKey,
  tokenPrivateKeyPem: keys.sqldTokenKey,
})
const company: Company = {
  id: 'comp_bench',
  slug: 'bench',
  name: '测量',
  state: 'active',
  stateReason: null,
  zone: 'Asia/Shanghai',
  locale: 'zh-CN',
}

function report(what: string, value: string): void {
  process.stdout.write(`${what.padEnd(64)} ${value}\n`)
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await run()
  return performance.now() - start
}

async function tenant(name: string): Promise<TenantDb> {
  const db = new TenantDb(await provisioner.endpoint(await provisioner.create(name)))
  await migrate(db, migrationFiles('tenant'), now)
  return db
}

async function ctxOf(db: TenantDb, kind: 'staff' | 'job'): Promise<Ctx> {
  const vault = await Vault.open(keys.vaultKey, company.id)
  const actor =
    kind === 'job'
      ? ({ kind, id: 'bench' } as const)
      : ({ kind, id: 'stf_bench', assignments: [{ role: 'company_admin', projects: 'all' }] } as const)
  return new Ctx({ company, actor, now, requestId: 'bench', db, vault })
}

/** An estate of `size` rooms with an owner each and one tariff, laid down set-based. */
async function layEstate(db: TenantDb, size: number): Promise<string> {
  const projectId = newId('proj', now)
  const n = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${size})`
  const stamp = now - 1
  await db.client.batch(
    [
      `INSERT INTO projects (id, name, type, service_mode, price_regime, created_at, changed_at) VALUES ('${projectId}', '测量', 'office', 'custom', 'market', ${stamp}, ${stamp})`,
      `INSERT INTO buildings (id, project_id, key, name, sort_key, created_at, changed_at) VALUES ('bldg_1', '${projectId}', '1', '1栋', '1', ${stamp}, ${stamp})`,
      `${n} INSERT INTO rooms (id, project_id, building_id, key, number, name, sort_key, area_e2, created_at, changed_at)
        SELECT printf('room_%026d', i), '${projectId}', 'bldg_1', i, i, '1栋-' || i, printf('%08d', i), 5000 + i % 9000, ${stamp}, ${stamp} FROM n`,
      `${n} INSERT INTO people (id, project_id, name, kind, created_at, changed_at) SELECT printf('pers_%026d', i), '${projectId}', '业主', 'natural', ${stamp}, ${stamp} FROM n`,
      `${n} INSERT INTO occupancies (id, project_id, person_id, room_id, role, from_on, created_at, changed_at)
        SELECT printf('occ_%026d', i), '${projectId}', printf('pers_%026d', i), printf('room_%026d', i), 'owner', '2020-01-01', ${stamp}, ${stamp} FROM n`,
    ],
    'write',
  )
  await billing.createTariff(await ctxOf(db, 'staff'), {
    requestId: `bench-tariff-${size}`,
    tariffId: newId('tariff', now),
    projectId,
    name: '物业服务费',
    feeItem: 'property',
    basis: 'area',
    fromOn: '2026-01-01' as never,
    priceE4: 28_000,
    approval: { approvalKind: 'contract', approvalNo: '1', approvalOn: '2026-01-01' as never },
  })
  return projectId
}

/** Milliseconds of a whole bill run, every step of it. */
async function billRun(db: TenantDb, projectId: string, period: string): Promise<number> {
  const runId = newId('brun', now)
  const ctx = await ctxOf(db, 'staff')
  const job = await ctxOf(db, 'job')
  return timed(async () => {
    await billing.draftBillRun(ctx, {
      requestId: `bench-${runId}`,
      runId,
      projectId,
      period: period as never,
    })
    while (await billing.stepBillRun(job, runId)) continue
  })
}

/** Milliseconds of the bare insert of the rows that a run made, into a table with the same columns and indexes. */
async function bareInsert(db: TenantDb): Promise<number> {
  const { rows } = await db.client.execute(
    `SELECT sql FROM sqlite_master WHERE tbl_name = 'bills' AND type IN ('table', 'index') AND sql IS NOT NULL`,
  )
  const copies = rows.map(({ sql }) => String(sql).replace(/([`"])bills/g, '$1bare_bills'))
  await db.client.batch(copies, 'write')
  return timed(() => db.client.batch(['INSERT INTO bare_bills SELECT * FROM bills'], 'write'))
}

async function benchBilling(): Promise<void> {
  const sizes = [1_000, 10_000, 100_000]
  const times: number[] = []
  for (const size of sizes) {
    const db = await tenant(`bench-${size}`)
    const projectId = await layEstate(db, size)
    const ms = await billRun(db, projectId, '2026-11')
    times.push(ms)
    report(`bill run of ${size} rooms`, `${ms.toFixed(0)} ms, ${((ms / size) * 1000).toFixed(1)} µs a room`)
    if (size !== 100_000) continue
    const bare = await bareInsert(db)
    report(
      'bill run of 100,000 rooms ÷ bare INSERT … SELECT of its rows',
      `${(ms / bare).toFixed(2)} (${bare.toFixed(0)} ms)`,
    )
  }
  report(
    'growth of time from 1,000 to 100,000 rooms (100 × the rooms)',
    `${((times[2] ?? 0) / (times[0] ?? 1)).toFixed(1)} ×`,
  )
}

async function benchTick(): Promise<void> {
  const platform = new PlatformDb(await provisioner.endpoint(await provisioner.create('bench-platform')))
  await migrate(platform, migrationFiles('platform'), now)
  const fill = (
    from: number,
    to: number,
  ) => `WITH RECURSIVE n(i) AS (SELECT ${from} UNION ALL SELECT i + 1 FROM n WHERE i < ${to})
    INSERT INTO companies (id, slug, name, state, database_kind, created_at, changed_at) SELECT 'comp_' || i, 'c' || i, '公司', 'active', 'sqld', 0, 0 FROM n`
  const due = `INSERT INTO schedules (company_id, job, due_at) SELECT id, 'reminders', CASE WHEN rowid % 1000 = 0 THEN ${now} ELSE ${now + 86_400_000} END FROM companies WHERE id NOT IN (SELECT company_id FROM schedules)`
  await platform.client.batch([fill(1, 10), due], 'write')
  const claim = async () => {
    const before = platform.trips.count
    const ms = await timed(() => claimDueJobs(platform, now))
    return { ms, trips: platform.trips.count - before }
  }
  await claim()
  const small = await claim()
  await platform.client.batch([fill(11, 10_000), due], 'write')
  const large = await claim()
  report(
    'cron tick, 10,000 companies of which 10 have work ÷ 10 companies',
    `${(large.ms / small.ms).toFixed(1)} (${large.ms.toFixed(1)} ms, ${large.trips} round trip)`,
  )
}

function bytesOf(folder: string, pattern: RegExp): number {
  const files = readdirSync(folder).filter((name) => pattern.test(name))
  return files.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length, 0)
}

function benchBytes(): void {
  const assets = join(import.meta.dirname, '../../packages/console/dist/assets')
  report(
    'portal, stylesheet of the first visit, compressed (aim: page and all under 60 kB)',
    `${(bytesOf(assets, /^pages\.css$/) / 1000).toFixed(1)} kB`,
  )
  const html = readFileSync(join(assets, '../index.html'), 'utf8')
  const first = [...html.matchAll(/assets\/([\w.-]+\.(?:js|css))/g)].map((match) => match[1] ?? '')
  const sum = first.reduce((total, name) => total + gzipSync(readFileSync(join(assets, name))).length, 0)
  report('console, scripts and styles that index.html names, compressed', `${(sum / 1000).toFixed(0)} kB`)
}

try {
  await benchBilling()
  await benchTick()
  benchBytes()
} finally {
  await server.close()
  rmSync(dataDir, { recursive: true })
}
