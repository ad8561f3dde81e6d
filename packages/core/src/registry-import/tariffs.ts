import { addImportedTariffs, tariffsByName } from '../billing/index.ts'
import type { RoomTariffDraft, TariffDraft } from './draft.ts'
import { roomTariffKey } from './plan.ts'
import type { TariffPort } from './tariff-port.ts'

/** Fee items become tariffs of the billing capability, known again by their names. */
export const tariffPort: TariffPort = {
  async known(ctx, projectId, { tariffs, roomTariffs }) {
    if (tariffs.length === 0) return { tariffs: new Set(), roomTariffs: new Set() }
    const nameOf = namesByKey(tariffs)
    const { names, assigned } = await tariffsByName(ctx, projectId, [...nameOf.values()])
    const isKnown = (one: RoomTariffDraft) => assigned.has(`${one.roomKey}|${nameOf.get(one.tariffKey)}`)
    return {
      tariffs: new Set(tariffs.filter(({ name }) => names.has(name)).map(({ key }) => key)),
      roomTariffs: new Set(roomTariffs.filter(isKnown).map(roomTariffKey)),
    }
  },
  add(ctx, write, projectId, { tariffs, roomTariffs, names }) {
    addImportedTariffs(ctx, write, projectId, {
      tariffs: tariffs.map((tariff) => ({ ...tariff, ...priced(tariff) })),
      assignments: roomTariffs.map(({ roomKey, tariffKey, fromOn }) => ({
        roomKey,
        fromOn,
        tariffName: names[tariffKey]!,
      })),
    })
  },
}

export function namesByKey(tariffs: readonly TariffDraft[]): Map<string, string> {
  return new Map(tariffs.map(({ key, name }) => [key, name]))
}

/** A fixed amount is a price per room; with an area, an amount comes on top. */
function priced({ way, priceE4, amountFen }: TariffDraft) {
  if (way === 'area') return { basis: 'area' as const, priceE4: priceE4 ?? 0, additionFen: amountFen ?? 0 }
  return { basis: 'room' as const, priceE4: (amountFen ?? 0) * 100, additionFen: 0 }
}
