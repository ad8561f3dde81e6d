import { canonicalCode, readRoomName, wordKey } from '../registry/index.ts'
import { phase } from './estate-sources.ts'
import { holdersIn, ownersIn, textOf } from './holders-in.ts'
import { estateParts } from './locate-room.ts'
import type { Registered } from './registered.ts'
import type { RegisteredSpace } from './registered-spaces.ts'
import type { TableRow } from './table-rows.ts'

const laterPhase = new RegExp(`^${phase}`)
/** How many others are named at most. */
const most = 5

/** The lots on record, as far as they are called after estates. */
export class LotsOfEstates {
  readonly #lots: readonly string[]
  /** Estates by what stands before the numbers of their buildings. */
  readonly #estates: readonly string[]
  readonly #own = new Map<string, boolean>()

  constructor({ spaces, buildings }: Registered, rows: Iterable<TableRow>) {
    this.#lots = [...(spaces?.lots ?? [])].map(keyOf)
    const onRecord = [...(buildings?.keys() ?? [])].map((key) => keyOf(key.replace(/[a-z0-9-]+$/, '')))
    const told = this.#lots.length === 0 ? [] : [...rows].map((row) => keyOf(estateOf(row)))
    this.#estates = [...new Set([...onRecord, ...told])].filter(Boolean)
  }

  /** Whether a lot is not of an estate: called after another, or not after this one although others are. */
  isElsewhere(estate: string, lot: string): boolean {
    if (lot === '' || isIn(keyOf(estate), keyOf(lot))) return false
    return this.#hasOwn(keyOf(estate)) || this.#estates.some((other) => isIn(other, keyOf(lot)))
  }

  #hasOwn(estate: string): boolean {
    const own = this.#own.get(estate) ?? this.#lots.some((lot) => isIn(estate, lot))
    this.#own.set(estate, own)
    return own
  }
}

/**
 * The rooms beside which one code of a space stands. Estates and buildings number their spaces alike and beside rooms no lot is
 * told, so that rooms of different people may have one space or several.
 */
export class SpaceBesideRooms {
  readonly #rooms: readonly Room[]
  /** Whom the workbook names as holders in a list of spaces. */
  readonly #listed: ReadonlySet<string>
  readonly #known: RegisteredSpace | undefined
  readonly #lots: LotsOfEstates

  /** @param listed the rows of lists of spaces that tell of it */
  constructor(
    beside: readonly TableRow[],
    listed: readonly TableRow[],
    known: RegisteredSpace | undefined,
    lots: LotsOfEstates,
  ) {
    this.#rooms = beside.map(roomOf)
    this.#listed = new Set(listed.flatMap(holdersIn))
    this.#known = known
    this.#lots = lots
  }

  /** Where else others have a space of this code: estates, lots, buildings or rooms. */
  othersOf(row: TableRow): string[] {
    const own = roomOf(row)
    if (own.people.some((person) => this.#listed.has(person))) return []
    const others = new Set<string>()
    for (const other of this.#rooms) {
      if (others.size === most) break
      if (isApart(own, other)) others.add(areOfTwoEstates(own, other) ? other.estateName : other.written)
    }
    return own.estate === '' ? [...others] : [...others, ...this.#othersOnRecord(own)].slice(0, most)
  }

  #othersOnRecord({ estate, estateName, people }: Room): string[] {
    const { lot = '', holders = [], buildings = [] } = this.#known ?? {}
    if (holders.flat().some((person) => people.includes(person))) return []
    const isHere = buildings.some((building) => isIn(estate, keyOf(building)))
    return [...(this.#lots.isElsewhere(estateName, lot) ? [lot] : []), ...(isHere ? [] : buildings)]
  }
}

/** A room beside which a space stands. */
interface Room {
  estateName: string
  /** In the form in which estates compare; empty where none is told. */
  estate: string
  building: string
  number: string
  written: string
  /** Who owns it now, by the row; none where it does not say. */
  people: readonly string[]
}

function roomOf(row: TableRow): Room {
  const estateName = estateOf(row)
  const building = textOf(row, 'building')
  const number = textOf(row, 'room') || textOf(row, 'address')
  return {
    estateName,
    estate: keyOf(estateName),
    building: wordKey(building),
    number: wordKey(`${textOf(row, 'unit')}|${number}`),
    written: `${building}${number}`,
    people: ownersIn(row),
  }
}

function areOfTwoEstates(one: Room, other: Room): boolean {
  return one.estate !== '' && other.estate !== '' && one.estate !== other.estate
}

/** Whether rooms are of several people, and of several estates or not one room. */
function isApart(one: Room, other: Room): boolean {
  if (one.people.some((person) => other.people.includes(person))) return false
  if (areOfTwoEstates(one, other)) return true
  // The building may stand in the first row of its block alone.
  const isOneBuilding = one.building === other.building || one.building === '' || other.building === ''
  const isOneRoom = isOneBuilding && one.number === other.number
  return !isOneRoom && one.people.length > 0 && other.people.length > 0
}

function estateOf(row: TableRow): string {
  return estateParts(row, readRoomName(textOf(row, 'room') || textOf(row, 'address'))).join('')
}

/** 一期 is 第一期. */
function keyOf(estate: string): string {
  return canonicalCode(estate).replace(/^第/, '')
}

/** Whether a name, of a building or lot, begins with that of an estate, both as keys; 万科城二期1栋 is not in 万科城. */
function isIn(estate: string, name: string): boolean {
  return name.startsWith(estate) && !laterPhase.test(name.slice(estate.length))
}
