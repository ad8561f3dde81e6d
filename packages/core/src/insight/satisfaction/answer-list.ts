import { translator } from '@heju/i18n'
import { civilDateOf } from '@heju/kernel'
import { eq, ne, sql, type SQL } from 'drizzle-orm'
import * as v from 'valibot'
import { rooms } from '../../estate/registry/index.ts'
import { idSchema } from '../../input.ts'
import { defineList } from '../../platform/lists/index.ts'
import type { ListColumn } from '../../platform/spreadsheets/index.ts'
import { answerChannels, dimensions, loyaltyQuestion, scale } from './methodology.ts'
import { answerSchema, periodSchema, whole, type Scores } from './schemas.ts'
import { surveyAnswers, surveyHouseholds, surveyMarks, surveyRounds } from './tables.ts'
import { satisfactionTexts } from './texts.ts'

const { id, channel, answeredAt, comment, named } = surveyAnswers
/** Each score under its name. */
const scores = sql<string>`(SELECT json_group_object(m.question, json_object('expected', m.expected, 'perceived', m.mark))
  FROM ${surveyMarks} m WHERE m.answer_id = ${id} AND m.expected IS NOT NULL)`
const loyalty = sql<
  number | null
>`(SELECT m.mark FROM ${surveyMarks} m WHERE m.answer_id = ${id} AND m.question = ${loyaltyQuestion})`

/**
 * The answers that a figure is made of, newest first: those that count, of one project and month, also by what was said
 * of a dimension. They carry no names. Which household it was is shown where it agreed, and only to those who speak
 * with owners of the project: who follows from afar gets the answer and not the address (PIPL 6).
 */
export const answerList = defineList({
  permission: 'surveys.read',
  filter: {
    projectId: idSchema('proj'),
    period: periodSchema,
    /** Answers that found this; without a dimension, in any of them. */
    perceived: v.optional(
      v.pipe(v.union([v.string(), v.number()]), v.transform(Number), whole(scale.least, scale.most)),
    ),
    dimension: v.optional(v.picklist(dimensions)),
    channel: v.optional(v.picklist(answerChannels)),
    /** `yes`: only answers with words. */
    commented: v.optional(v.picklist(['yes'])),
  },
  item: answerSchema,
  project: surveyRounds.projectId,
  where: (_ctx, filter) => [
    eq(surveyRounds.period, filter.period),
    filter.channel === undefined ? undefined : eq(channel, filter.channel),
    filter.commented === undefined ? undefined : ne(comment, ''),
    foundThat(filter),
  ],
  order: { by: { id: surveyHouseholds.answerId }, direction: 'descending' },
  query: (ctx, { where, orderBy, limit }) =>
    ctx.db.orm
      .select({
        id,
        channel,
        answeredAt,
        loyalty,
        comment,
        named,
        roomId: rooms.id,
        roomName: rooms.name,
        scores,
      })
      .from(surveyRounds)
      .innerJoin(surveyHouseholds, eq(surveyHouseholds.roundId, surveyRounds.id))
      .innerJoin(surveyAnswers, eq(id, surveyHouseholds.answerId))
      .innerJoin(rooms, eq(rooms.id, surveyAnswers.roomId))
      .where(where)
      .orderBy(...orderBy)
      .limit(limit),
  shown: (row, ctx, { projectId }) => ({
    id: row.id,
    channel: row.channel,
    answeredOn: civilDateOf(row.answeredAt, ctx.company.zone),
    scores: scoresOf(row),
    loyalty: row.loyalty,
    comment: row.comment,
    room: row.named && ctx.may('surveys.record', projectId) ? { id: row.roomId, name: row.roomName } : null,
  }),
  file: {
    action: 'satisfaction.exported',
    detail: ({ period }) => ({ what: 'answers', period }),
    when: ({ period }) => period,
    // More than a project has households. An answer of the database holds at most 10 MB, a household's up to 1.5 kB of words.
    most: 20_000,
    table: (ctx, locale, { projectId }) => {
      const say = translator(satisfactionTexts, locale)
      const seesRooms = ctx.may('surveys.record', projectId)
      const pairs = dimensions.flatMap((dimension): ListColumn<{ scores: string }>[] => {
        const name = say(`measure.${dimension}`)
        return (['expected', 'perceived'] as const).map((side) => [
          `${name} (${say(side)})`,
          (row) => scoresOf(row)[dimension][side],
          { kind: 'number' },
        ])
      })
      return {
        name: say('answersTitle'),
        columns: [
          [say('answeredOn'), (row) => civilDateOf(row.answeredAt, ctx.company.zone), { kind: 'date' }],
          [say('channel'), (row) => say(`channel.${row.channel}`), { kind: 'text', width: 14 }],
          ...pairs,
          [say('loyalty'), (row) => row.loyalty, { kind: 'number' }],
          [say('words'), (row) => row.comment, { width: 60 }],
          [say('room'), (row) => (row.named && seesRooms ? row.roomName : ''), { kind: 'text', width: 20 }],
        ],
      }
    },
  },
})

function scoresOf({ scores: json }: { scores: string }): Scores {
  return JSON.parse(json) as Scores
}

/** What a household found of a dimension, or of any. */
function foundThat({
  dimension,
  perceived,
}: {
  dimension?: (typeof dimensions)[number] | undefined
  perceived?: number | undefined
}): SQL | undefined {
  if (perceived === undefined) return undefined
  const ofIt = dimension === undefined ? sql`` : sql` AND m.question = ${dimension}`
  return sql`EXISTS (SELECT 1 FROM ${surveyMarks} m WHERE m.answer_id = ${id} AND m.expected IS NOT NULL
    AND m.mark = ${perceived}${ofIt})`
}
