import { columnName } from '../../platform/spreadsheets/index.ts'
import type { Table } from './find-table.ts'
import { nameKey, wordKey } from '../registry/index.ts'
import { holdersToldBy, isNamed, ownersToldBy, textOf } from './holders-in.ts'
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
  /** Who has it now, see `Whose`. */
  holdersTold: readonly string[]
  /** Who owns it now: not who rents or uses it. */
  ownersTold: readonly string[]
}

/**
 * Whose a space is by a row: names and the company's numbers, also the name of one who is told by a number alone, by the lists of
 * people or the registry; by a list that names nobody, those who own the room that it names, by the registry.
 */
type Whose = Pick<Named, 'holdersTold' | 'ownersTold'>

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
      const whose = whoseBy(row, names, ownersOfRoom(row, registered))
      return code === '' ? [] : [{ row, field: 'space', lot, code, building: '', ...whose }]
    })
  }
  if (table.kind !== 'rooms' || !table.columns.has('parking')) return []
  let building = buildingOfSheet(table) ?? ''
  return rowsOf(table).flatMap((row) => {
    building = textOf(row, 'building') || building
    const codes = spacesBeside(textOf(row, 'parking'))
    if (codes.length === 0) return []
    const of = { row, lot: '', building, ...whoseBy(row, names, []) }
    return codes.map((code): Named => ({ ...of, field: 'parking', code }))
  })
}

function whoseBy(row: TableRow, names: NamesByNumber, ofRoom: readonly string[]): Whose {
  const meant = names.meantBy(row)
  const withMeant = (told: readonly string[]) => (told.length === 0 ? [] : [...told, ...meant])
  const holdersTold = withMeant(holdersToldBy(row))
  if (holdersTold.length === 0) return { holdersTold: ofRoom, ownersTold: ofRoom }
  return { holdersTold, ownersTold: withMeant(ownersToldBy(row)) }
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

/** Who owns the room that a row names, by the registry. */
function ownersOfRoom(row: TableRow, { rooms, owners }: Registered): readonly string[] {
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

/** The room beside which a space stands, as it is called to people. */
export function roomBeside({ row, building }: Named): string {
  const door = textOf(row, 'room') || textOf(row, 'address')
  return [building, textOf(row, 'unit'), door].filter(Boolean).join('-')
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
