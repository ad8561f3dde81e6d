import { placesOf, spreadOf, type Contender } from '../statistics/index.ts'
import type { ProjectRound, RoundMeasure } from './round-figures.ts'
import type { Compared } from './figure-schemas.ts'

/** A project's place among all that are ordered in a month. */
export type Rank = NonNullable<Compared['rank']>

/** What the order of a month needs of a project. */
type Judged = Pick<ProjectRound, 'projectId' | 'roundId' | 'methodology' | 'unrankedBecause'>

/**
 * Orders the projects of a company by what is found overall, and says who may hold which place (`placesOf`). All of the
 * company's projects are in it, whoever asks: a project has one place, not another one for each reader. Figures of an
 * older questionnaire stand apart from those of the newest, as do projects with too few answers.
 * @returns each project with its place or why it has none, the ordered ones first, by their value
 */
export function orderProjects<T extends Judged>(
  rounds: readonly T[],
  measures: readonly RoundMeasure[],
): (T & { rank: Rank | null })[] {
  const newest = Math.max(0, ...rounds.map(({ methodology }) => methodology ?? 0))
  const judged = rounds.map((round) => ({
    ...round,
    unrankedBecause:
      round.unrankedBecause ?? (round.methodology === newest ? null : ('other_methodology' as const)),
    rank: null,
  }))
  const contenders = judged.filter(({ unrankedBecause }) => unrankedBecause === null)
  const places = placesOf(contenders.flatMap((round) => contenderOf(round, measures)))
  const sets = Map.groupBy(places, ({ from, to }) => `${from}–${to}`)
  const ordered = places.flatMap(({ id, from, to, alike }) =>
    contenders
      .filter(({ projectId }) => projectId === id)
      .map((round) => {
        const tied = (sets.get(`${from}–${to}`)?.length ?? 1) > 1
        return { ...round, rank: { from, to, of: places.length, tied, alike } }
      }),
  )
  return [...ordered, ...judged.filter(({ unrankedBecause }) => unrankedBecause !== null)]
}

function contenderOf({ projectId, roundId }: Judged, measures: readonly RoundMeasure[]): Contender[] {
  const whole = measures.find((each) => each.roundId === roundId && each.measure === 'all')
  const spread = whole && spreadOf(whole.sample)
  return spread ? [{ id: projectId, ...spread }] : []
}
