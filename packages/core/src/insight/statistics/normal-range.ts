import { normalCdf, normalDensity } from './normal.ts'
import { bisect } from './student-t.ts'

const steps = 400
const known = new Map<number, number>()

/**
 * Between how far the largest and the smallest of k independent standard normal values lie in 95 cases of 100: Tukey's
 * studentized range with infinitely many degrees of freedom, solved from
 *
 *   k ∫ φ(u)·[Φ(u) − Φ(u − q)]^(k−1) du = 0.95
 *
 * by Simpson's rule (Harter, Annals of Mathematical Statistics 31 (1960), 1122–1147, prints it).
 */
export function normalRange95(k: number): number {
  const before = known.get(k)
  if (before !== undefined) return before
  const found = bisect((q) => 0.95 - shareWithin(k, q), 0.1, 20)
  known.set(k, found)
  return found
}

function shareWithin(k: number, q: number): number {
  const [from, to] = [-8, 8 + q]
  const width = (to - from) / steps
  let sum = 0
  for (let i = 0; i <= steps; i++) {
    const u = from + i * width
    const weight = i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2
    sum += weight * normalDensity(u) * (normalCdf(u) - normalCdf(u - q)) ** (k - 1)
  }
  return (k * sum * width) / 3
}
