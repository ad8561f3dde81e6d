import { roomName } from '@heju/kernel'
import { buildingName, placeKey, wordKey } from '../registry/index.ts'
import { placedRows } from './equal-rows.ts'
import type { EstateSource } from './estate-sources.ts'
import type { Table } from './find-table.ts'
import { ownersToldBy } from './holders-in.ts'
import type { RoomPlace } from './locate-room.ts'
import type { Problems } from './problems.ts'
import type { Registered } from './registered.ts'

/** A row of a room that names its owners, and may be on record under its building's bare name. */
export interface RoomOfRecord {
  table: Table
  estate: string
  /** As it is called there; empty where it is not. */
  room: string
  /** Whether it is on record so, and not under the name of its estate, and one who owns it there is an owner by the row. */
  isSame: boolean
}

/** The rows of sources of estates that may speak of rooms which came in without their estate; not those that are nobody's there. */
export function roomsOfRecord(sources: readonly EstateSource[], registered: Registered): RoomOfRecord[] {
  const { rooms = new Map<string, RoomPlace>(), owners = new Map<string, readonly string[]>() } = registered
  return sources.flatMap(({ table, valueOf }) =>
    placedRows([table], registered).flatMap(({ row, key }): RoomOfRecord[] => {
      const [kind, building = '', ...room] = key.split('|')
      const bare = [building, ...room].join('|')
      const [estate, mine, theirs] = [valueOf(row.index), ownersToldBy(row), owners.get(bare) ?? []]
      const own = rooms.get(bare)
      if (kind !== 'rooms' || estate === '' || mine.length === 0) return []
      if (own === undefined) return [{ table, estate, room: '', isSame: false }]
      if (theirs.length === 0) return []
      const named = [placeKey(`${estate}${buildingName(own.building.name)}`), ...room].join('|')
      const isSame = !rooms.has(named) && mine.some((one) => theirs.includes(one))
      return [
        { table, estate, room: roomName(own.building.name, own.unit?.name ?? null, own.number), isSame },
      ]
    }),
  )
}

/**
 * The estate of which most rooms whose owners are named are on record so, with one of these; none where that holds for several. In
 * the form of `wordKey`.
 */
export function estateOfRecord(found: readonly RoomOfRecord[]): ReadonlySet<string> {
  const byEstate = Map.groupBy(found, ({ estate }) => wordKey(estate))
  const estates = [...byEstate].filter(
    ([, rows]) => rows.filter(({ isSame }) => isSame).length * 2 > rows.length,
  )
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
