import type { OccupancyDraft, PersonDraft, Source } from './draft.ts'
import type { Field } from './headings.ts'
import { readIdDocument, readPhones, type IdDocument } from './personal.ts'
import { numberKey } from './people-book.ts'
import type { RegistryBuilder } from './registry-builder.ts'
import type { TableRow } from './table-rows.ts'
import { readMovingIn } from './values.ts'
import { genderWords, roleWords } from './vocabulary.ts'
import type { Gender, OccupancyRole } from '../registry/index.ts'

/** Someone of a list of people, whose places are known only once these are read. */
export interface Listed {
  person: PersonDraft
  role: OccupancyRole
  /** Of whose household they are; null of an owner. */
  ownerNumber: string | null
  days: ReturnType<TableRow['dates']>
  row: TableRow
}

/** The columns that tell of a person in one way. */
export interface PersonFields {
  name: Field
  phones: readonly Field[]
  id: Field | null
}

export interface PersonTold {
  name: string
  phones: string[]
  id: IdDocument | null
  gender: Gender | null
}

/** The people that a row's cells name, each with what phones and IDs are theirs. */
export function readPersons(row: TableRow, fields: PersonFields, registry: RegistryBuilder): PersonTold[] {
  const names = row.text(fields.name) === '' ? [] : registry.people.namesIn(row.cell(fields.name))
  if (names.length === 0) return []
  const phones = fields.phones.flatMap((field) => phonesOf(row, field))
  const ids = fields.id === null ? [] : idsOf(row, fields.id, names.length)
  const gender = names.length === 1 ? row.meaning<Gender>('gender', genderWords) : null
  const oneEach = phones.length === names.length
  if (names.length > 1 && !oneEach && phones.length > 1) row.problem('phones_unclear', fields.phones[0]!)
  return names.map((name, at) => {
    const own = oneEach ? phones.slice(at, at + 1) : phones
    return { name, phones: oneEach || at === 0 ? own : [], id: ids[at] ?? null, gender }
  })
}

function phonesOf(row: TableRow, field: Field): string[] {
  const { phones, wrong } = readPhones(row.cell(field), row.placeholders(field))
  for (const cause of new Set(wrong)) row.problem(cause, field)
  return phones
}

function idsOf(row: TableRow, field: Field, people: number): (IdDocument | null)[] {
  const cell = row.cell(field)
  const parts = people > 1 && typeof cell === 'string' ? cell.split(/[、,，/;；|\n]/) : [cell]
  return parts.map((part) => {
    const reading = readIdDocument(part, row.placeholders(field))
    if ('wrong' in reading) row.problem(reading.wrong, field)
    return 'value' in reading ? reading.value : null
  })
}

const owner: PersonFields = { name: 'name', phones: ['phone', 'phone2'], id: 'idNumber' }

/** Reads one row of a table of people. They are returned: the owner of a household may stand further down. */
export function readPerson(row: TableRow, registry: RegistryBuilder): Listed | null {
  const [told] = readPersons(row, owner, registry)
  if (!told) row.problem('name_missing', 'name')
  const role = row.meaning<OccupancyRole>('role', roleWords, 'role_unknown') ?? 'owner'
  const number = row.text('number') || null
  const isOwner = role === 'owner' || role === 'developer'
  const taken = isOwner && number !== null ? registry.people.byNumber(number) : undefined
  if (taken && told && taken.name !== told.name)
    row.problem('owner_number_taken', 'number', { firstRow: taken.source.row })
  const days = row.dates('fromOn', 'toOn', readMovingIn)
  if (row.isBad || !told) {
    if (isOwner) registry.refuse('person', numberKey(number ?? ''), row.source)
    return null
  }
  const at = `${row.source.sheet}|${isOwner ? '' : numberKey(number ?? '')}`
  const person = registry.people.see({
    ...told,
    number: isOwner ? number : null,
    source: row.source,
    at,
    isListed: true,
  })
  return isOwner || number !== null ? { person, role, ownerNumber: isOwner ? null : number, days, row } : null
}

/**
 * Gives the members of a household the rooms of their owner, with their own days. The days of an owner are those of the places
 * that tell none themselves.
 * @param refused by `numberKey`, rows of places that name somebody by number and are left out
 */
