import { placeKey, spaceKey, wordKey } from '../registry/index.ts'
import type { Table } from './find-table.ts'
import { holdersIn, ownersIn } from './holders-in.ts'
import { readLegend } from './legend.ts'
import { RoomLocator } from './locate-room.ts'
import { Problems } from './problems.ts'
import type { Registered } from './registered.ts'
import { RegistryBuilder } from './registry-builder.ts'
import { dataRows, type TableRow } from './table-rows.ts'

/** A row and the room or space of which it speaks, as far as that can be told. */
export interface PlacedRow {
  row: TableRow
  /** Of rooms `rooms|…`, of spaces `parking|…`, of buildings `buildings|…`. */
  key: string
}

/** The rows of tables of rooms, spaces and buildings, each with its place. What is wrong with them is said when they are read. */
export function placedRows(tables: readonly Table[], registered: Registered): PlacedRow[] {
  const ofPlaces = tables.filter(({ kind }) => isOfPlaces(kind) || kind === 'buildings')
  const placed = keyedRows(ofPlaces, registered, placeOf)
  return placed.map(({ row, key }) => ({ row, key: `${row.table.kind}|${key}` }))
}

function keyedRows(
  tables: readonly Table[],
  registered: Registered,
  keyOf: (row: TableRow, locator: RoomLocator) => string | undefined,
): PlacedRow[] {
  return tables.flatMap((table) => {
    const unheard = new Problems()
    const locator = new RoomLocator(table, new RegistryBuilder(), unheard, registered.rooms)
    return dataRows(table, readLegend(table), unheard).flatMap((row) => {
      const key = keyOf(row, locator)
      return key === undefined ? [] : [{ row, key }]
    })
  })
}

function placeOf(row: TableRow, locator: RoomLocator): string | undefined {
  if (row.table.kind === 'rooms') return locator.locate(row)?.key
  return row.table.kind === 'parking' ? spaceOf(row) : placeKey(row.text('building')) || undefined
}

function spaceOf(row: TableRow): string | undefined {
  const code = row.text('space')
  return code === '' ? undefined : spaceKey([...row.buildingParts, row.text('lot')].join(''), code)
}

/** Sheets that have others for a room or space than another sheet has: it may be one of another estate or lot. */
export function sheetsOfOthers(tables: readonly Table[], registered: Registered): Table[] {
  const named = tables.filter(({ kind, columns }) => isOfPlaces(kind) && columns.has('name'))
  if (new Set(named.map(({ kind }) => kind)).size === named.length) return []
  const found = new Set<Table>()
  for (const rows of Map.groupBy(placedRows(named, registered), ({ key }) => key).values()) {
    const holders = new Map<Table, string[]>()
    for (const { row } of rows) holders.set(row.table, [...(holders.get(row.table) ?? []), ...namedIn(row)])
    const told = [...holders].filter(([, names]) => names.length > 0)
    for (const [table, names] of told)
      if (told.some(([other, theirs]) => other !== table && !theirs.some((name) => names.includes(name))))
        found.add(table)
  }
  return named.filter((table) => found.has(table))
}

function isOfPlaces(kind: Table['kind']): boolean {
  return kind === 'rooms' || kind === 'parking'
}

/** A room has an owner and tenants beside him; a space has whoever is named. */
function namedIn(row: TableRow): string[] {
  return row.table.kind === 'rooms' ? ownersIn(row) : holdersIn(row)
}

/**
 * Rows that speak of one room or space only because what tells them apart was left out: which of them is right is not
 * for us to say, so that each is an error. So is one of a space that names a room of another estate than the rows of that room do.
 */
export function refuseEqualRows(tables: readonly Table[], registered: Registered, problems: Problems): void {
  const ignoring = tables.filter(({ kind, said }) => isOfPlaces(kind) && said.ignored.length > 0)
  const byPlace = Map.groupBy(placedRows(ignoring, registered), ({ key }) => key)
  for (const rows of byPlace.values()) {
    const said = rows.map(({ row }) => ({ row, ignored: ignoredIn(row) }))
    for (const { row, ignored } of said) {
      const other = said.find(({ ignored: theirs }) => differing(ignored, theirs) !== undefined)
      if (other === undefined) continue
      const params = {
        what: differing(ignored, other.ignored)!.what,
        otherSheet: other.row.source.sheet,
        otherRow: other.row.source.row,
      }
      problems.add('rows_equal', row.source, params)
    }
  }
  refuseRoomsOfEstates(ignoring, byPlace, registered, problems)
}

/** A row of a space that names a room, all of whose rows are of another estate than it is. */
function refuseRoomsOfEstates(
  ignoring: readonly Table[],
  byPlace: ReadonlyMap<string, readonly PlacedRow[]>,
  registered: Registered,
  problems: Problems,
): void {
  const lists = ignoring.filter(({ kind }) => kind === 'parking')
  for (const { row, key } of keyedRows(lists, registered, roomNamed)) {
    const said = (byPlace.get(`rooms|${key}`) ?? []).map((of) => ({
      row: of.row,
      differs: differing(ignoredIn(of.row), ignoredIn(row)),
    }))
    const [first] = said
    if (!first || said.some(({ differs }) => differs === undefined)) continue
    const { sheet: otherSheet, row: otherRow } = first.row.source
    const { what, value } = first.differs!
    problems.add('room_of_estate', row.source, { what, estate: value, otherSheet, otherRow })
  }
}

function roomNamed(row: TableRow, locator: RoomLocator): string | undefined {
  return row.text('room') || row.text('address') ? locator.locate(row)?.key : undefined
}

function ignoredIn({ table, index }: TableRow) {
  return table.said.ignored.map(({ id, what, valueOf }) => ({ id, what, value: wordKey(valueOf(index)) }))
}

function differing<T extends { id: string; value: string }>(
  mine: readonly T[],
  theirs: readonly T[],
): T | undefined {
  // A blank says nothing: below a filled cell it may well repeat it.
  return mine.find(
    ({ id, value }) =>
      value !== '' && theirs.some((other) => other.id === id && other.value !== '' && other.value !== value),
  )
}
