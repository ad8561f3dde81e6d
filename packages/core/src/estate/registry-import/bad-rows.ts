import {
  type Cell,
  dateText,
  isDateCell,
  type Sheet,
  type TableCell,
  writeTables,
} from '../../platform/spreadsheets/index.ts'
import type { RegistryReading, TableSummary } from './draft.ts'
import type { Problem } from './problems.ts'

/** Rows of one sheet that want correction, with their headings as they stand. */
export interface BadTable {
  sheet: string
  headings: TableCell[][]
  rows: { row: number; cells: TableCell[]; problems: Problem[] }[]
}

/**
 * The rows with problems, to be corrected and imported again.
 * @param withWarnings also rows that were taken, without what a warning names
 */
export function badRows(
  sheets: readonly Sheet[],
  reading: RegistryReading,
  withWarnings = false,
): BadTable[] {
  const serious = reading.problems.filter(
    ({ severity }) => severity === 'error' || (withWarnings && severity === 'warning'),
  )
  const bySheet = Map.groupBy(serious, ({ sheet }) => sheet)
  return reading.tables.flatMap((table) => {
    const sheet = sheets.find(({ name }) => name === table.sheet)
    const problems = bySheet.get(table.sheet)
    return sheet && problems ? [badTable(sheet, table, problems)] : []
  })
}

function badTable(
  sheet: Sheet,
  { headings: { first, last } }: TableSummary,
  problems: readonly Problem[],
): BadTable {
  const headings = sheet.rows.slice(first - 1, last).map((row) => row.map(toTableCell))
  const width = Math.max(...headings.map((row) => row.findLastIndex((cell) => cell !== null) + 1))
  const byRow = Map.groupBy(problems, ({ row }) => row)
  const rows = [...byRow].flatMap(([row, own]) =>
    row === null ? [] : [{ row, cells: padded(sheet.rows[row - 1] ?? [], width), problems: own }],
  )
  return { sheet: sheet.name, headings: headings.map((row) => padded(row, width)), rows }
}

function padded(cells: readonly (Cell | TableCell)[], width: number): TableCell[] {
  return Array.from({ length: width }, (_, column) => toTableCell(cells[column] ?? null))
}

function toTableCell(cell: Cell): TableCell {
  return isDateCell(cell) ? dateText(cell) : cell
}

/**
 * Writes bad rows as a workbook that can be corrected and uploaded as it is: the sheets' own headings and cells, and two
 * columns that an import passes over, where each row stood and what is wrong with it.
 * @param textOf a problem in words, in the language of who downloads
 */
export function writeBadRows(
  tables: readonly BadTable[],
  textOf: (problem: Problem) => string,
): Promise<Uint8Array> {
  return writeTables(
    tables.map(({ sheet, headings, rows }) => ({
      name: sheet,
      columns: [
        ...headings[0]!.map((heading) => ({ heading: String(heading ?? '') })),
        { heading: '原行号' },
        { heading: '问题', width: 80 },
      ],
      rows: [
        ...headings.slice(1),
        ...rows.map(({ row, cells, problems }) => [
          ...cells,
          row,
          problems.map((problem) => located(problem, textOf(problem))).join('\n'),
        ]),
      ],
    })),
  )
}

function located({ column }: Problem, text: string): string {
  return column === null ? text : `${column} 列：${text}`
}
