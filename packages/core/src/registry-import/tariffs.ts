import { addImportedTariffs, assignedByName, tariffsOnRecord, type AssignedRoom } from '../billing/index.ts'
import { civilDateOf } from '@heju/kernel'
import type { RoomTariffDraft, TariffDraft } from './draft.ts'
import { chargedMeanwhile, tariffsMeanwhile } from './errors.ts'
import { matchTariffs, type MatchedTariffs } from './match-tariffs.ts'
import { roomTariffKey } from './plan.ts'
import type { KnownTariffs, TariffNames, TariffPort } from './tariff-port.ts'
import { termsOf } from './tariff-terms.ts'

/** Fee items become tariffs of the billing capability, known again by their names and by what they cost. */
export const tariffPort: TariffPort = {
  async known(ctx, projectId, draft) {
    if (draft.tariffs.length === 0)
      return {
        tariffs: [],
        roomTariffs: [],
        refused: [],
        beside: [],
        known: new Set(),
        namesakes: new Map(),
        assigned: new Map(),
        charges: [],
      }
    const matched = matchTariffs(draft, await tariffsOnRecord(ctx, projectId))
    const nameOf = namesByKey(matched.tariffs)
    const keyOf = new Map([...nameOf].map(([key, name]) => [name, key]))
    const assignments = assignmentsOf(matched.roomTariffs, Object.fromEntries(nameOf), matched.tariffs)
    const names = new Set([...nameOf.values(), ...[...matched.namesakes.values()].flat()])
    const { assigned, charges } = await assignedByName(ctx, projectId, [...names], assignments)
    const beside = besideNamesakes(matched, assigned, civilDateOf(ctx.now, ctx.company.zone))
    const left = new Set(beside.map(({ room }) => room))
    const named = ({ roomKey, tariffName }: { roomKey: string; tariffName: string }) => ({
      roomKey,
      tariffKey: keyOf.get(tariffName)!,
    })
    return {
      ...matched,
      roomTariffs: matched.roomTariffs.filter((one) => !left.has(one)),
      beside,
      assigned: Map.groupBy(
        assigned.filter(({ tariffName }) => keyOf.has(tariffName)),
        (one) => roomTariffKey(named(one)),
      ),
      charges: charges.map((one) => ({ ...named(one), other: one.other })),
    }
  },
  add(ctx, write, projectId, { tariffs, known = [], roomTariffs, names, others = {} }) {
    const all = [...known, ...tariffs]
    const imported = {
      tariffs: tariffs.map((tariff) => ({ ...tariff, ...termsOf(tariff) })),
      assignments: assignmentsOf(roomTariffs, names, all),
      others: Object.fromEntries(Object.entries(others).map(([key, said]) => [names[key]!, said])),
      terms: Object.fromEntries(all.map((tariff) => [tariff.name, termsOf(tariff)])),
    }
    addImportedTariffs(ctx, write, projectId, imported, {
      charged: chargedMeanwhile,
      differs: tariffsMeanwhile,
    })
  },
}

/**
 * Rooms that a workbook puts under another fee item of one name than the one by which they are charged: an import ends
 * nothing, so that they would be charged by both.
 */
function besideNamesakes(
  { tariffs, roomTariffs, namesakes }: MatchedTariffs,
  assigned: readonly AssignedRoom[],
  today: string,
): KnownTariffs['beside'] {
  const nameOf = namesByKey(tariffs)
  const keyOf = (roomKey: string, name: string) => `${roomKey}|${name}`
  const told = new Set(roomTariffs.map(({ roomKey, tariffKey }) => keyOf(roomKey, nameOf.get(tariffKey)!)))
  const isCharged = new Set(
    assigned
      .filter(({ toOn }) => toOn === null || toOn >= today)
      .map(({ roomKey, tariffName }) => keyOf(roomKey, tariffName)),
  )
  return roomTariffs.flatMap((room) => {
    const name = nameOf.get(room.tariffKey)!
    if (isCharged.has(keyOf(room.roomKey, name))) return []
    const other = namesakes.get(room.tariffKey)!.find((one) => {
      const key = keyOf(room.roomKey, one)
      return one !== name && isCharged.has(key) && !told.has(key)
    })
    return other === undefined ? [] : [{ room, name, other }]
  })
}

/** A room is charged from the day that its row tells, else from that of the fee item, whenever the project began with it. */
function assignmentsOf(
  roomTariffs: readonly RoomTariffDraft[],
  names: TariffNames,
  tariffs: readonly TariffDraft[],
) {
  const begins = new Map(tariffs.map(({ key, fromOn }) => [key, fromOn]))
  return roomTariffs.map(({ roomKey, tariffKey, fromOn }) => ({
    roomKey,
    fromOn: fromOn ?? begins.get(tariffKey) ?? null,
    tariffName: names[tariffKey]!,
  }))
}

export function namesByKey(tariffs: readonly TariffDraft[]): Map<string, string> {
  return new Map(tariffs.map(({ key, name }) => [key, name]))
}
