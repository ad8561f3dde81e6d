import type { Source } from './draft.ts'
import type { ToldOccupancy } from './plan-occupancies.ts'

/** The rows that tell of a place, each once. */
export function sourcesOf(told: readonly ToldOccupancy[]): Source[] {
  const all = told.flatMap(({ draft: { source, alsoIn = [] } }) => [source, ...alsoIn])
  return [...new Map(all.map(({ sheet, row }) => [`${sheet}|${row}`, { sheet, row }])).values()]
}
