import { parseCsv } from 'hucre/csv'
import { seenText } from './cell-value.ts'
import { tooManyCells } from './errors.ts'
import { GrowingSheet } from './growing-sheet.ts'
import { readLimits } from './limits.ts'
import { ReadingBudget } from './reading-budget.ts'
import type { Sheet } from './sheet.ts'

/**
 * Reads the text of a CSV file: commas, semicolons or tabs; a first line `sep=;` says which, as Excel has it.
 * @param name the sheet's name, usually that of the file
 * @throws what a `ReadingBudget` throws
 */
export function readCsv(text: string, name: string): Sheet {
  const said = /^\u{feff}?sep=(.)\r?\n/iu.exec(text)
  const body = said ? text.slice(said[0].length) : text
  const delimiter = said?.[1] ?? delimiterOf(body)
  if (occurrences(body, delimiter) + occurrences(body, '\n') > readLimits.cells)
    throw tooManyCells({ most: readLimits.cells })
  const sheet = new GrowingSheet(new ReadingBudget())
  parseCsv(body, { delimiter }).forEach((cells, row) => {
    cells.forEach((value, column) => {
      const cell = value === null ? null : seenText(String(value))
      // The line of `sep=` counts, so that rows have the numbers that people see.
      if (cell !== null) sheet.set(row + (said ? 1 : 0), column, cell)
    })
  })
  return sheet.toSheet(name, false)
}

/** The separator of the first lines, quoted texts aside; a heading row has no reason to hold the others. */
function delimiterOf(text: string): string {
  const start = text.slice(0, 4000).replaceAll(/"[^"]*"/g, '')
  const counts = ['\t', ';', ','].map((mark) => ({ mark, count: occurrences(start, mark) }))
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).mark
}

function occurrences(text: string, mark: string): number {
  let count = 0
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 1)) count += 1
  return count
}
