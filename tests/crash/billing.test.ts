import type { Ctx } from '@heju/core'
import { billRuns, draftBillRun, publishBillRun, readRun } from '@heju/core/fees/billing'
import { Estate } from '@heju/core/fees/billing/testing'
import { eventHandlers } from '@heju/core/platform/jobs'
import { drainOutbox, type Ports } from '@heju/core/platform/outbox'
import { anyhow, as, freshRequestId, testCtx } from '@heju/core/testing'
import { TenantDb } from '@heju/db'
import { freshEndpoint } from '@heju/db/testing'
import { newId, type Period } from '@heju/kernel'
import { startFaultProxy, type Cut } from '@heju/local/fault-proxy'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const minute = 60_000
const period = '2026-11' as Period
const job = { kind: 'job', id: 'outbox' } as const
const proxy = startFaultProxy()
let ctx: Ctx
let projects = 0
beforeAll(async () => {
  const endpoint = await freshEndpoint('tenant')
  ctx = await testCtx({ db: new TenantDb({ ...endpoint, url: await proxy.forward(endpoint.url) }) })
})
afterAll(() => proxy.close())

interface Scene {
  estate: Estate
  rooms: string[]
  runId: ReturnType<typeof newId<'brun'>>
}

/** A project of its own: nine rooms with an owner each, 280 yuan a month. */
async function scene(): Promise<Scene> {
  proxy.mend()
  projects += 1
  const estate = await Estate.lay(ctx, 'market', `翠湖花园${projects}期`)
  const rooms = await estate.rooms(Array.from({ length: 9 }, () => ({ areaE2: 10_000 })))
  const people = await estate.people(9)
  await estate.occupy(rooms.map((place, i) => ({ place, person: people[i] ?? '' })))
  await estate.assign(await estate.tariff(), rooms)
  return { estate, rooms: rooms.toSorted(), runId: newId('brun', ctx.now) }
}

/** A run as the draft of a large project leaves it for the queue, but of three steps of three rooms. */
async function waiting(): Promise<Scene> {
  const made = await scene()
  const { estate, rooms, runId } = made
  await ctx.write(
    'billing.draft_run',
    { requestId: freshRequestId() },
    (write) => {
      write.add(
        ctx.db.orm.insert(billRuns).values({
          id: runId,
          projectId: estate.projectId,
          period,
          dueOn: '2026-11-30',
          state: 'draft',
          targets: 9,
          boundariesJson: JSON.stringify([rooms[2], rooms[5]]),
          createdAt: ctx.now,
          createdBy: 'staff_1',
        }),
      )
      write.publish({ type: 'billing.run_requested', runId })
      return null
    },
    anyhow,
  )
  return made
}

/** A message of the queue, so long after the first one that what that one claimed is free again. */
const message = (afterMs = 0) => drainOutbox(as(ctx, job, ctx.now + afterMs), eventHandlers, {} as Ports)

const draftOf = ({ estate, runId }: Scene) => {
  const request = { requestId: freshRequestId(), runId, projectId: estate.projectId, period }
  return () => draftBillRun(ctx, request)
}
const publishOf = ({ runId }: Scene) => {
  const request = { requestId: freshRequestId(), runId }
  return () => publishBillRun(ctx, request)
}

/** Every room has one bill of the right amount, the run says so, and nothing is left to do. */
async function expectBilledOnce({ estate, rooms, runId }: Scene, state: 'draft' | 'published') {
  const { projectId } = estate
  const bills = await estate.all<{ room: string; fen: number; state: string }>(
    sql`SELECT room_id AS room, amount_fen AS fen, state FROM bills WHERE project_id = ${projectId} ORDER BY room_id`,
  )
  expect(bills).toEqual(rooms.map((room) => ({ room, fen: 28_000, state })))
  expect(await readRun(ctx, runId)).toMatchObject({
    state: state === 'draft' ? 'ready' : 'published',
    bills: 9,
    totalFen: 252_000,
    skipped: [],
  })
  const left = sql`SELECT (SELECT count(*) FROM bill_runs WHERE project_id = ${projectId}) AS runs,
    (SELECT count(*) FROM audit_log WHERE subject_id = ${runId} AND action = 'billing.run_published') AS published,
    (SELECT count(*) FROM outbox WHERE type = 'billing.run_requested' AND (done_at IS NULL OR failure IS NOT NULL)) AS waiting`
  expect(await estate.all(left)).toEqual([{ runs: 1, published: state === 'draft' ? 0 : 1, waiting: 0 }])
}

async function requestsOf(act: () => Promise<unknown>): Promise<number> {
  proxy.mend()
  await act()
  return proxy.count
}

async function dying(cut: Cut, act: () => Promise<unknown>): Promise<void> {
  proxy.cut(cut)
  await act().catch(() => undefined)
  proxy.mend()
}

describe.each(['before', 'after'] as const)('what dies at any request, %s it is carried out', (mode) => {
  test(
    'while a run is computed in steps, is followed by a message that bills everybody once',
    {
      timeout: 120_000,
    },
    async () => {
      const whole = await waiting()
      const requests = await requestsOf(message)
      await expectBilledOnce(whole, 'draft')
      // To claim it, to read and write each step, to see that none is left.
      expect(requests).toBeGreaterThan(7)
      for (let at = 1; at <= requests; at++) {
        const one = await waiting()
        await dying({ at, mode }, message)
        await message(2 * minute)
        await expectBilledOnce(one, 'draft')
      }
    },
  )

  test.each([
    ['drafted', draftOf, async () => undefined, 'draft'],
    ['published', publishOf, async (one: Scene) => draftOf(one)(), 'published'],
  ] as const)(
    'while bills are %s, and comes again, is done once',
    { timeout: 60_000 },
    async (_name, actOf, prepare, state) => {
      const whole = await scene()
      await prepare(whole)
      const requests = await requestsOf(actOf(whole))
      expect(requests).toBe(2)
      for (let at = 1; at <= requests; at++) {
        const one = await scene()
        await prepare(one)
        const act = actOf(one)
        await dying({ at, mode }, act)
        expect(await act()).toEqual({ runId: one.runId })
        await expectBilledOnce(one, state)
      }
    },
  )
})
