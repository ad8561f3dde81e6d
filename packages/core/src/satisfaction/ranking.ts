import type { Interval } from './estimates.ts'

export interface Contender {
  projectId: string
  value: number
  interval: Interval
}

export interface Place {
  projectId: string
  /** By the value alone, 1 for the highest. */
  place: number
  /**
   * The places that are possible given the intervals: as many projects as lie wholly above, or below, are certain. From
   * 1 to 1 is a clear first; 1 to 4 cannot be told from the three others that reach as high.
   */
  from: number
  to: number
  /** Those whose intervals overlap with this one's: the order among them may be chance. */
  alike: string[]
}

/**
 * Puts projects in order, and says how much of the order is certain (D178). Two projects count as different only when
 * their 95 % intervals do not overlap. That asks for more than a test of one pair would (Schenker & Gentleman, The
 * American Statistician 55, 2001), on purpose: many pairs are compared at once, and the reader sees the same intervals
 * in the chart.
 */
export function rank(contenders: readonly Contender[]): Place[] {
  const ordered = contenders.toSorted((a, b) => b.value - a.value || a.projectId.localeCompare(b.projectId))
  return ordered.map(({ projectId, interval }, i) => {
    const above = ordered.filter((other) => other.interval.low > interval.high)
    const below = ordered.filter((other) => other.interval.high < interval.low)
    const apart = new Set([projectId, ...above.map((o) => o.projectId), ...below.map((o) => o.projectId)])
    return {
      projectId,
      place: i + 1,
      from: above.length + 1,
      to: ordered.length - below.length,
      alike: ordered.map((other) => other.projectId).filter((id) => !apart.has(id)),
    }
  })
}
