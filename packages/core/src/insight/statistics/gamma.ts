/** Lanczos' coefficients for g = 7 and nine terms (Godfrey, 2001), good to about fifteen digits. */
const lanczos = [
  0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406,
  12.507343278686905, -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
] as const

/** ln Γ(a), for a > 0. */
export function lnGamma(a: number): number {
  if (a < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * a)) - lnGamma(1 - a)
  const base = a + 6.5
  const terms = lanczos.reduce((sum, c, i) => (i === 0 ? c : sum + c / (a - 1 + i)), 0)
  return Math.log(Math.sqrt(2 * Math.PI) * terms) + (a - 0.5) * Math.log(base) - base
}

/**
 * P(a, x), the regularised incomplete gamma function: the chance that a Poisson count of mean x is at least a. By its
 * series below a + 1 and by Lentz' continued fraction above (Numerical Recipes, 3rd ed., 2007, 6.2).
 */
export function gammaShare(a: number, x: number): number {
  if (x <= 0) return 0
  const scale = Math.exp(a * Math.log(x) - x - lnGamma(a))
  return x < a + 1 ? scale * series(a, x) : 1 - scale * fraction(a, x)
}

function series(a: number, x: number): number {
  let term = 1 / a
  let sum = term
  for (let k = 1; term > sum * 1e-16; k++) {
    term *= x / (a + k)
    sum += term
  }
  return sum
}

function fraction(a: number, x: number): number {
  let b = x + 1 - a
  let c = 1e300
  let d = 1 / b
  let value = d
  for (let k = 1; k < 10_000; k++) {
    const step = -k * (k - a)
    b += 2
    d = 1 / away(step * d + b)
    c = away(b + step / c)
    value *= d * c
    if (Math.abs(d * c - 1) < 1e-15) break
  }
  return value
}

/** Keeps a divisor from nothing. */
export function away(value: number): number {
  return Math.abs(value) < 1e-300 ? 1e-300 : value
}
