import { monthsBetween, type Period } from '@heju/kernel'
import type { TrendPoint } from './api.ts'
import type { LinePoint, TrendLine } from './trend-option.ts'

/** Past so many lines nobody tells one from another. */
export const mostProjects = 6

/**
 * The lines of a chart, a project each; where a project was asked by two questionnaires, a line for each of them, since
 * their figures are never joined (D176).
 */
export function linesOf(
  points: readonly TrendPoint[],
  projectIds: readonly string[],
  from: string,
  nameOf: (projectId: string, version: number | undefined) => string,
): TrendLine[] {
  return projectIds.flatMap((projectId, look) => {
    const own = points.filter((point) => point.projectId === projectId)
    const versions = Map.groupBy(own, ({ methodology }) => methodology)
    return [...versions].map(([version, theirs]) => ({
      name: nameOf(projectId, versions.size > 1 ? version : undefined),
      look,
      points: theirs.flatMap((point) => linePoint(point, from)),
    }))
  })
}

function linePoint({ period, index, unrankedBecause }: TrendPoint, from: string): LinePoint[] {
  if (index === null) return []
  const { valueE2, lowE2, highE2 } = index
  return [
    {
      month: monthsBetween(from as Period, period as Period),
      value: valueE2 / 100,
      low: lowE2 === null ? null : lowE2 / 100,
      high: highE2 === null ? null : highE2 / 100,
      weak: unrankedBecause !== null,
    },
  ]
}
