import { formatInstant, newId } from '@heju/kernel'
import { outbox } from '@heju/db'
import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { correctDay, calendarCorrected } from '../../platform/calendar/index.ts'
import type { Ctx } from '../../context.ts'
import { messages } from '../../platform/messages/index.ts'
import type { OutboxEvent, Ports } from '../../platform/outbox/index.ts'
import { taskList } from '../../platform/tasks/index.ts'
import { addStaff } from '../../people/identity/testing.ts'
import { createRole } from '../../people/roles/index.ts'
import { beforeNextWrite, freshRequestId } from '../../testing.ts'
import {
  alertManagers,
  announceReply,
  complaintReopened,
  complaintRegistered,
  complaintReplied,
  flagComplaint,
  getComplaint,
  judgeNature,
  promptRevisits,
  raiseOverdue,
  calculateAgain,
  thankOwner,
} from './index.ts'
import { complaints } from './tables.ts'
import {
  ask,
  deskRegisters,
  handleUntilReply,
  harm,
  jobAt,
  later,
  of,
  ownerComplains,
  rowOf,
  scene,
  type Scene,
} from './testing.ts'

const day = 24
const ports = { origin: 'https://ceshi.heju.test' } as Ports
const zone = 'Asia/Shanghai'

/** What was published under a type, the last one. */
async function lastEvent(ctx: Ctx, type: string): Promise<OutboxEvent> {
  const rows = await ctx.db.orm.select().from(outbox).where(eq(outbox.type, type))
  const { id, payloadJson, at } = rows.at(-1) as (typeof rows)[number]
  return { id, type, payload: JSON.parse(payloadJson) as Record<string, unknown>, at, attempt: 1 }
}

/** When the schedule was last asked to wake a job. */
async function wakes(ctx: Ctx): Promise<{ job: string; at: number }[]> {
  const rows = await ctx.db.orm.select().from(outbox).where(eq(outbox.type, 'schedule.wake'))
  return rows.map((row) => JSON.parse(row.payloadJson) as { job: string; at: number })
}

