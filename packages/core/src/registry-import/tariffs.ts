import { addImportedTariffs, assignedByName, tariffsOnRecord } from '../billing/index.ts'
import type { RoomTariffDraft, TariffDraft } from './draft.ts'
import { chargedMeanwhile, tariffsMeanwhile } from './errors.ts'
import { matchTariffs } from './match-tariffs.ts'
import { roomTariffKey } from './plan.ts'
import type { TariffNames, TariffPort } from './tariff-port.ts'
import { termsOf } from './tariff-terms.ts'

/** Fee items become tariffs of the billing capability, known again by their names and by what they cost. */
export const tariffPort: TariffPort = {
  async known(ctx, projectId, draft) {
    if (draft.tariffs.length === 0)
      return {
        tariffs: [],
        roomTariffs: [],
        refused: [],
        known: new Set(),
        assigned: new Map(),
        charges: [],
      }
    const matched = matchTariffs(draft, await tariffsOnRecord(ctx, projectId))
    const nameOf = namesByKey(matched.tariffs)
    const keyOf = new Map([...nameOf].map(([key, name]) => [name, key]))
    const assignments = assignmentsOf(matched.roomTariffs, Object.fromEntries(nameOf), matched.tariffs)
    const { assigned, charges } = await assignedByName(ctx, projectId, [...nameOf.values()], assignments)
    const named = ({ roomKey, tariffName }: { roomKey: string; tariffName: string }) => ({
      roomKey,
      tariffKey: keyOf.get(tariffName)!,
    })
    return {
      ...matched,
      assigned: Map.groupBy(assigned, (one) => roomTariffKey(named(one))),
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
