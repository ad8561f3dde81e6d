import { nameKey, wordKey } from '../registry/index.ts'
import type { PersonDraft, Source } from './draft.ts'
import { ImportBudget } from './import-limits.ts'
import { personKindOf, readNames, type IdDocument } from './personal.ts'
import type { Gender } from '../registry/index.ts'
import type { Cell } from '../../platform/spreadsheets/index.ts'

/** A person as one row tells of them. */
export interface PersonSeen {
  number: string | null
  name: string
  phones: string[]
  id: IdDocument | null
  gender: Gender | null
  source: Source
  /** Where they were seen: who has neither phone nor ID is told apart from a namesake by the room. */
  at: string
  /** The row is one of a list of people. */
  isListed?: boolean
}

/**
 * The people of a workbook, each once: the same by the company's number for them, by ID number, by name and phone, or
 * by name in the same place. A number never joins two names.
 */
export class PeopleBook {
  readonly all: PersonDraft[] = []
  /** Rows that tell another ID number of somebody than a row before. */
  readonly idsTwice: { first: PersonDraft; source: Source; number: string }[] = []
  readonly #known = new Map<string, PersonDraft>()
  readonly #byKey = new Map<string, PersonDraft>()
  readonly #registered: ReadonlyMap<string, string>
  readonly #names: ReadonlySet<string>
  readonly #budget: ImportBudget

  /**
   * @param registered names of those whom the registry has already, by `numberKey` of the company's number
   * @param names of all whom it has, by `nameKey`
   */
  constructor(
    registered: ReadonlyMap<string, string> = new Map(),
    names: ReadonlySet<string> = new Set(),
    budget = new ImportBudget(),
  ) {
    this.#registered = registered
    this.#names = names
    this.#budget = budget
  }

  /** The names of a cell, as far as they can be told apart. */
  namesIn(cell: Cell): string[] {
    return readNames(cell, this.#names)
  }

  /** @param key `PersonDraft.key` of one that is here */
  byKey(key: string): PersonDraft {
    return this.#byKey.get(key)!
  }

  byNumber(number: string): PersonDraft | undefined {
    return this.#known.get(`number|${numberKey(number)}`)
  }

  /** As `byNumber`; somebody whom only the registry has is taken along, so that a workbook may refer to them. */
  referred(number: string, source: Source): PersonDraft | undefined {
    const name = this.#registered.get(numberKey(number))
    const listed = this.byNumber(number)
    if (listed || name === undefined) return listed
    return this.see({ number, name, phones: [], id: null, gender: null, source, at: '' })
  }

  see(seen: PersonSeen): PersonDraft {
    const keys = keysOf(seen)
    const known = keys
      .map((key) => this.#known.get(key))
      .find((person) => person !== undefined && sameName(person, seen))
    const person = known ?? this.#add(seen)
    person.number ??= seen.number
    person.phones = [...new Set([...person.phones, ...seen.phones])]
    if (seen.id && person.idNumber !== null && seen.id.number !== person.idNumber)
      this.idsTwice.push({ first: person, source: seen.source, number: seen.id.number })
    person.idKind ??= seen.id?.kind ?? null
    person.idNumber ??= seen.id?.number ?? null
    person.gender ??= seen.gender
    person.isListed ||= seen.isListed ?? false
    for (const key of keys) if (!this.#known.has(key)) this.#known.set(key, person)
    return person
  }

  #add(seen: PersonSeen): PersonDraft {
    this.#budget.take(seen.source.sheet, seen.source.row)
    const person: PersonDraft = {
      key: `p${this.all.length + 1}`,
      number: seen.number,
      name: seen.name,
      kind: seen.id?.kind === 'uscc' ? 'organisation' : personKindOf(seen.name),
      phones: [],
      idKind: null,
      idNumber: null,
      gender: null,
      isListed: false,
      source: seen.source,
    }
    this.all.push(person)
    this.#byKey.set(person.key, person)
    return person
  }
}

function keysOf({ number, name, phones, id, at }: PersonSeen): string[] {
  const own = number === null ? [] : [`number|${numberKey(number)}`]
  return [
    ...own,
    ...(id ? [`id|${id.number}`] : []),
    ...phones.map((phone) => `phone|${phone}|${nameKey(name)}`),
    // Who has a number is told apart by it alone: two numbers are two people, whatever they are called.
    ...(number === null ? [`at|${at}|${nameKey(name)}`] : []),
  ]
}

function sameName(person: PersonDraft, seen: PersonSeen): boolean {
  return (
    nameKey(person.name) === nameKey(seen.name) &&
    (seen.number === null || person.number === null || numberKey(seen.number) === numberKey(person.number))
  )
}

/** Whether number, ID or phones say of two of one name that they are two. */
export function areToldApart(one: PersonDraft, other: PersonDraft): boolean {
  const differ = (a: string | null, b: string | null) => a !== null && b !== null && a !== b
  const numbers = [one, other].map(({ number }) => (number === null ? null : numberKey(number)))
  const haveOthers = one.phones.length > 0 && other.phones.length > 0
  return (
    differ(numbers[0]!, numbers[1]!) ||
    differ(one.idNumber, other.idNumber) ||
    (haveOthers && !one.phones.some((phone) => other.phones.includes(phone)))
  )
}

/** 007 and 7 are one number. */
export function numberKey(number: string): string {
  return wordKey(number).replace(/^0+(?=\d)/, '')
}