describe('raiseOverdue', () => {
  const run = (ctx: Ctx) => raiseOverdue.run(jobAt(ctx), ports, ctx.now)

  test('raises each missed term to the manager once', async () => {
    const place = await scene()
    const [desk, manager] = [await place.works('front_desk'), await place.works('project_manager')]
    const id = await deskRegisters(place, desk)
    expect(await wakes(desk)).toContainEqual({
      job: raiseOverdue.name,
      at: (await rowOf(desk, id)).firstDueAt,
    })
    expect(await run(later(desk, 20))).toBe((await rowOf(desk, id)).firstDueAt + 1)
    expect((await taskList.page(manager, {})).items).toEqual([])
    // 15:04 on the next day, in daytime: the first handling is overdue.
    const late = later(desk, day + 1)
    await run(late)
    await run(later(desk, day + 2))
    expect((await taskList.page(manager, {})).items).toMatchObject([
      { kind: 'complaint_overdue', subjectId: id },
    ])
    await run(later(desk, 4 * day))
    const { raises, steps } = await getComplaint(desk, id)
    expect(raises.map(({ reason }) => reason)).toEqual(['first_overdue', 'whole_overdue'])
    expect(steps.filter(({ kind }) => kind === 'raised')).toHaveLength(2)
    expect(await run(later(desk, 5 * day))).toBeNull()
  })

  test('running twice for the same instant adds nothing', async () => {
    const place = await scene()
    const desk = await place.works('front_desk')
    const id = await deskRegisters(place, desk)
    const late = later(desk, day + 1)
    const [once, again] = [await run(late), await run(late)]
    expect(again).toBe(once)
    expect((await getComplaint(desk, id)).raises).toHaveLength(1)
  })

  test('lets managers sleep, except for an emergency', async () => {
    const place = await scene()
    const [desk, manager] = [await place.works('front_desk'), await place.works('project_manager')]
    // Registered at 22:04: overdue at 22:04 of the next day.
    const evening = later(desk, 7)
    await deskRegisters(place, evening)
    const urgent = await deskRegisters(place, evening, { emergency: true })
    const night = later(evening, day + 1)
    const next = await run(night)
    expect((await taskList.page(manager, {})).items.map((task) => task.subjectId)).toEqual([urgent])
    expect(formatInstant(next ?? 0, zone)).toBe('2026-11-24 08:00')
    await run(later(night, 9))
    expect((await taskList.page(manager, {})).items).toHaveLength(2)
  })

  test('of what turns out to be an emergency at night they are told at once', async () => {
    const place = await scene()
    const desk = await place.works('front_desk')
    const evening = later(desk, 7)
    const complaintId = await deskRegisters(place, evening)
    const night = later(evening, day + 1)
    const requestId = freshRequestId()
    await flagComplaint(night, { requestId, complaintId, emergency: true, reason: '水漫到楼下了' })
    expect(await wakes(desk)).toContainEqual({ job: raiseOverdue.name, at: night.now })
    await run(night)
    expect((await taskList.page(await place.works('project_manager'), {})).items).toHaveLength(1)
  })

  test('hears again of one that a corrected calendar made timely, once it is late by that', async () => {
    const place = await scene()
    const desk = await place.works('front_desk')
    const id = await deskRegisters(place, desk)
    const { wholeDueAt } = await rowOf(desk, id)
    const late = later(desk, Math.ceil((wholeDueAt - desk.now) / 3_600_000) + 1)
    const morning = later(late, 10)
    await run(morning)
    expect((await rowOf(desk, id)).wholeRung).toBe(1)
    const requestId = freshRequestId()
    await correctDay(place.admin, { requestId, onDay: '2026-11-24', kind: 'rest', name: '台风停工' })
    await calculateAgain(jobAt(morning), await lastEvent(desk, calendarCorrected), ports)
    expect(await rowOf(desk, id)).toMatchObject({ wholeRung: 0 })
    await run(later(morning, 2 * day))
    expect((await rowOf(desk, id)).wholeRung).toBe(1)
  })

  test('says nothing of what was handled in time, and a company without open terms is not visited', async () => {
    const place = await scene()
    const desk = await place.works('front_desk')
    const id = await deskRegisters(place, desk)
    await judgeNature(desk, { ...of(id), judgement: harm })
    expect(await run(later(desk, day + 1))).toBe((await rowOf(desk, id)).wholeDueAt + 1)
    const other = await deskRegisters(place, desk)
    await handleUntilReply(desk, other)
    expect((await getComplaint(desk, id)).raises).toEqual([])
  })
})

