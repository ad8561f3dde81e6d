import { and, eq, sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { askedHousehold, requireOpen, writeAnswer } from './answer.ts'
import { answeredByHousehold, surveyNotFound } from './errors.ts'
import { recordAnswerSchema, type RecordAnswer } from './schemas.ts'
import { surveyAnswers, surveyHouseholds, surveyRounds } from './tables.ts'

/**
 * Staff note down what a household answered by phone, on a visit or at the desk: for those who do not use the portal.
 * What a household answered by itself is not touched, so that nobody can rate themselves in its place.
 * @throws `satisfaction.not_found`, `satisfaction.closed`, `satisfaction.answered_by_household`,
 *   `satisfaction.answered_too_often`
 */
export async function recordAnswer(ctx: Ctx, raw: RecordAnswer): Promise<{ answerId: string }> {
  ctx.require('surveys.record')
  const input = parse(recordAnswerSchema, raw)
  return ctx.write('satisfaction.record_answer', input, async (write) => {
    const [household] = await ctx.db.orm
      .select(askedHousehold)
      .from(surveyHouseholds)
      .innerJoin(surveyRounds, eq(surveyRounds.id, surveyHouseholds.roundId))
      .where(and(eq(surveyHouseholds.roundId, input.roundId), eq(surveyHouseholds.roomId, input.roomId)))
    if (household === undefined || !ctx.may('surveys.record', household.projectId)) throw surveyNotFound()
    requireOpen(ctx, household)
    // Seen again as it is written: the household may be answering at this moment.
    write.require(
      sql`NOT EXISTS (SELECT 1 FROM ${surveyHouseholds} h JOIN ${surveyAnswers} a ON a.id = h.answer_id
        WHERE h.round_id = ${input.roundId} AND h.room_id = ${input.roomId} AND a.channel = 'portal')`,
      answeredByHousehold,
    )
    writeAnswer(ctx, write, household, input, input.channel)
    return { answerId: input.answerId }
  })
}
