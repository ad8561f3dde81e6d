import { and, eq, sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { roomsOfOwner } from '../../estate/registry/index.ts'
import { askedHousehold, requireOpen, writeAnswer } from './answer.ts'
import { surveyNotFound } from './errors.ts'
import { answerSurveySchema, type AnswerSurvey } from './schemas.ts'
import { surveyHouseholds, surveyRounds } from './tables.ts'

/**
 * An owner answers the survey for one of their rooms (D170, D199). It takes the place of what the household answered
 * before, also of what staff noted down for it.
 * @throws `satisfaction.not_found`, `satisfaction.closed`, `satisfaction.answered_too_often`
 */
export async function answerSurvey(ctx: Ctx, raw: AnswerSurvey): Promise<{ answerId: string }> {
  const ownerId = ctx.requireOwner()
  const input = parse(answerSurveySchema, raw)
  return ctx.write('satisfaction.answer', input, async (write) => {
    const [household] = await ctx.db.orm
      .select(askedHousehold)
      .from(surveyHouseholds)
      .innerJoin(surveyRounds, eq(surveyRounds.id, surveyHouseholds.roundId))
      .where(
        and(
          eq(surveyHouseholds.roundId, input.roundId),
          eq(surveyHouseholds.roomId, input.roomId),
          sql`${surveyHouseholds.roomId} IN (${roomsOfOwner(ctx, ownerId)})`,
        ),
      )
    if (household === undefined) throw surveyNotFound()
    requireOpen(ctx, household)
    writeAnswer(ctx, write, household, input, 'portal')
    return { answerId: input.answerId }
  })
}
