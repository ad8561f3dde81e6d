import type { OccupancyDraft, Source } from './draft.ts'

type ByRows = Pick<OccupancyDraft, 'source' | 'alsoIn' | 'reaching'>

/** The rows that tell of a place, each once. */
export function sourcesOf(told: readonly ByRows[]): Source[] {
  return eachOnce(told.flatMap(({ source, alsoIn = [] }) => [source, ...alsoIn]))
}

/** Those of them that name it, and do not only reach it by the number of its owner. */
export function namingOf(told: readonly ByRows[]): Source[] {
  const all = told.flatMap(({ source, alsoIn = [], reaching = [] }) => {
    const reaches = new Set(reaching.map(rowKey))
    return [source, ...alsoIn].filter((row) => !reaches.has(rowKey(row)))
  })
  return eachOnce(all)
}

function eachOnce(rows: readonly Source[]): Source[] {
  return [...new Map(rows.map(({ sheet, row }) => [rowKey({ sheet, row }), { sheet, row }])).values()]
}

/** The place that somebody is told at: `kind|key`. */
export function placeOf({ place: { kind, key } }: Pick<OccupancyDraft, 'place'>): string {
  return `${kind}|${key}`
}

/** What a row is known by within its workbook. */
export function rowKey({ sheet, row }: Source): string {
  return `${sheet}|${row}`
}