export function placeListed(
  listed: readonly Listed[],
  refused: ReadonlyMap<string, Source>,
  registry: RegistryBuilder,
): void {
  const roomsOf = Map.groupBy(
    registry.ownerships.filter(({ place }) => place.kind === 'room'),
    ({ personKey }) => personKey,
  )
  const ownedBy = Map.groupBy(registry.ownerships, ({ personKey }) => personKey)
  for (const { person, role, ownerNumber, days, row } of listed) {
    if (ownerNumber === null) {
      const own = ownedBy.get(person.key) ?? []
      for (const one of own)
        if (one.fromOn === null && one.toOn === null)
          Object.assign(one, days, {
            alsoIn: [...(one.alsoIn ?? []), row.source],
            reaching: [...(one.reaching ?? []), row.source],
          })
      continue
    }
    const head = registry.people.byNumber(ownerNumber)
    const refusedHead = registry.refusedRow('person', numberKey(ownerNumber))
    // Who was to be named by the row of a place may be on record: that row is wrong, whoever it is.
    if (!head && (refusedHead || !refused.has(numberKey(ownerNumber))))
      row.problem(refusedHead ? 'household_owner_refused' : 'household_owner_missing', 'number', {
        number: ownerNumber,
        ...refusedHead,
      })
    for (const { place, personKey } of roomsOf.get(head?.key ?? '') ?? []) {
      const told = { ...occupancyOf(person, place, role, row), ...days }
      registry.occupancy({ ...told, householdOf: personKey, reaching: [row.source] })
    }
  }
}

/**
 * Those of lists who stand at no place because the rows of their places, or of their owner, are left out: they come with these
 * rows once they are right. Taken without a place, who has no phone would not be known again there, and come in twice.
 * @param refused as of `placeListed`
 * @returns `PersonDraft.key`
 */
export function awaitingPlaces(
  listed: readonly Listed[],
  refused: ReadonlyMap<string, Source>,
  registry: RegistryBuilder,
): Set<string> {
  const placed = new Set(registry.occupancies.map(({ personKey }) => personKey))
  const numberOf = ({ person, ownerNumber }: Listed) => ownerNumber ?? person.number ?? ''
  const refusedAt = (one: Listed) => refused.get(numberKey(numberOf(one)))
  const isOfRefusedHead = ({ ownerNumber }: Listed) =>
    ownerNumber !== null &&
    registry.people.byNumber(ownerNumber) === undefined &&
    registry.refusedRow('person', numberKey(ownerNumber)) !== undefined
  const awaiting = new Set<string>()
  for (const [key, told] of Map.groupBy(listed, ({ person }) => person.key)) {
    const named = told.find((one) => refusedAt(one) !== undefined)
    if (placed.has(key) || !(named || told.some(isOfRefusedHead))) continue
    awaiting.add(key)
    for (const { row } of named ? told.filter((one) => !isOfRefusedHead(one)) : []) {
      const { sheet: otherSheet, row: otherRow } = refusedAt(named!)!
      row.problem('person_of_refused_row', 'number', { number: numberOf(named!), otherSheet, otherRow })
    }
  }
  return awaiting
}

export function occupancyOf(
  person: PersonDraft,
  place: OccupancyDraft['place'],
  role: OccupancyRole,
  row: TableRow,
): OccupancyDraft {
  return {
    personKey: person.key,
    place,
    role,
    roleAssumed: false,
    plateAssumed: false,
    shareE4: null,
    fromOn: null,
    toOn: null,
    fromAssumed: false,
    fromCalculated: false,
    toCalculated: false,
    plate: null,
    source: row.source,
  }
}

/** The people whom a row's numbers name; null for one that nobody has who is listed, which is reported. */
export function peopleByNumber(row: TableRow, registry: RegistryBuilder): (PersonDraft | null)[] {
  return numbersIn(row.text('number')).map((number) => {
    const person = registry.people.referred(number, row.source)
    const refused = registry.refusedRow('person', numberKey(number))
    if (!person) row.problem(refused ? 'owner_refused' : 'owner_missing', 'number', { number, ...refused })
    return person ?? null
  })
}

/** The company's numbers for people that a cell names. */
export function numbersIn(text: string): string[] {
  return text.split(/[#、,/;\s]+/).filter((number) => number !== '' && number !== '0')
}
