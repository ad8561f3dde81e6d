import type { PersonDraft, Source } from './draft.ts'
import type { Problems } from './problems.ts'
import type { RegistryBuilder } from './registry-builder.ts'
import { placeOf } from './told-by.ts'

/** So many people do not share a phone; it is the seller's, the agent's or the desk's. */
const tooManyForOnePhone = 5

/** Looks over what all tables say together, and drops what would let one person see the matters of another. */
export function crossCheck(registry: RegistryBuilder, problems: Problems): void {
  dropPhonesOfMany(registry, problems)
  dropIdsOfOthers(registry, problems)
  checkShares(registry, problems)
  reportToldTwice(registry, problems)
}

/** What a row before told is kept. */
function reportToldTwice({ people, sharesTwice }: RegistryBuilder, problems: Problems): void {
  const where = ({ sheet, row }: Source) => ({ firstSheet: sheet, firstRow: row })
  for (const { first, other } of sharesTwice)
    problems.add('share_conflict', other.source, where(first.source))
  for (const { first, source, number } of people.idsTwice)
    problems.add('id_conflict', { ...source, value: number }, where(first.source))
}

/** An owner signs in by phone: a number that stands for many would open the rooms of all of them. */
function dropPhonesOfMany(registry: RegistryBuilder, problems: Problems): void {
  const holders = new Map<string, PersonDraft[]>()
  for (const person of registry.people.all) {
    for (const phone of person.phones) holders.set(phone, [...(holders.get(phone) ?? []), person])
  }
  for (const [phone, people] of holders) {
    if (people.length < tooManyForOnePhone) continue
    for (const person of people) {
      person.phones = person.phones.filter((other) => other !== phone)
      problems.add('phone_of_many', { ...person.source, value: phone }, { people: people.length })
    }
  }
}

function dropIdsOfOthers(registry: RegistryBuilder, problems: Problems): void {
  const first = new Map<string, PersonDraft>()
  for (const person of registry.people.all) {
    if (person.idNumber === null) continue
    const holder = first.get(person.idNumber)
    if (!holder) first.set(person.idNumber, person)
    else {
      problems.add(
        'id_of_another',
        { ...person.source, value: person.idNumber },
        { firstSheet: holder.source.sheet, firstRow: holder.source.row },
      )
      person.idKind = null
      person.idNumber = null
    }
  }
}

function checkShares(registry: RegistryBuilder, problems: Problems): void {
  const byPlace = Map.groupBy(registry.ownerships, placeOf)
  for (const owners of byPlace.values()) {
    const sum = owners.reduce((total, { shareE4 }) => total + (shareE4 ?? 0), 0)
    if (sum > 10_000) problems.add('shares_exceed_whole', owners[0]!.source, { percent: sum / 100 })
  }
}
