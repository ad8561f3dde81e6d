import { shareE4 } from '@heju/kernel'
import type { DownloadTable, TableCell } from './write-tables.ts'

/** No cell of a list has more decimals; whole numbers of them add up exactly. */
const scale = 10_000

/**
 * The row of totals of a list, with what it is called in its first column; undefined for a table that is no list, that has no
 * rows, or nothing to add up.
 */
export function totalsOf({ totals, columns, rows }: DownloadTable): TableCell[] | undefined {
  if (totals === undefined || rows.length === 0 || !columns.some(({ total }) => total)) return undefined
  const sum = (all: readonly number[]) =>
    all.reduce((before, at) => rows.reduce((more, row) => more + scaled(row[at] ?? null), before), 0)
  return columns.map(({ total }, at) => {
    if (!total) return at === 0 ? totals : null
    if (total === true) return sum([at]) / scale
    if ('ofAll' in total) return total.ofAll
    const share = shareE4(sum(total.part), sum(total.whole))
    return share === null ? null : share / 100
  })
}

function scaled(cell: TableCell): number {
  return typeof cell === 'number' ? Math.round(cell * scale) : 0
}