describe('promptRevisits', () => {
  const run = (ctx: Ctx) => promptRevisits.run(jobAt(ctx), ports, ctx.now)

  test('puts a revisit on the front desk’s list when it is due, not before and once', async () => {
    const place = await scene()
    const desk = await place.works('front_desk')
    const id = await deskRegisters(place, desk)
    await handleUntilReply(desk, id)
    const { revisitDueAt } = await rowOf(desk, id)
    expect(formatInstant(revisitDueAt ?? 0, zone)).toBe('2026-11-23 10:00')
    expect(await wakes(desk)).toContainEqual({ job: promptRevisits.name, at: revisitDueAt })
    expect(await run(later(desk, 1))).toBe(revisitDueAt)
    expect((await taskList.page(desk, {})).items).toEqual([])
    expect(await run(later(desk, day))).toBeNull()
    await run(later(desk, day + 1))
    const { items } = await taskList.page(desk, {})
    expect(items).toMatchObject([
      { kind: 'complaint_revisit', subjectId: id, dueAt: revisitDueAt, byHand: false },
    ])
    await ask(later(desk, day), id, 'satisfied')
    expect((await taskList.page(desk, {})).items).toEqual([])
  })

  test('a special customer’s is the manager’s', async () => {
    const place = await scene()
    const [desk, manager] = [await place.works('front_desk'), await place.works('project_manager')]
    const id = await deskRegisters(place, desk, { special: true })
    await handleUntilReply(desk, id)
    await run(later(desk, day))
    expect((await taskList.page(desk, {})).items).toEqual([])
    expect((await taskList.page(manager, {})).items).toMatchObject([
      { kind: 'complaint_revisit', subjectId: id },
    ])
  })

  test('one who turns out to be a special customer moves to the manager’s list', async () => {
    const place = await scene()
    const [desk, manager] = [await place.works('front_desk'), await place.works('project_manager')]
    const id = await deskRegisters(place, desk)
    await handleUntilReply(desk, id)
    await run(later(desk, day))
    await flagComplaint(later(desk, day), { ...of(id), special: true, reason: '行动不便的独居老人' })
    await run(later(desk, day + 1))
    expect((await taskList.page(desk, {})).items).toEqual([])
    expect((await taskList.page(manager, {})).items).toMatchObject([
      { kind: 'complaint_revisit', subjectId: id },
    ])
  })

  test.each(['the mark', 'the prompt'])(
    'one who turns out to be a special customer at that very moment is on the manager’s list, when %s is first',
    async (first) => {
      const place = await scene()
      const [desk, manager] = [await place.works('front_desk'), await place.works('project_manager')]
      const id = await deskRegisters(place, desk)
      await handleUntilReply(desk, id)
      const prompt = () => run(later(desk, day))
      const mark = () =>
        flagComplaint(later(desk, day), { ...of(id), special: true, reason: '行动不便的独居老人' })
      const [early, late] = first === 'the mark' ? [mark, prompt] : [prompt, mark]
      beforeNextWrite(desk, early)
      await expect(late()).rejects.toMatchObject({ code: 'complaints.moved' })
      await late()
      await run(later(desk, day + 1))
      expect((await taskList.page(desk, {})).items).toEqual([])
      expect((await taskList.page(manager, {})).items).toMatchObject([
        { kind: 'complaint_revisit', subjectId: id },
      ])
    },
  )

  test('one who was not reached is prompted again', async () => {
    const place = await scene()
    const desk = await place.works('front_desk')
    const id = await deskRegisters(place, desk)
    await handleUntilReply(desk, id)
    await run(later(desk, day))
    await ask(later(desk, day), id, 'unreached', '')
    expect((await taskList.page(desk, {})).items).toEqual([])
    await run(later(desk, 2 * day))
    expect((await taskList.page(desk, {})).items).toHaveLength(1)
  })
})

describe('messages to owners', () => {
  test('who complained are thanked with the number, and told when there is a reply; once each', async () => {
    const place = await scene()
    const desk = await place.works('front_desk')
    const id = await ownerComplains(place, place.owner)
    const thanks = await lastEvent(desk, complaintRegistered)
    await thankOwner(jobAt(desk), thanks, ports)
    await thankOwner(jobAt(desk), thanks, ports)
    await handleUntilReply(desk, id)
    await announceReply(jobAt(desk), await lastEvent(desk, complaintReplied), ports)
    const rows = await desk.db.orm.select().from(messages)
    expect(rows.map(({ purpose, subjectId }) => [purpose, subjectId])).toEqual([
      ['complaint_registered', id],
      ['complaint_reply', id],
    ])
    const [first] = rows
    expect(JSON.parse(await desk.vault.unseal('messages.params', first?.paramsSealed ?? ''))).toEqual({
      number: 'TS-20261122-0001',
      dueAt: '2026-11-23 15:04',
      link: `https://ceshi.heju.test/portal/complaints/${id}`,
    })
    expect(await desk.vault.unseal('messages.phone', first?.phoneSealed ?? '')).toBe('13812341234')
  })

  test('a reply that is written at night is announced in the morning', async () => {
    const place = await scene()
    const desk = await place.works('front_desk')
    const id = await ownerComplains(place, place.owner)
    const night = later(desk, 8)
    await handleUntilReply(night, id)
    await announceReply(jobAt(night), await lastEvent(night, complaintReplied), ports)
    const [waiting] = await desk.db.orm.select().from(outbox).where(eq(outbox.type, 'message.send'))
    expect(formatInstant(waiting?.notBefore ?? 0, zone)).toBe('2026-11-23 08:00')
  })

  test('nothing is sent to who left no mobile number', async () => {
    const place = await scene()
    const desk = await place.works('front_desk')
    await deskRegisters(place, desk, { contactPhone: '021-62345678' })
    await thankOwner(jobAt(desk), await lastEvent(desk, complaintRegistered), ports)
    await deskRegisters(place, desk, { personId: undefined, channel: 'box' })
    await thankOwner(jobAt(desk), await lastEvent(desk, complaintRegistered), ports)
    expect(await desk.db.orm.select().from(messages)).toEqual([])
  })
})

