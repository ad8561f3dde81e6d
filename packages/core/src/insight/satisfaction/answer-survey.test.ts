import { instantOf, newId, type CivilDate } from '@heju/kernel'
import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { occupancies } from '../../estate/registry/index.ts'
import { as, staff, testCtx } from '../../testing.ts'
import { taskList } from '../../platform/tasks/index.ts'
import {
  answerSurvey,
  answerList,
  listOpenSurveys,
  unansweredList,
  recordAnswer,
  type AnswerSurvey,
  type RecordAnswer,
} from './index.ts'
import { dimensions } from './methodology.ts'
import { surveyAnswers, surveyHouseholds, surveyMarks } from './tables.ts'
import { answerOf, roundOf, runAt, scores, surveyedProject, type SurveyedProject } from './testing.ts'

const at = (date: string, time = '10:00') => instantOf(date as CivilDate, time, 'Asia/Shanghai')
const during = at('2026-11-05')
const period = '2026-10'

let admin: Ctx
let project: SurveyedProject
let roundId: string
let roomId: string

beforeEach(async () => {
  const ctx = await testCtx({ now: at('2026-10-20') })
  project = await surveyedProject(ctx, '翠湖花园', 3)
  await runAt(ctx, at('2026-11-03'))
  admin = as(ctx, ctx.actor, during)
  roundId = await roundOf(ctx, project.projectId, period)
  roomId = project.roomIds[0] ?? ''
})

const owner = (room = 0, now = during) => as(admin, { kind: 'owner', id: project.ownerIds[room] ?? '' }, now)
const desk = (projects: 'all' | string[] = 'all') => as(admin, staff('front_desk', projects))
const given = (more: Partial<AnswerSurvey> = {}) => answerOf(admin, { roundId, roomId }, more)
const noted = (more: Partial<RecordAnswer> = {}): RecordAnswer => ({ ...given(), channel: 'phone', ...more })
const listed = async (more = {}) =>
  (await answerList.page(desk(), { projectId: project.projectId, period, ...more })).items

describe('an owner', () => {
  test('finds the surveys of their rooms, whichever projects these are in, and no others', async () => {
    const other = await surveyedProject(admin, '云顶公寓', 2)
    const theirs = eq(occupancies.roomId, roomId)
    const [person] = await admin.db.orm.select().from(occupancies).where(theirs)
    await admin.db.orm
      .update(occupancies)
      .set({ personId: person?.personId ?? '' })
      .where(eq(occupancies.roomId, other.roomIds[1] ?? ''))
    await runAt(admin, during)
    const open = await listOpenSurveys(owner())
    expect(open.map(({ projectName, roomId: room, answered }) => [projectName, room, answered])).toEqual([
      ['云顶公寓', other.roomIds[1], false],
      ['翠湖花园', roomId, false],
    ])
    expect(open[0]).toMatchObject({ period, closesAt: at('2026-11-18', '24:00'), methodology: 1 })
  })

  test('answers once for the household; the latest answer counts and the first stays on record', async () => {
    await answerSurvey(owner(), given({ scores: scores(5, 2) }))
    await answerSurvey(owner(), given({ scores: scores(5, 4), comment: '修好了，谢谢' }))
    expect(await admin.db.orm.$count(surveyAnswers)).toBe(2)
    expect(await listed()).toMatchObject([{ comment: '修好了，谢谢', scores: scores(5, 4) }])
    expect(await listOpenSurveys(owner())).toMatchObject([{ answered: true }])
  })

  test('who sends the same answer twice answers once', async () => {
    const answer = given()
    const both = await Promise.all([answerSurvey(owner(), answer), answerSurvey(owner(), answer)])
    expect(both[0]).toEqual(both[1])
    expect(await admin.db.orm.$count(surveyAnswers)).toBe(1)
  })

  test('of another room is refused as if there were no survey', async () => {
    await expect(answerSurvey(owner(1), given())).rejects.toMatchObject({ code: 'satisfaction.not_found' })
  })

  test('who moved out is refused, and who moved in answers for the room', async () => {
    const theirs = eq(occupancies.roomId, roomId)
    await admin.db.orm.update(occupancies).set({ toOn: '2026-11-04' }).where(theirs)
    const [next] = await admin.db.orm
      .select()
      .from(occupancies)
      .where(eq(occupancies.roomId, project.roomIds[1] ?? ''))
    await admin.db.orm
      .insert(occupancies)
      .values({ ...next!, id: newId('occ', during), roomId, role: 'tenant', fromOn: '2026-11-05' })
    await expect(answerSurvey(owner(0), given())).rejects.toMatchObject({ code: 'satisfaction.not_found' })
    await answerSurvey(owner(1), given())
    expect(await listed()).toHaveLength(1)
  })

  test('comes too late once the round is over, by the clock or by its close', async () => {
    const late = owner(0, at('2026-11-19', '00:00'))
    await expect(answerSurvey(late, given())).rejects.toMatchObject({ code: 'satisfaction.closed' })
    await runAt(admin, at('2026-11-19', '00:01'))
    await expect(answerSurvey(owner(), given())).rejects.toMatchObject({ code: 'satisfaction.closed' })
    expect(await listOpenSurveys(owner())).toEqual([])
  })

  test('answers every dimension within the scale, or is told which one is wrong', async () => {
    const bad = { ...scores(5, 4), quiet: { expected: 6, perceived: 0 }, warmth: undefined as never }
    await expect(answerSurvey(owner(), given({ scores: bad }))).rejects.toMatchObject({
      code: 'request.invalid',
      fields: [
        { path: 'scores.quiet.expected' },
        { path: 'scores.quiet.perceived' },
        { path: 'scores.warmth' },
      ],
    })
  })

  test('changes their mind ten times in a round and no more', async () => {
    for (let i = 0; i < 10; i++) await answerSurvey(owner(), given())
    await expect(answerSurvey(owner(), given())).rejects.toMatchObject({
      code: 'satisfaction.answered_too_often',
    })
  })
})

