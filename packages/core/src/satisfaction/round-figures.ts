import type { InferSelectModel } from 'drizzle-orm'
import type { RoundReckoning } from './reckoning.ts'
import { inOrder, measured, scoreE2Of } from './figures.ts'
import { rateE4, whyApart, type SurveySettings } from './rules.ts'
import type { Measured, RoundFigures } from './schemas.ts'
import { surveyResults, surveyRounds } from './tables.ts'

type ResultRow = InferSelectModel<typeof surveyResults>
type RoundRow = InferSelectModel<typeof surveyRounds>

/** A measure of a round with what is told of the whole alone. */
export interface RoundMeasure extends Measured {
  roundId: string
  byStaff: number
  loyaltyAsked: number
  loyal: number
}

/** A measure of a round that is open still, reckoned now. */
export function fromReckoning(reckoning: RoundReckoning): RoundMeasure {
  const { round, byStaff, loyaltyAsked, loyal } = reckoning
  return { roundId: round.id, byStaff, loyaltyAsked, loyal, ...measured(reckoning) }
}

/** A measure of a closed round, as it was reported. */
export function fromResult(row: ResultRow): RoundMeasure {
  const { roundId, measure, answers, y, low, byStaff, loyaltyAsked, loyal } = row
  const { indexE2, lowE2, highE2, changeE2, changeLowE2, changeHighE2 } = row
  const changed = changeE2 !== null && changeLowE2 !== null && changeHighE2 !== null
  return {
    roundId,
    measure,
    answers,
    low,
    byStaff,
    loyaltyAsked,
    loyal,
    index: indexE2 === null ? null : { valueE2: indexE2, lowE2, highE2 },
    scoreE2: scoreE2Of(measure, y, answers),
    change: changed
      ? {
          valueE2: changeE2,
          lowE2: changeLowE2,
          highE2: changeHighE2,
          significant: changeLowE2 > 0 || changeHighE2 < 0,
        }
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
  | 'responseRateE4'
  | 'byStaff'
  | 'loyaltyRateE4'
  | 'figures'
  | 'apart'
>

/** What is told of a project's round; `round` is null where there was none. */
export function projectRound(
  project: { id: string; name: string },
  round: RoundRow | null,
  all: readonly RoundMeasure[],
  settings: SurveySettings,
): ProjectRound {
  const named = { projectId: project.id, name: project.name }
  if (round === null) return { ...named, ...noRoundFigures }
  const mine = inOrder(all.filter(({ roundId }) => roundId === round.id))
  const { answers = 0, byStaff = 0, loyaltyAsked = 0, loyal = 0 } = mine[0] ?? {}
  return {
    ...named,
    roundId: round.id,
    state: round.closedAt === null ? 'open' : 'closed',
    closesAt: round.closesAt,
    methodology: round.methodology,
    households: round.households,
    answers,
    responseRateE4: rateE4(answers, round.households),
    byStaff,
    loyaltyRateE4: rateE4(loyal, loyaltyAsked),
    figures: mine.map(({ measure, answers: given, index, scoreE2, low, change }) => ({
      measure,
      answers: given,
      index,
      scoreE2,
      low,
      change,
    })),
    apart: whyApart(answers, round.households, settings),
  }
}

const noRoundFigures = {
  roundId: null,
  state: 'none',
  closesAt: null,
  methodology: null,
  households: 0,
  answers: 0,
  responseRateE4: null,
  byStaff: 0,
  loyaltyRateE4: null,
  figures: [],
  apart: 'no_round',
} as const satisfies Partial<ProjectRound>
