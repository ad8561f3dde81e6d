import { writeCsv } from 'hucre/csv'
import { writeXlsx, writeXlsxStream, type Cell, type CellStyle, type WriteSheet } from 'hucre/xlsx'
import { serialOf } from './serial-day.ts'
import { columnName } from './sheet.ts'
import { totalsOf } from './totals.ts'

/**
 * What a list says of a column in all: its sum; a share in per cent, of which both sides are sums of other columns; or what is
 * known of all rows alone, and left out where a filter hides some.
 */
export type ColumnTotal =
  | boolean
  | { part: readonly number[]; whole: readonly number[] }
  | { ofAll: number | null }

/** One column of a table that people download. */
export interface TableColumn {
  heading: string
  /** In characters of the usual font; a Chinese character takes two. */
  width?: number
  /**
   * `text` keeps 0138 and long numbers as they are; `yuan` and `area` show two decimals. A `date` (`2026-11-22`) and a
   * `moment` (`2026-11-22 15:04`) are given as texts and become days that a spreadsheet sorts, filters and counts with.
   */
  kind?: 'text' | 'number' | 'yuan' | 'area' | 'date' | 'moment'
  /** What a list says of it in all. */
  total?: ColumnTotal
  /** The few values that the column takes, offered as a list. */
  choices?: readonly string[]
}

export type TableCell = string | number | null

/** A sheet of a workbook: headings that stay in sight, rows under them. */
export interface DownloadTable {
  name: string
  columns: readonly TableColumn[]
  rows: readonly (readonly TableCell[])[]
  /** Blank rows below, in the columns' formats: a sheet to fill in, in which 3-2 does not become the 2nd of March. */
  blankRows?: number
  /** Of a list: what its row of totals is called. A list has a filter over its headings, which the totals follow. */
  totals?: string
}