describe('staff', () => {
  test('note down what a household says, with how they heard it', async () => {
    await recordAnswer(desk(), noted({ channel: 'visit', comment: '希望早点关音响' }))
    expect(await listed()).toMatchObject([{ channel: 'visit', comment: '希望早点关音响' }])
  })

  test('do not replace what a household answered by itself; a household replaces what staff noted down', async () => {
    await recordAnswer(desk(), noted({ scores: scores(5, 5) }))
    await answerSurvey(owner(), given({ scores: scores(5, 1) }))
    await expect(recordAnswer(desk(), noted())).rejects.toMatchObject({
      code: 'satisfaction.answered_by_household',
    })
    expect(await listed()).toMatchObject([{ channel: 'portal', scores: scores(5, 1) }])
  })

  test('of another project, and roles that do not speak with owners, note nothing down', async () => {
    const stranger = desk([newId('proj', during)])
    await expect(recordAnswer(stranger, noted())).rejects.toMatchObject({ code: 'satisfaction.not_found' })
    await expect(recordAnswer(as(admin, staff('head_office')), noted())).rejects.toMatchObject({
      code: 'access.not_allowed',
    })
    await expect(recordAnswer(owner(), noted())).rejects.toMatchObject({ code: 'access.not_allowed' })
  })

  test('see who has not answered, page by page, with masked phones', async () => {
    await answerSurvey(owner(), given())
    const first = await unansweredList.page(desk(), { projectId: project.projectId, limit: 1 })
    const next = await unansweredList.page(desk(), {
      projectId: project.projectId,
      limit: 1,
      after: first.next ?? '',
    })
    const rest = [...first.items, ...next.items]
    expect(rest.map((row) => row.roomId)).toEqual(project.roomIds.slice(1).toSorted())
    expect(rest[0]?.phoneMasked).toMatch(/^138\*{4}\d{4}$/)
    expect(next.next).toBeNull()
    await expect(
      unansweredList.page(as(admin, staff('head_office')), { projectId: project.projectId }),
    ).rejects.toMatchObject({ code: 'access.not_allowed' })
  })

  test('find a household that has not answered by its room, and by whether its owner was told for any room', async () => {
    const { projectId, roomIds } = await surveyedProject(admin, '云顶公寓', 3)
    const [first = '', second = '', third = ''] = roomIds
    // The second and the third room are of one person, who was told for the second alone.
    const ofRoom = (id: string) => eq(occupancies.roomId, id)
    const [theirs] = await admin.db.orm.select().from(occupancies).where(ofRoom(second))
    await admin.db.orm
      .update(occupancies)
      .set({ personId: theirs?.personId ?? '' })
      .where(ofRoom(third))
    await runAt(admin, during)
    const told = { invitedAt: during }
    await admin.db.orm.update(surveyHouseholds).set(told).where(eq(surveyHouseholds.roomId, second))
    const found = async (more: Partial<Parameters<typeof unansweredList.page>[1]>) =>
      (await unansweredList.page(desk(), { projectId, ...more })).items.map((row) => row.roomId).toSorted()
    expect(await found({ asked: 'invited' })).toEqual([second, third].toSorted())
    expect(await found({ asked: 'not_asked' })).toEqual([first])
    expect(await found({ asked: 'reminded' })).toEqual([])
    expect(await found({ search: '102' })).toEqual([second])
    // Told again, they are among those who were reminded and no more among those who were only invited.
    const reminded = { remindedAt: during }
    await admin.db.orm.update(surveyHouseholds).set(reminded).where(eq(surveyHouseholds.roomId, second))
    expect(await found({ asked: 'invited' })).toEqual([])
    expect(await found({ asked: 'reminded' })).toEqual([second, third].toSorted())
    // Whoever was reminded without an invitation was asked as well.
    await admin.db.orm
      .update(surveyHouseholds)
      .set({ invitedAt: null })
      .where(eq(surveyHouseholds.roomId, second))
    expect(await found({ asked: 'not_asked' })).toEqual([first])
    // Who lives with somebody that was told was not told by it.
    const [own] = await admin.db.orm.select().from(occupancies).where(ofRoom(first))
    await admin.db.orm
      .insert(occupancies)
      .values({ ...own!, id: newId('occ', during), roomId: second, role: 'family' })
    expect(await found({ asked: 'not_asked' })).toEqual([first])
    expect(await found({ asked: 'reminded' })).toEqual([second, third].toSorted())
    expect(await found({ asked: 'not_asked', search: '102' })).toEqual([])
  })
})

