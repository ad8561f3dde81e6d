import { confirmed, together } from './columns-and-name.ts'
import type { Source } from './draft.ts'
import type { Table } from './find-table.ts'
import type { Field } from './headings.ts'
import type { Problems } from './problems.ts'
import {
  buildingIn,
  buildingName,
  canonicalCode,
  floorOf,
  placeKey,
  readRoomName,
  roomKey,
  roomsTogether,
  unitName,
  wordKey,
  type RoomName,
} from '../registry/index.ts'
import type { Located } from './references.ts'
import type { RegistryBuilder } from './registry-builder.ts'
import { isDateCell } from '../../platform/spreadsheets/index.ts'
import type { TableRow } from './table-rows.ts'
import { cellText } from './text.ts'

/** A room by what a row says of it. */
export interface RoomPlace {
  key: string
  building: { key: string; name: string }
  unit: { key: string; name: string } | null
  number: string
  /** As the number tells it. */
  floor: number | null
}

/** Building and unit that a row leaves to the rows below it, and the rows that tell them. */
interface Above {
  building: string
  unit: string
  rows: readonly TableRow[]
}

/** The estate and phase that a row was told to be of, by its columns, its sheet or the name of its room. */
export function estateParts(row: TableRow, name: RoomName | null): string[] {
  const isPart = name?.estate && row.table.said.isPartOfName(name.estate)
  return [...row.buildingParts, ...(isPart ? [name.estate!] : [])]
}

/**
 * Finds out of which room the rows of one table speak. A building is named in its own column, within the room's name,
 * by the sheet (a sheet for each building), or only in the first row of its block.
 */
export class RoomLocator {
  readonly #table: Table
  readonly #registry: RegistryBuilder
  readonly #problems: Problems
  /** Buildings of tables read before this one. */
  readonly #told: ReadonlySet<string>
  readonly #ofSheet: string | null
  #above: Above = { building: '', unit: '', rows: [] }
  #assumed: string | null = null
  /** Of the registry, named by a row of this table. */
  #firstKnown: string | null = null
  readonly #unlisted = new Set<string>()
  readonly #registered: ReadonlyMap<string, RoomPlace>
  readonly #written = new Map<string, { written: string; number: string; row: number }>()
  readonly #places = new Map<TableRow, RoomPlace>()
  readonly #carried = new Map<TableRow, readonly TableRow[]>()

  /** @param registered the rooms of the registry by name and by key, see `Registered`: what we wrote ourselves reads again */
  constructor(
    table: Table,
    registry: RegistryBuilder,
    problems: Problems,
    registered: ReadonlyMap<string, RoomPlace> = new Map(),
  ) {
    this.#registered = registered
    this.#table = table
    this.#registry = registry
    this.#problems = problems
    this.#told = new Set(registry.buildings.keys())
    this.#ofSheet = buildingOfSheet(table)
  }

  /** What was found until now. */
  get located(): Located {
    return { places: this.#places, above: this.#carried }
  }

  /** The room of a row, or null with a problem. */
  locate(row: TableRow): RoomPlace | null {
    const place = this.#find(row)
    if (place !== null) this.#places.set(row, place)
    return place
  }

  #find(row: TableRow): RoomPlace | null {
    const field = row.text('room') === '' && row.table.columns.has('address') ? 'address' : 'room'
    const text = row.text(field)
    const became = (['room', 'address', 'building', 'unit'] as const).find((one) => isDateCell(row.cell(one)))
    if (became) row.problem('became_date', became)
    else if (text === '') row.problem('room_missing', field)
    const name = readRoomName(text)
    const columns = this.#columns(row, name)
    if (became || text === '') return null
    const known = this.#known(row, columns, text)
    if (known) {
      this.#firstKnown ??= known.building.name
      return known
    }
    const rooms = roomsTogether(text)
    const read = confirmed(row, columns, text) ?? together(columns, name, text)
    if (rooms !== null || read === null) {
      if (rooms !== null) row.problem('rooms_together', field, { rooms: rooms.join('、') })
      else row.problem('room_unreadable', field)
      return null
    }
    const building = read.building ?? this.#ofSheet ?? this.#onlyBuilding(row)
    if (building === null) {
      row.problem('building_missing', row.table.columns.has('building') ? 'building' : field)
      return null
    }
    const told = { ...read, building }
    const inEstate = this.#inEstate(row, name, told)
    if (inEstate !== null) return this.#seen(row, field, inEstate)
    const parts = estateParts(row, name)
    return this.#seen(row, field, this.#place(row, { ...told, building: partOf(parts, building) }))
  }

