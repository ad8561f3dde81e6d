import { roomName } from '@heju/kernel'
import type { RegistryDraft, RoomDraft } from './draft.ts'
import type { Existing } from './existing.ts'

/** Rooms are named after their building as the registry has it, else as the workbook does. */
export function roomNamer(draft: RegistryDraft, existing: Existing): (room: RoomDraft) => string {
  const buildings = new Map([...draft.buildings, ...existing.buildings].map(({ key, name }) => [key, name]))
  const units = new Map(
    [...draft.units, ...existing.units].map(({ buildingKey, key, name }) => [`${buildingKey}|${key}`, name]),
  )
  return ({ buildingKey, unitKey, number }) =>
    roomName(
      buildings.get(buildingKey) ?? buildingKey,
      units.get(`${buildingKey}|${unitKey}`) ?? null,
      number,
    )
}

/** The places of a workbook and of the registry, by `kind|key`, as the trade writes them: 3栋-2单元-1501. */
export function placeNames(draft: RegistryDraft, existing: Existing): ReadonlyMap<string, string> {
  const nameOf = roomNamer(draft, existing)
  const spaces = [...draft.parkingSpaces, ...existing.spaces]
  return new Map([
    ...draft.rooms.map((room) => [`room|${room.key}`, nameOf(room)] as const),
    ...existing.rooms.map(({ key, name }) => [`room|${key}`, name] as const),
    ...spaces.map(({ key, lot, code }) => [`parking|${key}`, [lot, code].filter(Boolean).join('-')] as const),
  ])
}