describe('an answer', () => {
  test('shows its room only where the household agreed, and only to those who speak with owners', async () => {
    await answerSurvey(owner(0), given({ named: true }))
    await answerSurvey(owner(1), given({ roomId: project.roomIds[1] ?? '' }))
    const rooms = async (ctx: Ctx) =>
      (await answerList.page(ctx, { projectId: project.projectId, period })).items
        .flatMap(({ room }) => (room ? [room.id] : []))
        .toSorted()
    expect(await rooms(desk())).toEqual([roomId])
    expect(await rooms(as(admin, staff('head_office')))).toEqual([])
    expect(await rooms(as(admin, staff('auditor')))).toEqual([])
  })

  test('is found by what it says of a dimension, how it came in and whether it has words', async () => {
    const room = (i: number) => ({ roomId: project.roomIds[i] ?? '' })
    await answerSurvey(owner(0), given({ scores: { ...scores(5, 5), quiet: { expected: 5, perceived: 2 } } }))
    await answerSurvey(owner(1), given({ ...room(1), scores: scores(5, 2), comment: '太吵' }))
    await recordAnswer(desk(), noted({ ...room(2), scores: scores(4, 4) }))
    const found = async (more: object) =>
      (await listed(more)).map(({ scores: s }) => s.cleanliness.perceived).toSorted()
    expect(await found({ dimension: 'quiet', perceived: '2' })).toEqual([2, 5])
    expect(await found({ dimension: 'cleanliness', perceived: 2 })).toEqual([2])
    expect(await found({ channel: 'phone' })).toEqual([4])
    expect(await found({ commented: 'yes' })).toEqual([2])
    expect(await found({})).toEqual([2, 4, 5])
  })

  test('that is low and says why comes onto the desk of the manager of the project', async () => {
    const answer = given({ scores: scores(5, 1), comment: '楼道三天没打扫' })
    await answerSurvey(owner(0), answer)
    await answerSurvey(owner(1), given({ roomId: project.roomIds[1] ?? '', scores: scores(5, 1) }))
    await answerSurvey(
      owner(2),
      given({ roomId: project.roomIds[2] ?? '', scores: scores(5, 3), comment: '还可以' }),
    )
    const tasks = async (projects: string[]) =>
      (await taskList.page(as(admin, staff('project_manager', projects)), {})).items
    expect(await tasks([project.projectId])).toMatchObject([
      { kind: 'survey_low', subjectId: answer.answerId, params: { perceived: 1, low: 6 } },
    ])
    expect(await tasks([newId('proj', during)])).toEqual([])
  })

  test('is never changed or taken away', async () => {
    await answerSurvey(owner(), given())
    await runAt(admin, at('2026-11-19'))
    const attempts = [
      'UPDATE survey_answers SET comment = ?',
      'DELETE FROM survey_answers WHERE id <> ?',
      'UPDATE survey_answers SET quiet_perceived = 5 WHERE id <> ?',
      'UPDATE survey_marks SET mark = 5 WHERE answer_id <> ?',
      'DELETE FROM survey_marks WHERE answer_id <> ?',
      `UPDATE survey_questions SET most = 10 WHERE code <> ?`,
      'DELETE FROM survey_questions WHERE code <> ?',
      // What was left out stays left out once the round is closed.
      `INSERT INTO survey_marks SELECT id, 'loyalty', NULL, 5 FROM survey_answers WHERE id <> ?`,
      'UPDATE survey_households SET answer_id = NULL WHERE round_id <> ?',
      'DELETE FROM survey_households WHERE round_id <> ?',
      'UPDATE survey_outcomes SET index_e2 = 10000 WHERE round_id <> ?',
      'DELETE FROM survey_outcomes WHERE round_id <> ?',
      'UPDATE survey_rounds SET closed_at = NULL WHERE id <> ?',
      'UPDATE survey_rounds SET households = 1 WHERE id <> ?',
      'DELETE FROM survey_rounds WHERE id <> ?',
    ]
    for (const sql of attempts)
      await expect(admin.db.client.execute({ sql, args: [''] }), sql).rejects.toThrow(/SQLITE_CONSTRAINT/)
  })

  test('is listed with its loyalty, which is none of the marks that it is found by', async () => {
    await answerSurvey(owner(), given({ scores: scores(5, 4), loyalty: 2 }))
    expect(await listed()).toMatchObject([{ loyalty: 2, scores: scores(5, 4) }])
    expect(Object.keys((await listed())[0]!.scores).toSorted()).toEqual([...dimensions].toSorted())
    expect(await listed({ perceived: 2 })).toEqual([])
    expect(await listed({ perceived: 4 })).toHaveLength(1)
  })

  test('has a mark for each question that was asked, and for no other', async () => {
    const answer = given({ loyalty: null })
    await answerSurvey(owner(), answer)
    const marks = await admin.db.orm.select().from(surveyMarks)
    expect(marks.map(({ question, expected, mark }) => [question, expected, mark]).toSorted()).toEqual(
      dimensions.map((one) => [one, answer.scores[one].expected, answer.scores[one].perceived]).toSorted(),
    )
    const { answerId } = marks[0]!
    for (const row of [
      { question: 'loyalty', expected: 4, mark: 4 },
      { question: 'loyalty', expected: null, mark: 6 },
      { question: 'loyalty', expected: null, mark: 0 },
      { question: 'parking', expected: 4, mark: 4 },
    ])
      await expect(
        admin.db.orm.insert(surveyMarks).values({ answerId, ...row }),
        row.question,
      ).rejects.toThrow()
    await admin.db.orm.insert(surveyMarks).values({ answerId, question: 'loyalty', expected: null, mark: 5 })
  })

  test('that is being written while the round closes is refused, not lost', async () => {
    await admin.db.orm.run(`UPDATE survey_rounds SET closed_at = ${during}`)
    const insert = admin.db.orm.insert(surveyAnswers).values({
      id: newId('answ', during),
      roundId,
      roomId,
      methodology: 1,
      channel: 'portal',
      byId: 'ownr_x',
      comment: '',
      named: false,
      answeredAt: during,
    })
    await expect(insert).rejects.toThrow()
    expect(await admin.db.orm.select().from(surveyHouseholds)).toMatchObject([
      { answerId: null },
      { answerId: null },
      { answerId: null },
    ])
  })
})

test('the audit says that somebody answered, and not what', async () => {
  const answer = given({ comment: '张三说的' })
  await answerSurvey(owner(), answer)
  const { rows } = await admin.db.client.execute(
    `SELECT * FROM audit_log WHERE action = 'satisfaction.answered'`,
  )
  expect(rows).toHaveLength(1)
  expect(JSON.stringify(rows)).not.toMatch(/张三|room_|answ_/)
})
