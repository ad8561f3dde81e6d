import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { as, beforeNextWrite, freshRequestId } from '../../testing.ts'
import type { Ports } from '../outbox/index.ts'
import { memoryStore, sendPhoto } from '../files/testing.ts'
import { tasks } from '../tasks/index.ts'
import type { TakeStep } from './index.ts'
import { ladderJob, timelineOf } from './index.ts'
import { tryEveryStep } from './testing/every-step.ts'
import { renovationMatters, takeRenovationStep } from './testing/renovation.ts'
import {
  heldRepairs,
  raiseRepairs,
  repairMatters,
  repairRaises,
  repairs,
  takeRepairStep,
} from './testing/repairs.ts'
import { trialCompany } from './testing/scene.ts'

const minute = 60_000
type Company = Awaited<ReturnType<typeof trialCompany>>
let company: Company
let lead: Ctx
let worker: Ctx
beforeAll(async () => {
  company = await trialCompany()
  lead = await company.works('department_lead')
  worker = await company.works('worker')
})

const later = (ctx: Ctx, minutes: number) => as(ctx, ctx.actor, ctx.now + minutes * minute)
const step = (matterId: string, kind: string, more: Partial<TakeStep> = {}) => ({
  requestId: freshRequestId(),
  matterId,
  step: kind,
  ...more,
})
const rowIn = async (ctx: Ctx, id: string) =>
  (await ctx.db.orm.select().from(repairs).where(eq(repairs.id, id)))[0]!
const rowOf = (id: string) => rowIn(lead, id)
const historyOf = async (id: string) =>
  (await timelineOf(repairMatters).stepsFor(lead, id)).map(({ kind }) => kind)

const photo = (ctx: Ctx) => sendPhoto(ctx, memoryStore())
const visit = (at: Ctx) => raiseRepairs.run(as(at, { kind: 'job', id: 'scheduled' }), {} as Ports, at.now)

async function dispatched(): Promise<string> {
  const id = await company.report(lead)
  await takeRepairStep(lead, step(id, 'dispatched', { handlerId: worker.actor.id }))
  return id
}

describe('repairs and renovations, declared on the kit,', () => {
  test('go from each state where their table says and nowhere else', async () => {
    await tryEveryStep({ matters: repairMatters, ctx: lead, open: () => company.report(lead) })
    await tryEveryStep({ matters: renovationMatters, ctx: lead, open: () => company.apply(lead) })
  }, 60_000)

  test('bear numbers of their own series and day, also when many come in at once', async () => {
    const there = await trialCompany()
    const desk = await there.works('front_desk')
    await Promise.all([...Array.from({ length: 8 }, () => there.report(desk)), there.apply(desk)])
    const numbers = await desk.db.orm.select({ number: repairs.number }).from(repairs).orderBy(repairs.number)
    expect(numbers.map(({ number }) => number)).toEqual(
      Array.from({ length: 8 }, (_, at) => `BX-20261122-000${at + 1}`),
    )
  })
})

