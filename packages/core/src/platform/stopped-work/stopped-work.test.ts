import { outbox } from '@heju/db'
import { plansOf, slowSteps } from '@heju/db/testing'
import { reasonText } from '../../error-texts/index.ts'
import { defineError, newId } from '@heju/kernel'
import type { Role } from '../../permissions/index.ts'
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { auditList } from '../audit/index.ts'
import { draftBillRun } from '../../fees/billing/index.ts'
import { inlineTargets } from '../../fees/billing/run-steps.ts'
import { Estate } from '../../fees/billing/testing.ts'
import type { Ctx } from '../../context.ts'
import { eventHandlers, scheduledJobs } from '../jobs/index.ts'
import { enqueueMessage } from '../messages/index.ts'
import {
  drainOutbox,
  noteJobBegun,
  noteJobFailure,
  noteJobRan,
  type EventHandler,
  type Ports,
} from '../outbox/index.ts'
import { anyhow, as, freshRequestId, staff, testCtx } from '../../testing.ts'
import { countWork } from '../../people/today/index.ts'
import {
  eventKinds,
  jobEvents,
  jobKinds,
  stoppedWorkList,
  retryStopped,
  setAsideStopped,
  stoppedKinds,
} from './index.ts'

const job = { kind: 'job', id: 'outbox' } as const
const minute = 60_000
const ports = {} as Ports
const broken = defineError('test.broken', 'precondition')
const away = defineError('test.away', 'unavailable')
const types = Object.keys(eventHandlers)
const withoutJobs = types.filter((type) => !jobEvents.some((one) => one === type))

/** Handlers that meet what time will not heal, a fault of ours, and something that does not answer. */
const refuses: EventHandler = async () => {
  throw broken()
}
const falters: EventHandler = async () => {
  throw new TypeError('undefined is not a function')
}
const waits: EventHandler = async () => {
  throw away()
}

async function published(ctx: Ctx, ...events: { type: string }[]): Promise<void> {
  await ctx.write(
    'test.publish',
    { requestId: freshRequestId() },
    (write) => {
      for (const event of events) write.publish(event)
      return null
    },
    anyhow,
  )
}

/** Lets somebody else go first between what a verb reads and what it writes. */
function beforeWriting(ctx: Ctx, act: () => Promise<unknown>): void {
  const { client } = ctx.db
  const { batch } = client
  client.batch = async (...asked: Parameters<typeof batch>) => {
    if (asked[1] === 'write') {
      client.batch = batch
      await act()
    }
    return batch.call(client, ...asked)
  }
}

/** Everything that the outbox does by itself in so many minutes, and the context at their end. */
async function after(ctx: Ctx, minutes: number, handler: EventHandler): Promise<Ctx> {
  const handlers = Object.fromEntries(types.map((type) => [type, handler]))
  const end = ctx.now + minutes * minute
  for (let at: number | null = ctx.now; at !== null && at <= end;)
    at = await drainOutbox(as(ctx, job, at), handlers, ports)
  return as(ctx, staff('company_admin'), end)
}

async function stoppedOf(ctx: Ctx, role: Role, projects: 'all' | string[] = 'all') {
  return (await stoppedWorkList.page(as(ctx, staff(role, projects)), {})).items
}

describe('the registry of what can stop', () => {
  test('has an entry for every kind of event and every job of the schedule, and none besides', () => {
    expect(Object.keys(eventKinds).toSorted()).toEqual(withoutJobs.toSorted())
    expect(Object.keys(jobKinds).toSorted()).toEqual(Object.keys(scheduledJobs).toSorted())
  })

  test.each(Object.entries(stoppedKinds))('%s is for somebody beside the administrator', (_, { needs }) => {
    expect(needs.length).toBeGreaterThan(0)
  })
})

describe.each([
  ['what time will not heal', refuses, 'stopped'],
  ['a fault of ours', falters, 'stopped'],
  ['something that does not answer', waits, 'retrying'],
] as const)('an event that meets %s', (_, handler, state) => {
  test.each(withoutJobs)('%s is shown within five minutes', async (type) => {
    const ctx = await testCtx()
    await published(ctx, { type })
    const items = (await stoppedWorkList.page(await after(ctx, 5, handler), {})).items
    // It is about nothing that there is, so that it concerns no project and the administrator sees it.
    expect(items).toMatchObject([{ kind: type, state, mayAct: true }])
    expect(items[0]?.since).toBe(ctx.now)
  })

  test.each(Object.keys(jobKinds))('about the job %s is shown within five minutes', async (name) => {
    const ctx = await testCtx()
    await published(ctx, ...jobEvents.map((type) => ({ type, job: name })))
    const items = (await stoppedWorkList.page(await after(ctx, 5, handler), {})).items
    expect(items.map(({ kind }) => kind)).toEqual(jobEvents.map(() => `job.${name}`))
  })
})

