import { formatInstant, instantOf, newId, type CivilDate } from '@heju/kernel'
import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { messages } from '../../platform/messages/index.ts'
import { drainOutbox, type EventHandler } from '../../platform/outbox/index.ts'
import { createProject } from '../../estate/projects/index.ts'
import { occupancies, personPhones, rooms, sealPhone } from '../../estate/registry/index.ts'
import { as, freshRequestId, testCtx } from '../../testing.ts'
import {
  askEventType,
  askHouseholds,
  checkResults,
  readRound,
  saveSurveySettings,
  usualSettings,
} from './index.ts'
import { surveyHouseholds, surveyOutcomes, surveyRounds } from './tables.ts'
import { answerAs, ports, runAt, scores, surveyedProject, type SurveyedProject } from './testing.ts'

const at = (date: string, time = '10:00') => instantOf(date as CivilDate, time, 'Asia/Shanghai')
const shown = (instant: number | null) => instant && formatInstant(instant)
const opening = at('2026-11-03')
const job = { kind: 'job', id: 'outbox' } as const

const company = () => testCtx({ now: at('2026-10-20') })

/** Carries out what the job left, and says when each message goes out. */
async function drain(ctx: Ctx, now: number): Promise<void> {
  const sends: EventHandler = async () => undefined
  const handlers = { [askEventType]: askHouseholds, 'message.send': sends, 'schedule.wake': sends }
  for (let next: number | null = now; next !== null && next <= now;)
    next = await drainOutbox(as(ctx, job, now), handlers, ports)
}

async function messagesOf(ctx: Ctx, purpose: string): Promise<string[]> {
  const rows = await ctx.db.orm.select().from(messages).where(eq(messages.purpose, purpose))
  return rows.map(({ phoneLast4 }) => phoneLast4).toSorted()
}

async function householdsOf(ctx: Ctx): Promise<number> {
  return ctx.db.orm.$count(surveyHouseholds)
}

async function phoneOf(ctx: Ctx, project: SurveyedProject, room: number): Promise<string> {
  const [row] = await ctx.db.orm
    .select({ last4: personPhones.phoneLast4 })
    .from(personPhones)
    .innerJoin(occupancies, eq(occupancies.personId, personPhones.personId))
    .where(eq(occupancies.roomId, project.roomIds[room] ?? ''))
  return row?.last4 ?? ''
}

