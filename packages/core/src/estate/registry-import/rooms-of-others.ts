import type { Field } from './headings.ts'
import { isShared, ownersIn, tenantsIn, textOf } from './holders-in.ts'
import type { RoomPlace } from './locate-room.ts'
import type { TableRow } from './table-rows.ts'
import { contradiction, factsIn, formOf, type Contradiction, type Mention } from './written-otherwise.ts'

interface Placed {
  row: TableRow
  place: RoomPlace
  /** How the row writes building, unit and room. */
  written: string
}

type Mentioned = Placed & Mention

/**
 * Refuses the rows of a room that is written in several ways (3号508室, 3号楼508室), each with owners or facts of its own,
 * where nothing says that they share it: these may be two rooms. Owners of a room that is written alike are co-owners.
 * @param places the rows of one table; other owners in other sheets are asked about
 */
export function refuseRoomsOfOthers(places: ReadonlyMap<TableRow, RoomPlace | null>): void {
  for (const group of Map.groupBy(placedIn(places), ({ place }) => place.key).values()) {
    if (group.length < 2 || new Set(group.map(({ written }) => formOf(written))).size < 2) continue
    const rows = group.map((one) => ({ ...one, ...mentionIn(one) }))
    const found = contradiction(rows)
    if (found === null) continue
    for (const one of rows)
      refuse(
        one,
        rows.find(({ form }) => form !== one.form)!,
        found,
      )
  }
}

function mentionIn({ row, written }: Placed): Mention {
  return {
    form: formOf(written),
    holders: [ownersIn(row), tenantsIn(row)],
    facts: factsIn(row),
    isShared: isShared(row),
  }
}

function refuse({ row, place }: Mentioned, other: Mentioned, found: Contradiction): void {
  const params = {
    room: place.number,
    otherWritten: textOf(other.row, fieldOfRoom(other.row)),
    otherRow: other.row.source.row,
  }
  if (found.by === 'holders') return row.problem('room_of_others', fieldOfRoom(row), params)
  row.problem('room_told_otherwise', fieldOfRoom(row), { ...params, what: row.heading(found.field) })
}

function placedIn(places: ReadonlyMap<TableRow, RoomPlace | null>): Placed[] {
  const above = new Map<string, string>()
  // A blank below a filled cell repeats it, and is no other way of writing.
  const carried = (key: string, text: string) => {
    if (text !== '') above.set(key, text)
    return text || (above.get(key) ?? '')
  }
  return [...places].flatMap(([row, place]) => {
    if (place === null) return []
    const building = carried(place.building.key, textOf(row, 'building'))
    const unit = place.unit ? carried(`${place.building.key}|${place.unit.key}`, textOf(row, 'unit')) : ''
    return [{ row, place, written: [building, unit, textOf(row, fieldOfRoom(row))].join('|') }]
  })
}

function fieldOfRoom(row: TableRow): Field {
  return textOf(row, 'room') === '' ? 'address' : 'room'
}
