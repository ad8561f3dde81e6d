import { instantOf, type CivilDate } from '@heju/kernel'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { as, testCtx } from '../../testing.ts'
import { answerSurvey, checkResults, readRound } from './index.ts'
import { answerOf, roundOf, runAt, surveyedProject, type SurveyedProject } from './testing.ts'

const at = (date: string, time = '10:00') => instantOf(date as CivilDate, time, 'Asia/Shanghai')
const period = '2026-10'

let ctx: Ctx
let project: SurveyedProject

/** Makes the rooms of some stretches the one owner's of the first room of each. */
async function ownTogether(stretches: readonly (readonly [from: number, to: number])[]): Promise<void> {
  for (const [from, to] of stretches) {
    await ctx.db.client.execute({
      sql: `UPDATE occupancies SET person_id = (SELECT person_id FROM occupancies WHERE room_id = ?)
        WHERE room_id IN (SELECT value FROM json_each(?))`,
      args: [project.roomIds[from]!, JSON.stringify(project.roomIds.slice(from, to))],
    })
    project.ownerIds.fill(project.ownerIds[from]!, from, to)
  }
}

/** Every household answers; what is told of staying with the company is told by room, null where it is left out. */
async function answerAll(loyaltyOf: (room: number) => number | null): Promise<void> {
  await runAt(ctx, at('2026-11-03'))
  const roundId = await roundOf(ctx, project.projectId, period)
  for (const [i, roomId] of project.roomIds.entries()) {
    const owner = as(ctx, { kind: 'owner', id: project.ownerIds[i]! }, at('2026-11-05'))
    await answerSurvey(owner, answerOf(owner, { roundId, roomId }, { loyalty: loyaltyOf(i) }))
  }
}
const loyaltyAt = async (instant: number) =>
  (await readRound(as(ctx, ctx.actor, instant), { projectId: project.projectId, period })).loyaltyRate

beforeEach(async () => {
  ctx = await testCtx({ now: at('2026-10-20') })
})

describe('how many would keep the company', () => {
  test('is as sure as the persons are many who answered that question, whoever answered the survey beside', async () => {
    project = await surveyedProject(ctx, '翠湖花园', 75)
    // Forty were asked: five have eight rooms each and alone answer the question; three would stay.
    await ownTogether([0, 8, 16, 24, 32].map((from) => [from, from + 8] as const))
    await answerAll((room) => (room < 24 ? 5 : room < 40 ? 2 : null))
    // Wilson, 3 of 5, of a finite number of 40.
    const found = { valueE4: 6000, lowE4: 2435, highE4: 8749 }
    expect(await loyaltyAt(at('2026-11-06'))).toEqual(found)

    await runAt(ctx, at('2026-11-18', '24:00'))
    expect(await loyaltyAt(at('2026-11-22'))).toEqual(found)
    const intact = async () => (await checkResults(ctx, { period })).map((each) => each.intact)
    expect(await intact()).toEqual([true])
    await ctx.db.client.execute('DROP TRIGGER survey_outcomes_keep_rows')
    await ctx.db.client.execute('UPDATE survey_outcomes SET loyal_persons = 4')
    expect(await intact()).toEqual([false])
  })

  test('counts a person once, by the mean of their marks, and is certain once everybody answered it', async () => {
    project = await surveyedProject(ctx, '翠湖花园', 7)
    // 5, 5, 2 are exactly 4 on average; 5, 2 are less; two more answer for one room each.
    await ownTogether([
      [0, 3],
      [3, 5],
    ])
    await answerAll((room) => [5, 5, 2, 5, 2, 4, 3][room]!)
    expect(await loyaltyAt(at('2026-11-06'))).toEqual({ valueE4: 5000, lowE4: 5000, highE4: 5000 })
  })

  test('is not told where nobody answered the question', async () => {
    project = await surveyedProject(ctx, '翠湖花园', 3)
    await answerAll(() => null)
    expect(await loyaltyAt(at('2026-11-06'))).toBeNull()
  })
})