describe('the surveys job', () => {
  test('opens the survey of last month in its first week, reminds, closes, calculates, and comes again next month', async () => {
    const ctx = await company()
    const project = await surveyedProject(ctx, '翠湖花园', 3)
    const due: (string | number | null)[] = []
    let next: number | null = ctx.now
    for (let i = 0; i < 5; i++) due.push(shown((next = await runAt(ctx, next as number))))
    expect(due).toEqual([
      '2026-11-03 10:00',
      '2026-11-08 10:00',
      '2026-11-19 00:00',
      '2026-12-03 10:00',
      '2026-12-08 10:00',
    ])
    const rounds = await ctx.db.orm.select().from(surveyRounds).orderBy(surveyRounds.period)
    expect(rounds).toMatchObject([
      {
        projectId: project.projectId,
        period: '2026-10',
        households: 3,
        methodology: 1,
        openedAt: opening,
        remindedAt: at('2026-11-08'),
        closedAt: at('2026-11-18', '24:00'),
        calculatedAt: at('2026-11-18', '24:00'),
      },
      { period: '2026-11', openedAt: at('2026-12-03'), closedAt: null },
    ])
  })

  test('running again adds nothing', async () => {
    const ctx = await company()
    await surveyedProject(ctx, '翠湖花园', 3)
    for (const now of [opening, opening, opening + 1, at('2026-11-08'), at('2026-11-08')]) {
      await runAt(ctx, now)
      await drain(ctx, now)
    }
    expect(await ctx.db.orm.$count(surveyRounds)).toBe(1)
    expect(await householdsOf(ctx)).toBe(3)
    expect(await messagesOf(ctx, 'survey_open')).toHaveLength(3)
    expect(await messagesOf(ctx, 'survey_reminder')).toHaveLength(3)
    for (const now of [at('2026-11-19'), at('2026-11-19', '11:00')]) await runAt(ctx, now)
    expect(await ctx.db.orm.$count(surveyOutcomes)).toBe(7)
  })

  test('two at once open a round once', async () => {
    const ctx = await company()
    await surveyedProject(ctx, '翠湖花园', 3)
    const both = await Promise.allSettled([runAt(ctx, opening), runAt(ctx, opening)])
    expect(both.map(({ status }) => status)).toContain('fulfilled')
    await runAt(ctx, opening)
    await drain(ctx, opening)
    expect(await ctx.db.orm.$count(surveyRounds)).toBe(1)
    expect(await messagesOf(ctx, 'survey_open')).toHaveLength(3)
  })

  test('a project without households is skipped, and one whose rooms are unsold, archived or for storage has none', async () => {
    const ctx = await company()
    const bare = { requestId: freshRequestId(), projectId: newId('proj', ctx.now), name: '空地' }
    await createProject(ctx, { ...bare, type: 'office' })
    const project = await surveyedProject(ctx, '翠湖花园', 4)
    const [unsold, archived, storage] = project.roomIds as [string, string, string]
    const { orm } = ctx.db
    await orm.update(occupancies).set({ role: 'developer' }).where(eq(occupancies.roomId, unsold))
    await orm.update(rooms).set({ archivedAt: 1 }).where(eq(rooms.id, archived))
    await orm.update(rooms).set({ use: 'storage' }).where(eq(rooms.id, storage))
    await runAt(ctx, opening)
    const asked = await orm.select({ roomId: surveyHouseholds.roomId }).from(surveyHouseholds)
    expect(asked).toEqual([{ roomId: project.roomIds[3] }])
    await orm.update(rooms).set({ archivedAt: 1 })
    await runAt(ctx, at('2026-12-03'))
    expect(await orm.$count(surveyRounds)).toBe(1)
  })

  test('who moved out before, or moves in after, is not asked', async () => {
    const ctx = await company()
    const { roomIds } = await surveyedProject(ctx, '翠湖花园', 3)
    const { orm } = ctx.db
    const [gone, coming] = roomIds as [string, string]
    await orm.update(occupancies).set({ toOn: '2026-11-02' }).where(eq(occupancies.roomId, gone))
    await orm.update(occupancies).set({ fromOn: '2026-11-04' }).where(eq(occupancies.roomId, coming))
    await runAt(ctx, opening)
    expect(await householdsOf(ctx)).toBe(1)
  })

  test('a household without a phone counts among those surveyed, and gets no message', async () => {
    const ctx = await company()
    const { roomIds } = await surveyedProject(ctx, '翠湖花园', 2)
    await ctx.db.orm.run(sql`DELETE FROM person_phones WHERE person_id IN
      (SELECT person_id FROM occupancies WHERE room_id = ${roomIds[0]})`)
    await runAt(ctx, opening)
    await drain(ctx, opening)
    expect(await householdsOf(ctx)).toBe(2)
    expect(await messagesOf(ctx, 'survey_open')).toHaveLength(1)
  })

  test('an owner of several rooms of a project gets one message, and none of the reminder once any of them answered', async () => {
    const ctx = await company()
    const project = await surveyedProject(ctx, '翠湖花园', 3)
    const theirs = eq(occupancies.roomId, project.roomIds[0] ?? '')
    const [first] = await ctx.db.orm.select().from(occupancies).where(theirs)
    await ctx.db.orm.update(occupancies).set({ personId: first?.personId ?? '' })
    await runAt(ctx, opening)
    await drain(ctx, opening)
    expect(await householdsOf(ctx)).toBe(3)
    expect(await messagesOf(ctx, 'survey_open')).toHaveLength(1)
    const owner = { ...project, ownerIds: [project.ownerIds[0] ?? ''], roomIds: [project.roomIds[2] ?? ''] }
    await answerAs(as(ctx, job, opening + 1), owner, '2026-10', [scores(5, 5)])
    await runAt(ctx, at('2026-11-08'))
    await drain(ctx, at('2026-11-08'))
    expect(await messagesOf(ctx, 'survey_reminder')).toEqual([])
  })

  test('only who has not answered is reminded, once', async () => {
    const ctx = await company()
    const project = await surveyedProject(ctx, '翠湖花园', 3)
    await runAt(ctx, opening)
    await drain(ctx, opening)
    await answerAs(as(ctx, job, opening + 1), project, '2026-10', [scores(5, 5), scores(4, 4)])
    for (const now of [at('2026-11-08'), at('2026-11-09')]) {
      await runAt(ctx, now)
      await drain(ctx, now)
    }
    expect(await messagesOf(ctx, 'survey_reminder')).toEqual([await phoneOf(ctx, project, 2)])
  })

  test('more households than one event carries are all told, each once, also when events are repeated', async () => {
    const ctx = await company()
    await surveyedProject(ctx, '翠湖花园', 250)
    await surveyedProject(ctx, '云顶公寓', 160)
    await runAt(ctx, opening)
    const noSends: EventHandler = async () => undefined
    const twice: EventHandler = async (...args) => {
      await askHouseholds(...args)
      await askHouseholds(...args)
    }
    const handlers = { [askEventType]: twice, 'message.send': noSends, 'schedule.wake': noSends }
    const waiting = async () => {
      const { rows } = await ctx.db.client.execute(
        `SELECT count(*) AS n FROM outbox WHERE type = '${askEventType}' AND done_at IS NULL`,
      )
      return Number(rows[0]?.n)
    }
    while ((await waiting()) > 0) await drainOutbox(as(ctx, job, opening), handlers, ports)
    expect(await messagesOf(ctx, 'survey_open')).toHaveLength(410)
    expect(new Set(await messagesOf(ctx, 'survey_open')).size).toBe(410)
  })

  test('two events about the same households tell nobody twice', async () => {
    const ctx = await company()
    await surveyedProject(ctx, '翠湖花园', 20)
    await runAt(ctx, opening)
    const [round] = await ctx.db.orm.select().from(surveyRounds)
    const event = (id: string) => ({
      id,
      type: askEventType,
      payload: { roundId: round?.id, remind: false },
      at: opening,
      attempt: 1,
    })
    const now = as(ctx, job, opening)
    const both = [event(newId('evt', opening)), event(newId('evt', opening))]
    await Promise.allSettled(both.map((each) => askHouseholds(now, each, ports)))
    expect(await messagesOf(ctx, 'survey_open')).toHaveLength(20)
  })

  test('a late night sends nothing before the morning', async () => {
    const ctx = await company()
    await surveyedProject(ctx, '翠湖花园', 1)
    await runAt(ctx, at('2026-11-03', '23:30'))
    await drain(ctx, at('2026-11-03', '23:30'))
    const { rows } = await ctx.db.client.execute(`SELECT not_before FROM outbox WHERE type = 'message.send'`)
    expect(rows.map((row) => shown(Number(row.not_before)))).toEqual(['2026-11-04 09:00'])
  })

  test('a landline gets no message; the next phone of the person does', async () => {
    const ctx = await company()
    await surveyedProject(ctx, '翠湖花园', 2)
    const [one, two] = await ctx.db.orm.select({ personId: occupancies.personId }).from(occupancies)
    const landline = async (personId = '') => ({
      personId,
      position: -1,
      ...(await sealPhone(ctx.vault, '+862162345678')),
    })
    await ctx.db.orm.insert(personPhones).values(await landline(one?.personId))
    await ctx.db.orm.run(sql`DELETE FROM person_phones WHERE person_id = ${two?.personId}`)
    await ctx.db.orm.insert(personPhones).values(await landline(two?.personId))
    await runAt(ctx, opening)
    await drain(ctx, opening)
    const sent = await messagesOf(ctx, 'survey_open')
    expect(sent).toHaveLength(1)
    expect(sent).not.toContain('5678')
  })

  test('a company that switched surveys off is not visited again until it switches them on', async () => {
    const ctx = await company()
    await surveyedProject(ctx, '翠湖花园', 2)
    const off = { ...usualSettings, enabled: false, requestId: freshRequestId() }
    await saveSurveySettings(ctx, off)
    expect(await runAt(ctx, opening)).toBeNull()
    expect(await ctx.db.orm.$count(surveyRounds)).toBe(0)
    const wished: number[] = []
    await saveSurveySettings(as(ctx, ctx.actor, at('2026-11-05')), {
      ...usualSettings,
      requestId: freshRequestId(),
    })
    const { rows } = await ctx.db.client.execute(
      `SELECT payload_json FROM outbox WHERE type = 'schedule.wake'`,
    )
    for (const row of rows) wished.push((JSON.parse(String(row.payload_json)) as { at: number }).at)
    expect(wished.map(shown)).toEqual(['2026-11-05 10:00'])
    await runAt(ctx, wished[0] as number)
    expect(await ctx.db.orm.$count(surveyRounds)).toBe(1)
  })

  test('a company that sends no messages still has its survey', async () => {
    const ctx = await company()
    await surveyedProject(ctx, '翠湖花园', 2)
    await saveSurveySettings(ctx, { ...usualSettings, sendMessages: false, requestId: freshRequestId() })
    await runAt(ctx, opening)
    await drain(ctx, opening)
    expect(await householdsOf(ctx)).toBe(2)
    expect(await messagesOf(ctx, 'survey_open')).toEqual([])
  })

  test('a job that comes after weeks opens no round that nobody could answer any more', async () => {
    const ctx = await company()
    await surveyedProject(ctx, '翠湖花园', 2)
    expect(shown(await runAt(ctx, at('2026-11-16')))).toBe('2026-12-03 10:00')
    expect(await ctx.db.orm.$count(surveyRounds)).toBe(0)
  })

  test('a job that died after closing calculates when it comes again', async () => {
    const ctx = await company()
    await surveyedProject(ctx, '翠湖花园', 2)
    await runAt(ctx, opening)
    await ctx.db.orm.update(surveyRounds).set({ closedAt: at('2026-11-19', '00:00') })
    await runAt(ctx, at('2026-11-19', '00:05'))
    expect(await ctx.db.orm.$count(surveyOutcomes)).toBe(7)
  })

  test('rounds that an older method calculated are shown by the newest at once, and corrected with a word in the log', async () => {
    const ctx = await company()
    const project = await surveyedProject(ctx, '翠湖花园', 9)
    await runAt(ctx, opening)
    const period = '2026-10'
    const given = Array.from({ length: 5 }, () => scores(5, 5))
    await answerAs(as(ctx, ctx.actor, at('2026-11-05')), project, period, given)
    // A round that still goes on has no results that could have been taken away.
    expect(await checkResults(ctx, { period })).toEqual([])
    await runAt(ctx, at('2026-11-19'))
    const reads = { projectId: project.projectId, period }
    const calculated = await readRound(ctx, reads)
    // As it stood before: results of the first method, which was certain of a hundred; an outcome of
    // another method is none of today's either.
    await ctx.db.client.execute('DROP TRIGGER survey_outcomes_keep_rows')
    await ctx.db.client
      .execute(`INSERT INTO survey_results (round_id, measure, project_id, period, answers, x, y, xx, yy, xy,
        low, by_staff, loyalty_asked, loyal, index_e2, low_e2, high_e2, sha256)
      SELECT round_id, measure, project_id, period, answers, x, y, xx, yy, xy, low, by_staff, loyalty_asked, loyal,
        10000, 10000, 10000, 'x' FROM survey_outcomes`)
    await ctx.db.client.execute('UPDATE survey_outcomes SET method = 1, low_e2 = 10000')
    const shownAtOnce = await readRound(ctx, reads)
    expect(shownAtOnce).toEqual({
      ...calculated,
      corrected: { method: 1, lowE2: 10_000, highE2: 10_000 },
    })
    // Five of nine, all content, by hand: 66.889.
    expect(shownAtOnce.figures[0]?.index).toEqual({ valueE2: 10_000, lowE2: 6688, highE2: 10_000 })

    await runAt(ctx, at('2026-11-20'))
    await runAt(ctx, at('2026-11-21'))
    expect(await ctx.db.orm.$count(surveyOutcomes)).toBe(14)
    expect(await readRound(ctx, reads)).toEqual(shownAtOnce)
    const { rows } = await ctx.db.client.execute(
      `SELECT subject_id, detail_json FROM audit_log WHERE action = 'satisfaction.round_reckoned_again'`,
    )
    expect(rows).toMatchObject([{ subject_id: calculated.roundId }])
    expect(JSON.parse(String(rows[0]?.detail_json))).toMatchObject({ method: 2 })
    expect(await checkResults(ctx, { period })).toMatchObject([{ intact: true }])
  })

  test('the number of round trips does not grow with households', async () => {
    const trips: number[] = []
    for (const size of [5, 200]) {
      const ctx = await company()
      await surveyedProject(ctx, '翠湖花园', size)
      const before = ctx.db.trips.count
      await runAt(ctx, opening)
      await runAt(ctx, at('2026-11-19'))
      trips.push(ctx.db.trips.count - before)
    }
    expect(trips[1]).toBe(trips[0])
    expect(trips[0]).toBeGreaterThan(0)
  })
})
