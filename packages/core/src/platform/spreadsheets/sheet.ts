/** A cell that the spreadsheet itself holds as a date; `YYYY-MM-DD`, without time or zone. */
export interface DateCell {
  date: string
  /** It is the first of a month, and the cell shows the month alone: 2026年11月. */
  isMonth?: true
}

/** What one cell holds. Numbers stay numbers, because that a number was meant is a fact worth keeping. */
export type Cell = string | number | DateCell | null

/** One sheet of a workbook, or the only one of a CSV file, in a form that knows no file format. */
export interface Sheet {
  name: string
  /** Every row from the first of the sheet, so that an index is a row number less one. Rows may differ in length. */
  rows: Cell[][]
  /** Cells that hold a copy of what stands in the first cell of their merged region (see `addressKey`). */
  spread: ReadonlySet<number>
  hidden: boolean
}

const columnsInASheet = 16_384

/** One number for an address, for use in sets. */
export function addressKey(row: number, column: number): number {
  return row * columnsInASheet + column
}

/** The column's letters as spreadsheets show them: 0 is A, 26 is AA. */
export function columnName(column: number): string {
  const letter = String.fromCodePoint(65 + (column % 26))
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter
}

export function isDateCell(cell: Cell): cell is DateCell {
  return typeof cell === 'object' && cell !== null
}

/** A date as the cell shows it: 2026-11-01, or 2026-11 where that is all. */
export function dateText({ date, isMonth }: DateCell): string {
  return isMonth ? date.slice(0, 7) : date
}
