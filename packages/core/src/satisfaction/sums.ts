import { sql, type SQL } from 'drizzle-orm'
import type { SharedSums, Sums } from './estimates.ts'
import { loyalFrom, scale, type Measure } from './methodology.ts'
import { surveyAnswers, surveyHouseholds, surveyRounds, surveyScores } from './tables.ts'

/** What the answers that count come to, for one measure of one round. */
export interface RoundSums extends Sums {
  roundId: string
  measure: Measure
  low: number
  byStaff: number
  loyaltyAsked: number
  loyal: number
}

const five = sql.raw(
  'count(*) AS n, sum(x) AS x, sum(y) AS y, sum(x * x) AS xx, sum(y * y) AS yy, sum(x * y) AS xy',
)

/**
 * The sums of rounds, one row for each measure; a round without answers has none.
 * @param rounds a query of round ids
 */
export function sumsQuery(rounds: SQL): SQL {
  return sql`SELECT round_id AS roundId, measure, ${five}, sum(low) AS low, sum(by_staff) AS byStaff,
      count(loyalty) AS loyaltyAsked, coalesce(sum(loyalty >= ${loyalFrom}), 0) AS loyal
    FROM (SELECT h.round_id, 'all' AS measure, a.expected_sum AS x, a.perceived_sum AS y, a.channel <> 'portal' AS by_staff, a.loyalty,
        EXISTS (SELECT 1 FROM ${surveyScores} s WHERE s.answer_id = a.id AND s.perceived <= ${scale.low}) AS low
      FROM ${surveyHouseholds} h JOIN ${surveyAnswers} a ON a.id = h.answer_id WHERE h.round_id IN (${rounds})
    UNION ALL
    SELECT h.round_id, s.dimension, s.expected, s.perceived, 0, NULL, s.perceived <= ${scale.low}
      FROM ${surveyHouseholds} h JOIN ${surveyScores} s ON s.answer_id = h.answer_id WHERE h.round_id IN (${rounds}))
    GROUP BY round_id, measure`
}

export interface RoundSharedSums extends SharedSums {
  roundId: string
  measure: Measure
}

/** The round of the month before in the same project, asked and reckoned in the same way; of `s`, a round. */
export const roundBefore = sql`SELECT b.id FROM ${surveyRounds} b WHERE b.project_id = s.project_id
  AND b.period = strftime('%Y-%m', s.period || '-01', '-1 month') AND b.methodology = s.methodology`

/**
 * The sums over households that answered both in a round (1) and in the one before (2), one row for each measure.
 * @param rounds a query of the ids of the later rounds
 */
export function sharedSumsQuery(rounds: SQL): SQL {
  return sql`SELECT round_id AS roundId, measure, count(*) AS n, sum(x1) AS x1, sum(y1) AS y1, sum(x2) AS x2, sum(y2) AS y2,
      sum(x1 * x2) AS x1x2, sum(x1 * y2) AS x1y2, sum(y1 * x2) AS y1x2, sum(y1 * y2) AS y1y2
    FROM (SELECT s.id AS round_id, 'all' AS measure, a1.expected_sum AS x1, a1.perceived_sum AS y1, a2.expected_sum AS x2, a2.perceived_sum AS y2
      FROM ${pairs(rounds)}
      JOIN ${surveyAnswers} a1 ON a1.id = h1.answer_id JOIN ${surveyAnswers} a2 ON a2.id = h2.answer_id
    UNION ALL
    SELECT s.id, s1.dimension, s1.expected, s1.perceived, s2.expected, s2.perceived
      FROM ${pairs(rounds)}
      JOIN ${surveyScores} s1 ON s1.answer_id = h1.answer_id
      JOIN ${surveyScores} s2 ON s2.answer_id = h2.answer_id AND s2.dimension = s1.dimension)
    GROUP BY round_id, measure`
}

function pairs(rounds: SQL): SQL {
  return sql`${surveyRounds} s
    JOIN ${surveyHouseholds} h1 ON h1.round_id = s.id AND h1.answer_id IS NOT NULL
    JOIN ${surveyHouseholds} h2 ON h2.round_id = (${roundBefore}) AND h2.room_id = h1.room_id AND h2.answer_id IS NOT NULL
    AND s.id IN (${rounds})`
}