/** A run of more rooms than are billed in the request, which stops before its first step. */
async function stoppedRun() {
  const ctx = await testCtx()
  const estate = await Estate.lay(ctx)
  await estate.rooms(Array.from({ length: inlineTargets + 1 }, () => ({})))
  const { projectId } = estate
  const runId = newId('brun', ctx.now)
  await draftBillRun(ctx, { requestId: freshRequestId(), runId, projectId, period: '2026-11' })
  const later = await after(ctx, 5, refuses)
  const [stopped] = (await stoppedWorkList.page(later, {})).items
  return { ctx: later, projectId, runId, eventId: stopped?.id ?? '' }
}

describe('work that stopped', () => {
  test('is told in words: what, of which project, since when, why', async () => {
    const { ctx, projectId, runId } = await stoppedRun()
    expect((await stoppedWorkList.page(ctx, {})).items).toMatchObject([
      {
        kind: 'billing.run_requested',
        subjectId: runId,
        projectId,
        facts: { period: '2026-11', project: '翠湖花园' },
        failure: 'test.broken',
        nextAt: null,
      },
    ])
  })

  test('is for those who can deal with it, where they can', async () => {
    const { ctx, projectId, eventId } = await stoppedRun()
    const seen = async (role: Role, projects?: string[]) => (await stoppedOf(ctx, role, projects)).length
    expect(await seen('accountant')).toBe(1)
    expect(await seen('project_manager', [projectId])).toBe(1)
    expect(await seen('project_manager', ['proj_other'])).toBe(0)
    expect(await seen('front_desk')).toBe(0)
    await expect(stoppedOf(ctx, 'auditor')).rejects.toMatchObject({ kind: 'forbidden' })
    const stranger = as(ctx, staff('project_manager', ['proj_other']))
    const retry = retryStopped(stranger, { requestId: freshRequestId(), eventId })
    await expect(retry).rejects.toMatchObject({ code: 'stopped_work.not_found' })
  })

  test('is told on the page of its subject to everybody who sees that', async () => {
    const { ctx, runId } = await stoppedRun()
    const auditor = as(ctx, staff('auditor'))
    expect((await stoppedWorkList.page(auditor, { subjectId: runId })).items).toMatchObject([
      { mayAct: false },
    ])
    expect((await stoppedWorkList.page(auditor, { subjectId: newId('brun', 1) })).items).toEqual([])
  })

  test('is told on the page of the matter too when it is a message to its owner', async () => {
    const ctx = await testCtx()
    const complaintId = newId('cmpl', ctx.now)
    const message = { purpose: 'complaint_reply', subjectId: complaintId, phone: '13812341234', params: {} }
    await ctx.write(
      'test.send',
      { requestId: freshRequestId() },
      (write) => enqueueMessage(ctx, write, message),
      anyhow,
    )
    const later = await after(ctx, 5, refuses)
    expect((await stoppedWorkList.page(later, { subjectId: complaintId })).items).toMatchObject([
      { kind: 'message.send', state: 'stopped' },
    ])
    expect((await stoppedWorkList.page(later, { subjectId: newId('cmpl', 1) })).items).toEqual([])
  })

  test('counts in the work of today of those who can deal with it', async () => {
    const { ctx } = await stoppedRun()
    const stopped = async (role: Role) =>
      (await countWork(as(ctx, staff(role)))).find(({ kind }) => kind === 'stopped')?.count
    expect(await stopped('accountant')).toBe(1)
    expect(await stopped('front_desk')).toBe(0)
    expect(await stopped('worker')).toBeUndefined()
  })

  test('tried again, it is carried out at once and leaves the list', async () => {
    const { ctx, eventId } = await stoppedRun()
    await retryStopped(ctx, { requestId: freshRequestId(), eventId })
    expect((await stoppedWorkList.page(ctx, {})).items).toMatchObject([{ state: 'retrying' }])
    await after(ctx, 0, async () => undefined)
    expect((await stoppedWorkList.page(ctx, {})).items).toEqual([])
    const again = retryStopped(ctx, { requestId: freshRequestId(), eventId })
    await expect(again).rejects.toMatchObject({ code: 'stopped_work.not_found' })
  })

  test('about which several decide at once is decided by one, and the others are told what', async () => {
    const { ctx, eventId } = await stoppedRun()
    const five = Array.from({ length: 5 }, () => eventId)
    const tries = await Promise.allSettled([
      ...five.map((id) => retryStopped(ctx, { requestId: freshRequestId(), eventId: id })),
      ...five.map((id) =>
        setAsideStopped(ctx, { requestId: freshRequestId(), eventId: id, reason: '已改用手工出账' }),
      ),
    ])
    const [{ state } = { state: '' }] = [
      ...(await stoppedWorkList.page(ctx, {})).items,
      ...(await stoppedWorkList.page(ctx, { setAside: 'yes' })).items,
    ]
    const why = state === 'set_aside' ? 'stopped_work.aside_already' : 'stopped_work.being_tried'
    const outcomes = tries.map((each) => (each.status === 'fulfilled' ? 'done' : each.reason.code))
    expect(outcomes.toSorted()).toEqual(['done', ...Array.from({ length: 9 }, () => why)])
    const entries = (await auditList.page(ctx, {})).items.filter(({ subjectId }) => subjectId === eventId)
    expect(entries.map(({ action }) => action)).toEqual([
      state === 'set_aside' ? 'outbox.set_aside' : 'outbox.retried',
    ])
  })

  test('set aside a moment before is not tried again, and tried again a moment before is not set aside', async () => {
    const retry = (ctx: Ctx, eventId: string) => retryStopped(ctx, { requestId: freshRequestId(), eventId })
    const leave = (ctx: Ctx, eventId: string) =>
      setAsideStopped(ctx, { requestId: freshRequestId(), eventId, reason: '已改用手工出账' })
    for (const [first, second, code] of [
      [leave, retry, 'stopped_work.aside_already'],
      [retry, leave, 'stopped_work.being_tried'],
      [leave, leave, 'stopped_work.aside_already'],
      [retry, retry, 'stopped_work.being_tried'],
    ] as const) {
      const { ctx, eventId } = await stoppedRun()
      beforeWriting(ctx, () => first(ctx, eventId))
      await expect(second(ctx, eventId)).rejects.toMatchObject({ kind: 'conflict', code })
    }
  })

  test('that is being carried out right now is taken from under nobody’s hands', async () => {
    const ctx = await testCtx()
    await published(ctx, { type: 'calendar.corrected' })
    const failing = await after(ctx, 3, waits)
    const [{ id, attempts } = { id: '', attempts: 0 }] = (await stoppedWorkList.page(failing, {})).items
    const [{ notBefore } = { notBefore: 0 }] = await ctx.db.orm.select().from(outbox).where(eq(outbox.id, id))
    const codes: string[] = []
    const meanwhile: EventHandler = async () => {
      const asked = { requestId: freshRequestId(), eventId: id }
      const at = as(ctx, staff('company_admin'), notBefore + minute / 2)
      const decisions = [
        () => retryStopped(at, asked),
        () => setAsideStopped(at, { ...asked, reason: '不再需要' }),
      ]
      for (const decide of decisions) await decide().catch(({ code }: { code: string }) => codes.push(code))
      throw away()
    }
    await drainOutbox(as(ctx, job, notBefore), { 'calendar.corrected': meanwhile }, ports)
    expect(codes).toEqual(['stopped_work.being_tried', 'stopped_work.being_tried'])
    const [row] = await ctx.db.orm.select().from(outbox).where(eq(outbox.id, id))
    expect(row).toMatchObject({ attempts: attempts + 1, setAsideAt: null, doneAt: null })
    expect(row?.notBefore).toBeGreaterThan(notBefore + minute)
  })

  test('set aside, it is left undone; the reason is on record, and it can still be tried again', async () => {
    const { ctx, eventId } = await stoppedRun()
    await setAsideStopped(ctx, { requestId: freshRequestId(), eventId, reason: '已改用手工出账' })
    expect((await stoppedWorkList.page(ctx, {})).items).toEqual([])
    expect((await stoppedWorkList.page(ctx, { setAside: 'yes' })).items).toMatchObject([
      { state: 'set_aside' },
    ])
    expect((await auditList.page(ctx, { action: 'outbox.set_aside' })).items).toMatchObject([
      { detail: { kind: 'billing.run_requested', reason: '已改用手工出账', failure: 'test.broken' } },
    ])
    await retryStopped(ctx, { requestId: freshRequestId(), eventId })
    await after(ctx, 0, async () => undefined)
    expect((await stoppedWorkList.page(ctx, { setAside: 'yes' })).items).toEqual([])
  })

  test.each([
    ['a run that was discarded', `UPDATE bill_runs SET state = 'discarded', discarded_at = 1`],
    ['a run that was computed by another event', `UPDATE bill_runs SET state = 'ready'`],
  ])(
    '%s is stopped nowhere: not on the page, not on its own, not in the work of today',
    async (_, settle) => {
      const { ctx, runId } = await stoppedRun()
      await ctx.db.client.execute(settle)
      expect((await stoppedWorkList.page(ctx, {})).items).toEqual([])
      expect((await stoppedWorkList.page(ctx, { subjectId: runId })).items).toEqual([])
      expect((await countWork(ctx)).find(({ kind }) => kind === 'stopped')?.count).toBe(0)
    },
  )

  test('what passes within a minute is never shown', async () => {
    const ctx = await testCtx()
    await published(ctx, { type: 'calendar.corrected' })
    let tries = 0
    const later = await after(ctx, 1, async () => {
      tries += 1
      if (tries === 1) throw new TypeError('once')
    })
    expect((await stoppedWorkList.page(later, {})).items).toEqual([])
    expect(await ctx.db.orm.select().from(outbox).where(eq(outbox.type, 'calendar.corrected'))).toMatchObject(
      [{ failure: null, firstFailedAt: null }],
    )
  })

  test('is found by its index, however much was done', async () => {
    const { ctx, runId } = await stoppedRun()
    for (const filter of [{}, { setAside: 'yes' as const }, { subjectId: runId }]) {
      const plan = await plansOf(ctx.db, () => stoppedWorkList.page(ctx, filter))
      expect(plan.join()).toMatch(/outbox USING INDEX outbox_failing/)
      expect(slowSteps(plan).filter((step) => !step.endsWith('outbox_failing'))).toEqual([])
    }
  })

  test('a code is told in words also where its placeholders are not known any more', () => {
    expect(reasonText('exports.too_long', 'zh-CN')).toContain('…')
  })
})

