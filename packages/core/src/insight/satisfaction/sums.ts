import { sql, type SQL } from 'drizzle-orm'
import type { Sample, SharedSums, Sums } from '../statistics/index.ts'
import {
  dimensions,
  loyalFrom,
  loyaltyQuestion,
  measures,
  scale,
  scaleOf,
  type Measure,
} from './methodology.ts'
import { surveyAnswers, surveyHouseholds, surveyMarks, surveyRounds } from './tables.ts'

/** What the answers that count come to in one round: the sums of each measure over persons, side by side in one row. */
export type RoundSums = Record<`${Measure}_${Exclude<keyof Sums, 'n'> | 'low'}`, number> & {
  roundId: string
  n: number
  answers: number
  byStaff: number
  /** Households for which the loyalty question was answered, and those that would stay; the same of persons. */
  loyaltyAsked: number
  loyal: number
  loyaltyPersons: number
  loyalPersons: number
}

/** The marks of an answer side by side: `quiet_expected`, `quiet_perceived`, …, over all that are asked twice, and the loyalty. */
const sideBySide = sql.raw(
  [
    ...dimensions.flatMap((dimension) => [
      `${markOf(dimension, 'expected')} AS ${dimension}_expected`,
      `${markOf(dimension, 'mark')} AS ${dimension}_perceived`,
    ]),
    'sum(m.expected) AS all_expected, sum(m.mark) FILTER (WHERE m.expected IS NOT NULL) AS all_perceived',
    `${markOf(loyaltyQuestion, 'mark')} AS loyalty`,
  ].join(', '),
)

function markOf(question: string, side: 'expected' | 'mark'): string {
  return `sum(m.${side}) FILTER (WHERE m.question = '${question}')`
}

/**
 * The answers that count in rounds, a row for each.
 * @param rounds a query of round ids
 * @param round of `s`, one of these, the round whose answers are meant
 */
function answersOf(rounds: SQL, round = sql`s.id`): SQL {
  return sql`SELECT s.id AS round_id, h.person_id, a.channel, ${sideBySide} FROM ${surveyRounds} s
    JOIN ${surveyHouseholds} h ON h.round_id = ${round} AND h.answer_id IS NOT NULL
    JOIN ${surveyAnswers} a ON a.id = h.answer_id JOIN ${surveyMarks} m ON m.answer_id = a.id
    WHERE s.id IN (${rounds}) GROUP BY s.id, h.answer_id`
}

/** Of each measure, what one person expects and finds over all of their households. */
const sidesOf = (answer: string) =>
  measures.flatMap((measure) => [
    `sum(${answer}.${measure}_expected) AS ${measure}_x`,
    `sum(${answer}.${measure}_perceived) AS ${measure}_y`,
  ])

/**
 * One pass over the answers of rounds; a round without answers has no row. Whoever was asked for several households is
 * one unit: their answers are added before anything is squared.
 * @param rounds a query of round ids
 */
export function sumsQuery(rounds: SQL): SQL {
  const byPerson = measures.map((measure) => `sum(${lowest(measure)} <= ${scale.low}) AS ${measure}_low`)
  const sums = measures.flatMap((measure) => {
    const [x, y] = [`${measure}_x`, `${measure}_y`]
    return [
      `sum(${x}) AS ${x}, sum(${y}) AS ${y}`,
      `sum(${x} * ${x}) AS ${measure}_xx, sum(${y} * ${y}) AS ${measure}_yy, sum(${x} * ${y}) AS ${measure}_xy`,
      `sum(${measure}_low) AS ${measure}_low`,
    ]
  })
  return sql`SELECT roundId, count(*) AS n, sum(answers) AS answers, sum(byStaff) AS byStaff,
      sum(loyaltyAsked) AS loyaltyAsked, sum(loyal) AS loyal, sum(loyaltyAsked > 0) AS loyaltyPersons,
      sum(loyaltyAsked > 0 AND loyaltyMarks >= ${loyalFrom} * loyaltyAsked) AS loyalPersons, ${sql.raw(sums.join(', '))}
    FROM (SELECT a.round_id AS roundId, count(*) AS answers, sum(a.channel <> 'portal') AS byStaff,
        count(a.loyalty) AS loyaltyAsked, coalesce(sum(a.loyalty >= ${loyalFrom}), 0) AS loyal, sum(a.loyalty) AS loyaltyMarks,
        ${sql.raw([...sidesOf('a'), ...byPerson].join(', '))}
      FROM (${answersOf(rounds)}) a GROUP BY a.round_id, a.person_id) GROUP BY roundId`
}

