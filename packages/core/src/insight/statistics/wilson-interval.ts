import { normalQuantile } from './normal.ts'
import type { Interval } from './ratio.ts'

const z = normalQuantile(0.975)

/**
 * The 95 % interval of a share (Wilson, Probable inference, Journal of the American Statistical Association 22 (1927),
 * 209–212; recommended by Newcombe, Statistics in Medicine 17 (1998), 857–872). Stays within 0 and 1, and is an
 * interval also where all or none are counted.
 * @param of how many there are to answer, for what a sample says of this month; left out where all cases are counted
 *   and the question is how the work goes
 * @returns null of nothing
 */
export function wilsonInterval(part: number, whole: number, of = Infinity): Interval | null {
  if (whole === 0) return null
  const p = part / whole
  if (whole >= of) return { low: p, high: p }
  // The share of those who were not asked shrinks the variance as more answers would.
  const n = of === Infinity ? whole : (whole * (of - 1)) / (of - whole)
  const scale = 1 + z ** 2 / n
  const centre = (p + z ** 2 / (2 * n)) / scale
  const half = (z / scale) * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2))
  return {
    low: part === 0 ? 0 : centre - half,
    high: part === whole ? 1 : centre + half,
  }
}
