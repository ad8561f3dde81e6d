import { chanceOf, type Difference } from './difference.ts'
import { residualSquares, spreadOf, type Sample, type Spread, type Sums } from './ratio.ts'
import { studentT95 } from './student-t.ts'

/** Sums over the persons who answered both this round (1) and the one before (2). */
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

/** With fewer persons in both rounds, how the two go together cannot be told. */
const fewestShared = 10
/** From so many answers on in both, and none more than twice the other, the usual ends hold (simulated). */
const enough = 30
const notMoreThan = 2

/**
 * The change from one round to the next. Many persons answer both, and answer alike: their share of chance cancels out,
 * so that a smaller change can be seen than between two projects. The covariance of two overlapping samples is that of
 * Tam, On covariances from overlapping samples, The American Statistician 38 (1984), 288–289, without −1/N, since the
 * question is whether the service changed and not what this list of households would say (so Wood, On the covariance
 * between related Horvitz–Thompson estimators, Journal of Official Statistics 24 (2008), 53–78):
 *
 *   V = s₁² + s₂² − 2·n₁₂ ÷ (n₁·n₂) × S₁₂ ÷ (x̄₁·x̄₂),  S₁₂ the covariance of the residuals yᵢ − R·xᵢ
 *
 * With fewer than ten persons in both, the two are taken not to go together: what persons think from month to month goes
 * together rather than against, so that this makes the interval widest. Few or very unequal numbers of answers, or a
 * round in which all say the same, take the ends with one more person (MOVER, as between two projects).
 * @param least persons in both from which their covariance is used
 * @returns null where one of the two has fewer than two answers
 */
export function changeOf(
  current: Sample,
  before: Sample,
  shared: SharedSums,
  least: number = fewestShared,
): Difference | null {
  const [now, then] = [spreadOf(current), spreadOf(before)]
  if (now === null || then === null) return null
  const value = now.value - then.value
  const together = shared.n < least ? 0 : covariance(current.sums, before.sums, shared)
  const error = (one: number, two: number) =>
    // By Cauchy and Schwarz the two cannot cancel out further than this, whatever a small sample makes of it.
    Math.sqrt(Math.max((one - two) ** 2, one ** 2 + two ** 2 - 2 * together))
  const usual = usualEnds(now, then, current.sums, before.sums)
  const down = usual ? error(now.error, then.error) : error(now.down, then.up)
  const up = usual ? down : error(now.up, then.down)
  const degrees = Math.min(now.n, then.n) - 1
  const t = studentT95(degrees)
  return {
    value,
    interval: { low: value - t * down, high: value + t * up },
    p: chanceOf(value, { error: value > 0 ? down : up, degrees }),
  }
}

function usualEnds(now: Spread, then: Spread, current: Sums, before: Sums): boolean {
  const [fewer, more] = [Math.min(now.n, then.n), Math.max(now.n, then.n)]
  const differ = residualSquares(current) > 0 && residualSquares(before) > 0
  return fewer >= enough && more <= notMoreThan * fewer && differ
}

/** Of the two ratios, in points squared. */
function covariance(one: Sums, two: Sums, shared: SharedSums): number {
  return (100 ** 2 * shared.n * residualCovariance(one, two, shared)) / (one.x * two.x)
}

/** S₁₂: how far the residuals of the persons who answered both rounds go together. */
function residualCovariance(one: Sums, two: Sums, shared: SharedSums): number {
  const [r1, r2] = [one.y / one.x, two.y / two.x]
  const products = shared.y1y2 - r2 * shared.y1x2 - r1 * shared.x1y2 + r1 * r2 * shared.x1x2
  const means = ((shared.y1 - r1 * shared.x1) * (shared.y2 - r2 * shared.x2)) / shared.n
  return (products - means) / (shared.n - 1)
}
