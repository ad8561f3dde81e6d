import type { TargetKind } from '@heju/core/fees/items/shape'
import { addDays, type CivilDate } from '@heju/kernel'

interface Doubled {
  projectId: string
  feeItem: string
  place: { kind: TargetKind; id: string; name: string }
  tariffs: readonly { id: string; name: string; fromOn: string }[]
}

/** A tariff that is to be ended at places that another one charges for the same. */
export interface Ending {
  tariff: { id: string; name: string; exclusive: boolean } & Pick<Doubled, 'projectId' | 'feeItem'>
  places: readonly Doubled['place'][]
  /** From when on the others charge all of these places; undefined where there is none. */
  othersFrom: string | undefined
}

/** One of the charges of a place, on its days. */
interface Charge {
  tariffId: string
  feeItem: Doubled['feeItem']
  exclusive: boolean
  state: string
  fromOn: string
  toOn: string | null
}

/** Reads a list page by page, but not beyond a number of entries. */
export async function loadUpTo<T>(
  most: number,
  page: (after: string | undefined) => Promise<{ items: T[]; next: string | null }>,
): Promise<T[]> {
  const all: T[] = []
  let after: string | undefined
  do {
    const { items, next } = await page(after)
    all.push(...items)
    after = next ?? undefined
  } while (after !== undefined && all.length < most)
  return all.slice(0, most)
}

/** From when on the others charge a place that is charged twice: a day before that, it may have nothing but the one. */
export function othersFromOf({ tariffs }: Doubled, tariffId: string): string {
  const [first = ''] = tariffs.flatMap(({ id, fromOn }) => (id === tariffId ? [] : [fromOn])).toSorted()
  return first
}

/** The same of all that one place is charged: what is over, out of use or for something else does not count. */
export function othersFromAt(charges: readonly Charge[], ended: Charge, today: string): string | undefined {
  const others = charges.filter(
    ({ tariffId, feeItem, exclusive, state, toOn }) =>
      tariffId !== ended.tariffId &&
      feeItem === ended.feeItem &&
      exclusive &&
      state === 'active' &&
      (toOn === null || toOn >= today),
  )
  const [first] = others.map(({ fromOn }) => fromOn).toSorted()
  return first
}

/** The last day of what is ended, unless somebody says another: yesterday, or later where the others only begin later. */
export function lastDayFor(othersFrom: string | undefined, today: CivilDate): CivilDate {
  const yesterday = addDays(today, -1)
  return othersFrom === undefined || othersFrom <= today ? yesterday : addDays(othersFrom as CivilDate, -1)
}

/**
 * The tariffs that charge several of the places, each with these, once: what can be ended for all of them at one go.
 * @param most places that one request may name
 */
export function endable(doubled: readonly Doubled[], most: number): Ending[] {
  const byTariff = new Map<
    string,
    { tariff: Ending['tariff']; places: Map<string, Doubled['place'] & { othersFrom: string }> }
  >()
  for (const charge of doubled)
    for (const { id, name } of charge.tariffs) {
      const { place, projectId, feeItem } = charge
      const entry = byTariff.get(id) ?? {
        tariff: { id, name, projectId, feeItem, exclusive: true },
        places: new Map(),
      }
      const [of, before] = [othersFromOf(charge, id), entry.places.get(place.id)?.othersFrom]
      const othersFrom = before !== undefined && before < of ? before : of
      entry.places.set(place.id, { ...place, othersFrom })
      byTariff.set(id, entry)
    }
  return [...byTariff.values()]
    .map(({ tariff, places }) => ({ tariff, all: [...places.values()].slice(0, most) }))
    .filter(({ all }) => all.length > 1)
    .map(({ tariff, all }) => ({
      tariff,
      places: all.map(({ kind, id, name }) => ({ kind, id, name })),
      othersFrom:
        all
          .map((place) => place.othersFrom)
          .toSorted()
          .at(-1) ?? '',
    }))
}
