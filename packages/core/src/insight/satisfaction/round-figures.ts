import { shareE4 } from '@heju/kernel'
import type { InferSelectModel } from 'drizzle-orm'
import { allHeard, wilsonInterval } from '../statistics/index.ts'
import { inOrder, measured, scoreE2Of, type Calculated } from './figures.ts'
import type { FlaggedChanges } from './flag-changes.ts'
import { scaleOf } from './methodology.ts'
import type { RoundCalculation } from './calculation.ts'
import { whyUnranked, type SurveySettings } from './rules.ts'
import type { RoundFigures } from './figure-schemas.ts'
import { surveyOutcomes, surveyRounds } from './tables.ts'

type OutcomeRow = InferSelectModel<typeof surveyOutcomes>
type RoundRow = InferSelectModel<typeof surveyRounds>

/** A measure of a round with what is told of the whole alone. */
export interface RoundMeasure extends Calculated {
  roundId: string
  /** Who was asked. */
  persons: number
  byStaff: number
  /** Persons who answered the loyalty question, and those of them who would stay. */
  loyaltyPersons: number
  loyalPersons: number
}

/** A measure of a round that is open still, or was calculated by an older method: calculated now. */
export function fromCalculation(calculation: RoundCalculation): RoundMeasure {
  const { round, asked, byStaff, loyaltyPersons, loyalPersons } = calculation
  const { persons } = asked
  return { roundId: round.id, persons, byStaff, loyaltyPersons, loyalPersons, ...measured(calculation) }
}

/** A measure of a closed round, as it was reported. */
export function fromOutcome(row: OutcomeRow): RoundMeasure {
  const { roundId, measure, persons, answered, answers, low, byStaff, loyaltyPersons, loyalPersons } = row
  const { x, y, xx, yy, xy, indexE2, lowE2, highE2 } = row
  const { changeE2, changeLowE2, changeHighE2, changeChanceE9 } = row
  const changed =
    changeE2 !== null && changeLowE2 !== null && changeHighE2 !== null && changeChanceE9 !== null
  return {
    roundId,
    measure,
    persons,
    answered,
    answers,
    sample: { sums: { n: answered, x, y, xx, yy, xy }, answers, scale: scaleOf(measure) },
    low,
    byStaff,
    loyaltyPersons,
    loyalPersons,
    index: indexE2 === null ? null : { valueE2: indexE2, lowE2, highE2 },
    scoreE2: scoreE2Of(measure, y, answers),
    change: changed
      ? { valueE2: changeE2, lowE2: changeLowE2, highE2: changeHighE2, chanceE9: changeChanceE9 }
      : null,
  }
}

export type ProjectRound = Pick<
  RoundFigures,
  | 'projectId'
  | 'name'
  | 'roundId'
  | 'state'
  | 'closesAt'
  | 'methodology'
  | 'households'
  | 'answers'
  | 'persons'
  | 'answered'
  | 'allHeard'
  | 'responseRateE4'
  | 'byStaff'
  | 'loyaltyRate'
  | 'figures'
  | 'unrankedBecause'
>

/** What is told of a project's round; `round` is null where there was none. */
export function projectRound(
  project: { id: string; name: string },
  round: RoundRow | null,
  all: readonly RoundMeasure[],
  { settings, flagged }: { settings: SurveySettings; flagged: FlaggedChanges },
): ProjectRound {
  const named = { projectId: project.id, name: project.name }
  if (round === null) return { ...named, ...noRoundFigures }
  const mine = inOrder(all.filter(({ roundId }) => roundId === round.id))
  const { answers = 0, answered = 0, persons = 0, byStaff = 0 } = mine[0] ?? {}
  const { households } = round
  return {
    ...named,
    roundId: round.id,
    state: round.closedAt === null ? 'open' : 'closed',
    closesAt: round.closesAt,
    methodology: round.methodology,
    households,
    answers,
    persons,
    answered,
    allHeard: mine[0] !== undefined && answers > 0 && allHeard(mine[0].sample, { persons, households }),
    responseRateE4: shareE4(answers, households),
    byStaff,
    loyaltyRate: mine[0] ? loyaltyOf(mine[0]) : null,
    figures: mine.map((each) => ({
      measure: each.measure,
      answers: each.answers,
      answered: each.answered,
      index: each.index,
      scoreE2: each.scoreE2,
      low: each.low,
      change: flagged.of(each),
    })),
    unrankedBecause: whyUnranked({ answered, persons, answers, households }, settings),
  }
}

/**
 * Of the persons who answered the loyalty question, how many would stay: whoever answers for several households has one
 * opinion, and who answered the survey but not this question has none.
 */
function loyaltyOf({ loyalPersons, loyaltyPersons, persons }: RoundMeasure): ProjectRound['loyaltyRate'] {
  const valueE4 = shareE4(loyalPersons, loyaltyPersons)
  if (valueE4 === null) return null
  return { valueE4, ...shareEnds(wilsonInterval(loyalPersons, loyaltyPersons, persons)) }
}

/** The ends of a share in 1/10,000, rounded away from it. */
function shareEnds(interval: { low: number; high: number } | null): { lowE4: number; highE4: number } {
  const { low = 0, high = 1 } = interval ?? {}
  return { lowE4: Math.floor(low * 10_000 + 1e-7), highE4: Math.ceil(high * 10_000 - 1e-7) }
}

const noRoundFigures = {
  roundId: null,
  state: 'none',
  closesAt: null,
  methodology: null,
  households: 0,
  answers: 0,
  persons: 0,
  answered: 0,
  allHeard: false,
  responseRateE4: null,
  byStaff: 0,
  loyaltyRate: null,
  figures: [],
  unrankedBecause: 'no_round',
} as const satisfies Partial<ProjectRound>
