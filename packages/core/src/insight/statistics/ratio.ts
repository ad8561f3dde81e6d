import { studentT95 } from './student-t.ts'

/**
 * What is kept of the answers for one measure: sums over asked persons of what each expects (x) and finds (y), over all
 * of their rooms. All whole numbers, so that figures come out the same whenever and wherever they are calculated again.
 */
export interface Sums {
  /** Persons who answered. One who answers for five rooms has one opinion and is one unit. */
  n: number
  x: number
  y: number
  xx: number
  yy: number
  xy: number
}

/** What was answered of one measure, and between which marks one room can find it. */
export interface Sample {
  sums: Sums
  /** For how many rooms: as many as persons where each was asked for one. */
  answers: number
  scale: { least: number; most: number }
}

/** Whom a round asked. */
export interface Asked {
  persons: number
  /** One household is one room. */
  households: number
}

export interface Interval {
  low: number
  high: number
}

/** A ratio with what chance leaves open of it, in points: 100 is found = expected. */
export interface Spread {
  n: number
  value: number
  /** The usual standard error. */
  error: number
  /** The one to use downwards and the one to use upwards: with one more person who finds the worst, or the best. */
  down: number
  up: number
}

/**
 * Perceived ÷ expected × 100 with its standard errors, without finite population correction.
 *
 * The ratio of two sums over persons, by linearisation (Cochran, Sampling Techniques, 3rd ed., 1977, 6.4):
 *
 *   R = y/x,  s² = Σ(yᵢ − R·xᵢ)² ÷ (n·(n − 1)·x̄²)
 *
 * Where nearly all are content, or a few furious, the sample often holds none of those who differ, and s is far too
 * small, to one side. So one more person is calculated with who has not been heard: towards the worst by a² and towards
 * the best by b², added to the sum of squares (after Agresti & Coull, The American Statistician 52 (1998), 119–126, who
 * add observations to both sides): a = ȳ − least, b = most − ȳ, both for the rooms that a person has on average.
 * Simulations hold the coverage of what follows; with half a person it falls to 91 % where one in 25 is furious.
 * @returns null with fewer than two answers, which tell nothing about how people differ
 */
export function spreadOf({ sums, answers, scale }: Sample): Spread | null {
  const { n, x, y } = sums
  if (n < 2 || x === 0) return null
  const squares = residualSquares(sums)
  const rooms = answers / n
  const [a, b] = [y / n - scale.least * rooms, scale.most * rooms - y / n].map((reach) => Math.max(0, reach))
  const error = (more: number) => (100 * Math.sqrt((squares + more ** 2) / (n * (n - 1)))) / (x / n)
  return { n, value: (100 * y) / x, error: error(0), down: error(a ?? 0), up: error(b ?? 0) }
}

/** Σ(yᵢ − R·xᵢ)², in whole numbers up to the last division: what nearly cancels would leave rounding alone. */
export function residualSquares(sums: Sums): number {
  const [x, y] = [BigInt(sums.x), BigInt(sums.y)]
  const scaled = BigInt(sums.yy) * x * x - 2n * BigInt(sums.xy) * x * y + BigInt(sums.xx) * y * y
  return Number(scaled) / (sums.x * sums.x)
}

export interface Level {
  /** Perceived ÷ expected × 100: 100 means that what owners find is what they expect (D170). */
  value: number
  /** Of 95 % confidence; null while a single answer tells nothing about how answers differ. */
  interval: Interval | null
  /** Standard error, in points of the index. */
  error: number | null
}

/**
 * The satisfaction index of one round with its 95 % interval: what would all who were asked have said? For this
 * question alone the finite population correction is right (Cochran 1977, 2.11); whatever compares leaves it out, since
 * it asks about the service and not about this month's list. Once all were heard nothing is open and the interval is the
 * value. It covers chance, not that who does not answer may feel otherwise: hence response rates beside it.
 * @returns null without answers
 */
export function levelOf(sample: Sample, asked: Asked): Level | null {
  const { n, x, y } = sample.sums
  if (n === 0 || x === 0) return null
  const value = (100 * y) / x
  const spread = spreadOf(sample)
  if (spread === null)
    return { value, interval: allHeard(sample, asked) ? { low: value, high: value } : null, error: null }
  const shrink = Math.sqrt(1 - shareHeard(sample, asked))
  if (shrink === 0) return { value, interval: { low: value, high: value }, error: 0 }
  const reach = studentT95(n - 1) * shrink
  const { least, most } = sample.scale
  return {
    value,
    interval: {
      low: Math.max((100 * least) / most, value - reach * spread.down),
      high: Math.min((100 * most) / least, value + reach * spread.up),
    },
    error: shrink * spread.error,
  }
}

/** Whoever answered for some of their rooms only is not wholly heard: the smaller of the two shares counts. */
function shareHeard({ sums, answers }: Sample, { persons, households }: Asked): number {
  return Math.min(1, sums.n / persons, answers / households)
}

/** Whether nobody is left who could have said something else. */
export function allHeard(sample: Sample, asked: Asked): boolean {
  return shareHeard(sample, asked) >= 1
}