describe('a step', () => {
  test('is given to somebody who may have the matter, and its history says from whom to whom', async () => {
    const id = await dispatched()
    expect(await rowOf(id)).toMatchObject({ state: 'dispatched', handlerId: worker.actor.id })
    await takeRepairStep(worker, step(id, 'accepted'))
    expect(await rowOf(id)).toMatchObject({ state: 'accepted', acceptedAt: worker.now })
    expect(await historyOf(id)).toEqual(['reported', 'dispatched', 'accepted'])
    const cashier = await company.works('cashier')
    const toCashier = step(id, 'handed_over', { handlerId: cashier.actor.id, note: '请跟进' })
    await expect(takeRepairStep(lead, toCashier)).rejects.toMatchObject({ code: 'repairs.handler_not_found' })
  })

  test('asks for what the procedure says must come with it, by field', async () => {
    const id = await company.report(lead)
    await expect(takeRepairStep(lead, step(id, 'dispatched'))).rejects.toMatchObject({
      code: 'request.invalid',
      fields: [{ path: 'handlerId', code: 'field.missing' }],
    })
    await expect(takeRepairStep(lead, step(id, 'note'))).rejects.toMatchObject({ fields: [{ path: 'note' }] })
    await takeRepairStep(lead, step(id, 'dispatched', { handlerId: worker.actor.id }))
    await takeRepairStep(worker, step(id, 'accepted'))
    await takeRepairStep(worker, step(id, 'arrived'))
    await expect(takeRepairStep(worker, step(id, 'done'))).rejects.toMatchObject({
      fields: [{ path: 'fileIds' }],
    })
    await takeRepairStep(worker, step(id, 'done', { fileIds: [await photo(worker)] }))
    const photos = await timelineOf(repairMatters).photosOf(lead, id)
    expect(photos).toHaveLength(1)
  })

  test('is taken by whom the procedure names, in the project of the matter, and by nobody where it names none', async () => {
    const id = await dispatched()
    await expect(takeRepairStep(worker, step(id, 'cancelled', { note: '不修了' }))).rejects.toMatchObject({
      code: 'access.not_allowed',
    })
    await expect(takeRepairStep(lead, step(id, 'raised'))).rejects.toMatchObject({
      code: 'access.not_allowed',
    })
    const elsewhere = await company.works('department_lead', ['proj_01kaqf3m7s8x2w9v4t6r0pjhzd'])
    await expect(takeRepairStep(elsewhere, step(id, 'accepted'))).rejects.toMatchObject({
      code: 'repairs.not_found',
    })
    // Who sees only what is theirs finds what was given to them, and nothing else.
    const another = await company.works('worker')
    await expect(takeRepairStep(another, step(id, 'accepted'))).rejects.toMatchObject({
      code: 'repairs.not_found',
    })
  })

  test('of a matter that is over is none, and the same request again is the same step', async () => {
    const id = await company.report(lead)
    const manager = await company.works('project_manager')
    const cancelled = step(id, 'cancelled', { note: '业主自己修好了' })
    await takeRepairStep(manager, cancelled)
    await takeRepairStep(manager, cancelled)
    expect(await historyOf(id)).toEqual(['reported', 'cancelled'])
    expect((await rowOf(id)).closedAt).toBe(manager.now)
    await expect(takeRepairStep(lead, step(id, 'note', { note: '补记' }))).rejects.toMatchObject({
      code: 'repairs.closed',
    })
  })

  test('that gives away what somebody else has by now is refused', async () => {
    const id = await dispatched()
    const seenHandlerId = worker.actor.id
    const another = await company.works('worker')
    const give = (to: Ctx) =>
      step(id, 'handed_over', { handlerId: to.actor.id, seenHandlerId, note: '换人处理' })
    beforeNextWrite(lead, () => takeRepairStep(as(lead, lead.actor), give(another)))
    await expect(takeRepairStep(lead, give(await company.works('worker')))).rejects.toMatchObject({
      code: 'repairs.moved',
    })
    await expect(takeRepairStep(lead, give(worker))).rejects.toMatchObject({
      code: 'repairs.handed_over_meanwhile',
    })
    expect((await rowOf(id)).handlerId).toBe(another.actor.id)
  })

  test('that is a note is not told to its owner, and of others they see the words for them alone', async () => {
    const id = await dispatched()
    await takeRepairStep(worker, step(id, 'note', { note: '业主要求下午三点后' }))
    await takeRepairStep(worker, step(id, 'words', { ownerWords: '师傅三点到。', note: '已电话联系' }))
    const seen = await timelineOf(repairMatters).stepsForOwner(lead, id)
    expect(seen.map(({ kind, words }) => [kind, words])).toEqual([
      ['reported', null],
      ['dispatched', null],
      ['words', '师傅三点到。'],
    ])
  })
})

describe('a term that ends', () => {
  const heard = async (id: string) =>
    (
      await lead.db.orm.select().from(tasks).where(eq(tasks.subjectId, id)).orderBy(tasks.createdAt, tasks.id)
    ).map(({ kind, role, staffId }) => [kind, role ?? staffId])

  test('is heard of one rung after the other, each once: a warning to whoever has it, then each desk', async () => {
    const id = await dispatched()
    expect(await visit(later(lead, 45))).toBe(lead.now + 50 * minute + 1)
    expect(await heard(id)).toEqual([])
    await visit(later(lead, 51))
    await visit(later(lead, 52))
    expect(await heard(id)).toEqual([['complaint_update', worker.actor.id]])
    // A warning is no breach.
    expect(await historyOf(id)).not.toContain('raised')
    expect(await visit(later(lead, 61))).toBe(lead.now + 90 * minute + 1)
    expect((await heard(id)).slice(1)).toEqual([['complaint_overdue', 'project_manager']])
    expect(await visit(later(lead, 91))).toBeNull()
    await visit(later(lead, 200))
    expect((await heard(id)).slice(2)).toEqual([['complaint_major', 'regional_manager']])
    expect((await historyOf(id)).filter((kind) => kind === 'raised')).toHaveLength(2)
    expect(await lead.db.orm.select().from(repairRaises).where(eq(repairRaises.matterId, id))).toHaveLength(1)
  })

  test('is heard of no more once what it asks for is done', async () => {
    const id = await dispatched()
    await takeRepairStep(worker, step(id, 'accepted'))
    await visit(later(lead, 100))
    expect(await heard(id)).toEqual([])
  })

  test('that is moved while it is looked at is not raised, and whoever was given the matter meanwhile is warned', async () => {
    const there = await trialCompany()
    const desk = await there.works('department_lead')
    const [first, second] = [await there.works('worker'), await there.works('worker')]
    const id = await there.report(desk)
    await takeRepairStep(desk, step(id, 'dispatched', { handlerId: first.actor.id }))
    const at = later(desk, 51)
    const give = step(id, 'handed_over', { handlerId: second.actor.id, note: '换人处理' })
    beforeNextWrite(at, () => takeRepairStep(as(desk, desk.actor), give))
    await expect(visit(at)).rejects.toMatchObject({ code: 'repairs.moved' })
    await visit(at)
    const told = () => desk.db.orm.select().from(tasks).where(eq(tasks.subjectId, id))
    expect((await told()).map(({ staffId }) => staffId)).toEqual([second.actor.id])
    const late = later(desk, 61)
    const tomorrow = late.now + 24 * 60 * minute
    beforeNextWrite(late, () =>
      desk.db.orm.update(repairs).set({ acceptDueAt: tomorrow }).where(eq(repairs.id, id)).run(),
    )
    await expect(visit(late)).rejects.toMatchObject({ code: 'repairs.moved' })
    expect(await visit(late)).toBe(tomorrow + 1)
    expect(await told()).toHaveLength(1)
  })

  test('is told by a kind of task for each rung: of one alone the second would not be heard', () => {
    const rungs = [0, minute].map((afterMs) => ({
      afterMs,
      task: 'complaint_overdue' as const,
      to: { role: 'project_manager' as const },
    }))
    const clock = {
      reason: 'accept_overdue',
      dueAt: repairs.acceptDueAt,
      rung: repairs.acceptRung,
      running: sql`1`,
      rungs,
    }
    const ladder = { job: 'j', verb: 'v', clocks: [clock], raises: repairRaises, urgent: sql`0` }
    const daytime = { from: '08:00', to: '20:00' }
    expect(() => ladderJob(repairMatters, { ...ladder, daytime })).toThrow('two rungs with one kind of task')
  })

  test('long ago is caught up with rung by rung, a visit each', async () => {
    const there = await trialCompany()
    const desk = await there.works('front_desk')
    const id = await there.report(desk)
    const at = later(desk, 120)
    expect(await visit(at)).toBe(at.now + 1)
    expect(await visit(at)).toBe(at.now + 1)
    expect(await visit(at)).toBeNull()
    const rows = await desk.db.orm.select().from(tasks).where(eq(tasks.subjectId, id))
    expect(rows.map(({ role }) => role).toSorted()).toEqual(['project_manager', 'regional_manager'])
  })

  test('at night waits for the morning, unless it is urgent', async () => {
    const there = await trialCompany()
    const night = later(await there.works('front_desk'), 6 * 60)
    const calm = await there.report(night)
    const urgent = await there.report(night, { urgent: true })
    const at = later(night, 70)
    // Nobody has it who could be warned: it goes on to the next rung.
    expect(await visit(at)).toBe(at.now + 1)
    await visit(at)
    const rows = await night.db.orm.select().from(tasks)
    expect(rows.map(({ subjectId }) => subjectId)).toEqual([urgent])
    expect(await rowIn(night, calm)).toMatchObject({ acceptRung: 0 })
  })
})

