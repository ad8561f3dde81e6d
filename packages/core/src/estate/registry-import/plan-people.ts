import { newId } from '@heju/kernel'
import type { PersonRow } from '../registry/index.ts'
import type { PersonDraft } from './draft.ts'
import type { Existing, ExistingPerson } from './existing.ts'
import type { ImportCount } from './import-rules.ts'
import { PeopleMatcher, type PersonIndexes } from './match-people.ts'
import { numberKey } from './people-book.ts'
import type { OccupanciesPlan } from './plan-occupancies.ts'
import type { Change, PlanParts } from './plan-parts.ts'

export interface PeoplePlan {
  rows: PersonRow[]
  count: ImportCount
}

/** Somebody of the draft, and whom of the registry they are. */
export interface PersonFound {
  draft: PersonDraft
  known: ExistingPerson | undefined
  row: PersonRow
}

/** Works out, by the key of each person of the draft, who is new and what the workbook adds to those who are known. */
export function findPeople({
  draft,
  existing,
  indexes,
  problems,
  now,
}: PlanParts): ReadonlyMap<string, PersonFound> {
  const matcher = new PeopleMatcher(existing, placeKeys(existing))
  const places = Map.groupBy(draft.occupancies, ({ personKey }) => personKey)
  const found = new Map<string, PersonFound>()
  for (const person of draft.people) {
    const own = indexes.get(person.key) ?? { phones: [], id: null }
    const known = matcher.find(person, own, places.get(person.key) ?? [])
    const row = known ? addition(person, own, known) : newPerson(person, now)
    found.set(person.key, { draft: person, known, row })
    if (known && own.id !== null && known.idIndex !== null && own.id !== known.idIndex) {
      problems.add('person_differs', { ...person.source, value: person.idNumber })
    }
    if (known && hasOtherNumber(person, known)) {
      const params = { registered: known.number }
      problems.add('person_number_differs', { ...person.source, value: person.number }, params)
    }
  }
  return found
}

/** Later files name people by their numbers: one that is not on record finds nobody. */
function hasOtherNumber({ number }: PersonDraft, known: ExistingPerson): boolean {
  return number !== null && known.number !== null && numberKey(number) !== numberKey(known.number)
}

/**
 * Plans those who were found. Nothing known is overwritten, and whom only refused rows name is neither made nor added to:
 * the registry would hold somebody without a place, who was to have one that is another's.
 * Whom only places name that a person leaves out stays as he is, listed or not.
 */
export function planPeople(
  found: ReadonlyMap<string, PersonFound>,
  { refused, leftOut }: Pick<OccupanciesPlan, 'refused' | 'leftOut'>,
  changes: Change[],
): PeoplePlan {
  const count: ImportCount = { created: 0, changed: 0, unchanged: 0 }
  const rows: PersonRow[] = []
  for (const [key, { draft: person, known, row }] of found) {
    if (leftOut.has(key) || (refused.has(key) && !person.isListed)) continue
    const fields = known ? added(row) : []
    if (!known) count.created += 1
    else if (fields.length > 0) {
      count.changed += 1
      changes.push({ kind: 'person', name: person.name, fields })
    } else count.unchanged += 1
    if (!known || fields.length > 0) rows.push(row)
  }
  return { rows, count }
}

/** The key of each existing place by its id: kind|key as drafts name it. */
export function placeKeys(existing: Existing): ReadonlyMap<string, string> {
  return new Map([
    ...existing.rooms.map(({ id, key }) => [id, `room|${key}`] as const),
    ...existing.spaces.map(({ id, key }) => [id, `parking|${key}`] as const),
  ])
}

function newPerson(
  { name, kind, number, gender, idKind, idNumber, phones }: PersonDraft,
  now: number,
): PersonRow {
  return { id: newId('pers', now), name, kind, number, gender, idKind, idNumber, phones }
}

/** What the workbook knows and the registry does not. */
function addition(draft: PersonDraft, { phones, id }: PersonIndexes, known: ExistingPerson): PersonRow {
  const hasId = known.idIndex !== null || id === null
  return {
    id: known.id,
    name: known.name,
    kind: draft.kind,
    number: known.number === null ? draft.number : null,
    gender: known.gender === null ? draft.gender : null,
    idKind: hasId ? null : draft.idKind,
    idNumber: hasId ? null : draft.idNumber,
    phones: draft.phones.filter((_, at) => !known.phones.includes(phones[at]!)),
  }
}

function added({ number, gender, idNumber, phones }: PersonRow): Change['fields'] {
  const fields = Object.entries({ number, gender, idNumber }).flatMap(([field, after]) =>
    after === null ? [] : [{ field, before: null, after }],
  )
  return [...fields, ...phones.map((after) => ({ field: 'phone', before: null, after }))]
}