/** Whoever holds a role made from the manager's that carries nothing of what is asked of managers. */
async function seesProjectsOnly({ admin, projectId }: Scene): Promise<void> {
  const roleId = newId('role', admin.now)
  const role = { roleId, name: '挂名经理', template: 'project_manager' as const }
  await createRole(admin, { ...role, permissions: ['projects.read'], requestId: freshRequestId() })
  await addStaff(admin, { assignments: [{ role: roleId, projects: [projectId] }] })
}

describe('a message to managers', () => {
  async function dissatisfied(hours: number, more: { emergency?: boolean } = {}) {
    const place = await scene()
    const [desk, manager] = [await place.works('front_desk'), await place.works('project_manager')]
    await place.works('project_manager', 'all')
    await seesProjectsOnly(place)
    const id = await deskRegisters(place, desk, more)
    await handleUntilReply(desk, id)
    const asked = later(desk, hours)
    await ask(asked, id, 'dissatisfied')
    return { desk: asked, manager, id, event: await lastEvent(desk, complaintReopened) }
  }

  test('says that an owner is not content, to each manager of the project and once for each event', async () => {
    const { desk, id, event } = await dissatisfied(day)
    await alertManagers(jobAt(desk), event, ports)
    await alertManagers(jobAt(desk), event, ports)
    const rows = await desk.db.orm.select().from(messages)
    expect(rows.map(({ purpose, subjectId }) => [purpose, subjectId])).toEqual([
      ['complaint_dissatisfied', id],
      ['complaint_dissatisfied', id],
    ])
    expect(new Set(rows.map(({ phoneLast4 }) => phoneLast4)).size).toBe(2)
    const params = JSON.parse(await desk.vault.unseal('messages.params', rows[0]?.paramsSealed ?? ''))
    expect(params).toMatchObject({
      number: 'TS-20261122-0001',
      link: `https://ceshi.heju.test/console/complaints/${id}`,
    })
  })

  test('waits for the morning, but not about an emergency', async () => {
    const sendAt = async (more: { emergency?: boolean }) => {
      const { desk, event } = await dissatisfied(8, more)
      await alertManagers(jobAt(desk), event, ports)
      const [waiting] = await desk.db.orm.select().from(outbox).where(eq(outbox.type, 'message.send'))
      return waiting?.notBefore
    }
    expect(formatInstant((await sendAt({})) ?? 0, zone)).toBe('2026-11-23 08:00')
    expect(await sendAt({ emergency: true })).toBe(0)
  })
})

