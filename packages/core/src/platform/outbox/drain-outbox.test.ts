import { outbox } from '@heju/db'
import { defineError } from '@heju/kernel'
import { describe, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { stoppedWorkList, retryStopped } from '../stopped-work/index.ts'
import { anyhow, as, freshRequestId, staff, testCtx } from '../../testing.ts'
import { drainOutbox, notYet, type EventHandler, type Ports } from './index.ts'

const job = { kind: 'job', id: 'outbox' } as const
const ports = {} as Ports
const minute = 60_000
const busy = defineError('test.busy', 'unavailable')
const refused = defineError('test.refused', 'precondition')
const broken = defineError('test.broken', 'internal')

async function published(...types: string[]): Promise<Ctx> {
  const ctx = await testCtx()
  await ctx.write(
    'test.publish',
    { requestId: freshRequestId() },
    (write) => {
      for (const [i, type] of types.entries()) write.publish({ type, n: i })
    },
    anyhow,
  )
  expect(ctx.published).toBe(types.length > 0)
  return as(ctx, job)
}

function recorder(seen: unknown[]): EventHandler {
  return async (_ctx, event) => void seen.push(event.payload.n)
}

describe('drainOutbox', () => {
  test('each event is carried out once and then nothing waits', async () => {
    const ctx = await published('a', 'a', 'a')
    const seen: unknown[] = []
    expect(await drainOutbox(ctx, { a: recorder(seen) }, ports)).toBeNull()
    await drainOutbox(ctx, { a: recorder(seen) }, ports)
    expect(seen.toSorted()).toEqual([0, 1, 2])
  })

  test('a long piece of work has a message to itself: what waits behind it is for the next one, which is due at once', async () => {
    const ctx = await published('a', 'registry_import.confirmed', 'a', 'registry_import.confirmed')
    const seen: unknown[] = []
    const handlers = { a: recorder(seen), 'registry_import.confirmed': recorder(seen) }
    const rounds: unknown[][] = []
    for (let at: number | null = ctx.now; at !== null;) {
      at = await drainOutbox(ctx, handlers, ports)
      rounds.push(seen.splice(0))
      if (at !== null) expect(at).toBeLessThanOrEqual(ctx.now)
    }
    expect(rounds).toEqual([
      [0, 1],
      [2, 3],
    ])
  })

  test('an event for which the lease may not suffice any more is left to the next message, which is due at once', async () => {
    const ctx = await published('a', 'a', 'a')
    const seen: unknown[] = []
    const at = await drainOutbox(ctx, { a: recorder(seen) }, ports, () => seen.length < 2)
    expect(seen).toEqual([0, 1])
    expect(at).toBeLessThanOrEqual(ctx.now)
    await drainOutbox(ctx, { a: recorder(seen) }, ports)
    expect(seen).toEqual([0, 1, 2])
  })

  test('an event whose consumer died is carried out by the next one, after the lease', async () => {
    const ctx = await published('a')
    const dying: EventHandler = () => new Promise(() => undefined)
    void drainOutbox(ctx, { a: dying }, ports)
    const seen: unknown[] = []
    await expect.poll(async () => (await ctx.db.orm.select().from(outbox))[0]?.attempts).toBe(1)
    await drainOutbox(as(ctx, job, ctx.now + minute / 2), { a: recorder(seen) }, ports)
    expect(seen).toEqual([])
    await drainOutbox(as(ctx, job, ctx.now + 2 * minute), { a: recorder(seen) }, ports)
    expect(seen).toEqual([0])
  })

  test('a passing failure is tried again later and others are not held up', async () => {
    const ctx = await published('a', 'b')
    const seen: unknown[] = []
    const fails: EventHandler = async () => {
      throw busy()
    }
    const again = await drainOutbox(ctx, { a: fails, b: recorder(seen) }, ports)
    expect(seen).toEqual([1])
    expect(again).toBeGreaterThan(ctx.now)
    await drainOutbox(as(ctx, job, again ?? 0), { a: recorder(seen) }, ports)
    expect(seen).toEqual([1, 0])
  })

  test('what cannot pass stands still at once, for staff to see and to try again', async () => {
    const ctx = await published('a')
    const fails: EventHandler = async () => {
      throw refused()
    }
    expect(await drainOutbox(ctx, { a: fails }, ports)).toBeNull()
    const admin = as(ctx, staff('company_admin'))
    const [stopped] = (await stoppedWorkList.page(admin, {})).items
    expect(stopped).toMatchObject({ kind: 'a', failure: 'test.refused', state: 'stopped' })
    await retryStopped(admin, { requestId: freshRequestId(), eventId: stopped?.id ?? '' })
    const seen: unknown[] = []
    await drainOutbox(ctx, { a: recorder(seen) }, ports)
    expect(seen).toEqual([0])
    expect((await stoppedWorkList.page(admin, {})).items).toEqual([])
  })

  test('an outage is waited out for a day, and then people are left to say', async () => {
    const ctx = await published('a')
    let last = ctx.now
    const fails: EventHandler = async (now) => {
      last = now.now
      throw busy()
    }
    for (let at: number | null = ctx.now; at !== null;)
      at = await drainOutbox(as(ctx, job, at), { a: fails }, ports)
    expect((last - ctx.now) / (60 * minute)).toSatisfy((hours: number) => hours > 20 && hours < 30)
    expect((await stoppedWorkList.page(as(ctx, staff('company_admin')), {})).items).toMatchObject([
      { state: 'stopped', failure: 'test.busy' },
    ])
  })

  test('an event that stops every Worker is shown within minutes and given up, and those behind it are carried out', async () => {
    const ctx = await published('deadly', 'a', 'a')
    const admin = as(ctx, staff('company_admin'))
    const seen: unknown[] = []
    let deaths = 0
    const begun = { deadly: () => {} }
    // A Worker that is stopped answers nothing and writes nothing any more.
    const deadly: EventHandler = () => {
      deaths += 1
      begun.deadly()
      return new Promise(() => undefined)
    }
    const worker = async (at: number) => {
      const dies = new Promise<'died'>((resolve) => (begun.deadly = () => resolve('died')))
      return Promise.race([drainOutbox(as(ctx, job, at), { deadly, a: recorder(seen) }, ports), dies])
    }
    for (let i = 0, at = ctx.now; i < 12; i++, at += 1.1 * minute) {
      await worker(at)
      if (i === 1) expect(seen).toEqual([1, 2])
      if (i === 3)
        expect((await stoppedWorkList.page(as(admin, admin.actor, at), {})).items).toMatchObject([
          { kind: 'deadly', state: 'retrying', failure: 'outbox.cut_off' },
        ])
    }
    expect(deaths).toBe(5)
    expect((await stoppedWorkList.page(admin, {})).items).toMatchObject([
      { kind: 'deadly', state: 'stopped', failure: 'outbox.cut_off' },
    ])
  })

  test('one that is our fault is shown to people within five minutes', async () => {
    const ctx = await published('a')
    const fails: EventHandler = async () => {
      throw broken()
    }
    for (let at: number | null = ctx.now; at !== null && at < ctx.now + 5 * minute;)
      at = await drainOutbox(as(ctx, job, at), { a: fails }, ports)
    const { items } = await stoppedWorkList.page(as(ctx, staff('company_admin')), {})
    expect(items).toMatchObject([{ kind: 'a', state: 'stopped', failure: 'test.broken' }])
  })

  test('an event that nobody handles is not lost', async () => {
    const ctx = await published('unheard')
    for (let at: number | null = ctx.now; at !== null;) at = await drainOutbox(as(ctx, job, at), {}, ports)
    const { items } = await stoppedWorkList.page(as(ctx, staff('company_admin')), {})
    expect(items).toMatchObject([{ kind: 'unheard', failure: 'outbox.event_unknown' }])
  })

  test('an event whose content cannot be read keeps no other waiting', async () => {
    const ctx = await published('a', 'a')
    await ctx.db.client.execute(
      `UPDATE outbox SET payload_json = '{' WHERE json_extract(payload_json, '$.n') = 0`,
    )
    const seen: unknown[] = []
    await drainOutbox(ctx, { a: recorder(seen) }, ports)
    expect(seen).toEqual([1])
  })

  test('a handler whose time has not come is asked again then; that counts neither as a try nor as a failure', async () => {
    const ctx = await published('a')
    const early: EventHandler = async () => {
      throw notYet({ retryAfterSeconds: 3600 })
    }
    expect(await drainOutbox(ctx, { a: early }, ports)).toBe(ctx.now + 60 * minute)
    expect(await ctx.db.orm.select().from(outbox)).toMatchObject([
      { attempts: 0, failure: null, doneAt: null },
    ])
  })
})
