import { newId, type CivilDate, type Period } from '@heju/kernel'
import { eq, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { auditList } from '../../platform/audit/index.ts'
import type { Ctx } from '../../context.ts'
import { voidBill } from '../payments/index.ts'
import { noProvider } from '../payments/testing.ts'
import { rooms } from '../../estate/registry/index.ts'
import { as, freshRequestId, staff, testCtx } from '../../testing.ts'
import {
  arrearsList,
  billList,
  billRunList,
  compareRun,
  computeRun,
  discardBillRun,
  draftBillRun,
  type DraftBillRun,
  publishBillRun,
  readRun,
  runTransitions,
  settleBillLine,
  skipList,
  stepBillRun,
} from './index.ts'
import { billStates, billTransitions, runStates, type BillState } from './rules.ts'
import { stepFacts } from './run-steps.ts'
import { billRuns, bills } from './tables.ts'
import { Estate } from './testing.ts'

const period = '2026-11' as Period
const job = { kind: 'job', id: 'outbox' } as const
let ctx: Ctx
let estate: Estate
beforeEach(async () => {
  ctx = await testCtx()
  estate = await Estate.lay(ctx)
})

/** Rooms with an owner each, all under one tariff. */
async function billable(count: number): Promise<string[]> {
  const places = await estate.rooms(Array.from({ length: count }, () => ({ areaE2: 10_000 })))
  const people = await estate.people(count)
  await estate.occupy(places.map((place, i) => ({ place, person: people[i] ?? '' })))
  await estate.assign(await estate.tariff(), places)
  return places
}

async function draft(more: Partial<DraftBillRun> = {}, by = ctx): Promise<string> {
  const runId = newId('brun', ctx.now)
  const { projectId } = estate
  await draftBillRun(by, { requestId: freshRequestId(), runId, projectId, period, ...more })
  return runId
}
const publish = (runId: string, by = ctx) =>
  publishBillRun(by, { requestId: freshRequestId(), runId: runId as `brun_${string}` })
const discard = (runId: string) =>
  discardBillRun(ctx, { requestId: freshRequestId(), runId: runId as `brun_${string}` })
const countOf = async (where: ReturnType<typeof sql>) =>
  (await estate.all<{ n: number }>(sql`SELECT count(*) AS n FROM bills WHERE ${where}`))[0]?.n

describe('a draft', () => {
  test('is seen by nobody until it is published, then by all at once', async () => {
    await billable(3)
    const runId = await draft()
    expect((await billList.page(ctx, {})).items).toEqual([])
    expect((await billList.page(ctx, { runId, state: 'draft' })).items).toHaveLength(3)
    await publish(runId)
    expect(
      await countOf(sql`state = 'published' AND published_at = ${ctx.now} AND due_on = '2026-11-30'`),
    ).toBe(3)
    expect(await readRun(ctx, runId)).toMatchObject({
      state: 'published',
      bills: 3,
      totalFen: 84_000,
      tariffs: [{ bills: 3, totalFen: 84_000 }],
      skipped: [],
    })
  })

  test('is replaced by the next one of its month, and taken away when it is dropped', async () => {
    const [room] = (await billable(2)) as [string]
    const first = await draft()
    await ctx.db.orm.update(rooms).set({ areaE2: 20_000 }).where(eq(rooms.id, room))
    const second = await draft()
    expect(await readRun(ctx, first)).toMatchObject({ state: 'discarded', tariffs: [] })
    expect(await readRun(ctx, second)).toMatchObject({ state: 'ready', totalFen: 84_000 })
    expect(await countOf(sql`1`)).toBe(2)
    await discard(second)
    expect(await countOf(sql`1`)).toBe(0)
    expect((await billRunList.page(ctx, {})).items.map(({ state }) => state)).toEqual([
      'discarded',
      'discarded',
    ])
  })

  test('that is dropped is told of in the audit log once, whether another replaces it or nobody wants it', async () => {
    await billable(1)
    const replaced = await draft()
    const unwanted = await draft()
    await discard(unwanted)
    const told = (await auditList.page(ctx, { action: 'billing.run_discarded' })).items
    expect(told.map(({ subjectId }) => subjectId).toSorted()).toEqual([replaced, unwanted].toSorted())
    expect(told.map(({ projectId }) => projectId)).toEqual([estate.projectId, estate.projectId])
  })

  test('of another month is left alone', async () => {
    await billable(1)
    await draft()
    await draft({ period: '2026-12' as Period })
    expect((await billRunList.page(ctx, {})).items.map(({ state }) => state)).toEqual(['ready', 'ready'])
  })

  test('asked for twice by the same request is drafted once', async () => {
    await billable(1)
    const request = { requestId: freshRequestId(), runId: newId('brun', ctx.now) }
    await draft(request)
    expect(await draftBillRun(ctx, { ...request, projectId: estate.projectId, period })).toEqual({
      runId: request.runId,
    })
    expect((await billRunList.page(ctx, {})).items).toHaveLength(1)
  })

  test('that is due in the past or years ahead is refused; without a day it is due at the end of the month, or in fifteen days', async () => {
    const past = draft({ dueOn: '2026-11-21' as CivilDate })
    await expect(past).rejects.toMatchObject({ code: 'billing.due_in_past', params: { dueOn: '2026-11-21' } })
    await draft({ dueOn: '2028-11-22' as CivilDate, period: '2026-08' as Period })
    const late = draft({ dueOn: '2028-11-23' as CivilDate })
    await expect(late).rejects.toMatchObject({ code: 'billing.due_too_far' })
    await draft()
    await draft({ period: '2026-10' as Period })
    expect((await billRunList.page(ctx, {})).items.map(({ dueOn }) => dueOn).toSorted()).toEqual([
      '2026-11-30',
      '2026-12-07',
      '2028-11-22',
    ])
  })

  test('that lay too long is not published: owners would be overdue at once', async () => {
    await billable(1)
    const runId = await draft()
    const later = as(ctx, staff('accountant'), ctx.now + 9 * 86_400_000)
    await expect(publish(runId, later)).rejects.toMatchObject({ code: 'billing.due_in_past' })
  })

  test('that came with a due day of another age is not published: nobody would ever be overdue', async () => {
    await billable(1)
    const runId = await draft()
    await ctx.db.orm.run(sql`UPDATE bill_runs SET due_on = '9999-11-30' WHERE id = ${runId}`)
    await expect(publish(runId)).rejects.toMatchObject({ code: 'billing.due_too_far' })
  })

  test('is due on days as they are at the company’s place, when another day has begun there', async () => {
    const night = as(ctx, staff('accountant'), Date.UTC(2026, 10, 22, 17))
    const over = draft({ dueOn: '2026-11-22' as CivilDate }, night)
    await expect(over).rejects.toMatchObject({ code: 'billing.due_in_past' })
    await draft({ dueOn: '2028-11-23' as CivilDate }, night)
    await draft({ period: '2026-10' as Period }, night)
    const dueOn = (await billRunList.page(night, {})).items.map((run) => run.dueOn)
    expect(dueOn.toSorted()).toEqual(['2026-12-08', '2028-11-23'])
  })

  test('of a project elsewhere, or by who may not, is refused', async () => {
    for (const actor of [staff('cashier'), staff('accountant', ['proj_other'])])
      await expect(draft({}, as(ctx, actor))).rejects.toMatchObject({ kind: 'forbidden' })
    const nowhere = draft({ projectId: newId('proj', ctx.now) })
    await expect(nowhere).rejects.toMatchObject({ code: 'projects.not_found' })
    const runId = await draft()
    const stranger = as(ctx, staff('accountant', ['proj_other']))
    await expect(publish(runId, stranger)).rejects.toMatchObject({ code: 'billing.run_not_found' })
    await expect(readRun(stranger, runId)).rejects.toMatchObject({ code: 'billing.run_not_found' })
  })
})

describe('publishing', () => {
  test('again changes nothing, and what is published is not dropped', async () => {
    await billable(2)
    const runId = await draft()
    await publish(runId)
    await publish(runId, as(ctx, staff('accountant'), ctx.now + 1000))
    expect(await countOf(sql`published_at = ${ctx.now}`)).toBe(2)
    await expect(discard(runId)).rejects.toMatchObject({ code: 'billing.run_over' })
  })

  test('a month again bills only the room that has come since', async () => {
    await billable(3)
    await publish(await draft())
    const [room] = (await estate.rooms([{ areaE2: 5_000 }])) as [string]
    const [owner] = (await estate.people(1)) as [string]
    await estate.occupy([{ place: room, person: owner }])
    const [tariff] = await estate.all<{ id: string }>(sql`SELECT id FROM tariffs`)
    await estate.assign(tariff?.id ?? '', [room])
    const runId = await draft()
    expect(await readRun(ctx, runId)).toMatchObject({
      bills: 1,
      totalFen: 14_000,
      skipped: [{ reason: 'already_billed', count: 3 }],
    })
    await publish(runId)
    expect(await countOf(sql`state = 'published'`)).toBe(4)
  })

  test.each(runStates)('a run that is %s moves only where its state allows', async (from) => {
    for (const to of runStates) {
      const id = newId('brun', ctx.now)
      await ctx.db.orm.insert(billRuns).values({
        id,
        projectId: newId('proj', ctx.now),
        period,
        dueOn: '2026-11-30',
        state: from,
        targets: 0,
        boundariesJson: '[]',
        createdAt: ctx.now,
        createdBy: 'staff_1',
      })
      const moved = await ctx.db.orm
        .update(billRuns)
        .set({ state: to })
        .where(eq(billRuns.id, id))
        .then(() => true)
        .catch(() => false)
      expect([to, moved]).toEqual([to, runTransitions[from].includes(to)])
    }
  })
})

test.each(billStates)(
  'a bill that is %s moves only where its state allows, in the database itself',
  async (from) => {
    await billable(billStates.length)
    await draft()
    const drafts = await estate.all<{ id: string }>(sql`SELECT id FROM bills`)
    const become = {
      draft: sql`state = 'draft'`,
      published: sql`state = 'published', published_at = ${ctx.now}`,
      void: sql`state = 'void', voided_at = ${ctx.now}, void_reason = '录错'`,
    }
    for (const [at, to] of billStates.entries()) {
      const move = (state: BillState) =>
        estate.all(sql`UPDATE bills SET ${become[state]} WHERE id = ${drafts[at]?.id}`).then(
          () => true,
          () => false,
        )
      if (from !== 'draft') await move('published')
      if (from === 'void') await move('void')
      expect([to, await move(to)]).toEqual([to, billTransitions[from].includes(to)])
    }
  },
)

describe('a large run', () => {
  /** A run as `draftBillRun` leaves it for the queue: not begun, cut into three steps. */
  async function waiting(): Promise<string> {
    const places = (await billable(9)).toSorted()
    const runId = newId('brun', ctx.now)
    await ctx.db.orm.insert(billRuns).values({
      id: runId,
      projectId: estate.projectId,
      period,
      dueOn: '2026-11-30',
      state: 'draft',
      targets: 9,
      boundariesJson: JSON.stringify([places[2], places[5]]),
      createdAt: ctx.now,
      createdBy: 'staff_1',
    })
    return runId
  }

  test('is gone through step by step, and cannot be published before its last', async () => {
    const runId = await waiting()
    const [room] = (await estate.rooms([{}])) as [string]
    const seen = []
    for (let more = true; more;) {
      const { state, stepsDone } = await readRun(ctx, runId)
      seen.push(`${state} ${stepsDone} ${await countOf(sql`1`)}`)
      if (state !== 'ready')
        await expect(publish(runId)).rejects.toMatchObject({ code: 'billing.run_not_ready' })
      more = await stepBillRun(as(ctx, job), runId)
    }
    expect(seen).toEqual(['draft 0 0', 'computing 1 3', 'computing 2 6', 'ready 3 9'])
    expect(await skipList.page(ctx, { runId })).toMatchObject({
      items: [{ place: { kind: 'room', id: room, name: '1栋-10' }, tariff: null, reason: 'no_tariff' }],
    })
  })

  test('that two consumers go through at once bills everybody once', async () => {
    const runId = await waiting()
    const event = { id: 'evt_1', type: 'billing.run_requested', payload: { runId }, at: ctx.now, attempt: 1 }
    await Promise.all([1, 2, 3].map(() => computeRun(as(ctx, job), event, {} as never)))
    expect(await readRun(ctx, runId)).toMatchObject({ state: 'ready', bills: 9, totalFen: 252_000 })
    expect(await countOf(sql`1`)).toBe(9)
  })

  test('that was dropped half-way is not gone on with', async () => {
    const runId = await waiting()
    await stepBillRun(as(ctx, job), runId)
    await discard(runId)
    expect(await stepBillRun(as(ctx, job), runId)).toBe(false)
    expect(await countOf(sql`1`)).toBe(0)
  })

  test('is handed to the queue when a project is large', async () => {
    await billable(5_001)
    const runId = await draft()
    expect(await readRun(ctx, runId)).toMatchObject({ state: 'draft', targets: 5_001, steps: 1, bills: 0 })
    const events = await estate.all(sql`SELECT type, payload_json FROM outbox`)
    expect(events).toEqual([{ type: 'billing.run_requested', payload_json: JSON.stringify({ runId }) }])
    await computeRun(as(ctx, job), { id: 'e', type: '', payload: { runId }, at: 0, attempt: 1 }, {} as never)
    await publish(runId)
    expect(await countOf(sql`state = 'published'`)).toBe(5_001)
  })
})

describe('what a run does not bill', () => {
  test('is said of each room with its reason', async () => {
    const [archived, disabled, early, late, bare, sold, unsold, common, arealess] = (await estate.rooms([
      { archived: true },
      {},
      {},
      {},
      {},
      {},
      { state: 'unsold' },
      { use: 'public' },
      { areaE2: null },
    ])) as [string, string, string, string, string, string, string, string, string]
    const tariffId = await estate.tariff({ name: '物业费' })
    await estate.assign(tariffId, [archived, sold, unsold, arealess])
    await estate.assign(await estate.tariff({ state: 'disabled', name: '停用' }), [disabled])
    await estate.assign(tariffId, [early], '2026-12-01')
    await estate.assign(tariffId, [late], '2020-01-01', '2026-10-31')
    const runId = await draft()
    const { items } = await skipList.page(ctx, { runId })
    const reasons = Object.fromEntries(items.map(({ place, reason, onDay }) => [place.id, [reason, onDay]]))
    expect(reasons).toEqual({
      [archived]: ['archived', null],
      [disabled]: ['tariff_disabled', null],
      [early]: ['not_yet', '2026-12-01'],
      [late]: ['ended', '2026-10-31'],
      [bare]: ['no_tariff', null],
      [sold]: ['no_owner', null],
      [unsold]: ['no_developer', null],
      [arealess]: ['no_area', null],
    })
    expect(reasons).not.toHaveProperty(common)
    // What begins later or has ended is named: no new tariff is missing there.
    const tariffOf = (id: string) => items.find(({ place }) => place.id === id)!.tariff
    const named = { id: tariffId, name: '物业费' }
    expect([tariffOf(early), tariffOf(late), tariffOf(bare)]).toEqual([named, named, null])
    expect((await skipList.page(ctx, { runId, reason: 'no_area' })).items).toHaveLength(1)
  })

  test('accounts for a room whose bill was taken back and whose tariff has ended since', async () => {
    const [room] = (await billable(2)) as [`room_${string}`]
    await publish(await draft())
    const [bill] = await estate.all<{ id: `bill_${string}` }>(
      sql`SELECT id FROM bills WHERE room_id = ${room}`,
    )
    await voidBill(ctx, { requestId: freshRequestId(), billId: bill!.id, reason: '更正' }, noProvider)
    await ctx.db.client.execute({
      sql: "UPDATE tariff_assignments SET to_on = '2026-10-31' WHERE target_id = ?",
      args: [room],
    })
    const { items } = await skipList.page(ctx, { runId: await draft() })
    expect(items.map(({ place, reason, onDay }) => [place.id, reason, onDay])).toContainEqual([
      room,
      'ended',
      '2026-10-31',
    ])
  })

  test('pages through thousands, and its totals are of all', async () => {
    await estate.rooms(Array.from({ length: 450 }, () => ({})))
    const runId = await draft()
    let seen = 0
    for (let after: string | undefined, more = true; more;) {
      const page = await skipList.page(ctx, { runId, after, limit: 200 })
      seen += page.items.length
      after = page.next ?? undefined
      more = page.next !== null
    }
    expect(seen).toBe(450)
    expect(await readRun(ctx, runId)).toMatchObject({
      skips: 450,
      skipped: [{ reason: 'no_tariff', count: 450 }],
    })
  })
})

test('a run beside the month before says what is new, gone and changed, the largest first', async () => {
  const [same, larger, smaller, gone, added] = (await estate.rooms(
    Array.from({ length: 5 }, () => ({ areaE2: 10_000 })),
  )) as [string, string, string, string, string]
  const [owner] = (await estate.people(1)) as [string]
  await estate.occupy([same, larger, smaller, gone, added].map((place) => ({ place, person: owner })))
  const tariffId = await estate.tariff({ name: '物业费' })
  await estate.assign(tariffId, [same, larger, smaller])
  await estate.assign(tariffId, [gone], '2020-01-01', '2026-11-30')
  await estate.assign(tariffId, [added], '2026-12-01')
  await publish(await draft())
  await ctx.db.orm.update(rooms).set({ areaE2: 10_100 }).where(eq(rooms.id, larger))
  await ctx.db.orm.update(rooms).set({ areaE2: 9_000 }).where(eq(rooms.id, smaller))
  const changes = await compareRun(ctx, await draft({ period: '2026-12' as Period }))
  expect(changes).toMatchObject({
    previous: '2026-11',
    previousFen: 112_000,
    totalFen: 109_480,
    counts: { same: 1, changed: 2, added: 1, gone: 1 },
    changed: [
      { place: { kind: 'room', id: smaller, name: '1栋-3' }, beforeFen: 28_000, afterFen: 25_200 },
      { place: { id: larger }, tariffsAfter: ['物业费'], beforeFen: 28_000, afterFen: 28_280 },
    ],
    added: [{ place: { id: added }, beforeFen: 0, afterFen: 28_000 }],
    gone: [{ place: { id: gone }, beforeFen: 28_000, afterFen: 0 }],
  })
})

test('a run beside the month before tells a tariff that took the place of another as a change of the amount, of each place', async () => {
  const [first, second, third] = (await estate.rooms(
    [18_864, 10_000, 10_000].map((areaE2) => ({ areaE2 })),
  )) as [string, string, string]
  const [owner] = (await estate.people(1)) as [string]
  await estate.occupy([first, second, third].map((place) => ({ place, person: owner })))
  const before = await estate.tariff({ name: '老标准', priceE4: 10_000 })
  const after = await estate.tariff({ name: '新标准', priceE4: 11_111 })
  const same = await estate.tariff({ name: '同价标准', priceE4: 10_000 })
  const [lift, water] = [
    await estate.tariff({ name: '电梯费', feeItem: 'other', basis: 'room', priceE4: 300_000 }),
    await estate.tariff({ name: '水费', feeItem: 'other', basis: 'room', priceE4: 200_000 }),
  ]
  await estate.assign(before, [first, second, third], '2020-01-01', '2026-11-30')
  await estate.assign(after, [first, second], '2026-12-01')
  await estate.assign(same, [third], '2026-12-01')
  await estate.assign(lift, [first], '2020-01-01', '2026-11-30')
  await estate.assign(water, [first], '2026-12-01')
  await publish(await draft())
  const changes = await compareRun(ctx, await draft({ period: '2026-12' as Period }))
  expect(changes.counts).toEqual({ same: 1, changed: 2, added: 1, gone: 1 })
  const replaced = { feeItem: 'property', tariffsBefore: ['老标准'], tariffsAfter: ['新标准'] }
  expect(changes).toMatchObject({
    changed: [
      { ...replaced, place: { id: first }, beforeFen: 18_864, afterFen: 20_960 },
      { ...replaced, place: { id: second }, beforeFen: 10_000, afterFen: 11_111 },
    ],
    added: [{ feeItem: 'other', tariffsBefore: [], tariffsAfter: ['水费'], beforeFen: 0, afterFen: 2_000 }],
    gone: [{ feeItem: 'other', tariffsBefore: ['电梯费'], tariffsAfter: [], beforeFen: 3_000, afterFen: 0 }],
  })
})

test('a main fee that falls away beside a surcharge is gone, and the surcharge is as it was', async () => {
  const [room] = (await estate.rooms([{ areaE2: 10_000 }])) as [string]
  const [owner] = (await estate.people(1)) as [string]
  await estate.occupy([{ place: room, person: owner }])
  const main = await estate.tariff({ name: '物业费', priceE4: 10_000 })
  const lift = await estate.tariff({ name: '电梯费', surcharge: true, priceE4: 2_000 })
  await estate.assign(main, [room], '2020-01-01', '2026-11-30')
  await estate.assign(lift, [room])
  await publish(await draft())
  const changes = await compareRun(ctx, await draft({ period: '2026-12' as Period }))
  expect(changes.counts).toEqual({ same: 1, changed: 0, added: 0, gone: 1 })
  expect(changes.gone).toMatchObject([{ tariffsBefore: ['物业费'], beforeFen: 10_000, afterFen: 0 }])
})

describe('arrears', () => {
  test('stand by place and payer, the oldest first; totals are of all, whatever the page', async () => {
    const [room, neighbour] = (await billable(2)) as [string, string]
    await publish(await draft({ period: '2026-10' as Period, dueOn: '2026-11-25' as CivilDate }))
    await publish(await draft())
    const later = as(ctx, staff('cashier'), Date.UTC(2026, 11, 10, 2))
    const [paid] = await ctx.db.orm
      .select()
      .from(bills)
      .where(eq(bills.roomId, neighbour))
      .orderBy(bills.period)
    await ctx.db.orm.run(settleBillLine(ctx, { billId: paid?.id ?? '', amountFen: 28_000 }))
    const [partly] = await ctx.db.orm.select().from(bills).where(eq(bills.roomId, room)).orderBy(bills.period)
    await ctx.db.orm.run(settleBillLine(ctx, { billId: partly?.id ?? '', amountFen: 20_000 }))
    const first = await arrearsList.page(later, { limit: 1 })
    expect(first).toMatchObject({
      total: { payers: 2, bills: 3, owedFen: 64_000 },
      items: [{ place: { id: room }, bills: 2, owedFen: 36_000, oldestDueOn: '2026-11-25', daysOverdue: 15 }],
    })
    expect(await arrearsList.page(later, { after: first.next ?? '' })).toMatchObject({
      next: null,
      total: { payers: 2 },
      items: [{ place: { id: neighbour }, bills: 1, owedFen: 28_000, daysOverdue: 10 }],
    })
    expect(await arrearsList.page(as(ctx, staff('cashier', ['proj_other'])), {})).toMatchObject({ items: [] })
  })

  test('who owes for several places stands once for each, and is one payer', async () => {
    const places = await estate.rooms([{}, {}, {}])
    const [landlord, other] = (await estate.people(2)) as [string, string]
    await estate.occupy(places.map((place, i) => ({ place, person: i < 2 ? landlord : other })))
    await estate.assign(await estate.tariff(), places)
    await publish(await draft())
    const later = as(ctx, staff('cashier'), Date.UTC(2026, 11, 10, 2))
    const { items, total } = await arrearsList.page(later, {})
    expect([items.length, total.payers, total.bills]).toEqual([3, 2, 3])
  })

  test('a bill that is due today is not overdue yet', async () => {
    await billable(1)
    await publish(await draft({ dueOn: '2026-11-22' as CivilDate }))
    expect(await arrearsList.page(ctx, {})).toMatchObject({ items: [], total: { bills: 0, owedFen: 0 } })
    expect((await billList.page(ctx, { owed: 'overdue' })).items).toHaveLength(0)
    expect((await billList.page(ctx, { owed: 'owed' })).items).toHaveLength(1)
  })
})

test('lists of bills page by key without losing or repeating one', async () => {
  await billable(7)
  await publish(await draft({ period: '2026-10' as Period }))
  await publish(await draft())
  for (const owed of [undefined, 'owed'] as const) {
    const seen: string[] = []
    for (let after: string | undefined, more = true; more;) {
      const page = await billList.page(ctx, { owed, after, limit: 4 })
      seen.push(...page.items.map(({ id }) => id))
      after = page.next ?? undefined
      more = page.next !== null
    }
    expect([seen.length, new Set(seen).size]).toEqual([14, 14])
  }
  const [one] = (await billList.page(ctx, { limit: 1 })).items
  expect((await billList.page(ctx, { personId: one?.payerPersonId as `pers_${string}` })).items).toHaveLength(
    2,
  )
})

test('a step takes account of bills of its own project and month alone, and not of those of its own run', async () => {
  await billable(2)
  await publish(await draft({ period: '2026-12' }))
  const elsewhere = estate
  estate = await Estate.lay(ctx, 'market', '松山花园')
  const [first = ''] = await billable(2)
  const runId = await draft()
  const facts = async () =>
    (await ctx.db.orm.select(stepFacts()).from(billRuns).where(eq(billRuns.id, runId)))[0]
  await publish(await draft({ projectId: elsewhere.projectId }))
  expect(await facts()).toEqual({ othersBilled: 0, agreements: 0 })
  await ctx.db.orm
    .run(sql`INSERT INTO bills (id, project_id, room_id, tariff_id, price_id, fee_item, period, from_on, to_on,
      days, payer_person_id, quantity_e2, amount_fen, due_on, state, created_at)
    SELECT 'bill_alone', project_id, room_id, tariff_id, price_id, 'other', period, '2026-11-02', to_on,
      days, payer_person_id, quantity_e2, amount_fen, due_on, 'published', created_at FROM bills WHERE room_id = ${first} AND run_id = ${runId}`)
  expect(await facts()).toMatchObject({ othersBilled: 1 })
})
