interface Doubled {
  place: { id: string; name: string }
  tariffs: readonly { id: string; name: string }[]
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

/**
 * The tariffs that charge several of the places, each with these, once: what can be ended for all of them at one go.
 * @param most places that one request may name
 */
export function endable(
  doubled: readonly Doubled[],
  most: number,
): { tariff: { id: string; name: string }; places: Doubled['place'][] }[] {
  const byTariff = new Map<
    string,
    { tariff: { id: string; name: string }; places: Map<string, Doubled['place']> }
  >()
  for (const { place, tariffs } of doubled)
    for (const { id, name } of tariffs) {
      const entry = byTariff.get(id) ?? { tariff: { id, name }, places: new Map() }
      entry.places.set(place.id, { id: place.id, name: place.name })
      byTariff.set(id, entry)
    }
  return [...byTariff.values()]
    .map(({ tariff, places }) => ({ tariff, places: [...places.values()].slice(0, most) }))
    .filter(({ places }) => places.length > 1)
}
