import { nameKey } from '../registry/index.ts'
import type { OccupancyDraft, PersonDraft } from './draft.ts'
import type { Existing, ExistingPerson } from './existing.ts'
import { numberKey } from './people-book.ts'

/** Keyed hashes of a draft person's phones and ID number. */
export interface PersonIndexes {
  phones: string[]
  id: string | null
}

/**
 * Finds the people of a draft among those that the registry holds. Always by name together with something else: the
 * company's number, the ID number, a phone, or a place where somebody of that name is entered. A namesake is somebody
 * else. So is one at a parking space who has another number, or none of the phones: codes of spaces are not so sure that
 * who signs in by a phone may see what another has. At a room it is the one who is there, with a new phone.
 */
export class PeopleMatcher {
  readonly #known = new Map<string, ExistingPerson>()

  /** @param placeKeys the key of each existing room and space, by its id and with its kind before it */
  constructor(existing: Existing, placeKeys: ReadonlyMap<string, string>) {
    const byId = new Map(existing.people.map((person) => [person.id, person]))
    const placed = new Set(existing.occupancies.map(({ personId }) => personId))
    for (const person of existing.people) {
      if (person.number !== null) this.#add('number', numberKey(person.number), person)
      if (person.idIndex !== null) this.#add('id', person.idIndex, person)
      for (const phone of person.phones) this.#add('phone', phone, person)
      // Who was listed without number, ID, phone or place can be told by the name alone.
      const isTold = person.number !== null || person.idIndex !== null || person.phones.length > 0
      if (!isTold && !placed.has(person.id)) this.#add('bare', '', person)
    }
    for (const { personId, roomId, parkingSpaceId } of existing.occupancies) {
      const place = placeKeys.get(roomId ?? parkingSpaceId ?? '')
      const person = byId.get(personId)
      if (person && place !== undefined) this.#add('place', place, person)
    }
  }

  #add(by: string, value: string, person: ExistingPerson): void {
    const key = `${by}|${value}|${nameKey(person.name)}`
    if (!this.#known.has(key)) this.#known.set(key, person)
  }

  find(
    draft: PersonDraft,
    indexes: PersonIndexes,
    places: readonly OccupancyDraft[],
  ): ExistingPerson | undefined {
    const name = nameKey(draft.name)
    const [rooms, spaces] = [
      places.filter(({ place }) => place.kind === 'room'),
      places.filter(({ place }) => place.kind === 'parking'),
    ]
    const at = (some: readonly OccupancyDraft[]) =>
      some.map(({ place }) => `place|${place.kind}|${place.key}|${name}`)
    const found = (keys: readonly string[]) => keys.flatMap((key) => this.#known.get(key) ?? [])
    const keys = [
      ...(draft.number === null ? [] : [`number|${numberKey(draft.number)}|${name}`]),
      ...(indexes.id === null ? [] : [`id|${indexes.id}|${name}`]),
      ...indexes.phones.map((phone) => `phone|${phone}|${name}`),
      ...at(rooms),
    ]
    const known = found(keys)[0] ?? found(at(spaces)).find((person) => !isToldApart(draft, indexes, person))
    return known ?? (isBare(draft) ? this.#takeBare(name) : undefined)
  }

  /** One of whom nothing else is on record is meant once: of two of his name one is new. */
  #takeBare(name: string): ExistingPerson | undefined {
    const person = this.#known.get(`bare||${name}`)
    this.#known.delete(`bare||${name}`)
    return person
  }
}

/** Whether both have numbers, or both phones, and none in common. */
function isToldApart({ number }: PersonDraft, { phones }: PersonIndexes, known: ExistingPerson): boolean {
  const hasOther = number !== null && known.number !== null && numberKey(number) !== numberKey(known.number)
  const hasOthers = phones.length > 0 && known.phones.length > 0
  return hasOther || (hasOthers && !phones.some((phone) => known.phones.includes(phone)))
}

function isBare({ number, idNumber, phones }: PersonDraft): boolean {
  return number === null && idNumber === null && phones.length === 0
}
