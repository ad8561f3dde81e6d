import { writeCsvTable, writeTables, type DownloadTable, type TableCell } from './write-tables.ts'

/** A file to keep. */
export interface TableFile {
  bytes: Uint8Array
  contentType: string
  fileName: string
}

export type FileFormat = 'xlsx' | 'csv'

/** A column of a list: its heading, what stands in it, and how it is written. */
export type ListColumn<R> = [
  heading: string,
  cell: (row: R) => TableCell,
  more?: { kind?: 'yuan' | 'area'; width?: number },
]

/** A list as one table. */
export function listTable<R>(
  name: string,
  columns: readonly ListColumn<R>[],
  rows: readonly R[],
): DownloadTable {
  return {
    name,
    columns: columns.map(([heading, , more]) => ({ heading, ...more })),
    rows: rows.map((row) => columns.map(([, cell]) => cell(row))),
  }
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
  for await (const page of pages) rows.push(...tableOf(page).rows)
  return { ...tableOf([]), rows }
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
export function writeTable(table: DownloadTable, format: FileFormat): Promise<Uint8Array> {
  return format === 'csv' ? writeCsvTable(table) : writeTables([table])
}
