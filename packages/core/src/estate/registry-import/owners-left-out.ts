import { spaceKey } from '../registry/index.ts'
import { ownersIn } from './holders-in.ts'
import type { RoomPlace } from './locate-room.ts'
import type { Problems } from './problems.ts'
import type { RegistryBuilder } from './registry-builder.ts'
import type { Named } from './spaces-named.ts'
import type { TableRow } from './table-rows.ts'
import { placeOf } from './told-by.ts'

/** The rooms and spaces of which a row tells an owner, and is left out for something that is wrong with it: `placeOf`. */
export function ownersLeftOut(
  places: ReadonlyMap<TableRow, RoomPlace>,
  spaces: readonly Named[],
  registry: RegistryBuilder,
  problems: Problems,
): ReadonlySet<string> {
  const isOfOwner = (row: TableRow) =>
    problems.isBad(row.source.sheet, row.source.row) && ownersIn(row).length > 0
  const rooms = [...places]
    .filter(([row]) => isOfOwner(row))
    .map(([, { key }]) => ({ kind: 'room' as const, key }))
  const listed = spaces
    .filter(({ field, row }) => field === 'space' && isOfOwner(row))
    .map(({ lot, code }) => ({ kind: 'parking' as const, key: spaceKey(registry.lotOf(lot, code), code) }))
  return new Set([...rooms, ...listed].map((place) => placeOf({ place })))
}
