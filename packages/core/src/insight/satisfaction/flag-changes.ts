import { adjustForMany, discoveriesOf, falseShare, type Discoveries } from '../statistics/index.ts'
import type { RoundMeasure } from './round-figures.ts'
import type { Measured } from './figure-schemas.ts'

/** Which changes of a month are beyond chance, and how many were looked at. */
export interface FlaggedChanges extends Discoveries {
  of(measure: RoundMeasure): Measured['change']
}

/**
 * Judges all changes of a month together: of those that are called beyond chance, at most one in twenty is expected to
 * be chance (`adjustForMany`). One family is one month of the whole company, for whoever looks at it: what a manager
 * sees of one project is what head office sees of it.
 */
export function flagChanges(month: readonly RoundMeasure[]): FlaggedChanges {
  const changed = month.flatMap(({ roundId, measure, change }) =>
    change === null ? [] : [{ key: `${roundId}|${measure}`, p: change.chanceE9 / 1e9 }],
  )
  const p = changed.map((each) => each.p)
  const adjusted = adjustForMany(p)
  const beyond = new Set(changed.filter((_, i) => (adjusted[i] ?? 1) <= falseShare).map(({ key }) => key))
  return {
    ...discoveriesOf(p),
    of({ roundId, measure, change }) {
      if (change === null) return null
      const { valueE2, lowE2, highE2 } = change
      return { valueE2, lowE2, highE2, significant: beyond.has(`${roundId}|${measure}`) }
    },
  }
}
