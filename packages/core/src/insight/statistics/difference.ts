import type { Interval, Spread } from './ratio.ts'
import { bothTails, studentT95 } from './student-t.ts'

export interface Difference {
  /** In points: the first less the second. */
  value: number
  interval: Interval
  /** How likely chance alone makes as large a difference. */
  p: number
}

/**
 * How far one project lies above another, with its 95 % interval by the ends of the two (MOVER: Zou & Donner, Construction
 * of confidence limits about effect measures, Statistics in Medicine 27 (2008), 1693–1702) and Welch's degrees of
 * freedom. Without finite population correction: the question is whether the service differs (Cochran 1977, 2.14).
 */
export function differenceOf(one: Spread, other: Spread): Difference {
  const value = one.value - other.value
  const [down, up] = [rootOf(one.down, one.n, other.up, other.n), rootOf(one.up, one.n, other.down, other.n)]
  const towardsZero = value > 0 ? down : up
  return {
    value,
    interval: {
      low: value - studentT95(down.degrees) * down.error,
      high: value + studentT95(up.degrees) * up.error,
    },
    p: chanceOf(value, towardsZero),
  }
}

interface Root {
  error: number
  degrees: number
}

/** The error of a difference of two, with Welch's degrees of freedom (Biometrika 34 (1947), 28–35). */
function rootOf(error1: number, n1: number, error2: number, n2: number): Root {
  const [u, v] = [error1 ** 2, error2 ** 2]
  const below = u ** 2 / (n1 - 1) + v ** 2 / (n2 - 1)
  return { error: Math.sqrt(u + v), degrees: below === 0 ? Infinity : (u + v) ** 2 / below }
}

/** @returns 1 where there is no difference, also where there is no error to measure it by */
export function chanceOf(value: number, { error, degrees }: Root): number {
  if (value === 0) return 1
  return error === 0 ? 0 : bothTails(Math.abs(value) / error, degrees)
}
