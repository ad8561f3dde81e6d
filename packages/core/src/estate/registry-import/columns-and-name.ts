import { roomName } from '@heju/kernel'
import { placeKey, roomsTogether, wordKey, type RoomName } from '../registry/index.ts'
import type { TableRow } from './table-rows.ts'

/**
 * What the columns say, number and all, where a full name beside them says the same, as in our own lists: then 9-101 is no
 * ninth unit's 101.
 */
export function confirmed(
  row: TableRow,
  { building, unit }: { building: string; unit: string },
  number: string,
) {
  const address = row.text('address')
  if (building === '' || address === '') return null
  const same = wordKey(address) === wordKey(roomName(building, unit || null, number))
  return same ? { building, unit: unit || null, number } : null
}

/**
 * Columns and name together: the columns decide, the name fills in, and nothing that the name says is dropped. Null: the
 * name is no name, or speaks of another building or unit than the columns.
 */
export function together(
  columns: { building: string; unit: string },
  name: RoomName | null,
  text: string,
): { building: string | null; unit: string | null; number: string } | null {
  const unit = columns.unit || null
  const whole = text.length <= 16 && roomsTogether(text) === null ? text.replaceAll(/\s/g, '') : null
  if (columns.building === '') {
    if (name === null || (unit !== null && name.unit !== null && differ(unit, name.unit))) return null
    return { building: name.building, unit: unit ?? name.unit, number: name.number }
  }
  const building = columns.building
  if (name === null) return whole === null ? null : { building, unit, number: whole }
  if (name.building !== null && name.unit === null && isFloorAndDoor(name))
    return { building, unit, number: `${name.building}-${name.number}` }
  const sameBuilding = name.building === null || !differ(name.building, building)
  if (sameBuilding)
    return unit !== null && name.unit !== null && differ(unit, name.unit)
      ? null
      : { building, unit: unit ?? name.unit, number: name.number }
  // With a building of its own column, 2-1501 is a unit and a room.
  if (name.unit !== null || (unit !== null && differ(unit, name.building!))) return null
  return { building, unit: unit ?? name.building, number: name.number }
}

function differ(a: string, b: string): boolean {
  return placeKey(a) !== placeKey(b)
}

/** 9-1 is the first door of the ninth floor, 1F-101 and B1-005 name the floor too, and 12-1201 repeats it. */
function isFloorAndDoor({ building, number }: RoomName): boolean {
  const head = building!.toUpperCase()
  if (/^\d{1,2}$/.test(number) && /^(?:\d{1,2}|[A-Z]\d{0,2})$/.test(head)) return true
  return /^(?:\d{1,2}F|[BLMG]\d{1,2}|负\d)$/.test(head)
}
