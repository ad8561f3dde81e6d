import {
  estimateChange,
  estimateIndex,
  type Change,
  type IndexEstimate,
  type SharedSums,
  type Sums,
} from './estimates.ts'
import { dimensions, measures, scale, type Measure } from './methodology.ts'
import { hundredths } from './rules.ts'
import type { Measured } from './schemas.ts'

/** Of a measure nobody answered. */
export const noSums: Sums = { n: 0, x: 0, y: 0, xx: 0, yy: 0, xy: 0 }
export const noShared: SharedSums = {
  n: 0,
  x1: 0,
  y1: 0,
  x2: 0,
  y2: 0,
  x1x2: 0,
  x1y2: 0,
  y1x2: 0,
  y1y2: 0,
}

/** Sums of a round and, where it can be compared, of the one before. */
export interface Reckoning {
  measure: Measure
  sums: Sums
  households: number
  low: number
  before?: { sums: Sums; households: number; shared: SharedSums } | undefined
}

/** The figures of one measure, in hundredths of a point. */
export function measured({ measure, sums, households, low, before }: Reckoning): Measured {
  const change = before ? estimateChange({ sums, households }, before, before.shared) : null
  return {
    measure,
    answers: sums.n,
    index: inHundredths(estimateIndex(sums, households)),
    scoreE2: scoreE2Of(measure, sums.y, sums.n),
    low,
    change: change && changeInHundredths(change),
  }
}

/** What is found as a share of the most that households could give, × 100, in hundredths; null without answers. */
export function scoreE2Of(measure: Measure, y: number, answers: number): number | null {
  const most = measure === 'all' ? scale.most * dimensions.length : scale.most
  return answers === 0 ? null : hundredths((100 * y) / (answers * most))
}

function inHundredths(estimate: IndexEstimate | null): Measured['index'] {
  if (estimate === null) return null
  const { value, interval } = estimate
  return {
    valueE2: hundredths(value),
    // A share of what is expected is never less than nothing, however wide the interval.
    lowE2: interval && Math.max(0, hundredths(interval.low)),
    highE2: interval && hundredths(interval.high),
  }
}

function changeInHundredths({ value, interval, significant }: Change): NonNullable<Measured['change']> {
  return {
    valueE2: hundredths(value),
    lowE2: hundredths(interval.low),
    highE2: hundredths(interval.high),
    significant,
  }
}

/** In the order of the questionnaire, the whole first. */
export function inOrder<T extends { measure: Measure }>(rows: readonly T[]): T[] {
  return rows.toSorted((a, b) => measures.indexOf(a.measure) - measures.indexOf(b.measure))
}
