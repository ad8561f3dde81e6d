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
import { rowKey } from './told-by.ts'

/** Rows of one sheet that want correction or are needed by such, with what stands above them. */
export interface BadTable {
  sheet: string
  /** What stands above the headings: it may name the building of all rows. Those of before that was kept have none. */
  titles?: TableCell[][]
  headings: TableCell[][]
  /** A row without problems comes along: a row with some refers to it. */
  rows: { row: number; cells: TableCell[]; problems: Problem[] }[]
}

/**
 * The rows with errors or warnings, to be corrected and imported again, and with them the rows that they refer to, as they
 * stand: so that the file can be read by itself.
 */
export function badRows(
  sheets: readonly Sheet[],
  { problems, tables, references }: Pick<RegistryReading, 'problems' | 'tables' | 'references'>,
): BadTable[] {
  const serious = problems.filter(({ severity }) => severity !== 'note')
  const bad = serious.flatMap(({ sheet, row }) => (row === null ? [] : [{ sheet, row }]))
  const along = references.neededBy(bad)
  const rows = Map.groupBy(
    new Map([...bad, ...along].map((source) => [rowKey(source), source])).values(),
    ({ sheet }) => sheet,
  )
  const found = Map.groupBy(serious, ({ sheet, row }) => rowKey({ sheet, row: row ?? 0 }))
  return tables.flatMap((table) => {
    const sheet = sheets.find(({ name }) => name === table.sheet)
    const own = (rows.get(table.sheet) ?? []).map(({ row }) => row).toSorted((a, b) => a - b)
    const problemsOf = (row: number) => found.get(rowKey({ sheet: table.sheet, row })) ?? []
    return sheet && own.length > 0 ? [badTable(sheet, table, own, problemsOf)] : []
  })
}

/** Of the columns that an import passes over: where a row stood, and what is wrong with it. One file of such a file has them once. */
const ownHeadings = ['原行号', '问题']

function badTable(
  sheet: Sheet,
  { headings: { first, last } }: TableSummary,
  rows: readonly number[],
  problemsOf: (row: number) => Problem[],
): BadTable {
  const titles = sheet.rows.slice(0, first - 1).map(withoutSpread)
  const headings = sheet.rows.slice(first - 1, last)
  const cells = rows.map((row) => sheet.rows[row - 1] ?? [])
  const width = Math.max(
    ...[...headings, ...cells].map((row) => row.findLastIndex((cell) => cell !== null) + 1),
  )
  const ours = new Set(headings[0]!.flatMap((cell, at) => (ownHeadings.includes(String(cell)) ? [at] : [])))
  const kept = (row: readonly Cell[]) => padded(row, width).filter((_, at) => !ours.has(at))
  return {
    sheet: sheet.name,
    titles: titles.map(kept),
    headings: headings.map(kept),
    rows: rows.map((row, at) => ({ row, cells: kept(cells[at]!), problems: problemsOf(row) })),
  }
}

/** A title is merged over the table, and stands once. */
function withoutSpread(row: readonly Cell[]): Cell[] {
  return row.map((cell, at) => (at > 0 && cell === row[at - 1] ? null : cell))
}

function padded(cells: readonly Cell[], width: number): TableCell[] {
  return Array.from({ length: width }, (_, column) => toTableCell(cells[column] ?? null))
}

function toTableCell(cell: Cell): TableCell {
  return isDateCell(cell) ? dateText(cell) : cell
}

/** What is said of the rows, in the language of who downloads. */
export interface RowWords {
  /** A problem. */
  textOf: (problem: Problem) => string
  /** Of a row that comes along. */
  along: string
}

/**
 * Writes bad rows as a workbook that can be corrected and uploaded as it is: the sheets' own headings and cells, and two
 * columns that an import passes over, where each row stood and what is wrong with it.
 */
export function writeBadRows(tables: readonly BadTable[], { textOf, along }: RowWords): Promise<Uint8Array> {
  return writeTables(
    tables.map(({ sheet, titles = [], headings, rows }) => {
      const [first = [], ...more] = [
        ...titles,
        [...headings[0]!, ...ownHeadings],
        ...headings.slice(1),
        ...rows.map(({ row, cells, problems }) => [
          ...cells,
          row,
          problems.map((problem) => located(problem, textOf(problem))).join('\n') || along,
        ]),
      ]
      const columns = [...headings.at(-1)!, null, null].map((heading, at, { length }) => ({
        heading: String(first[at] ?? ''),
        width: at === length - 1 ? 80 : Math.max(10, String(heading ?? '').length * 2 + 2),
      }))
      return { name: sheet, columns, rows: more }
    }),
  )
}

function located({ column }: Problem, text: string): string {
  return column === null ? text : `${column} 列：${text}`
}
