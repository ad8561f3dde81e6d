import { nameKey, wordKey } from '../registry/index.ts'
import type { Field } from './headings.ts'
import type { RoomPlace } from './locate-room.ts'
import { numberKey } from './people-book.ts'
import { readNames } from './personal.ts'
import { isNobody } from './read-rooms.ts'
import type { TableRow } from './table-rows.ts'
import { isFormulaError, meaningfulText, readShare } from './values.ts'
import { meaningOf, roleWords } from './vocabulary.ts'

interface Placed {
  row: TableRow
  place: RoomPlace
  /** How the row writes building, unit and room. */
  written: string
}

/** A row of several of one room, with how it writes the room, blanks and the like aside. */
interface Formed extends Placed {
  form: string
}

/**
 * Refuses the rows of a room that is written in several ways (3号508室, 3号楼508室), each with owners of its own, where
 * nothing says that they share it: these may be two rooms. Owners of a room that is written alike are co-owners.
 * @param places the rows of one table; other owners in other sheets are asked about
 */
export function refuseRoomsOfOthers(places: ReadonlyMap<TableRow, RoomPlace | null>): void {
  for (const group of Map.groupBy(placedIn(places), ({ place }) => place.key).values()) {
    if (group.length < 2) continue
    const rows = group.map((one) => ({ ...one, form: wordKey(one.written) }))
    const forms = Map.groupBy(rows, ({ form }) => form)
    if (forms.size < 2 || rows.some(({ row }) => isShared(row)) || !haveOthers([...forms.values()])) continue
    for (const one of rows)
      refuse(
        one,
        rows.find(({ form }) => form !== one.form)!,
      )
  }
}

function refuse({ row, place }: Formed, other: Formed): void {
  row.problem('room_of_others', fieldOfRoom(row), {
    room: place.number,
    otherWritten: textOf(other.row, fieldOfRoom(other.row)),
    otherRow: other.row.source.row,
  })
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

/** Whether the owners by one way of writing are those of no other. */
function haveOthers(forms: readonly (readonly Placed[])[]): boolean {
  const owners = forms
    .map((rows) => new Set(rows.flatMap(({ row }) => ownersIn(row))))
    .filter(({ size }) => size > 0)
  const times = new Map<string, number>()
  for (const one of owners.flatMap((own) => [...own])) times.set(one, (times.get(one) ?? 0) + 1)
  return owners.length > 1 && owners.some((own) => [...own].every((one) => times.get(one) === 1))
}

/** Who owns the room now, by this row: names, or the number of somebody who is listed. */
function ownersIn(row: TableRow): string[] {
  const role = meaningOf(roleWords, textOf(row, 'role'))
  const isOwner = role === null || role === 'owner' || role === 'developer'
  const name = row.isPlaceholder('name') ? '' : textOf(row, 'name')
  if (!isOwner || textOf(row, 'toOn') !== '' || isNobody(name)) return []
  if (name === '') return [numberKey(textOf(row, 'number'))].filter(Boolean)
  return [name, textOf(row, 'coOwner')].flatMap((text) => readNames(text)).map(nameKey)
}

/** The row says that its owner is one of several. */
function isShared(row: TableRow): boolean {
  const share = readShare(textOf(row, 'share'))
  return (
    ('value' in share && share.value < 10_000) || meaningOf(roleWords, textOf(row, 'role')) === 'co_owner'
  )
}

function fieldOfRoom(row: TableRow): Field {
  return textOf(row, 'room') === '' ? 'address' : 'room'
}

/** The text of a cell; a formula that fails is reported where the row is read. */
function textOf(row: TableRow, field: Field): string {
  const cell = row.cell(field)
  return isFormulaError(cell) ? '' : meaningfulText(cell)
}
