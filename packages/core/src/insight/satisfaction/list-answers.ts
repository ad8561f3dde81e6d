import { civilDateOf } from '@heju/kernel'
import { and, desc, eq, lt, ne, sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { decodeCursor, pageOf, type Page } from '../../paging.ts'
import { rooms } from '../../estate/registry/index.ts'
import { dimensions } from './methodology.ts'
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
      scores: sql<string>`json_object(${sql.raw(scoresAsJson)})`,
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
        found(input),
        after && lt(surveyHouseholds.answerId, after[0]),
      ),
    )
    .orderBy(desc(surveyHouseholds.answerId))
    .limit(input.limit + 1)
}

/** Each score under its name, for `json_object`. */
const scoresAsJson = dimensions
  .map((d) => `'${d}', json_object('expected', ${d}_expected, 'perceived', ${d}_perceived)`)
  .join(', ')

/** What a household found of a dimension, or of any. */
function found({ dimension, perceived }: AnswerFilter): SQL | undefined {
  if (perceived === undefined) return undefined
  const columns = dimension === undefined ? dimensions : [dimension]
  return sql`${perceived} IN (${sql.raw(columns.map((column) => `${column}_perceived`).join(', '))})`
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