/** What a household found of a measure; of the whole, what it found lowest. */
function lowest(measure: Measure): string {
  if (measure !== 'all') return `a.${measure}_perceived`
  return `min(${dimensions.map((dimension) => `a.${dimension}_perceived`).join(', ')})`
}

/** What was answered of one measure, and how many households found it low. */
export function sampleOfMeasure(row: RoundSums, measure: Measure): { sample: Sample; low: number } {
  const sums: Sums = {
    n: row.n,
    x: row[`${measure}_x`],
    y: row[`${measure}_y`],
    xx: row[`${measure}_xx`],
    yy: row[`${measure}_yy`],
    xy: row[`${measure}_xy`],
  }
  return { sample: { sums, answers: row.answers, scale: scaleOf(measure) }, low: row[`${measure}_low`] }
}

/** The same over persons who answered both in a round (1) and in the one before (2). */
export type RoundSharedSums = Record<`${Measure}_${Exclude<keyof SharedSums, 'n'>}`, number> & {
  roundId: string
  n: number
}

/** The round of the month before in the same project, asked and calculated in the same way; of `s`, a round. */
export const roundBefore = sql`SELECT b.id FROM ${surveyRounds} b WHERE b.project_id = s.project_id
  AND b.period = strftime('%Y-%m', s.period || '-01', '-1 month') AND b.methodology = s.methodology`

/**
 * Persons are the same from month to month; a room whose owner changed has another opinion in it.
 * @param rounds a query of the ids of the later rounds
 */
export function sharedSumsQuery(rounds: SQL): SQL {
  const sums = measures.flatMap((measure) => {
    const [x1, y1, x2, y2] = ['p1', 'p2'].flatMap((p) => [`${p}.${measure}_x`, `${p}.${measure}_y`])
    return [
      `sum(${x1}) AS ${measure}_x1, sum(${y1}) AS ${measure}_y1, sum(${x2}) AS ${measure}_x2, sum(${y2}) AS ${measure}_y2`,
      `sum(${x1} * ${x2}) AS ${measure}_x1x2, sum(${x1} * ${y2}) AS ${measure}_x1y2`,
      `sum(${y1} * ${x2}) AS ${measure}_y1x2, sum(${y1} * ${y2}) AS ${measure}_y1y2`,
    ]
  })
  // Each person's answers of the later round, and of the one before under the later one's id.
  const persons = (answers: SQL) =>
    sql`SELECT a.round_id AS roundId, a.person_id, ${sql.raw(sidesOf('a').join(', '))}
      FROM (${answers}) a GROUP BY a.round_id, a.person_id`
  return sql`WITH now AS MATERIALIZED (${persons(answersOf(rounds))}),
      earlier AS MATERIALIZED (${persons(answersOf(rounds, sql`(${roundBefore})`))})
    SELECT p1.roundId AS roundId, count(*) AS n, ${sql.raw(sums.join(', '))}
    FROM now p1 JOIN earlier p2 ON p2.roundId = p1.roundId AND p2.person_id = p1.person_id GROUP BY p1.roundId`
}

export function sharedSumsOfMeasure(row: RoundSharedSums, measure: Measure): SharedSums {
  return {
    n: row.n,
    x1: row[`${measure}_x1`],
    y1: row[`${measure}_y1`],
    x2: row[`${measure}_x2`],
    y2: row[`${measure}_y2`],
    x1x2: row[`${measure}_x1x2`],
    x1y2: row[`${measure}_x1y2`],
    y1x2: row[`${measure}_y1x2`],
    y1y2: row[`${measure}_y1y2`],
  }
}
