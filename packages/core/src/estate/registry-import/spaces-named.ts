import { columnName } from '../../platform/spreadsheets/index.ts'
import type { Table } from './find-table.ts'
import { nameKey, wordKey } from '../registry/index.ts'
import { holdersToldBy, isNamed, textOf } from './holders-in.ts'
import { numberKey } from './people-book.ts'
import { readLegend } from './legend.ts'
import { buildingOfSheet } from './locate-room.ts'
import { Problems, type Cause } from './problems.ts'
import type { Source } from './draft.ts'
import type { Registered } from './registered.ts'
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
  /** In a list that names neither holder nor number, who owns the room that it names, by the registry; else nobody. */
  holdersOfRoom: readonly string[]
  /** Whom it means by a number alone, by the lists of people or the registry; else nobody. */
  meantByNumber: readonly string[]
}

/** The spaces that the rows of a workbook name. */
export function spacesNamed(tables: readonly Table[], registered: Registered): Named[] {
  const names = new NamesByNumber(tables, registered)
  return tables.flatMap((table) => namedIn(table, names, registered))
}

function namedIn(table: Table, names: NamesByNumber, registered: Registered): Named[] {
  if (table.kind === 'parking') {
    return rowsOf(table).flatMap((row): Named[] => {
      const code = textOf(row, 'space')
      const lot = [...row.buildingParts, textOf(row, 'lot')].join('')
      const who = { holdersOfRoom: ownersOfRoom(row, registered), meantByNumber: names.meantBy(row) }
      return code === '' ? [] : [{ row, field: 'space', lot, code, building: '', ...who }]
    })
  }
  if (table.kind !== 'rooms' || !table.columns.has('parking')) return []
  let building = buildingOfSheet(table) ?? ''
  return rowsOf(table).flatMap((row) => {
    building = textOf(row, 'building') || building
    const codes = spacesBeside(textOf(row, 'parking'))
    if (codes.length === 0) return []
    const of = { row, lot: '', building, holdersOfRoom: [], meantByNumber: names.meantBy(row) }
    return codes.map((code): Named => ({ ...of, field: 'parking', code }))
  })
}

/** Names of people by the company's numbers, read where a row tells a number alone. */
class NamesByNumber {
  readonly #tables: readonly Table[]
  readonly #registered: Registered
  #listed: ReadonlyMap<string, string> | undefined

  constructor(tables: readonly Table[], registered: Registered) {
    this.#tables = tables
    this.#registered = registered
  }

  meantBy(row: TableRow): string[] {
    const number = isNamed(row) ? '' : numberKey(textOf(row, 'number'))
    if (number === '') return []
    this.#listed ??= namesListed(this.#tables)
    const name = this.#listed.get(number) ?? this.#registered.people?.get(number)
    return name === undefined ? [] : [nameKey(name)]
  }
}

function namesListed(tables: readonly Table[]): ReadonlyMap<string, string> {
  const rows = tables.filter(({ columns }) => columns.has('number') && columns.has('name')).flatMap(rowsOf)
  const told = rows.map((row) => [numberKey(textOf(row, 'number')), textOf(row, 'name')] as const)
  return new Map(told.filter(([number, name]) => number !== '' && name !== ''))
}

function ownersOfRoom(row: TableRow, { rooms, owners }: Registered): readonly string[] {
  if (holdersToldBy(row).length > 0) return []
  const room = rooms?.get(wordKey(textOf(row, 'room') || textOf(row, 'address')))
  return (room && owners?.get(room.key)) ?? []
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
