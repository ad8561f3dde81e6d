import { publishBillRun } from '@heju/core/fees/billing'
import { complaintCategorySeed, listCategories, registerComplaint } from '@heju/core/desk/complaints'
import type { TenantDb } from '@heju/db'
import { newId } from '@heju/kernel'
import { Hono } from 'hono'
import type { Ask } from './api.ts'
import { billRun, layEstate } from './billing.ts'
import { ctxOf, now, report, timed, type Bed } from './bed.ts'

const rooms = 10_000
const complaints = 1_000
const rounds = 300

/** A company with 10,000 published bills and 1,000 open complaints. @returns its project */
export async function fillCompany(bed: Bed, db: TenantDb): Promise<string> {
  const projectId = await layEstate(bed, db, rooms)
  const { runId } = await billRun(bed, db, projectId, '2026-11')
  const [ctx, job] = [await ctxOf(bed, db, 'staff'), await ctxOf(bed, db, 'job')]
  await publishBillRun(ctx, { requestId: 'bench-publish', runId })
  await complaintCategorySeed.seed(job)
  const [category] = await listCategories(ctx)
  for (let i = 0; i < complaints; i++) {
    await registerComplaint(ctx, {
      requestId: `bench-complaint-${i}`,
      complaintId: newId('cmpl', now + i),
      projectId,
      categoryId: category?.id ?? '',
      channel: 'phone',
      contactName: '业主',
      contactPhone: '13900000001',
      place: `${i}号`,
      text: '电梯运行时有异响，请尽快检修。',
    })
  }
  return projectId
}

/**
 * The two lists that are asked for most and a write, each against a Hono route that does nothing and against the same query sent
 * bare, all in this process and by turns, so that what else the machine does falls on all alike. Medians.
 */
export async function benchRoutes(ask: Ask, projectId: string): Promise<void> {
  const empty = new Hono().get('/', (c) => c.json({ items: [], next: null }))
  const nothing = async () => (await empty.fetch(new Request('https://heju.test/'))).text()
  for (const [name, path] of [
    ['bill list', '/api/v1/bills?limit=50'],
    ['complaint list', '/api/v1/complaints?limit=50'],
  ] as const) {
    const route = async () => (await ask(path, 'staff')).text()
    const bare = await queryOf(route)
    const [routeMs, bareMs, emptyMs] = await medians([route, bare, nothing])
    report(
      `${name} route ÷ its query sent bare`,
      `${(routeMs / bareMs).toFixed(2)} (${routeMs.toFixed(2)} ms, bare ${bareMs.toFixed(2)} ms)`,
    )
    report(
      `${name} route ÷ a Hono route that does nothing`,
      `${(routeMs / emptyMs).toFixed(0)} (${(emptyMs * 1000).toFixed(0)} µs)`,
    )
  }
  await benchWrite(ask, projectId, nothing)
}

/** A write with all that guards it: who asks, whether their sign-in stands, the key, the audit entry. */
async function benchWrite(ask: Ask, projectId: string, nothing: () => Promise<unknown>): Promise<void> {
  const write = async () => {
    const person = { projectId, personId: newId('pers', Date.now()), name: '张三', phones: ['13900000001'] }
    const response = await ask('/api/v1/registry/people', 'staff', person)
    if (!response.ok) throw new Error(`The write was answered ${response.status}: ${await response.text()}`)
  }
  const [writeMs, emptyMs] = await medians([write, nothing])
  report(
    'adding a person by its route ÷ a Hono route that does nothing',
    `${(writeMs / emptyMs).toFixed(0)} (${writeMs.toFixed(2)} ms)`,
  )
}

/** What a request sends to the database, to be sent again with nothing around it. */
async function queryOf(act: () => Promise<unknown>): Promise<() => Promise<string>> {
  const sent: [string, RequestInit][] = []
  const { fetch } = globalThis
  await act()
  globalThis.fetch = async (input, init) => {
    sent.push([String(input), { ...init, signal: null }])
    return fetch(input, init)
  }
  await act()
  globalThis.fetch = fetch
  const [query] = sent
  if (query === undefined || sent.length !== 1)
    throw new Error(`The route made ${sent.length} round trips, not one`)
  return async () => (await fetch(...query)).text()
}

async function medians(acts: readonly (() => Promise<unknown>)[]): Promise<[number, number, number]> {
  const times = acts.map((): number[] => [])
  for (let round = -20; round < rounds; round++) {
    for (const [i, act] of acts.entries()) {
      const ms = await timed(act)
      if (round >= 0) times[i]?.push(ms)
    }
  }
  const [a = 0, b = 0, c = 0] = times.map((each) => each.toSorted((x, y) => x - y)[rounds / 2])
  return [a, b, c]
}
