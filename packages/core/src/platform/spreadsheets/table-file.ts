import { translator, type Locale } from '@heju/i18n'
import { fileTexts } from '../exports/texts.ts'
import { formatInstant, type CivilDate } from '@heju/kernel'
import {
  writeCsvTable,
  writeTables,
  type ColumnTotal,
  type DownloadTable,
  type TableCell,
} from './write-tables.ts'

/** A file to keep. */
export interface TableFile {
  bytes: Uint8Array
  contentType: string
  fileName: string
}

export type FileFormat = 'xlsx' | 'csv'

/**
 * A column of a list: its heading, what stands in it, and how it is written. Numbers say what kind they are of: amounts are
 * added up, others where it makes sense. A `date` is a civil date, a `moment` an instant.
 */
export type ListColumn<R> =
  | [heading: string, cell: (row: R) => string | null, more?: { kind?: 'text' | 'date'; width?: number }]
  | [
      heading: string,
      cell: (row: R) => number | null,
      more: { kind: 'number' | 'yuan' | 'area'; width?: number; total?: ListTotal<R> } | { kind: 'moment' },
    ]

/**
 * What stands under a column: its sum; a share in per cent of what stands under others, by their headings; or what each row
 * knows of all of them.
 */
type ListTotal<R> =
  | boolean
  | { part: readonly string[]; whole: readonly string[] }
  | { ofAll: (row: R) => number | null }

/** What a list is called and what it shows. */
export interface ListColumns<R> {
  name: string
  columns: readonly ListColumn<R>[]
}

/** For whom a list is written: moments as their clocks show them, in their language. */
interface Readers {
  zone: string
  locale: Locale
}

/** As wide as a day, and as a day with its minute. */
const widths = { date: 12, moment: 18 } as const

/** A list as one table. */
export function listTable<R>(
  { name, columns }: ListColumns<R>,
  rows: readonly R[],
  { zone, locale }: Readers,
): DownloadTable {
  return {
    name,
    totals: translator(fileTexts, locale)('total'),
    columns: columns.map(([heading, , more = {}]) => ({
      heading,
      ...((more.kind === 'date' || more.kind === 'moment') && { width: widths[more.kind] }),
      ...more,
      total: totalOf(more, columns, rows),
    })),
    rows: rows.map((row) =>
      columns.map(([, cell, more]) => {
        const value = cell(row)
        return more?.kind === 'moment' && typeof value === 'number' ? formatInstant(value, zone) : value
      }),
    ),
  }
}

function totalOf<R>(
  more: { kind?: string; total?: ListTotal<R> },
  columns: ListColumns<R>['columns'],
  rows: readonly R[],
): ColumnTotal {
  const { total = more.kind === 'yuan' } = more
  if (typeof total === 'boolean') return total
  if ('ofAll' in total) return { ofAll: rows[0] === undefined ? null : total.ofAll(rows[0]) }
  const at = (heading: string) => {
    const found = columns.findIndex(([other]) => other === heading)
    if (found < 0) throw new Error(`no column of this list is called ${heading}`)
    return found
  }
  return { part: total.part.map(at), whole: total.whole.map(at) }
}

/**
 * A long list as one table, read page by page: of each page only its cells are kept, a fraction of the rows' memory.
 * @param tableOf what the table of some rows is, of none for its headings
 */
export async function tableOfPages<R>(
  pages: AsyncIterable<readonly R[]>,
  tableOf: (rows: readonly R[]) => DownloadTable,
): Promise<DownloadTable> {
  const rows: (readonly TableCell[])[] = []
  let first: DownloadTable | undefined
  for await (const page of pages) {
    const table = tableOf(page)
    rows.push(...table.rows)
    first ??= table
  }
  return { ...(first ?? tableOf([])), rows }
}

/**
 * By what a file is named that holds what days saw: those that were asked for, first and last or one alone, or all up to a
 * day; none that is still to come.
 */
export function daysHeld(
  { from, to }: { from?: CivilDate | undefined; to?: CivilDate | undefined },
  today: CivilDate,
  locale: Locale,
): string {
  const last = to === undefined || to > today ? today : to
  if (from === undefined) return translator(fileTexts, locale)('upTo', { day: last })
  return from >= last ? last : `${from}_${last}`
}

/** A table as a file that bears its name. @param when a day or period, by which people tell files apart */
export async function tableFile(table: DownloadTable, format: FileFormat, when: string): Promise<TableFile> {
  const fileName = `${table.name}-${when}.${format}`
  return { bytes: await writeTable(table, format), contentType: contentTypes[format], fileName }
}

const contentTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** A table as the bytes of a file. */
function writeTable(table: DownloadTable, format: FileFormat): Promise<Uint8Array> {
  return format === 'csv' ? writeCsvTable(table) : writeTables([table])
}