test('what a colleague has in hand goes to who takes over, with the step in the history of each', async () => {
  const there = await trialCompany()
  const [from, to, desk] = [
    await there.works('worker'),
    await there.works('worker'),
    await there.works('department_lead'),
  ]
  const ids = [await there.report(desk), await there.report(desk)]
  for (const id of ids) await takeRepairStep(desk, step(id, 'dispatched', { handlerId: from.actor.id }))
  const manager = await there.works('project_manager')
  await takeRepairStep(manager, step(ids[1]!, 'cancelled', { note: '业主取消' }))
  const rows = await desk.db.orm.all(heldRepairs.rows(from.actor.id, desk))
  expect(rows).toHaveLength(1)
  const receivers = [{ projectId: there.projectId, receiverId: to.actor.id }]
  await desk.writeAnew(
    'test.hand_over',
    (write) => {
      heldRepairs.handOver(desk, write, { fromId: from.actor.id, note: '离职交接', receivers })
      return null
    },
    { ofOneself: true, unlogged: true },
  )
  const handlers = await desk.db.orm
    .select({ id: repairs.id, handlerId: repairs.handlerId })
    .from(repairs)
    .where(sql`id IN (${ids[0]}, ${ids[1]})`)
  expect(new Map(handlers.map(({ id, handlerId }) => [id, handlerId]))).toEqual(
    new Map([
      [ids[0], to.actor.id],
      [ids[1], from.actor.id],
    ]),
  )
  const { stepsFor } = timelineOf(repairMatters)
  expect((await stepsFor(desk, ids[0]!)).at(-1)).toMatchObject({ kind: 'handed_over', note: '离职交接' })
})

test('a renovation goes through its six states, is sent back and stopped on the way', async () => {
  const manager = await company.works('project_manager')
  const id = await company.apply(manager)
  const file = async () => ({ fileIds: [await photo(manager)] })
  const steps: [string, Partial<TakeStep>][] = [
    ['returned', { ownerWords: '请补施工图。' }],
    ['applied', await file()],
    ['reviewed', { note: '已核图纸' }],
    ['entered', {}],
    ['working', {}],
    ['patrolled', { note: '电线未穿管' }],
    ['stopped', { ownerWords: '请整改后复工。', ...(await file()) }],
    ['working', {}],
    ['inspected', { note: '合格', ...(await file()) }],
    ['left', {}],
  ]
  for (const [kind, more] of steps) await takeRenovationStep(manager, step(id, kind, more))
  const history = await timelineOf(renovationMatters).stepsFor(manager, id)
  expect(history.map(({ kind }) => kind)).toEqual(['applied', ...steps.map(([kind]) => kind)])
})
