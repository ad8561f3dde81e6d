import type { Ctx } from '@heju/core'
import { eventHandlers, scheduledJobs } from '@heju/core/platform/jobs'
import { drainOutbox, type EventHandler, type Ports } from '@heju/core/platform/outbox'
import { as } from '@heju/core/testing'
import { outbox } from '@heju/db'
import { portsOf } from '@heju/gateways/ports'
import { instantOf, civilDateOf, addDays } from '@heju/kernel'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contentsOf } from '../migrations/fill.ts'
import { companyCtx } from '../setup/two-companies.ts'
import { companyWithAll, type CompanyWithAll } from '../routes/company-with-all.ts'

const job = { kind: 'job', id: 'outbox' } as const
const hour = 3_600_000

let all: CompanyWithAll
beforeAll(async () => {
  all = await companyWithAll()
}, 120_000)
afterAll(() => all.close())

/** The company's database as it is now; each test has a copy of its own. */
const company = () => companyCtx(all.api, all.company.id)

/** Ten in the morning, so many days from now: reminders and messages go out by day. */
function morning(days: number): number {
  const { now } = all.company.ctx
  const { zone } = all.company.ctx.company
  return instantOf(addDays(civilDateOf(now, zone), days), '10:00', zone)
}

function ports(now: number): Ports {
  const about = { company: all.company.ctx.company, now, wake: async () => undefined }
  return portsOf(all.api.env as never, about)
}

/** How many rows each table has; the ledger of requests tells of runs, not of what they did. */
async function countsOf(ctx: Ctx): Promise<Record<string, number>> {
  const { _requests: _, ...tables } = await contentsOf(ctx.db)
  return Object.fromEntries(Object.entries(tables).map(([table, rows]) => [table, rows.length]))
}

/** As two consumers that got the same message do it: what one of them loses comes again. */
function twice(handler: EventHandler): EventHandler {
  return async (ctx, event, given) => {
    const runs = [handler(as(ctx, job, ctx.now), event, given), handler(as(ctx, job, ctx.now), event, given)]
    const outcomes = await Promise.allSettled(runs)
    if (outcomes.some(({ status }) => status === 'rejected'))
      await handler(as(ctx, job, ctx.now), event, given)
  }
}

/** One event of each kind that nothing in the company brings about by itself. */
async function publishTheRest(ctx: Ctx): Promise<void> {
  const { roundId, importId, runId, mineReplied: complaintId } = all.things
  await ctx.writeAnew('test.publish', (write) => {
    write.publish({ type: 'survey.ask', roundId, remind: false })
    write.publish({ type: 'calendar.corrected' })
    write.publish({ type: 'messages.reported', reports: [] })
    write.publish({ type: 'billing.run_requested', runId })
    write.publish({ type: 'complaints.reopened', complaintId })
    write.publish({ type: 'registry_import.confirmed', importId })
    write.publish({ type: 'schedule.wake', job: 'reminders', at: ctx.now })
    write.publish({ type: 'schedule.run', job: 'reminders', dueAt: ctx.now })
  })
}

/** Carries out everything that waits, with what follows from it. @returns the kinds that were met, and the rows after */
async function carriedOut(by: (handler: EventHandler) => EventHandler, side: 1 | 2) {
  await all.asItWas()
  const now = morning(1)
  const ctx = as(await company(), job, now)
  await publishTheRest(ctx)
  const met = new Set<string>()
  const handlers = Object.fromEntries(
    Object.entries(eventHandlers).map(([type, handler]): [string, EventHandler] => [
      type,
      (given, event, world) => {
        met.add(type)
        return by(handler)(given, event, world)
      },
    ]),
  )
  for (let round = 0; round < 12; round += 1) {
    const at = as(ctx, job, now + round * 60_000)
    await Promise.all(Array.from({ length: side }, () => drainOutbox(at, handlers, ports(at.now))))
  }
  const stopped = (await ctx.db.orm.select().from(outbox)).filter(({ failure }) => failure !== null)
  return {
    met,
    counts: await countsOf(ctx),
    stopped: stopped.map(({ type, failure }) => `${type} ${failure}`).toSorted(),
  }
}

describe('a queue message that comes twice at once', () => {
  test('leaves what one leaves, whatever event it is about', async () => {
    const once = await carriedOut((handler) => handler, 1)
    const both = await carriedOut(twice, 2)
    expect([...both.met].toSorted()).toEqual(Object.keys(eventHandlers).toSorted())
    expect(both.counts).toEqual(once.counts)
    expect(both.stopped).toEqual(once.stopped)
  }, 300_000)
})

/** Runs of a job, side by side, as the queue has them: what one loses is tried again. */
async function run(name: string, at: number, times: number): Promise<void> {
  const ctx = await company()
  const one = () => scheduledJobs[name]!.run(as(ctx, { kind: 'job', id: name }, at), ports(at), morning(9))
  const outcomes = await Promise.allSettled(Array.from({ length: times }, one))
  if (outcomes.some(({ status }) => status === 'rejected')) await one()
}

async function after(runs: () => Promise<void>): Promise<Record<string, number>> {
  await all.asItWas()
  await runs()
  return countsOf(await company())
}

describe.each(Object.keys(scheduledJobs))('the job %s', (name) => {
  test('leaves what one tick leaves when the same tick comes twice at once', async () => {
    const once = await after(() => run(name, morning(9), 1))
    expect(await after(() => run(name, morning(9), 2))).toEqual(once)
  })

  test('does nothing twice and forgets nothing when the clock jumps forward an hour and back', async () => {
    const once = await after(() => run(name, morning(9) + hour, 1))
    const jumped = await after(async () => {
      for (const at of [morning(9), morning(9) + hour, morning(9), morning(9) + hour]) await run(name, at, 1)
    })
    expect(jumped).toEqual(once)
  })
})

test('the jobs of the clock have work in this company', async () => {
  await all.asItWas()
  const before = await countsOf(await company())
  for (const name of Object.keys(scheduledJobs)) await run(name, morning(9), 1)
  expect(await countsOf(await company())).not.toEqual(before)
})
