import { sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { noAnswers, noShared, type Calculation } from './figures.ts'
import { measures, type Measure } from './methodology.ts'
import {
  roundBefore,
  sharedSumsOfMeasure,
  sharedSumsQuery,
  sampleOfMeasure,
  sumsQuery,
  type RoundSharedSums,
  type RoundSums,
} from './sums.ts'
import { surveyHouseholds, surveyRounds } from './tables.ts'

/** A round whose figures are wanted. */
export interface CalculatedRound {
  id: string
  projectId: string
  period: string
  methodology: number
  households: number
  /** Who was asked, each for one or more households. */
  persons: number
  beforeId: string | null
}

/** All that the figures of one measure of a round follow from. */
export interface RoundCalculation extends Calculation {
  round: CalculatedRound
  byStaff: number
  loyaltyAsked: number
  loyal: number
  loyaltyPersons: number
  loyalPersons: number
}

/**
 * The queries from whose rows `calculations` gives the figures of rounds, for one batch. Only sums come back, however
 * many households answered.
 * @param rounds a query of round ids
 */
export function calculationQueries(ctx: Ctx, rounds: SQL) {
  const before = sql`SELECT (${roundBefore}) FROM ${surveyRounds} s WHERE s.id IN (${rounds})`
  const { orm } = ctx.db
  return [
    orm.all<CalculatedRound>(sql`SELECT s.id, s.project_id AS projectId, s.period, s.methodology, s.households,
        (SELECT count(DISTINCT h.person_id) FROM ${surveyHouseholds} h WHERE h.round_id = s.id) AS persons,
        (${roundBefore}) AS beforeId
      FROM ${surveyRounds} s WHERE s.id IN (${rounds}) ORDER BY s.id`),
    orm.all<RoundSums>(sumsQuery(rounds)),
    orm.all<RoundSums>(sumsQuery(before)),
    orm.all<RoundSharedSums>(sharedSumsQuery(rounds)),
  ] as const
}

/** Each measure of each round, the whole first; also of rounds without answers. */
export function calculations(
  rounds: readonly CalculatedRound[],
  sums: readonly RoundSums[],
  earlier: readonly RoundSums[],
  shared: readonly RoundSharedSums[],
): RoundCalculation[] {
  const [own, before, both] = [byRound(sums), byRound(earlier), byRound(shared)]
  return rounds.flatMap((round) => {
    const found = own.get(round.id)
    const { byStaff = 0, loyaltyAsked = 0, loyal = 0, loyaltyPersons = 0, loyalPersons = 0 } = found ?? {}
    return measures.map((measure): RoundCalculation => {
      const { sample, low } = found ? sampleOfMeasure(found, measure) : noAnswers(measure)
      return {
        round,
        measure,
        sample,
        asked: { persons: round.persons, households: round.households },
        low,
        byStaff,
        loyaltyAsked,
        loyal,
        loyaltyPersons,
        loyalPersons,
        before: beforeOf(measure, before.get(round.beforeId ?? ''), both.get(round.id)),
      }
    })
  })
}

function beforeOf(
  measure: Measure,
  earlier: RoundSums | undefined,
  shared: RoundSharedSums | undefined,
): Calculation['before'] {
  if (earlier === undefined) return undefined
  const { sample } = sampleOfMeasure(earlier, measure)
  return { sample, shared: shared ? sharedSumsOfMeasure(shared, measure) : noShared }
}

function byRound<T extends { roundId: string }>(rows: readonly T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.roundId, row]))
}
