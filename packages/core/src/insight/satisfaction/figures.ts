import {
  changeOf,
  levelOf,
  type Asked,
  type Difference,
  type Level,
  type Sample,
  type SharedSums,
} from '../statistics/index.ts'
import { measures, scaleOf, type Measure } from './methodology.ts'
import { hundredths } from './rules.ts'
import type { Measured } from './figure-schemas.ts'

/** Of a measure nobody answered. */
export function noAnswers(measure: Measure): { sample: Sample; low: number } {
  const sums = { n: 0, x: 0, y: 0, xx: 0, yy: 0, xy: 0 }
  return { sample: { sums, answers: 0, scale: scaleOf(measure) }, low: 0 }
}

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

/** The answers of a round and, where it can be compared, of the one before. */
export interface Calculation {
  measure: Measure
  sample: Sample
  asked: Asked
  low: number
  before?: { sample: Sample; shared: SharedSums } | undefined
}

/** The figures of one measure before it is known how many changes of the month are looked at. */
export interface Calculated extends Omit<Measured, 'change'> {
  sample: Sample
  change: CalculatedChange | null
}

interface CalculatedChange {
  valueE2: number
  lowE2: number
  highE2: number
  /** How likely chance alone makes as large a change (p), in billionths: never less than what it is. */
  chanceE9: number
}

/** The figures of one measure, in hundredths of a point. */
export function measured({ measure, sample, asked, low, before }: Calculation): Calculated {
  const change = before ? changeOf(sample, before.sample, before.shared) : null
  return {
    measure,
    sample,
    answers: sample.answers,
    answered: sample.sums.n,
    index: inHundredths(levelOf(sample, asked)),
    scoreE2: scoreE2Of(measure, sample.sums.y, sample.answers),
    low,
    change: change && changeInHundredths(change),
  }
}

/** What is found as a share of the most that households could give, × 100, in hundredths; null without answers. */
export function scoreE2Of(measure: Measure, y: number, answers: number): number | null {
  return answers === 0 ? null : hundredths((100 * y) / (answers * scaleOf(measure).most))
}

function inHundredths(level: Level | null): Measured['index'] {
  if (level === null) return null
  const { value, interval } = level
  const valueE2 = hundredths(value)
  if (interval === null) return { valueE2, lowE2: null, highE2: null }
  // Everybody was heard: the interval is the value and stays so when it is rounded.
  if (interval.low === interval.high) return { valueE2, lowE2: valueE2, highE2: valueE2 }
  return { valueE2, ...outwards(interval) }
}

function changeInHundredths({ value, interval, p }: Difference): CalculatedChange {
  return { valueE2: hundredths(value), ...outwards(interval), chanceE9: Math.ceil(p * 1e9) }
}

/** The ends of an interval in hundredths, away from the value: rounding must not make it surer than it is. */
function outwards({ low, high }: { low: number; high: number }): { lowE2: number; highE2: number } {
  // What is whole up to the last digits of the calculation is whole.
  return { lowE2: Math.floor(low * 100 + 1e-7), highE2: Math.ceil(high * 100 - 1e-7) }
}

/** In the order of the questionnaire, the whole first. */
export function inOrder<T extends { measure: Measure }>(rows: readonly T[]): T[] {
  return rows.toSorted((a, b) => measures.indexOf(a.measure) - measures.indexOf(b.measure))
}