const headingStyle: CellStyle = {
  font: { bold: true, color: { rgb: '1F4D3D' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E4EFEA' } },
  border: { bottom: { style: 'thin', color: { rgb: '1F4D3D' } } },
  alignment: { vertical: 'center', wrapText: true },
}

const totalStyle: CellStyle = {
  font: { bold: true },
  border: { top: { style: 'thin', color: { rgb: '1F4D3D' } } },
}

const formats = {
  text: '@',
  number: 'General',
  yuan: '#,##0.00',
  area: '#,##0.00',
  date: 'yyyy-mm-dd',
  moment: 'yyyy-mm-dd hh:mm',
} as const
/** Rows to which the lists of choices reach in a sheet that is to be filled in. */
const rowsToFill = 5000

/** A table of more rows is written in parts: 40,000 rows of fourteen columns at once took over 128 MB, so under 48. */
const rowsAtOnce = 2000

/**
 * Writes tables as an `.xlsx` workbook. Texts stay texts: nothing that people typed becomes a formula. A long table that
 * stands alone needs no more memory than a short one. For that its headings are plain and without a filter, and its totals
 * are numbers, an empty row away so that a filter set by hand leaves them out: the writer that streams knows no styles of
 * single cells, no filters and no formulas.
 */
export function writeTables(tables: readonly DownloadTable[]): Promise<Uint8Array> {
  const [table, ...more] = tables
  if (table && more.length === 0 && table.rows.length > rowsAtOnce) return writeLongTable(table)
  return writeXlsx({ sheets: tables.map(toSheet) })
}

async function writeLongTable(table: DownloadTable): Promise<Uint8Array> {
  const { name, columns = [], freezePane } = toSheet({ ...table, rows: [] })
  const headed = columns.map((column, at) => ({ ...column, header: table.columns[at]!.heading }))
  const rows = (function* () {
    for (const row of table.rows) yield written(table, row)
    const totals = totalsOf(table)
    if (totals === undefined) return
    yield []
    yield [...totals]
  })()
  const stream = writeXlsxStream(rows, { name, columns: headed, ...(freezePane && { freezePane }) })
  return new Uint8Array(await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer())
}

/** The cells of a row as a workbook has them, days as their numbers. */
function written({ columns }: DownloadTable, row: readonly TableCell[]): TableCell[] {
  return row.map((cell, at) => {
    const kind = columns[at]?.kind
    return (kind === 'date' || kind === 'moment') && typeof cell === 'string' ? serialOf(cell) : cell
  })
}

function toSheet(table: DownloadTable): WriteSheet {
  const { name, columns, rows, blankRows = 0 } = table
  const headings = columns.map(({ heading }) => heading)
  const blank = columns.map(() => null)
  return {
    // A sheet's name has at most 31 characters and none of these signs.
    name: name.replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, 31),
    columns: columns.map(({ heading, width, kind }) => ({
      width: width ?? Math.max(10, heading.length * 2 + 2),
      style: {
        numFmt: formats[kind ?? 'text'],
        alignment: { vertical: 'top', wrapText: kind === undefined },
      },
    })),
    rows: [
      headings,
      ...rows.map((row) => written(table, row)),
      ...Array.from({ length: blankRows }, () => blank),
    ],
    cells: new Map<string, Partial<Cell>>([
      ...headings.map((heading, column) => [`0,${column}`, { value: heading, style: headingStyle }] as const),
      ...totalCells(table),
    ]),
    ...(table.totals !== undefined && {
      autoFilter: { range: `A1:${columnName(columns.length - 1)}${rows.length + 1}` },
    }),
    freezePane: { rows: 1 },
    dataValidations: columns.flatMap(({ choices }, column) =>
      choices
        ? [
            {
              type: 'list' as const,
              values: [...choices],
              range: choicesRange(column),
              errorStyle: 'warning' as const,
              allowBlank: true,
            },
          ]
        : [],
    ),
  }
}

/**
 * The row of totals under a list: formulas that leave out what a filter hides (SUBTOTAL with 109), beside what they come to,
 * which a viewer shows that does not calculate.
 */
function totalCells(table: DownloadTable): [address: string, cell: Partial<Cell>][] {
  const last = table.rows.length + 1
  return (totalsOf(table) ?? []).map((total, at) => {
    const style = { ...totalStyle, numFmt: formats[table.columns[at]?.kind ?? 'text'] }
    return [
      `${last},${at}`,
      typeof total === 'number'
        ? { formula: totalFormula(table, at, total), formulaResult: total, style }
        : { value: total, style },
    ]
  })
}

function totalFormula({ columns, rows }: DownloadTable, at: number, total: number): string {
  const of = (column: number, what: 'sum' | 'count') => {
    const name = columnName(column)
    return `SUBTOTAL(${what === 'sum' ? 109 : 103},${name}2:${name}${rows.length + 1})`
  }
  const sum = (all: readonly number[]) => all.map((column) => of(column, 'sum')).join('+')
  const how = columns[at]?.total
  if (typeof how !== 'object') return of(at, 'sum')
  if ('ofAll' in how) return `IF(${of(0, 'count')}=${rows.length},${total},"")`
  return `IF(${sum(how.whole)}=0,"",ROUND(100*(${sum(how.part)})/(${sum(how.whole)}),2))`
}

function choicesRange(column: number): string {
  const letter = columnName(column)
  return `${letter}2:${letter}${rowsToFill}`
}

/**
 * How a text begins that a spreadsheet would run as a formula (OWASP: CSV injection). Those with a Chinese or Japanese
 * keyboard also take the full-width signs for what they look like.
 */
const formula = /^[=+\-@＝＋－＠\t\r\n]/
const plainNumber = /^[+-]?[\d.]+$/
const encoder = new TextEncoder()

/**
 * Writes one table as CSV in UTF-8 with a byte order mark, by which Excel knows the encoding. A text that a spreadsheet
 * would run as a formula gets an apostrophe before it.
 */
export async function writeCsvTable({ columns, rows }: DownloadTable): Promise<Uint8Array> {
  const safe = (cell: TableCell) =>
    typeof cell === 'string' && formula.test(cell) && !plainNumber.test(cell) ? `'${cell}` : cell
  const block = (lines: readonly (readonly TableCell[])[], bom: boolean) =>
    encoder.encode(
      writeCsv(
        lines.map((line) => line.map(safe)),
        { bom },
      ),
    )
  const blocks = [block([columns.map(({ heading }) => heading)], true)]
  for (let at = 0; at < rows.length; at += rowsAtOnce)
    blocks.push(encoder.encode('\r\n'), block(rows.slice(at, at + rowsAtOnce), false))
  return new Uint8Array(await new Blob(blocks).arrayBuffer())
}
