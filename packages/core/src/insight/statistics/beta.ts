import { away, lnGamma } from './gamma.ts'

/**
 * I_x(a, b), the regularised incomplete beta function, by Lentz' continued fraction (Numerical Recipes, 3rd ed., 2007,
 * 6.4), good to about fourteen digits.
 */
export function betaShare(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  const scale = Math.exp(lnGamma(a + b) - lnGamma(a) - lnGamma(b) + a * Math.log(x) + b * Math.log1p(-x))
  // The fraction is quick on this side of the mean; on the other its mirror is.
  return x < (a + 1) / (a + b + 2) ? (scale * fraction(x, a, b)) / a : 1 - (scale * fraction(1 - x, b, a)) / b
}

function fraction(x: number, a: number, b: number): number {
  let c = 1
  let d = 1 / away(1 - ((a + b) * x) / (a + 1))
  let value = d
  const step = (part: number) => {
    d = 1 / away(1 + part * d)
    c = away(1 + part / c)
    value *= d * c
    return Math.abs(d * c - 1)
  }
  for (let k = 1; k < 10_000; k++) {
    step((k * (b - k) * x) / ((a + 2 * k - 1) * (a + 2 * k)))
    const moved = step((-(a + k) * (a + b + k) * x) / ((a + 2 * k) * (a + 2 * k + 1)))
    if (moved < 1e-15) break
  }
  return value
}
