import { addImportedTariffs, tariffsByName } from '../billing/index.ts'
import type { RoomTariffDraft, TariffDraft } from './draft.ts'
import { chargedMeanwhile } from './errors.ts'
import { roomTariffKey } from './plan.ts'
import type { TariffNames, TariffPort } from './tariff-port.ts'

/** Fee items become tariffs of the billing capability, known again by their names. */
export const tariffPort: TariffPort = {
  async known(ctx, projectId, { tariffs, roomTariffs }) {
    if (tariffs.length === 0) return { tariffs: new Set(), roomTariffs: new Set(), charges: [] }
    const nameOf = namesByKey(tariffs)
    const assignments = assignmentsOf(roomTariffs, Object.fromEntries(nameOf))
    const { names, assigned, charges } = await tariffsByName(
      ctx,
      projectId,
      [...nameOf.values()],
      assignments,
    )
    const keyOf = new Map([...nameOf].map(([key, name]) => [name, key]))
    const isKnown = (one: RoomTariffDraft) => assigned.has(`${one.roomKey}|${nameOf.get(one.tariffKey)}`)
    return {
      tariffs: new Set(tariffs.filter(({ name }) => names.has(name)).map(({ key }) => key)),
      roomTariffs: new Set(roomTariffs.filter(isKnown).map(roomTariffKey)),
      charges: charges.map(({ roomKey, tariffName, other }) => ({
        roomKey,
        tariffKey: keyOf.get(tariffName)!,
        other,
      })),
    }
  },
  add(ctx, write, projectId, { tariffs, roomTariffs, names, others = {} }) {
    const imported = {
      tariffs: tariffs.map((tariff) => ({ ...tariff, ...priced(tariff) })),
      assignments: assignmentsOf(roomTariffs, names),
      others: Object.fromEntries(Object.entries(others).map(([key, said]) => [names[key]!, said])),
    }
    addImportedTariffs(ctx, write, projectId, imported, chargedMeanwhile)
  },
}

function assignmentsOf(roomTariffs: readonly RoomTariffDraft[], names: TariffNames) {
  return roomTariffs.map(({ roomKey, tariffKey, fromOn }) => ({
    roomKey,
    fromOn,
    tariffName: names[tariffKey]!,
  }))
}

export function namesByKey(tariffs: readonly TariffDraft[]): Map<string, string> {
  return new Map(tariffs.map(({ key, name }) => [key, name]))
}

/** A fixed amount is a price per room; with an area, an amount comes on top. */
function priced({ way, priceE4, amountFen }: TariffDraft) {
  if (way === 'area') return { basis: 'area' as const, priceE4: priceE4 ?? 0, additionFen: amountFen ?? 0 }
  return { basis: 'room' as const, priceE4: (amountFen ?? 0) * 100, additionFen: 0 }
}
