import type { RoomTariffDraft } from './draft.ts'
import type { ImportCount } from './import-rules.ts'
import type { Change, PlanParts } from './plan-parts.ts'
import type { SecondCharge } from './tariff-port.ts'

/**
 * Works out which rooms are put under which fee items: those that are new; those in the place of another charge, which ends; and
 * those that stay as they are, which are none of the import. What a room on record is charged from then on is a change of it.
 */
export function planCharges(
  { draft, existing, known, charges: { kept, replaced } }: PlanParts,
  changes: Change[],
): { rows: RoomTariffDraft[]; count: ImportCount } {
  const told = draft.roomTariffs.filter((one) => !kept.has(roomTariffKey(one)))
  const rows = told.filter((one) => !known.roomTariffs.has(roomTariffKey(one)))
  const ending = new Set(replaced.map(roomTariffKey))
  const changed = rows.filter((one) => ending.has(roomTariffKey(one))).length
  const rooms = new Map(existing.rooms.map(({ key, name }) => [key, name]))
  const tariffs = new Map(draft.tariffs.map((tariff) => [tariff.key, tariff]))
  for (const { roomKey, tariffKey, other, otherState, otherPrice, ownPrice, fromOn } of replaced) {
    const [before, after] = [`${other} ${otherPrice}`, `${tariffs.get(tariffKey)?.name} ${ownPrice}`]
    const fields = [
      { field: fieldOf[otherState], before, after },
      { field: 'chargedFrom', before: null, after: fromOn },
    ]
    changes.push({ kind: 'charge', name: rooms.get(roomKey) ?? roomKey, fields })
  }
  for (const one of rows) {
    const { roomKey, tariffKey, fromOn } = one
    const [room, charging] = [rooms.get(roomKey), known.charging.get(tariffKey)]
    if (room === undefined || charging === undefined || ending.has(roomTariffKey(one))) continue
    const fields = [
      { field: 'charge', before: null, after: `${tariffs.get(tariffKey)?.name} ${charging}` },
      { field: 'chargedSince', before: null, after: fromOn },
    ]
    changes.push({ kind: 'charge', name: room, fields })
  }
  return {
    rows,
    count: { created: rows.length - changed, changed, unchanged: told.length - rows.length },
  }
}

/** What ends, by whether it charges the room now. */
const fieldOf = {
  active: 'charge',
  draft: 'charge.draft',
  disabled: 'charge.disabled',
} as const satisfies Record<SecondCharge['otherState'], string>

export function roomTariffKey({
  roomKey,
  tariffKey,
}: Pick<RoomTariffDraft, 'roomKey' | 'tariffKey'>): string {
  return `${roomKey}|${tariffKey}`
}
