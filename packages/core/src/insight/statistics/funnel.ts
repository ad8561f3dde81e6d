import { normalCdf, normalQuantile } from './normal.ts'
import type { Interval } from './ratio.ts'

/** What came in of so many, for a project: complaints of households, or complaints in time of all complaints. */
export interface Counted {
  id: string
  count: number
  /** Households for a rate, cases for a share. */
  of: number
}

export interface Funnel {
  kind: FunnelKind
  /** All together, on the scale of the figure. */
  centre: number
  /** How far projects differ anyway, on the transformed scale; 0 where no more than chance. */
  tau: number
  /** φ: how much more they differ than chance alone makes them; 1 is chance. */
  dispersion: number
  units: FunnelUnit[]
}

interface FunnelUnit {
  id: string
  /** In standard errors from the centre, by chance alone. */
  z: number
  /** The same with what projects differ anyway. */
  zAdjusted: number
  /** Of `zAdjusted`, both sides. */
  p: number
}

export type FunnelKind = 'rate' | 'share'

/** From so many projects on it can be told how far they differ anyway, and one be called beyond that. */
export const fewestInFunnel = 10

/**
 * Who lies beyond what chance explains at its size (Spiegelhalter, Funnel plots for comparing institutional performance,
 * Statistics in Medicine 24 (2005), 1185–1202; Handling over-dispersion of performance indicators, Quality and Safety in
 * Health Care 14 (2005), 347–351). Rates on the scale of √, shares on that of arcsin √, where their variance does not
 * depend on their size. Projects differ by more than chance in ways that nobody can help, so what the tenth on either
 * side leaves (winsorised z) is taken as usual. Flag by `adjustForMany` of p.
 *
 * It excuses: where a whole company is run unevenly, τ is large and nobody stands out. So τ is shown.
 * @returns null where there is nothing to count
 */
export function funnelOf(kind: FunnelKind, counted: readonly Counted[]): Funnel | null {
  const some = counted.filter(({ of }) => of > 0)
  const all = some.reduce((sum, { count, of }) => ({ count: sum.count + count, of: sum.of + of }), {
    count: 0,
    of: 0,
  })
  if (all.of === 0) return null
  const centre = all.count / all.of
  const theta = transformed(kind, centre)
  const measured = some.map(({ id, count, of }) => {
    const error = 1 / (2 * Math.sqrt(of))
    return { id, error, off: transformed(kind, count / of) - theta }
  })
  const z = measured.map(({ off, error }) => off / error)
  const { tau, dispersion } = overdispersion(
    z,
    measured.map(({ error }) => error ** -2),
  )
  const units = measured.map(({ id, off, error }, i): FunnelUnit => {
    const zAdjusted = off / Math.sqrt(error ** 2 + tau ** 2)
    return { id, z: z[i] ?? 0, zAdjusted, p: 2 * normalCdf(-Math.abs(zAdjusted)) }
  })
  return { kind, centre, tau, dispersion, units }
}

function transformed(kind: FunnelKind, value: number): number {
  return kind === 'rate' ? Math.sqrt(value) : Math.asin(Math.sqrt(value))
}

/** @param weights 1 ÷ variance */
function overdispersion(
  z: readonly number[],
  weights: readonly number[],
): { tau: number; dispersion: number } {
  const k = z.length
  const clipped = winsorised(z)
  const dispersion = clipped.reduce((sum, each) => sum + each ** 2, 0) / k
  if (k < fewestInFunnel || dispersion <= 1 + 2 * Math.sqrt(2 / k)) return { tau: 0, dispersion }
  const sum = weights.reduce((a, b) => a + b, 0)
  const squares = weights.reduce((a, b) => a + b ** 2, 0)
  return { tau: Math.sqrt(Math.max(0, (k * dispersion - (k - 1)) / (sum - squares / sum))), dispersion }
}

/** The lowest and the highest tenth are brought to the nearest that is left. */
function winsorised(z: readonly number[]): number[] {
  const sorted = z.toSorted((a, b) => a - b)
  const cut = Math.floor(0.1 * z.length)
  const [low = 0, high = 0] = [sorted[cut], sorted[z.length - 1 - cut]]
  return z.map((each) => Math.min(high, Math.max(low, each)))
}

/** Beyond the first a look is worth while, beyond the second chance is no explanation (95 % and 99.8 %). */
export const funnelReaches = { warning: normalQuantile(0.975), alarm: normalQuantile(0.999) } as const

/** Between what a project of a size lies, on the scale of the figure. */
export function funnelLimits({ kind, centre, tau }: Funnel, of: number, reach: number): Interval {
  const theta = transformed(kind, centre)
  const half = reach * Math.sqrt(1 / (4 * of) + tau ** 2)
  const back = (value: number) => (kind === 'rate' ? Math.max(0, value) ** 2 : Math.sin(value) ** 2)
  const most = kind === 'rate' ? Infinity : Math.PI / 2
  return { low: back(Math.max(0, theta - half)), high: back(Math.min(most, theta + half)) }
}
