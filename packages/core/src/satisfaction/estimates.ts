import { studentT95 } from './student-t.ts'

/**
 * What is kept of the answers for one measure: sums over households of what each expects (x) and finds (y). All whole
 * numbers, so that the figures come out the same whenever and wherever they are reckoned again.
 */
export interface Sums {
  /** Households that answered. */
  n: number
  x: number
  y: number
  xx: number
  yy: number
  xy: number
}

/** The same over the households that answered both in this round (1) and in the one before (2). */
export interface SharedSums {
  n: number
  x1: number
  y1: number
  x2: number
  y2: number
  x1x2: number
  x1y2: number
  y1x2: number
  y1y2: number
}

export interface Interval {
  low: number
  high: number
}

export interface IndexEstimate {
  /** Perceived ÷ expected × 100: 100 means that what owners find is what they expect (D170). */
  value: number
  /** Of 95 % confidence; null while a single answer tells nothing about how answers differ. */
  interval: Interval | null
  /** Standard error, in points of the index. */
  error: number | null
}

/**
 * The satisfaction index: Σ perceived ÷ Σ expected × 100 (D170), with its 95 % interval.
 *
 * A ratio of two sums over sampled households, each household one unit, since its six answers hang together. The
 * variance is that of the ratio estimator by linearisation, with the finite population correction, since the
 * households of a project can be counted (Cochran, Sampling Techniques, 3rd ed., 1977, 2.11 and 6.4):
 *
 *   R = y/x,  var(R) = (1 − n/N) ÷ (n·x̄²) × Σ(yᵢ − R·xᵢ)² ÷ (n − 1),  R ± t(n − 1)·√var(R)
 *
 * When every household answered nothing is left to chance, and the interval shrinks to the value. The interval covers
 * chance, not the fact that who answers may feel otherwise than who does not: hence response rates beside it.
 * @param households N, how many there are to answer
 * @returns null without answers
 */
export function estimateIndex(sums: Sums, households: number): IndexEstimate | null {
  const { n, x, y } = sums
  if (n === 0 || x === 0) return null
  const value = (100 * y) / x
  if (n === 1) return { value, interval: null, error: null }
  const error = 100 * Math.sqrt(variance(sums, households))
  return { value, interval: around(value, error, n - 1), error }
}

/** Variance of y/x. */
function variance(sums: Sums, households: number): number {
  return ((1 - Math.min(sums.n / households, 1)) * spread(sums) ** 2) / sums.n
}

/** How much households differ from the ratio of all: the standard deviation of the residuals, in units of x̄. */
function spread(sums: Sums): number {
  return Math.sqrt(residuals(sums) / (sums.n - 1)) / (sums.x / sums.n)
}

/** Σ(yᵢ − R·xᵢ)², in whole numbers up to the last division: what nearly cancels would leave rounding alone. */
function residuals(sums: Sums): number {
  const [x, y] = [BigInt(sums.x), BigInt(sums.y)]
  const scaled = BigInt(sums.yy) * x * x - 2n * BigInt(sums.xy) * x * y + BigInt(sums.xx) * y * y
  return Number(scaled) / (sums.x * sums.x)
}

function around(value: number, error: number, degrees: number): Interval {
  const reach = studentT95(degrees) * error
  return { low: value - reach, high: value + reach }
}

export interface Change {
  /** Points of the index: this round less the one before. */
  value: number
  interval: Interval
  /** Whether chance alone would hardly make such a difference: zero lies outside the 95 % interval. */
  significant: boolean
}

export interface Round {
  sums: Sums
  households: number
}

/** With fewer households in both rounds, how they go together cannot be told. */
const fewestShared = 10

/**
 * The change from one round to the next. Many households answer both, and answer alike: their share of chance cancels
 * out, so that a smaller change can be seen than between two projects. The covariance of two overlapping samples of one
 * population is that of Tam, On covariances from overlapping samples, The American Statistician 38 (1984), 288–289:
 *
 *   cov(R₁, R₂) = (n₁₂ ÷ (n₁·n₂) − 1/N) × S₁₂ ÷ (x̄₁·x̄₂),  S₁₂ the covariance of the residuals yᵢ − R·xᵢ
 *
 * With fewer than ten households in both, S₁₂ is taken to be whatever makes the interval widest.
 * @returns null where one of the two has fewer than two answers
 */
export function estimateChange(current: Round, before: Round, shared: SharedSums): Change | null {
  const a = estimateIndex(current.sums, current.households)
  const b = estimateIndex(before.sums, before.households)
  if (a === null || b === null || a.error === null || b.error === null) return null
  const value = a.value - b.value
  // By Cauchy and Schwarz the two cannot cancel out further than this, whatever a small sample makes of it.
  const least = (a.error - b.error) ** 2
  const squared = a.error ** 2 + b.error ** 2 - 2 * 100 ** 2 * covariance(current, before, shared)
  const degrees = Math.min(current.sums.n, before.sums.n) - 1
  const interval = around(value, Math.sqrt(Math.max(least, squared)), degrees)
  return { value, interval, significant: interval.low > 0 || interval.high < 0 }
}

function covariance(current: Round, before: Round, shared: SharedSums): number {
  const [one, two] = [current.sums, before.sums]
  const population = Math.max(current.households, before.households)
  const overlap = shared.n / (one.n * two.n) - 1 / population
  if (shared.n < fewestShared) return Math.min(overlap, 0) * spread(one) * spread(two)
  return (overlap * sharedCovariance(one, two, shared) * one.n * two.n) / (one.x * two.x)
}

/** S₁₂: how far the residuals of the households that answered both rounds go together. */
function sharedCovariance(one: Sums, two: Sums, shared: SharedSums): number {
  const [r1, r2] = [one.y / one.x, two.y / two.x]
  const products = shared.y1y2 - r2 * shared.y1x2 - r1 * shared.x1y2 + r1 * r2 * shared.x1x2
  const means = ((shared.y1 - r1 * shared.x1) * (shared.y2 - r2 * shared.x2)) / shared.n
  return (products - means) / (shared.n - 1)
}
