import { nameKey } from '../registry/index.ts'
import type { OccupancyDraft, PersonDraft } from './draft.ts'
import { areToldApart } from './people-book.ts'
import type { RegistryBuilder } from './registry-builder.ts'

/** Who owns a parking space, or did, under a name; the first of them. */
export function holderCalled(
  name: string,
  space: string,
  registry: RegistryBuilder,
): PersonDraft | undefined {
  return called(name, registry.ownersOf('parking', space), registry)[0]
}

/**
 * Who has a parking space of whom a room is told: the namesake of another room who has it already, where nothing tells the two
 * apart. As two, they would be its owner and its co-owner, and the days that a list tells would be those of one.
 */
export function holderOf(person: PersonDraft, space: string, registry: RegistryBuilder): PersonDraft {
  const now = registry.ownersOf('parking', space).filter(({ toOn }) => toOn === null)
  const namesakes = called(person.name, now, registry)
  return namesakes.includes(person) ? person : (namesakes.find((one) => !areToldApart(one, person)) ?? person)
}

function called(name: string, owners: readonly OccupancyDraft[], registry: RegistryBuilder): PersonDraft[] {
  const people = owners.map(({ personKey }) => registry.people.byKey(personKey))
  return people.filter((person) => nameKey(person.name) === nameKey(name))
}