  /**
   * Of a list of spaces, the room of the estate that its name tells, where the workbook or the registry has this very room: about a
   * list that names rooms of one estate alone nothing is asked.
   */
  #inEstate(row: TableRow, name: RoomName | null, told: Told): RoomPlace | null {
    if (row.table.kind !== 'parking' || !name?.estate) return null
    const place = placeOf({ ...told, building: partOf([...row.buildingParts, name.estate], told.building) })
    const isTold = this.#registry.rooms.has(place.key) || this.#registry.refusedRow('room', place.key)
    return isTold || this.isRegistered(place) ? place : null
  }

  isRegistered({ key }: RoomPlace): boolean {
    return this.#registered.has(key)
  }

  /** A room that the registry has under this very name, or under this number in this building and unit. */
  #known(row: TableRow, columns: { building: string; unit: string }, text: string): RoomPlace | undefined {
    if (columns.building === '') {
      const named = this.#registered.get(wordKey(text))
      return named?.building.key.startsWith(wordKey(row.buildingParts.join(''))) ? named : undefined
    }
    const building = placeKey(partOf(row.buildingParts, columns.building))
    const key = `${building}|${placeKey(columns.unit)}|${roomKey(text)}`
    // Two rooms whose numbers are one (0802, 802) have names of their own, if not numbers.
    const named = this.#registered.get(wordKey(row.text('address')))
    return named && canonicalCode(named.key) === key ? named : this.#registered.get(key)
  }

  /** One room that is written in two ways is one, and said to be: 0802 and 802, 3号508室 and 3号楼508室. */
  #seen(row: TableRow, field: Field, place: RoomPlace): RoomPlace {
    const written = `${row.text('building')} ${row.text('unit')} ${row.text(field)}`
    const first = this.#written.get(place.key)
    if (first === undefined)
      this.#written.set(place.key, { written, number: place.number, row: row.source.row })
    else if (first.written !== written)
      row.problem('room_written_otherwise', field, { room: first.number, firstRow: first.row })
    return first === undefined ? place : { ...place, number: first.number }
  }

  /** Building and unit of their own columns; blank ones below a filled one repeat it. */
  #columns(row: TableRow, name: RoomName | null): Pick<Above, 'building' | 'unit'> {
    // What became a date is no building, and nobody knows of which the rows below it are.
    const isUnread = isDateCell(row.cell('building')) || isDateCell(row.cell('unit'))
    const building = isUnread ? '' : row.text('building')
    const unit = isUnread ? '' : row.text('unit')
    const above = this.#above
    if (building !== '' || isUnread) this.#above = { building, unit, rows: [row] }
    if (building !== '' || name?.building || above.building === '' || isUnread) return { building, unit }
    row.problem('building_carried_down', 'building', { building: above.building })
    this.#carried.set(row, above.rows)
    this.#above =
      unit === '' ? above : { building: above.building, unit, rows: [...above.rows.slice(0, 1), row] }
    return this.#above
  }

  /** A project whose workbook never names a building has one. */
  #onlyBuilding(row: TableRow): string | null {
    if (this.#assumed !== null) return this.#assumed
    if (this.#told.size > 1 || namesBuildings(this.#table)) return null
    const [only] = this.#registry.buildings.values()
    this.#assumed = only?.name ?? this.#firstKnown ?? '1栋'
    this.#problems.add(
      'building_assumed',
      { sheet: row.source.sheet, row: null },
      { building: this.#assumed },
    )
    return this.#assumed
  }

  #place(row: TableRow, told: Told): RoomPlace {
    const place = placeOf(told)
    const { building } = place
    if (this.#registry.isUnlisted(building.key) && !this.#unlisted.has(building.key)) {
      this.#unlisted.add(building.key)
      row.problem('building_not_listed', row.table.columns.has('building') ? 'building' : null, {
        building: building.name,
      })
    }
    return place
  }
}

/** A room by the words of a row. */
interface Told {
  building: string
  unit: string | null
  number: string
}

function placeOf(told: Told): RoomPlace {
  const building = { key: placeKey(told.building), name: buildingName(told.building) }
  const unitKey = placeKey(told.unit ?? '')
  return {
    key: `${building.key}|${unitKey}|${roomKey(told.number)}`,
    building,
    unit: unitKey === '' ? null : { key: unitKey, name: unitName(told.unit!) },
    number: told.number,
    floor: floorOf(told.number),
  }
}

/** 一期 and 3 are 一期3栋. */
function partOf(parts: readonly string[], building: string): string {
  return parts.length === 0 ? building : `${parts.join('')}${buildingName(building)}`
}

/** Registers the building and unit of a room that is going to be taken. */
export function registerPlace(place: RoomPlace, registry: RegistryBuilder, source: Source): void {
  const { building, unit } = place
  registry.building({ ...building, floors: null, source })
  if (unit) registry.unit({ ...unit, buildingKey: building.key, floors: null, elevator: null, source })
}

/** The building that the name of a sheet, or a title above its table, tells. */
export function buildingOfSheet({ sheet, firstHeading }: Table): string | null {
  const titles = sheet.rows.slice(0, firstHeading).flatMap((row) => row.map(cellText))
  return [sheet.name, ...titles].map(buildingIn).find((building) => building !== null) ?? null
}

function namesBuildings(table: Table): boolean {
  const column = table.columns.get('room') ?? table.columns.get('address')
  const buildings = table.columns.get('building')
  return table.sheet.rows.slice(table.lastHeading + 1).some((row) => {
    const name = column === undefined ? null : readRoomName(cellText(row[column] ?? null))
    return Boolean(name?.building) || (buildings !== undefined && cellText(row[buildings] ?? null) !== '')
  })
}
