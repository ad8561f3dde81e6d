import { wordKey } from '../registry/index.ts'
import { placedRows } from './equal-rows.ts'
import type { Table } from './find-table.ts'
import { holdersIn, ownersIn, textOf } from './holders-in.ts'
import { toldEstate, type Estate, type KnownEstates } from './known-estates.ts'
import { spacesBeside } from './read-rooms.ts'
import type { Registered } from './registered.ts'
import type { TableRow } from './table-rows.ts'
import { rowKey } from './told-by.ts'
import { factsIn, formOf, type Mention } from './written-otherwise.ts'

/** A space that a row names: a row of a list of spaces, or one of a room beside which the space stands. */
export interface NamedSpace {
  row: TableRow
  field: 'space' | 'parking'
  /** With the estate before it; the estate alone, or nothing, where it is not told. */
  lot: string
  isLotTold: boolean
  code: string
  estate: Estate
  /** Whether the row was told to be of it; else it is that of the room's building. */
  isEstateTold: boolean
  /** Whose it is by this row: names and numbers. */
  people: readonly string[]
}

/** Whether a table lists spaces, or has them beside rooms. */
export function namesSpaces({ kind, columns }: Table): boolean {
  return kind === 'parking' || (kind === 'rooms' && columns.has('parking'))
}

/** The spaces that tables name, of all rows that are to be taken. */
export function namedSpaces(
  tables: ReadonlyMap<Table, readonly TableRow[]>,
  estates: KnownEstates,
  registered: Registered,
): NamedSpace[] {
  return [...tables].flatMap(([table, rows]) => {
    if (!namesSpaces(table)) return []
    if (table.kind === 'parking') return rows.flatMap(listed)
    const buildings = new Map(
      placedRows([table], registered).map(({ row, key }) => [rowKey(row.source), key.split('|')[1]!]),
    )
    return rows.flatMap((row) => beside(row, estates.ofBuilding(buildings.get(rowKey(row.source)) ?? '')))
  })
}

function listed(row: TableRow): NamedSpace[] {
  const code = textOf(row, 'space')
  const lot = textOf(row, 'lot')
  if (code === '') return []
  const told = toldEstate(row)
  return [
    {
      row,
      field: 'space',
      lot: `${told.name}${lot}`,
      isLotTold: lot !== '',
      code,
      estate: told,
      isEstateTold: told.key !== '',
      people: holdersIn(row),
    },
  ]
}

function beside(row: TableRow, ofBuilding: Estate): NamedSpace[] {
  const told = toldEstate(row)
  const isEstateTold = told.key !== ''
  return spacesBeside(textOf(row, 'parking')).map((code) => ({
    row,
    field: 'parking',
    lot: told.name,
    isLotTold: false,
    code,
    estate: isEstateTold ? told : ofBuilding,
    isEstateTold,
    people: ownersIn(row),
  }))
}

/** What its row says of it. @param lot as it is written, or that on record where it is not */
export function mentionOf({ row, field, code, people }: NamedSpace, lot: string): Mention {
  const isBeside = field === 'parking'
  return {
    form: formOf(`${lot}|${code}`),
    holders: [people, isBeside || people.length > 0 ? [] : roomIn(row)],
    facts: isBeside ? new Map() : factsIn(row),
    isShared: false,
  }
}

/** The room whose owners have the space, where nobody is named. */
function roomIn(row: TableRow): string[] {
  const room = (['building', 'unit', 'room', 'address'] as const).map((field) => textOf(row, field)).join('')
  return room === '' ? [] : [wordKey(room)]
}
