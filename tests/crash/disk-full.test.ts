import { sealAudit, verifyAudit } from '@heju/core/platform/audit-chain'
import { deploymentOf } from '@heju/core/platform/deployment'
import { eventHandlers } from '@heju/core/platform/jobs'
import { drainOutbox, type Ports } from '@heju/core/platform/outbox'
import { getImport } from '@heju/core/estate/registry-import'
import { companyRow, noteStorageFree, noteStorageFull } from '@heju/core/platform/tenancy'
import { anyhow, as, asPlatform, freshRequestId, testPlatformCtx } from '@heju/core/testing'
import { noTrips, type TenantDb } from '@heju/db'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test, vi } from 'vitest'
import { routes, writes } from '../isolation/routes.ts'
import type { ApiDescription } from '../isolation/samples.ts'
import { contentsOf } from '../migrations/fill.ts'
import { companyWithAll, type CompanyWithAll } from '../routes/company-with-all.ts'
import { trueRequest } from '../routes/requests.ts'
import { registryImport } from '../setup/things.ts'
import { SizeLimit } from '../setup/full-database.ts'
import { companyCtx } from '../setup/two-companies.ts'
import { confirmAsItIs } from '@heju/core/estate/registry-import/testing'

let all: CompanyWithAll
let description: ApiDescription
beforeAll(async () => {
  all = await companyWithAll()
  description = (await (await all.company.fetch('/api/v1/openapi.json')).json()) as ApiDescription
}, 120_000)
afterAll(() => all.close())
vi.spyOn(console, 'error').mockImplementation(() => undefined)

let db: TenantDb
let limit: SizeLimit
beforeEach(async () => {
  await all.asItWas()
  const deployment = deploymentOf(all.api.env)
  const row = await deployment.company(all.company.id, Date.now(), noTrips())
  db = await deployment.tenant(row!)
  limit = new SizeLimit(inject('databaseServer'), row?.databaseNamespace ?? '', db)
  all.api.sent.length = 0
})

/** Everything but the ledger's filler. */
async function contents(): Promise<unknown> {
  const { _requests, ...tables } = await contentsOf(db)
  return { ...tables, _requests: _requests?.filter(({ scope }) => scope !== 'filler') }
}

function ask(name: string) {
  const route = routes.find((one) => one.name === name)!
  const { path, init, who } = trueRequest(route, description, all)
  const headers = { ...(init.headers as Record<string, string>), 'accept-language': 'en' }
  return () => all.company.fetch(path, { ...init, headers }, who)
}

/** What is asked for with GET and writes all the same, with what it writes; files of lists record who took them along. */
const writesByTheWay: Readonly<Record<string, string>> = {
  'GET /api/v1/imports/:importId/bad-rows': 'who took the file along',
  'GET /console/welcome': 'the sign-in that a link is good for',
  'GET /portal/payments/:id': 'what the provider says of the order',
  'GET /portal/payments/:id/state': 'what the provider says of the order',
}

const words = 'The storage is full or its disk fails: nothing of this was saved'

async function expectRefusedWhole(response: Response, before: unknown): Promise<void> {
  expect([response.status, await response.text()]).toEqual([503, expect.stringContaining(words)])
  expect(await contents()).toEqual(before)
}

