import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { deploymentOf } from '@heju/core/platform/deployment'
import { tinyJpeg } from '@heju/core/platform/files/testing'
import { addStaff, testPassword } from '@heju/core/people/identity/testing'
import { noTrips } from '@heju/db'
import { backups } from '@heju/db/platform-tables'
import { addDays, civilDateOf, instantOf } from '@heju/kernel'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestHarness, type TestHarness } from 'wrangler'
import { testApi, type TestApi } from '../../workers/api/src/testing.ts'
import { contentsOf } from '../migrations/fill.ts'
import { companyCtx, peopled, type PeopledCompany } from '../setup/two-companies.ts'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'heju-backup-'))
const tonight = addDays(civilDateOf(Date.now()), 1)

const photo = tinyJpeg([7, 8, 9])

interface QueueEnv {
  JOBS: { send(message: object): Promise<void> }
  BACKUPS: { get(name: string): Promise<{ arrayBuffer(): Promise<ArrayBuffer> } | null> }
  FILES: { put(name: string, content: ArrayBuffer): Promise<unknown> }
}

let api: TestApi
let ours: PeopledCompany
let theirs: PeopledCompany
let harness: TestHarness
let queue: QueueEnv
let signer: { phone: string }
beforeAll(async () => {
  api = await testApi()
  ours = await peopled(api, { slug: 'cuihu' })
  theirs = await peopled(api, { slug: 'songshan', name: '松山物业' })
  signer = await addStaff(ours.ctx, {
    name: '陈静',
    assignments: [{ role: 'company_admin', projects: 'all' }],
  })
  const secrets = settings()
  const workers = ['workers/queue/wrangler.toml', 'workers/scheduled/wrangler.toml']
  harness = createTestHarness({ root, workers: workers.map((configPath) => ({ configPath, secrets })) })
  await harness.listen()
  queue = await harness.getWorker<QueueEnv & Record<string, unknown>>('heju-queue').getEnv()
  await oldPhotos()
  await pricesOfBills()
}, 240_000)
afterAll(async () => {
  await harness?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** What the Workers and an operator's commands know of the installation. */
function settings(): Record<string, string> {
  const strings = Object.entries(api.env).filter(([, value]) => typeof value === 'string')
  return { ...(Object.fromEntries(strings) as Record<string, string>), MESSAGE_CHANNEL: 'local' }
}

/** Photos that were attached to something the day before yesterday: one is bare, the other waits for that yet. */
async function oldPhotos(): Promise<void> {
  for (const id of ['file_0', 'file_1'])
    await queue.FILES.put(`${ours.id}/${id}`, new Uint8Array(photo).buffer)
  await ours.ctx.db.client.execute({
    sql: `INSERT INTO files (id, uploaded_by, created_at, stored_at, bare_at, content_type, size, sha256, subject_id)
      VALUES ('file_0', 'stf', ?1, ?1, ?1, 'image/jpeg', ?2, '-', 'cmpl_1'), ('file_1', 'stf', ?1, ?1, NULL, 'image/jpeg', ?2, '-', 'cmpl_1')`,
    args: [ours.ctx.now - 50 * 3_600_000, photo.length],
  })
}

/** Bills that tests lay down name a price that is not there; a list shows those that have one. */
async function pricesOfBills(): Promise<void> {
  await ours.ctx.db.client.execute(
    `INSERT INTO tariff_prices (id, tariff_id, from_on, to_on, price_e4, rounding, rounding_unit_fen, created_at)
      SELECT price_id, tariff_id, date('1990-01-01', rowid || ' days'), date('1990-01-01', rowid || ' days'), 25000, 'half_up', 1, 0 FROM bills
      WHERE price_id NOT IN (SELECT id FROM tariff_prices)`,
  )
}

const tick = () =>
  harness
    .getWorker('heju-scheduled')
    .scheduled({ cron: '* * * * *', scheduledTime: new Date(instantOf(tonight, '03:00')) })

async function backupOf(subject: string) {
  const platform = await deploymentOf(api.env).platform()
  return (await platform.orm.select().from(backups).where(eq(backups.subject, subject)))[0]
}

const finished = (subject: string) =>
  expect.poll(() => backupOf(subject), { timeout: 60_000 }).toMatchObject({ doneOn: tonight, failure: null })

async function download(name: string): Promise<string> {
  const object = await queue.BACKUPS.get(name)
  const file = join(folder, `${crypto.randomUUID()}.sql.gz`)
  writeFileSync(file, Buffer.from(await object!.arrayBuffer()))
  return file
}

function command(name: 'restore' | 'attach', args: string[], path: string[] = []) {
  const { PATH = '' } = process.env
  return spawnSync(process.execPath, [join(root, `packages/local/src/deploy/${name}.ts`), ...args], {
    encoding: 'utf8',
    env: { ...settings(), PATH: [...path, PATH].join(delimiter) },
  })
}

async function register(id: string) {
  const deployment = deploymentOf(api.env)
  deployment.forget(id)
  return (await deployment.company(id, Date.now(), noTrips()))!
}

async function signInAndReadBills() {
  await register(ours.id)
  const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }
  const body = JSON.stringify({ login: signer.phone, password: testPassword, tokens: true })
  const signedIn = await ours.fetch('/api/v1/session', { method: 'POST', headers, body })
  const { accessToken } = (await signedIn.json()) as { accessToken: string }
  const bills = await ours.fetch('/api/v1/bills', { headers: { authorization: `Bearer ${accessToken}` } })
  return { status: bills.status, bills: (await bills.json()) as { items: unknown[] } }
}

describe('backups of a night', () => {
  test(
    'are made of every company, its files and the platform, once, and each is whole',
    { timeout: 240_000 },
    async () => {
      await tick()
      for (const subject of [ours.id, theirs.id, 'platform']) await finished(subject)
      // Files come after the database.
      const copied = { bareThroughId: 'file_0', failure: null }
      await expect.poll(() => backupOf(ours.id), { timeout: 60_000 }).toMatchObject(copied)
      const made = await backupOf(ours.id)
      expect(made).toMatchObject({ name: `databases/${ours.id}/${tonight}.sql.gz`, bareThroughId: 'file_0' })
      const file = await download(made?.name ?? '')
      const text = spawnSync('gzip', ['-dc', file], { encoding: 'utf8', maxBuffer: 1e9 }).stdout
      expect([text.startsWith('PRAGMA foreign_keys=OFF;'), text.trimEnd().endsWith('COMMIT;')]).toEqual([
        true,
        true,
      ])
      const copy = await queue.BACKUPS.get(`files/${ours.id}/file_0`)
      expect(new Uint8Array(await copy!.arrayBuffer())).toEqual(new Uint8Array(photo))
      expect(await queue.BACKUPS.get(`files/${ours.id}/file_1`)).toBeNull()
      // The same night again, by the tick and by the queue: nothing is made anew.
      await tick()
      await queue.JOBS.send({ type: 'backup', companyId: ours.id, on: tonight })
      await queue.JOBS.send({ type: 'backup', companyId: 'platform', on: addDays(tonight, 1) })
      await expect
        .poll(() => backupOf('platform'), { timeout: 60_000 })
        .toMatchObject({ doneOn: addDays(tonight, 1) })
      expect(await backupOf(ours.id)).toEqual(made)
    },
  )

  test(
    'that fail are shown to the operator, and the next that succeeds takes that back',
    { timeout: 120_000 },
    async () => {
      const { databaseNamespace } = await register(theirs.id)
      const platform = await deploymentOf(api.env).platform()
      const move = (name: string) =>
        platform.client.execute({
          sql: 'UPDATE companies SET database_namespace = ? WHERE id = ?',
          args: [name, theirs.id],
        })
      const on = addDays(tonight, 2)
      await move('nowhere')
      await queue.JOBS.send({ type: 'backup', companyId: theirs.id, on })
      await expect
        .poll(() => backupOf(theirs.id), { timeout: 60_000 })
        .toMatchObject({ failure: 'database.server_refused' })
      await move(databaseNamespace ?? '')
      await expect
        .poll(() => backupOf(theirs.id), { timeout: 60_000 })
        .toMatchObject({ doneOn: on, failure: null })
    },
  )
})

describe('a company whose database is lost', () => {
  test(
    'works on in one that was made of its backup: people sign in and see their bills',
    { timeout: 240_000 },
    async () => {
      const before = await signInAndReadBills()
      expect(before.status).toBe(200)
      expect(before.bills.items.length).toBeGreaterThan(0)
      const on = addDays(tonight, 3)
      await queue.JOBS.send({ type: 'backup', companyId: ours.id, on })
      await expect.poll(() => backupOf(ours.id), { timeout: 60_000 }).toMatchObject({ doneOn: on })
      const contents = await contentsOf((await companyCtx(api, ours.id)).db)
      const file = await download(`databases/${ours.id}/${on}.sql.gz`)

      const lost = (await register(ours.id)).databaseNamespace ?? ''
      const { provisioner } = deploymentOf(api.env)
      await provisioner.destroy({ kind: 'sqld', url: api.env.SQLD_URL ?? '', namespace: lost })
      expect(
        (await ours.fetch('/api/v1/session', { method: 'POST', body: '{}' })).status,
      ).toBeGreaterThanOrEqual(400)

      const restored = command('restore', ['cuihu', file])
      expect(restored, restored.stderr).toMatchObject({ status: 0 })
      expect(restored.stdout).toContain(`node scripts/run.cjs attach cuihu ${lost}`)
      const row = await register(ours.id)
      expect(restored.stdout).toContain(`works in ${row.databaseNamespace} now`)
      // Its schema is what the dump says; what it may lack the next tick sends for.
      expect(row).toMatchObject({ schemaSentTag: '', storageFullAt: null })
      expect(await contentsOf((await companyCtx(api, ours.id)).db)).toEqual(contents)
      expect(await signInAndReadBills()).toMatchObject({ status: 200, bills: before.bills })

      const back = command('attach', ['cuihu', lost])
      expect([back.status, back.stderr]).toEqual([1, expect.stringContaining('database.server_refused')])
      expect((await register(ours.id)).databaseNamespace).toBe(row.databaseNamespace)
    },
  )

  test(
    'takes a backup by its name in the bucket, and goes back to the database before',
    { timeout: 240_000 },
    async () => {
      const before = (await register(ours.id)).databaseNamespace ?? ''
      const name = `databases/${ours.id}/${tonight}.sql.gz`
      const file = await download(name)
      // As wrangler fetches it from R2 with the operator's sign-in.
      writeFileSync(
        join(folder, 'wrangler'),
        `#!/bin/sh\ntest "$1 $2 $3 $4 $5 $7" = "r2 object get heju-backups/${name} --file --remote" && cp ${file} "$6"\n`,
      )
      chmodSync(join(folder, 'wrangler'), 0o755)
      const restored = command('restore', [ours.id, name], [folder])
      expect(restored, restored.stderr).toMatchObject({ status: 0 })
      expect((await register(ours.id)).databaseNamespace).not.toBe(before)
      const back = command('attach', ['cuihu', before])
      expect(back, back.stderr).toMatchObject({ status: 0 })
      expect((await register(ours.id)).databaseNamespace).toBe(before)
      const missing = command('restore', ['cuihu', `databases/${ours.id}/1999-01-01.sql.gz`], [folder])
      expect([missing.status, missing.stderr]).toEqual([1, expect.stringContaining('There is no file')])
    },
  )

  test.each([
    [
      'another company’s',
      'backups.other_company',
      async () => download((await backupOf(theirs.id))?.name ?? ''),
    ],
    [
      'one that is cut off',
      'database.server_refused',
      async () => cutOff(await download((await backupOf(ours.id))?.name ?? '')),
    ],
    [
      'the platform’s',
      'backups.schema_unknown',
      async () => download((await backupOf('platform'))?.name ?? ''),
    ],
    [
      'one of nothing',
      'backups.not_ours',
      async () => written('PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\nCOMMIT;\n'),
    ],
  ])(
    'is not led into %s dump: it is refused, and nothing of it stays',
    { timeout: 120_000 },
    async (_what, code, dump) => {
      const before = await register(ours.id)
      const refused = command('restore', ['cuihu', await dump()])
      expect([refused.status, refused.stderr]).toEqual([1, expect.stringContaining(code)])
      expect(await register(ours.id)).toEqual(before)
      const [, made = ''] = /Making (\S+)…/.exec(refused.stdout) ?? []
      await expect(deploymentOf(api.env).provisioner.find(made)).rejects.toMatchObject({
        params: { status: 404 },
      })
    },
  )
})

test(
  'the platform database is made anew of its backup, and what to set is said',
  { timeout: 120_000 },
  async () => {
    const restored = command('restore', [
      'platform',
      await download((await backupOf('platform'))?.name ?? ''),
    ])
    expect(restored, restored.stderr).toMatchObject({ status: 0 })
    expect(restored.stdout).toMatch(/heju-platform-r\d{12} holds 2 companies/)
  },
)

function written(text: string): string {
  const file = join(folder, `${crypto.randomUUID()}.sql`)
  writeFileSync(file, text)
  return file
}

/** The same without its last lines, as a full disk leaves it. */
function cutOff(file: string): string {
  const text = spawnSync('gzip', ['-dc', file], { encoding: 'utf8', maxBuffer: 1e9 }).stdout
  return written(text.slice(0, text.lastIndexOf('COMMIT;') - 1))
}
