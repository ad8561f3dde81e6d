import { sql, type SQL } from 'drizzle-orm'
import type { SharedSums, Sums } from './estimates.ts'
import { dimensions, loyalFrom, measures, scale, type Measure } from './methodology.ts'
import { surveyAnswers, surveyHouseholds, surveyRounds } from './tables.ts'

/** What the answers that count come to in one round: the sums of each measure, side by side in one row. */
export type RoundSums = Record<`${Measure}_${Exclude<keyof Sums, 'n'> | 'low'}`, number> & {
  roundId: string
  n: number
  byStaff: number
  loyaltyAsked: number
  loyal: number
}

/**
 * One pass over the answers of rounds; a round without answers has no row.
 * @param rounds a query of round ids
 */
export function sumsQuery(rounds: SQL): SQL {
  const sums = measures.flatMap((measure) => {
    const [x, y] = [`a.${measure}_expected`, `a.${measure}_perceived`]
    return [
      `sum(${x}) AS ${measure}_x, sum(${y}) AS ${measure}_y`,
      `sum(${x} * ${x}) AS ${measure}_xx, sum(${y} * ${y}) AS ${measure}_yy, sum(${x} * ${y}) AS ${measure}_xy`,
      `sum(${lowest(measure)} <= ${scale.low}) AS ${measure}_low`,
    ]
  })
  return sql`SELECT h.round_id AS roundId, count(*) AS n, sum(a.channel <> 'portal') AS byStaff,
      count(a.loyalty) AS loyaltyAsked, coalesce(sum(a.loyalty >= ${loyalFrom}), 0) AS loyal, ${sql.raw(sums.join(', '))}
    FROM ${surveyHouseholds} h JOIN ${surveyAnswers} a ON a.id = h.answer_id
    WHERE h.round_id IN (${rounds}) GROUP BY h.round_id`
}

/** What a household found of a measure; of the whole, what it found lowest. */
function lowest(measure: Measure): string {
  if (measure !== 'all') return `a.${measure}_perceived`
  return `min(${dimensions.map((dimension) => `a.${dimension}_perceived`).join(', ')})`
}

/** The sums of one measure. */
export function sumsOfMeasure(row: RoundSums, measure: Measure): Sums & { low: number } {
  return {
    n: row.n,
    x: row[`${measure}_x`],
    y: row[`${measure}_y`],
    xx: row[`${measure}_xx`],
    yy: row[`${measure}_yy`],
    xy: row[`${measure}_xy`],
    low: row[`${measure}_low`],
  }
}

/** The same over households that answered both in a round (1) and in the one before (2). */
export type RoundSharedSums = Record<`${Measure}_${Exclude<keyof SharedSums, 'n'>}`, number> & {
  roundId: string
  n: number
}

/** The round of the month before in the same project, asked and reckoned in the same way; of `s`, a round. */
export const roundBefore = sql`SELECT b.id FROM ${surveyRounds} b WHERE b.project_id = s.project_id
  AND b.period = strftime('%Y-%m', s.period || '-01', '-1 month') AND b.methodology = s.methodology`

/** @param rounds a query of the ids of the later rounds */
export function sharedSumsQuery(rounds: SQL): SQL {
  const sums = measures.flatMap((measure) => {
    const [x1, y1, x2, y2] = ['a1', 'a2'].flatMap((a) => [
      `${a}.${measure}_expected`,
      `${a}.${measure}_perceived`,
    ])
    return [
      `sum(${x1}) AS ${measure}_x1, sum(${y1}) AS ${measure}_y1, sum(${x2}) AS ${measure}_x2, sum(${y2}) AS ${measure}_y2`,
      `sum(${x1} * ${x2}) AS ${measure}_x1x2, sum(${x1} * ${y2}) AS ${measure}_x1y2`,
      `sum(${y1} * ${x2}) AS ${measure}_y1x2, sum(${y1} * ${y2}) AS ${measure}_y1y2`,
    ]
  })
  return sql`SELECT s.id AS roundId, count(*) AS n, ${sql.raw(sums.join(', '))}
    FROM ${surveyRounds} s
    JOIN ${surveyHouseholds} h1 ON h1.round_id = s.id AND h1.answer_id IS NOT NULL
    JOIN ${surveyHouseholds} h2 ON h2.round_id = (${roundBefore}) AND h2.room_id = h1.room_id AND h2.answer_id IS NOT NULL
    JOIN ${surveyAnswers} a1 ON a1.id = h1.answer_id
    JOIN ${surveyAnswers} a2 ON a2.id = h2.answer_id
    WHERE s.id IN (${rounds}) GROUP BY s.id`
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