describe('a database that can grow no more', () => {
  test.each(['POST /api/v1/payments', 'POST /portal/complaints', 'POST /api/v1/imports/uploads'])(
    '%s: is refused in words and leaves nothing, wherever in it the space ends, and is done once when there is some',
    { timeout: 240_000 },
    async (name) => {
      const pages = await limit.fillUp()
      const before = await contents()
      const send = ask(name)
      let more = 0
      for (; more < 200; more++) {
        await limit.allow(pages + more)
        const response = await send()
        if (response.status !== 503) break
        await expectRefusedWhole(response, before)
      }
      // At no room at all it was refused, and some room was enough.
      expect(more).toBeGreaterThan(0)
      const answered = await send()
      expect(answered.status).toBeLessThan(400)
      const after = await contents()
      expect(after).not.toEqual(before)
      expect((await send()).status).toBeLessThan(400)
      expect(await contents()).toEqual(after)
    },
  )

  test(
    'refuses whatever writes with the same words, and answers whatever reads',
    { timeout: 300_000 },
    async () => {
      await limit.fillUp()
      const outcomes: Record<string, unknown> = {}
      for (const route of routes) {
        const response = await ask(route.name)()
        const text = response.status < 400 ? '' : await response.text()
        const full = response.status === 503 && text.includes(words)
        const isFile = route.path.endsWith('/file')
        const mayWrite = writes(route) || isFile || Object.hasOwn(writesByTheWay, route.name)
        // Codes were asked for a moment ago: that is counted where there is still room.
        const answered = response.status < 400 || response.status === 429
        if (!answered && !(full && mayWrite)) outcomes[route.name] = [response.status, text]
      }
      expect(outcomes).toEqual({})
    },
  )

  test('in the midst of taking a registry in keeps it waiting, and takes it in once there is space', async () => {
    const ctx = await companyCtx(all.api, all.company.id)
    const rooms = Array.from({ length: 40 }, (_, i) => `9,1,${101 + i},88.5`).join('\n')
    const text = `楼栋,单元,房号,面积\n${rooms}\n`
    const importId = (await registryImport(ctx, all.things.projectId ?? '', { text })) as never
    await confirmAsItIs(ctx, { requestId: freshRequestId(), importId, leaveBadRows: true })
    const roomsNow = async () => (await contentsOf(db)).rooms?.length ?? 0
    const before = await roomsNow()
    await limit.fillUp()
    const at = (afterMs: number) => as(ctx, { kind: 'job', id: 'outbox' }, ctx.now + afterMs)
    const message = (afterMs: number) => drainOutbox(at(afterMs), eventHandlers, {} as Ports)
    await message(0).catch((error: unknown) =>
      expect(error).toMatchObject({ cause: { code: 'SQLITE_FULL' } }),
    )
    expect(await roomsNow()).toBe(before)
    await limit.lift()
    // A long piece of work has a message to itself: others may stand before this one.
    const later = 10 * 60_000
    for (let due: number | null = 0; due !== null && due <= ctx.now + later;) due = await message(later)
    expect(await getImport(ctx, importId)).toMatchObject({ state: 'applied' })
    expect(await roomsNow()).toBe(before + 40)
  })

  test('leaves the chain of the audit log whole: what could not be sealed is sealed later', async () => {
    const ctx = await companyCtx(all.api, all.company.id)
    const job = as(ctx, { kind: 'job', id: 'outbox' })
    await limit.fillUp()
    for (let tries = 0; tries < 3; tries++) await sealAudit(job).catch(() => undefined)
    expect(await verifyAudit(ctx)).toMatchObject({ breaks: [], forks: [] })
    await limit.lift()
    await ask('POST /api/v1/payments')()
    await sealAudit(job)
    expect(await verifyAudit(ctx)).toMatchObject({ breaks: [], forks: [], unsealed: 0 })
  })

  test('is no matter to another company on the same server', async () => {
    await limit.fillUp()
    const other = await all.api.company({ slug: 'songshan', name: '松山物业' })
    const theirs = await companyCtx(all.api, other.id)
    await theirs.writeAnew('test.write', (write) => write.audit('test.written', 'subject'), anyhow)
    const { rows } = await theirs.db.client.execute(
      "SELECT count(*) AS n FROM audit_log WHERE action = 'test.written'",
    )
    expect(rows).toMatchObject([{ n: 1 }])
  })

  test('is told to the operator, once, and no more when something was written again', async () => {
    const operator = await platformCtx('operator')
    const job = asPlatform(operator, { kind: 'job', id: 'storage_full' })
    await limit.fillUp()
    await ask('POST /api/v1/payments')()
    expect(all.api.sent).toContainEqual({ type: 'storage_full', companyId: all.company.id })
    await noteStorageFull(job, all.company.id)
    await noteStorageFull(asPlatform(job, job.actor, job.now + 60_000), all.company.id)
    expect(await companyRow(operator, all.company.id)).toMatchObject({ storageFullAt: job.now })
    const page = await all.api.base(`/operator/companies/${all.company.id}`, {
      headers: {
        accept: 'text/html',
        cookie: `__Host-heju_operator=${all.things.operatorToken}`,
        'accept-language': 'en',
      },
    })
    expect(await page.text()).toContain('The storage has been full, or its disk failing, since')
    deploymentOf(all.api.env).forget(all.company.id)
    all.api.sent.length = 0
    await ask('POST /api/v1/payments')()
    expect(all.api.sent).toEqual([])
    await noteStorageFree(job, all.company.id)
    expect(await companyRow(operator, all.company.id)).toMatchObject({ storageFullAt: null })
  })
})

async function platformCtx(kind: 'operator') {
  const deployment = deploymentOf(all.api.env)
  const ctx = await testPlatformCtx({ deployment })
  return asPlatform(ctx, { kind, id: 'oper_1' })
}
