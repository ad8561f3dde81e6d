import type { OthersDecision } from '../../fees/billing/index.ts'
import { rowsOfPart } from './import-rules.ts'
import { chunked } from './parts.ts'
import type { Plan } from './plan.ts'
import type { ApplyPart } from './statements.ts'

/**
 * What an import writes, part after part.
 * @param names what its fee items are called, by their keys
 * @param others what becomes of other charges of the rooms, by fee item
 */
export function applyParts(
  plan: Plan,
  names: Readonly<Record<string, string>>,
  others: Readonly<Record<string, OthersDecision>>,
): ApplyPart[] {
  const { tariffs, knownTariffs: known, roomTariffs, newRooms } = plan
  return [
    ...chunked(plan.buildings, rowsOfPart).map((rows) => ({ stage: 'buildings' as const, rows })),
    ...chunked(plan.units, rowsOfPart).map((rows) => ({ stage: 'units' as const, rows })),
    ...chunked(plan.rooms, rowsOfPart).map((rows) => ({ stage: 'rooms' as const, rows })),
    ...spaceParts(plan),
    ...chunked(plan.people, rowsOfPart).map((rows) => ({ stage: 'people' as const, rows })),
    ...occupancyParts(plan),
    ...(tariffs.length + roomTariffs.length > 0
      ? [{ stage: 'tariffs' as const, rows: [{ tariffs, known, roomTariffs, names, newRooms, others }] }]
      : []),
  ]
}

/** A space is given its lot in the part that writes what else is told of it. */
function spaceParts({ spaces, lots }: Plan): ApplyPart[] {
  const lotOf = new Map(lots.map((lot) => [lot.id, lot]))
  return chunked(spaces, rowsOfPart).map((rows) => ({
    stage: 'spaces',
    rows,
    lots: rows.flatMap(([id]) => lotOf.get(String(id)) ?? []),
  }))
}

/**
 * What is written of a place is one part with what was read there: it is written as it was looked at, or not at all. A space that
 * comes with the import is the one that it made, whatever is called so by then.
 */
function occupancyParts({ occupancies, asRead, spaces }: Plan): ApplyPart[] {
  const spaceIds = new Map(spaces.map(([id, key]) => [String(key), String(id)]))
  const rowsOf = Map.groupBy(occupancies, ({ kind, placeKey }) => `${kind}|${placeKey}`)
  return chunked(asRead, rowsOfPart).map((places) => ({
    stage: 'occupancies',
    rows: places.flatMap(([kind, key]) => rowsOf.get(`${kind}|${key}`) ?? []),
    asRead: places.map(([kind, key, id, ...read]) => [
      kind,
      key,
      id ?? (kind === 'parking' ? (spaceIds.get(key) ?? null) : null),
      ...read,
    ]),
  }))
}
