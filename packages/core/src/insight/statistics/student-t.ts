import { betaShare } from './beta.ts'
import { normalCdf, normalQuantile } from './normal.ts'

/**
 * How likely chance alone takes Student's t as far from zero as this, to either side (Abramowitz & Stegun 26.7.1).
 * @param degrees of freedom, also broken ones; Infinity is the normal distribution
 */
export function bothTails(t: number, degrees: number): number {
  if (degrees === Infinity) return 2 * normalCdf(-Math.abs(t))
  return betaShare(degrees / (degrees + t * t), degrees / 2, 0.5)
}

const known = new Map<number, number>()

/**
 * How many standard errors an interval of 95 % confidence reaches to each side: the 0.975 quantile of Student's t.
 * @param degrees of freedom, more than 0
 */
export function studentT95(degrees: number): number {
  if (degrees === Infinity) return normalQuantile(0.975)
  const before = known.get(degrees)
  if (before !== undefined) return before
  const found = bisect((t) => bothTails(t, degrees) - 0.05, 1.9, degrees < 2 ? 1e4 : 13)
  // Degrees come in whole numbers mostly; a bound keeps broken ones from filling the memory of a long life.
  if (known.size < 10_000) known.set(degrees, found)
  return found
}

/** Where a falling function crosses zero between two points. */
export function bisect(falling: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to]
  for (let i = 0; i < 200; i++) {
    const middle = (low + high) / 2
    if (middle === low || middle === high) break
    if (falling(middle) > 0) low = middle
    else high = middle
  }
  return (low + high) / 2
}
