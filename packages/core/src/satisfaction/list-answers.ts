import { civilDateOf } from '@heju/kernel'
import { and, desc, eq, lt, ne, sql } from 'drizzle-orm'
import type { Ctx } from '../context.ts'
import { parse } from '../input.ts'
import { decodeCursor, pageOf, type Page } from '../paging.ts'
import { rooms } from '../registry/index.ts'
import { listAnswersSchema, type Answer, type ListAnswers, type Scores } from './schemas.ts'
import { surveyAnswers, surveyHouseholds, surveyRounds } from './tables.ts'

/**
 * The answers that a figure is made of, newest first: those that count, of one project and month, also by what was said
 * of a dimension. They carry no names. Which household it was is shown where it agreed, and only to those who speak
 * with owners of the project: who follows from afar gets the answer and not the address (PIPL 6). One round trip.
 */
export async function listAnswers(ctx: Ctx, raw: ListAnswers): Promise<Page<Answer>> {
  ctx.require('surveys.read')
  const input = parse(listAnswersSchema, raw)
  ctx.require('surveys.read', input.projectId)
  const rows = await answersOf(ctx, input)
  const seesRooms = ctx.may('surveys.record', input.projectId)
  return pageOf(
    rows.map((row) => toAnswer(ctx, row, seesRooms)),
    input.limit,
    (answer) => [answer.id],
  )
}

type AnswerFilter = ReturnType<typeof parse<typeof listAnswersSchema>>

/** The query of `listAnswers`, which a test holds to its indexes. */
export function answersOf(ctx: Ctx, input: AnswerFilter) {
  const after = decodeCursor<[string]>(input.after, ['string'])
  const { id, channel, answeredAt, loyalty, comment, named } = surveyAnswers
  const { dimension, perceived } = input
  const said =
    dimension === undefined && perceived === undefined
      ? undefined
      : sql`EXISTS (SELECT 1 FROM survey_scores s WHERE s.answer_id = ${id}
          AND ${dimension === undefined ? sql`true` : sql`s.dimension = ${dimension}`}
          AND ${perceived === undefined ? sql`true` : sql`s.perceived = ${perceived}`})`
  return ctx.db.orm
    .select({
      id,
      channel,
      answeredAt,
      loyalty,
      comment,
      named,
      roomId: rooms.id,
      roomName: rooms.name,
      scores: sql<string>`(SELECT json_group_object(dimension, json_object('expected', expected, 'perceived', perceived))
        FROM survey_scores WHERE answer_id = survey_answers.id)`,
    })
    .from(surveyRounds)
    .innerJoin(surveyHouseholds, eq(surveyHouseholds.roundId, surveyRounds.id))
    .innerJoin(surveyAnswers, eq(id, surveyHouseholds.answerId))
    .innerJoin(rooms, eq(rooms.id, surveyAnswers.roomId))
    .where(
      and(
        eq(surveyRounds.projectId, input.projectId),
        eq(surveyRounds.period, input.period),
        input.channel === undefined ? undefined : eq(channel, input.channel),
        input.commented === undefined ? undefined : ne(comment, ''),
        said,
        after && lt(surveyHouseholds.answerId, after[0]),
      ),
    )
    .orderBy(desc(surveyHouseholds.answerId))
    .limit(input.limit + 1)
}

export function toAnswer(
  ctx: Ctx,
  row: Awaited<ReturnType<typeof answersOf>>[number],
  seesRooms: boolean,
): Answer {
  const { id, channel, answeredAt, loyalty, comment, named, roomId, roomName, scores } = row
  return {
    id,
    channel,
    answeredOn: civilDateOf(answeredAt, ctx.company.zone),
    scores: JSON.parse(scores) as Scores,
    loyalty,
    comment,
    room: named && seesRooms ? { id: roomId, name: roomName } : null,
  }
}