describe('a calendar that is corrected', () => {
  test('moves the terms that run and leaves what was replied to', async () => {
    const place = await scene()
    const desk = await place.works('front_desk')
    const running = await deskRegisters(place, desk)
    const done = await deskRegisters(place, desk)
    await handleUntilReply(desk, done)
    const requestId = freshRequestId()
    // A typhoon: Tuesday is not worked.
    await correctDay(place.admin, { requestId, onDay: '2026-11-24', kind: 'rest', name: '台风停工' })
    await calculateAgain(jobAt(desk), await lastEvent(desk, calendarCorrected), ports)
    const dueOn = async (id: string) => formatInstant((await rowOf(desk, id)).wholeDueAt, zone).slice(0, 10)
    expect(await dueOn(running)).toBe('2026-11-26')
    expect(await dueOn(done)).toBe('2026-11-25')
    const registeredAfter = await deskRegisters(place, desk)
    expect(await dueOn(registeredAfter)).toBe('2026-11-26')
    await correctDay(place.admin, { requestId: freshRequestId(), onDay: '2026-11-24', kind: 'national' })
    await calculateAgain(jobAt(desk), await lastEvent(desk, calendarCorrected), ports)
    expect(await dueOn(running)).toBe('2026-11-25')
  })

  const dueOn = async (ctx: Ctx, id: string) =>
    formatInstant((await rowOf(ctx, id)).wholeDueAt, zone).slice(0, 10)
  const rest = (ctx: Ctx, onDay: string) =>
    correctDay(ctx, { requestId: freshRequestId(), onDay, kind: 'rest', name: '停工' })
  async function corrected(ctx: Ctx, onDay: string) {
    await rest(ctx, onDay)
    await calculateAgain(jobAt(ctx), await lastEvent(ctx, calendarCorrected), ports)
  }

  test('while a complaint is registered, or taken up again, gives it no term of before', async () => {
    const place = await scene()
    const desk = await place.works('front_desk')
    const id = await deskRegisters(place, desk)
    await handleUntilReply(desk, id)
    beforeNextWrite(desk, () => corrected(place.admin, '2026-11-24'))
    await expect(deskRegisters(place, desk)).rejects.toMatchObject({ code: 'database.conflict' })
    expect(await dueOn(desk, await deskRegisters(place, desk))).toBe('2026-11-26')
    beforeNextWrite(desk, () => corrected(place.admin, '2026-11-25'))
    await expect(ask(desk, id, 'dissatisfied')).rejects.toMatchObject({ code: 'database.conflict' })
    await ask(desk, id, 'dissatisfied')
    expect(await dueOn(desk, id)).toBe('2026-11-27')
  })

  test('twice at once is calculated by the later correction, whichever message is worked on last', async () => {
    const place = await scene()
    const desk = await place.works('front_desk')
    const id = await deskRegisters(place, desk)
    await rest(place.admin, '2026-11-24')
    const first = await lastEvent(desk, calendarCorrected)
    beforeNextWrite(desk, () => corrected(place.admin, '2026-11-25'))
    // As the queue has it: what meets a conflict comes again.
    await expect(calculateAgain(jobAt(desk), first, ports)).rejects.toMatchObject({ kind: 'conflict' })
    await calculateAgain(jobAt(desk), { ...first, attempt: 2 }, ports)
    expect(await dueOn(desk, id)).toBe('2026-11-27')
  })

  test('is calculated again in a fixed number of round trips', async () => {
    const place = await scene()
    const desk = await place.works('front_desk')
    for (let n = 0; n < 5; n++) await deskRegisters(place, later(desk, n * day))
    await correctDay(place.admin, {
      requestId: freshRequestId(),
      onDay: '2026-11-24',
      kind: 'rest',
      name: '停工',
    })
    const event = await lastEvent(desk, calendarCorrected)
    const before = desk.db.trips.count
    await calculateAgain(jobAt(desk), event, ports)
    expect(desk.db.trips.count - before).toBe(2)
    const [{ n } = { n: 0 }] = await desk.db.orm
      .select({ n: sql<number>`count(DISTINCT whole_due_at)` })
      .from(complaints)
    expect(n).toBeGreaterThan(1)
  })
})
