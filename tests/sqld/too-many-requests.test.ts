import { createServer, request, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { anyhow, as, testCtx } from '@heju/core/testing'
import { failureOf, type Ctx } from '@heju/core'
import { drainOutbox, type Ports } from '@heju/core/platform/outbox'
import { paymentList, recordPayment } from '@heju/core/fees/payments'
import { addBill, cash, estate, noProvider, paidOf, type Estate } from '@heju/core/fees/payments/testing'
import { migrate, TenantDb } from '@heju/db'
import { migrationFiles } from '@heju/db/migration-files'
import { SqldProvisioner } from '@heju/db/provisioning'
import { makeKeys } from '@heju/local/stack'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startSqld, type Sqld } from '../setup/sqld-process.ts'

/** As many as the server carries out at once, where it is 128 unless told otherwise. */
const most = 4

const folder = mkdtempSync(join(tmpdir(), 'heju-too-many-'))
let sqld: Sqld
/** Reaches the server past the way that is watched. */
let aside: TenantDb
let place: Estate
let db: TenantDb

/** What came by, with the server's answer; `before` is waited for before a request goes on. */
const statuses: number[] = []
let before: (body: string) => Promise<void> = async () => undefined
let after: (status: number) => Promise<void> = async () => undefined
const way = createServer(async (incoming, answer) => {
  const body = await buffer(incoming)
  await before(body.toString())
  const response = await forward(incoming, body)
  const content = await buffer(response)
  statuses.push(response.statusCode ?? 0)
  await after(response.statusCode ?? 0)
  answer.writeHead(response.statusCode ?? 502, response.headers).end(content)
})

function forward(incoming: IncomingMessage, body: Buffer): Promise<IncomingMessage> {
  const url = new URL(incoming.url ?? '/', sqld.url)
  const headers = { ...incoming.headers, host: url.host, 'content-length': String(body.length) }
  return new Promise((resolve, reject) => {
    const outgoing = request(url.href, { method: incoming.method ?? 'POST', headers }, resolve)
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

beforeAll(async () => {
  const keys = await makeKeys()
  sqld = await startSqld({
    folder,
    adminKey: keys.sqldAdminKey,
    jwtPublicKeyPem: keys.sqldTokenPublicKey,
    args: ['--max-concurrent-requests', String(most), '--max-concurrent-connections', String(most)],
  })
  const settings = { url: sqld.url, adminUrl: sqld.adminUrl, adminKey: keys.sqldAdminKey }
  const provisioner = new SqldProvisioner({ ...settings, tokenPrivateKeyPem: keys.sqldTokenKey })
  const endpoint = await provisioner.endpoint(await provisioner.create('company'))
  aside = new TenantDb(endpoint)
  await migrate(aside, migrationFiles('tenant'), 0)
  await new Promise<void>((resolve) => way.listen(0, '127.0.0.1', resolve))
  db = new TenantDb({ ...endpoint, url: `http://127.0.0.1:${(way.address() as AddressInfo).port}` })
  place = await estate(await testCtx({ db }))
}, 120_000)
afterAll(async () => {
  way.closeAllConnections()
  await new Promise((resolve) => way.close(resolve))
  await sqld?.stop()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => {
  before = after = async () => undefined
  statuses.length = 0
})

/** Takes every place that the server has, until it is let go. */
async function crowd(): Promise<() => Promise<void>> {
  const held: Awaited<ReturnType<typeof aside.client.transaction>>[] = []
  for (let i = 0; i < most; i++) {
    const transaction = await aside.client.transaction('read')
    await transaction.execute('SELECT 1')
    held.push(transaction)
  }
  return async () => {
    for (const one of held) await one.rollback()
  }
}

/** Fills the server before the request that `which` knows, and lets go as soon as it was refused. */
function crowdBefore(which: (body: string) => boolean): void {
  let release: (() => Promise<void>) | undefined
  let met = false
  before = async (body) => {
    if (met || !which(body)) return
    met = true
    release = await crowd()
  }
  after = async (status) => {
    if (status !== 429) return
    await release?.()
    release = undefined
  }
}

const any = () => true

describe('when all places of sqld are taken', () => {
  test('a read is tried again and answered', async () => {
    crowdBefore(any)
    await expect(paymentList.page(place.cashier, {})).resolves.toMatchObject({ items: [] })
    expect(statuses.slice(0, 2)).toEqual([429, 200])
  })

  test.each([
    ['takes up', (body: string) => body.includes('RETURNING') || body.includes('returning')],
    ['settles', (body: string) => /update \\"outbox\\" set \\"done_at\\"/i.test(body)],
  ])('what the outbox %s is tried again, and no event is carried out twice', async (_step, which) => {
    const { ctx } = place
    await ctx.writeAnew('test.publish', (write) => write.publish({ type: 'test.event' }), anyhow)
    crowdBefore(which)
    let times = 0
    const job: Ctx = as(ctx, { kind: 'job', id: 'outbox' })
    const handlers = { 'test.event': async () => void (times += 1) }
    await drainOutbox(job, handlers, {} as Ports)
    expect(statuses).toContain(429)
    await drainOutbox(as(ctx, job.actor, ctx.now + 10 * 60_000), handlers, {} as Ports)
    expect(times).toBe(1)
  })

  test('what a person sends fails with clear words, nothing of it is carried out, and sent again it is done once', async () => {
    const billId = await addBill(place)
    const payment = cash([billId])
    crowdBefore(
      (body) => body.includes('INSERT INTO \\"payments\\"') || body.includes('insert into \\"payments\\"'),
    )
    const failure = await recordPayment(place.cashier, payment, noProvider).then(
      () => undefined,
      (error: unknown) => failureOf(error),
    )
    expect(failure).toMatchObject({ code: 'database.unavailable' })
    expect(statuses).toContain(429)
    expect(await paidOf(place.ctx, billId)).toEqual({ paidFen: 0, linesFen: 0 })
    const booked = await recordPayment(place.cashier, payment, noProvider)
    expect(await recordPayment(place.cashier, { ...payment }, noProvider)).toEqual(booked)
    expect(await paidOf(place.ctx, billId)).toEqual({ paidFen: 10_000, linesFen: 10_000 })
  })
})