describe('a job of the schedule that fails', () => {
  const due = { job: 'reminders', dueAt: 1 }

  test('is shown to its company as one piece of work, however often it fails, until it runs', async () => {
    const ctx = await testCtx()
    const asJob = as(ctx, { kind: 'job', id: 'reminders' })
    for (let i = 0; i < 3; i++) await noteJobFailure(asJob, due, 'test.broken')
    expect(await stoppedOf(ctx, 'project_manager')).toMatchObject([{ kind: 'job.reminders', attempts: 3 }])
    expect(await stoppedOf(ctx, 'project_manager', ['proj_1'])).toEqual([])
    await noteJobRan(asJob, 'reminders')
    expect(await stoppedOf(ctx, 'project_manager')).toEqual([])
  })

  test('that stops its Worker every time is shown although nobody is left to say so, and no more once it ran', async () => {
    const ctx = await testCtx()
    const asJob = as(ctx, { kind: 'job', id: 'reminders' })
    await noteJobBegun(asJob, due)
    expect(await stoppedOf(ctx, 'company_admin')).toMatchObject([
      { kind: 'job.reminders', failure: 'outbox.cut_off' },
    ])
    await noteJobRan(asJob, 'reminders')
    expect(await stoppedOf(ctx, 'company_admin')).toEqual([])
    await noteJobFailure(asJob, due, 'test.broken')
    await noteJobBegun(asJob, due)
    expect(await stoppedOf(ctx, 'company_admin')).toMatchObject([{ failure: 'test.broken' }])
  })

  test('stays set aside while it fails for the same reason, and comes back for another', async () => {
    const ctx = await testCtx()
    const asJob = as(ctx, { kind: 'job', id: 'reminders' })
    await noteJobFailure(asJob, due, 'test.broken')
    const [stopped] = await stoppedOf(ctx, 'company_admin')
    await setAsideStopped(ctx, {
      requestId: freshRequestId(),
      eventId: stopped?.id ?? '',
      reason: '本月不催缴',
    })
    await noteJobFailure(asJob, due, 'test.broken')
    expect(await stoppedOf(ctx, 'company_admin')).toEqual([])
    await noteJobFailure(asJob, due, 'test.other')
    expect(await stoppedOf(ctx, 'company_admin')).toHaveLength(1)
  })

  test('runs when somebody tries it again', async () => {
    const ctx = await testCtx()
    await noteJobFailure(as(ctx, { kind: 'job', id: 'reminders' }), due, 'test.broken')
    const [stopped] = await stoppedOf(ctx, 'company_admin')
    await retryStopped(ctx, { requestId: freshRequestId(), eventId: stopped?.id ?? '' })
    await drainOutbox(as(ctx, job), eventHandlers, { wake: async () => undefined } as unknown as Ports)
    expect(await stoppedOf(ctx, 'company_admin')).toEqual([])
  })
})
