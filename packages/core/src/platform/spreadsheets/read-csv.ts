import { seenText } from './cell-value.ts'
import { CsvCells } from './csv-cells.ts'
import { GrowingSheet } from './growing-sheet.ts'
import { ReadingBudget } from './reading-budget.ts'
import type { Sheet } from './sheet.ts'

/**
 * Reads the text of a CSV file: commas, semicolons or tabs; a first line `sep=;` says which, as Excel has it.
 * @param name the sheet's name, usually that of the file
 * @throws what a `ReadingBudget` throws
 */
export function readCsv(text: string, name: string): Sheet {
  const said = /^\u{feff}?sep=(.)(?:\r\n?|\n)/iu.exec(text)
  const from = said?.[0].length ?? (text.startsWith('\u{feff}') ? 1 : 0)
  const delimiter = said?.[1] ?? delimiterOf(text)
  const budget = new ReadingBudget()
  const sheet = new GrowingSheet(budget)
  // The line of `sep=` counts, so that rows have the numbers that people see.
  const cells = new CsvCells(text, { delimiter, from, firstRow: said ? 1 : 0 }, budget)
  while (cells.next()) {
    const cell = seenText(cells.text)
    if (cell !== null) sheet.set(cells.row, cells.column, cell)
  }
  return sheet.toSheet(name, false)
}

/** The separator of the first lines, quoted texts aside; a heading row has no reason to hold the others. */
function delimiterOf(text: string): string {
  const start = text.slice(0, 4000).replaceAll(/"[^"]*"/g, '')
  const counts = ['\t', ';', ','].map((mark) => ({ mark, count: start.split(mark).length - 1 }))
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).mark
}
