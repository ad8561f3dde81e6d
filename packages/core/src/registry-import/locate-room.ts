import type { Source } from './draft.ts'
import type { Table } from './find-table.ts'
import type { Problems } from './problems.ts'
import {
  buildingIn,
  buildingName,
  floorOf,
  placeKey,
  readRoomName,
  roomKey,
  unitName,
  type RoomName,
} from '../registry/index.ts'
import type { RegistryBuilder } from './registry-builder.ts'
import { isDateCell } from './sheet.ts'
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

/**
 * Finds out of which room the rows of one table speak. A building is named in its own column, within the room's name,
 * by the sheet (a sheet for each building), or only in the first row of its block.
 */
export class RoomLocator {
  readonly #table: Table
  readonly #registry: RegistryBuilder
  readonly #problems: Problems
  readonly #listed: ReadonlySet<string>
  readonly #ofSheet: string | null
  #above = { building: '', unit: '' }
  #assumed: string | null = null
  readonly #unlisted = new Set<string>()

  constructor(table: Table, registry: RegistryBuilder, problems: Problems) {
    this.#table = table
    this.#registry = registry
    this.#problems = problems
    this.#listed = new Set(registry.buildings.keys())
    this.#ofSheet = buildingOfSheet(table)
  }

  /** The room of a row, or null with a problem. @param report false where a room may be left out */
  locate(row: TableRow): RoomPlace | null {
    const field = row.text('room') === '' && row.table.columns.has('address') ? 'address' : 'room'
    const text = row.text(field)
    const became = (['room', 'address', 'building', 'unit'] as const).find((one) => isDateCell(row.cell(one)))
    if (became) row.problem('became_date', became)
    else if (text === '') row.problem('room_missing', field)
    if (became || text === '') return null
    const name = readRoomName(text)
    const columns = this.#columns(row, name)
    const told = together(columns, name, text)
    if (told === null) {
      row.problem('room_unreadable', field)
      return null
    }
    const building = told.building ?? this.#ofSheet ?? this.#onlyBuilding(row)
    if (building === null) {
      row.problem('building_missing', row.table.columns.has('building') ? 'building' : field)
      return null
    }
    return this.#place(row, { ...told, building })
  }

  /** Building and unit of their own columns; blank ones below a filled one repeat it. */
  #columns(row: TableRow, name: RoomName | null): { building: string; unit: string } {
    const building = row.text('building')
    const unit = row.text('unit')
    if (building !== '') return (this.#above = { building, unit })
    if (name?.building || this.#above.building === '') return { building, unit }
    row.problem('building_carried_down', 'building', { building: this.#above.building })
    return (this.#above = { building: this.#above.building, unit: unit || this.#above.unit })
  }

  /** A project whose workbook never names a building has one. */
  #onlyBuilding(row: TableRow): string | null {
    if (this.#assumed !== null) return this.#assumed
    if (this.#listed.size > 1 || namesBuildings(this.#table)) return null
    const [only] = this.#registry.buildings.values()
    this.#assumed = only?.name ?? '1栋'
    this.#problems.add(
      'building_assumed',
      { sheet: row.source.sheet, row: null },
      { building: this.#assumed },
    )
    return this.#assumed
  }

  #place(row: TableRow, told: { building: string; unit: string | null; number: string }): RoomPlace {
    const building = { key: placeKey(told.building), name: buildingName(told.building) }
    const unitKey = placeKey(told.unit ?? '')
    if (this.#listed.size > 0 && !this.#listed.has(building.key) && !this.#unlisted.has(building.key)) {
      this.#unlisted.add(building.key)
      row.problem('building_not_listed', row.table.columns.has('building') ? 'building' : null, {
        building: building.name,
      })
    }
    return {
      key: `${building.key}|${unitKey}|${roomKey(told.number)}`,
      building,
      unit: unitKey === '' ? null : { key: unitKey, name: unitName(told.unit!) },
      number: told.number,
      floor: floorOf(told.number),
    }
  }
}

/** Registers the building and unit of a room that is going to be taken. */
export function registerPlace(place: RoomPlace, registry: RegistryBuilder, source: Source): void {
  const { building, unit } = place
  registry.building({ ...building, floors: null, source })
  if (unit) registry.unit({ ...unit, buildingKey: building.key, floors: null, elevator: null, source })
}

/**
 * Columns and name together: the columns decide, the name fills in. With a building column, 2-1501 in the room's is
 * a unit and a room. Null: the name is no name, or speaks of another building.
 */
function together(
  columns: { building: string; unit: string },
  name: RoomName | null,
  text: string,
): { building: string | null; unit: string | null; number: string } | null {
  const unit = columns.unit || null
  if (columns.building === '') return name && { ...name, unit: unit ?? name.unit }
  if (name === null) return text.length <= 16 ? { building: columns.building, unit, number: text } : null
  const sameBuilding = name.building === null || placeKey(name.building) === placeKey(columns.building)
  if (!sameBuilding && name.unit !== null) return null
  const unitOfName = sameBuilding ? name.unit : name.building
  return { building: columns.building, unit: unit ?? unitOfName, number: name.number }
}

/** The building that the sheet's name or a title above its headings speaks of. */
function buildingOfSheet({ sheet, firstHeading }: Table): string | null {
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
