import { gammaShare } from './gamma.ts'
import type { Interval } from './ratio.ts'
import { bisect } from './student-t.ts'

/**
 * The exact 95 % interval of the mean that a count was drawn from (Garwood, Fiducial limits for the Poisson
 * distribution, Biometrika 28 (1936), 437–442): ½χ²(0.025; 2c) to ½χ²(0.975; 2c + 2). For counts that come one by one,
 * as complaints of many households do; one household that complains ten times is not ten.
 */
export function poissonInterval(count: number): Interval {
  const most = count + 12 + 8 * Math.sqrt(count + 1)
  return {
    low: count === 0 ? 0 : bisect((mean) => 0.025 - gammaShare(count, mean), 0, most),
    high: bisect((mean) => 0.975 - gammaShare(count + 1, mean), 0, most),
  }
}
