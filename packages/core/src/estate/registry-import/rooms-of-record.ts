import { roomName } from '@heju/kernel'
import { buildingName, placeKey, wordKey } from '../registry/index.ts'
import { placedRows } from './equal-rows.ts'
import type { EstateSource } from './estate-sources.ts'
import type { Table } from './find-table.ts'
import { ownersToldBy } from './holders-in.ts'
import type { RoomPlace } from './locate-room.ts'
import type { Problems } from './problems.ts'
import type { Registered } from './registered.ts'

/** A row of a room that is on record under its building's bare name, and not under that of its estate. */
export interface RoomOfRecord {
  table: Table
  estate: string
  /** As the registry calls it. */
  room: string
  /** Whether one of those who own it on record is an owner by the row. */
  isSame: boolean
}

/** The rows of sources of estates that may speak of rooms which came in without their estate, where both tell who owns them. */
export function roomsOfRecord(sources: readonly EstateSource[], registered: Registered): RoomOfRecord[] {
  const { rooms = new Map<string, RoomPlace>(), owners = new Map<string, readonly string[]>() } = registered
  return sources.flatMap(({ table, valueOf }) =>
    placedRows([table], registered).flatMap(({ row, key }): RoomOfRecord[] => {
      const [kind, building = '', ...room] = key.split('|')
      const bare = [building, ...room].join('|')
      const [estate, mine, theirs] = [valueOf(row.index), ownersToldBy(row), owners.get(bare) ?? []]
      const own = rooms.get(bare)
      if (kind !== 'rooms' || estate === '' || own === undefined) return []
      const named = [placeKey(`${estate}${buildingName(own.building.name)}`), ...room].join('|')
      if (rooms.has(named) || mine.length === 0 || theirs.length === 0) return []
      const isSame = mine.some((one) => theirs.includes(one))
      return [
        { table, estate, room: roomName(own.building.name, own.unit?.name ?? null, own.number), isSame },
      ]
    }),
  )
}

/**
 * The estate of which most rows are rooms on record, with their owners; none where that holds for several. In the form of `wordKey`.
 * @param values the estates that are told, with how many rows each has
 */
export function estateOfRecord(
  found: readonly RoomOfRecord[],
  values: readonly { value: string; rows: number }[],
): ReadonlySet<string> {
  const same = Map.groupBy(
    found.filter(({ isSame }) => isSame),
    ({ estate }) => wordKey(estate),
  )
  const rowsOf = new Map(values.map(({ value, rows }) => [wordKey(value), rows]))
  const estates = [...same].filter(([estate, rows]) => rows.length * 2 > (rowsOf.get(estate) ?? 0))
  return new Set(estates.length === 1 ? [estates[0]![0]] : [])
}

/** Says of rooms that come in under the name of their estate that those on record have their numbers and owners. */
export function warnOfRecord(found: readonly RoomOfRecord[], problems: Problems): void {
  const same = found.filter(({ isSame }) => isSame)
  for (const [{ sheet }, rows] of Map.groupBy(same, ({ table }) => table))
    problems.add(
      'rooms_beside_record',
      { sheet: sheet.name, row: null },
      { rooms: rows.length, room: rows[0]!.room },
    )
}
