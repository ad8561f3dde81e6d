import { canonicalCode, placeKey } from '../registry/index.ts'
import type { Source } from './draft.ts'
import type { TableKind } from './headings.ts'
import { textOf } from './holders-in.ts'
import type { RoomPlace } from './locate-room.ts'
import { numberKey } from './people-book.ts'
import { numbersIn } from './read-people.ts'
import { codesIn } from './read-room-fees.ts'
import { spacesBeside } from './read-rooms.ts'
import type { TableRow } from './table-rows.ts'
import { rowKey } from './told-by.ts'

/** Where rows were found to stand as their tables were read. */
export interface Located {
  /** The room of which a row speaks. */
  places: ReadonlyMap<TableRow, RoomPlace>
  /** The rows above that tell the building and unit of one that leaves them blank. */
  above: ReadonlyMap<TableRow, readonly TableRow[]>
}

/** What rows of a workbook take from other rows of it: what they name by a number or a room, and what they leave to those above. */
export class References {
  readonly #rows: readonly TableRow[]
  readonly #located: Located

  constructor(rows: readonly TableRow[], located: Located) {
    this.#rows = rows
    this.#located = located
  }

  /**
   * The rows without which some would be read otherwise, if they stood alone: those that they name, what these name in turn, and
   * the other rows of the same room or space. With people, and with households, those of their places too, since people are told
   * at places by these; and where a name leads nowhere, all that it could lead to once it is put right.
   * @param wanted the rows that stand alone
   */
  neededBy(wanted: readonly Source[]): Source[] {
    if (wanted.length === 0) return []
    const keys = new Set(wanted.map(rowKey))
    const found = new Set(this.#rows.filter(({ source }) => keys.has(rowKey(source))))
    const telling = groupedBy(this.#rows, (row) => this.#toldBy(row))
    const people = [...found]
      .filter(({ table }) => table.kind === 'people')
      .flatMap((row) => this.#toldBy(row))
    const places = this.#rows.filter(({ table }) => table.kind === 'rooms' || table.kind === 'parking')
    const naming = groupedBy(places, namedPeople)
    for (const row of people.flatMap((key) => naming.get(key) ?? [])) found.add(row)
    const astray = new Set([...found].flatMap((row) => this.#leadsNowhere(row, telling)))
    for (const row of this.#rows) if (astray.has(row.table.kind)) found.add(row)
    const rowAt = new Map(this.#rows.map((row) => [rowKey(row.source), row]))
    const remarks = new Map<string, Source>()
    // What is found is looked at in turn: a set gives also what is added to it meanwhile.
    for (const row of found) {
      // Of one who is told by the number of another nothing else may be known than where that one is.
      const household = (row.table.kind === 'people' ? namedPeople(row) : []).filter(
        (key) => (telling.get(key)?.length ?? 0) > 1,
      )
      const needed = [
        ...household.flatMap((key) => naming.get(key) ?? []),
        ...this.#namedBy(row).flatMap((key) => telling.get(key) ?? []),
        ...(this.#located.above.get(row) ?? []),
      ]
      for (const one of needed) found.add(one)
      for (const source of row.explainedBy) {
        const one = rowAt.get(rowKey(source))
        if (one) found.add(one)
        else remarks.set(rowKey(source), source)
      }
    }
    const all = [...[...found].map(({ source }) => source), ...remarks.values()]
    return all.filter((source) => !keys.has(rowKey(source)))
  }

  /** Under what others name what a row tells of. */
  #toldBy(row: TableRow): string[] {
    switch (row.table.kind) {
      case 'tariffs':
        return keyed(
          'tariff',
          [textOf(row, 'code') || textOf(row, 'title') || textOf(row, 'kind')],
          numberKey,
        )
      case 'people':
        return namedPeople(row)
      case 'buildings':
        return keyed('building', [textOf(row, 'building')], placeKey)
      case 'rooms':
        return [...this.#roomOf(row), ...spacesNamedBeside(row)]
      case 'parking':
        return keyed('space', [textOf(row, 'space')], canonicalCode)
    }
  }

  #namedBy(row: TableRow): string[] {
    const building = this.#located.places.get(row)?.building.name
    switch (row.table.kind) {
      case 'tariffs':
      case 'buildings':
        return []
      case 'people':
        return namedPeople(row)
      case 'rooms':
        return [
          ...this.#roomOf(row),
          ...keyed('building', building === undefined ? [] : [building, textOf(row, 'building')], placeKey),
          ...namedPeople(row),
          ...keyed('tariff', codesIn(textOf(row, 'tariffs')), numberKey),
          ...spacesNamedBeside(row),
        ]
      case 'parking':
        return [
          ...this.#roomOf(row),
          ...namedPeople(row),
          ...keyed('space', [textOf(row, 'space')], canonicalCode),
        ]
    }
  }

  /** The kinds of tables in which something stands that a row names, but not what it names. */
  #leadsNowhere(row: TableRow, telling: ReadonlyMap<string, unknown>): TableKind[] {
    const named = this.#namedBy(row).filter((key) => !telling.has(key))
    const kinds = named.flatMap((key) => toldIn[key.slice(0, key.indexOf('|'))] ?? [])
    const isNowhere = row.table.kind === 'parking' && hasRoom(row) && !this.#located.places.has(row)
    return isNowhere ? [...kinds, 'rooms'] : kinds
  }

  #roomOf(row: TableRow): string[] {
    const place = this.#located.places.get(row)
    return place === undefined ? [] : [`room|${place.key}`]
  }
}

/** Where what is named stands. A space that stands beside a room alone is no mistake. */
const toldIn: Readonly<Record<string, TableKind>> = {
  tariff: 'tariffs',
  person: 'people',
  building: 'buildings',
  room: 'rooms',
}

function hasRoom(row: TableRow): boolean {
  return textOf(row, 'room') !== '' || textOf(row, 'address') !== ''
}

/** A room is told at a space that stands beside it: its owners have it. */
function spacesNamedBeside(row: TableRow): string[] {
  return keyed('space', spacesBeside(textOf(row, 'parking')), canonicalCode)
}

function namedPeople(row: TableRow): string[] {
  return keyed('person', numbersIn(textOf(row, 'number')), numberKey)
}

function keyed(kind: string, texts: readonly string[], keyOf: (text: string) => string): string[] {
  return texts.flatMap((text) => {
    const key = keyOf(text)
    return key === '' ? [] : [`${kind}|${key}`]
  })
}

function groupedBy(rows: readonly TableRow[], keysOf: (row: TableRow) => string[]): Map<string, TableRow[]> {
  const grouped = new Map<string, TableRow[]>()
  for (const row of rows)
    for (const key of keysOf(row)) {
      const group = grouped.get(key)
      if (group) group.push(row)
      else grouped.set(key, [row])
    }
  return grouped
}
