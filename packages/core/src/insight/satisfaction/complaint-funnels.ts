import {
  adjustForMany,
  discoveriesOf,
  falseShare,
  fewestInFunnel,
  funnelLimits,
  funnelOf,
  funnelReaches,
  type Counted,
  type Funnel,
} from '../statistics/index.ts'
import type { FunnelFigures } from './figure-schemas.ts'

/** How many steps the lines of a funnel are drawn with. */
const steps = 40

type Beyond = 'above' | 'below' | null

export interface FunnelOfMonth {
  figures: FunnelFigures | null
  /** Whether a project lies beyond what chance and the usual differences explain at its size, and to which side. */
  beyond(id: string): Beyond
}

/**
 * The funnel of one figure of a month over all projects of the company (Spiegelhalter): its centre, the limits for every
 * size, and who lies beyond. Judged only from ten projects on; fewer are drawn and not judged.
 */
export function funnelOfMonth(kind: Funnel['kind'], counted: readonly Counted[]): FunnelOfMonth {
  const funnel = funnelOf(kind, counted)
  if (funnel === null) return { figures: null, beyond: () => null }
  const judged = funnel.units.length >= fewestInFunnel
  const p = judged ? funnel.units.map((unit) => unit.p) : []
  const adjusted = adjustForMany(p)
  const flagged = new Map(
    funnel.units.map(({ id, zAdjusted }, i): [string, Beyond] => [
      id,
      (adjusted[i] ?? 1) > falseShare ? null : zAdjusted > 0 ? 'above' : 'below',
    ]),
  )
  return {
    figures: {
      projects: funnel.units.length,
      judged,
      ...discoveriesOf(p),
      centre: funnel.centre,
      // One project of endless size, one of the usual differences away: what is taken for granted.
      usual: funnel.tau === 0 ? null : funnelLimits(funnel, Infinity, 1),
      lines: linesOf(funnel, Math.max(...counted.map(({ of }) => of))),
    },
    beyond: (id) => flagged.get(id) ?? null,
  }
}

function linesOf(funnel: Funnel, largest: number): FunnelFigures['lines'] {
  return Array.from({ length: steps }, (_, i) => {
    // Closer together where the lines bend.
    const of = Math.max(1, largest * 1.05 * ((i + 1) / steps) ** 2)
    return {
      of,
      warning: funnelLimits(funnel, of, funnelReaches.warning),
      alarm: funnelLimits(funnel, of, funnelReaches.alarm),
    }
  })
}
