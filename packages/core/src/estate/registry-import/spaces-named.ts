import { columnName } from '../../platform/spreadsheets/index.ts'
import type { Table } from './find-table.ts'
import { textOf } from './holders-in.ts'
import { readLegend } from './legend.ts'
import { buildingOfSheet } from './locate-room.ts'
import { Problems, type Cause } from './problems.ts'
import type { Source } from './draft.ts'
import { spacesBeside } from './read-rooms.ts'
import { dataRows, type TableRow } from './table-rows.ts'
import { rowKey } from './told-by.ts'

/** A space that a row names: a row of a list of spaces, or one of a room beside which the space stands. */
export interface Named {
  row: TableRow
  field: 'space' | 'parking'
  /** Empty where it is not told. */
  lot: string
  code: string
  /** Of the room beside which it stands, as the row, one above it in its block, or else the sheet names it; else empty. */
  building: string
}

/** The spaces that the rows of a workbook name. */
export function spacesNamed(tables: readonly Table[]): Named[] {
  return tables.flatMap(namedIn)
}

function namedIn(table: Table): Named[] {
  if (table.kind === 'parking') {
    return rowsOf(table).flatMap((row): Named[] => {
      const code = textOf(row, 'space')
      const lot = [...row.buildingParts, textOf(row, 'lot')].join('')
      return code === '' ? [] : [{ row, field: 'space', lot, code, building: '' }]
    })
  }
  if (table.kind !== 'rooms' || !table.columns.has('parking')) return []
  let building = buildingOfSheet(table) ?? ''
  return rowsOf(table).flatMap((row) => {
    building = textOf(row, 'building') || building
    const here = building
    const named = spacesBeside(textOf(row, 'parking'))
    return named.map((code): Named => ({ row, field: 'parking', lot: '', code, building: here }))
  })
}

/** What is wrong with the rows otherwise is said when they are read. */
function rowsOf(table: Table): TableRow[] {
  return dataRows(table, readLegend(table), new Problems())
}

/** By what a code beside a room is known within a workbook. */
export function besideKey(source: Source, code: string): string {
  return `${rowKey(source)}|${code}`
}

/** Whether the row of a space is left out already. */
export function isLeftOut({ row: { source } }: Named, problems: Problems): boolean {
  return problems.isBad(source.sheet, source.row)
}

/** Says something of a space at the cell that names it. */
export function reportSpace(
  cause: Cause,
  { row, field, code }: Named,
  problems: Problems,
  params: Record<string, string | number>,
): void {
  const column = columnName(row.table.columns.get(field)!)
  problems.add(cause, { ...row.source, column, value: textOf(row, field) || code }, params)
}
