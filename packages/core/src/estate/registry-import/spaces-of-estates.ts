import { canonicalCode, readRoomName } from '../registry/index.ts'
import { phase } from './estate-sources.ts'
import { ownersIn, textOf } from './holders-in.ts'
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
 * The rooms beside which one code of a space stands, by their estates. Estates number their spaces alike and beside rooms no lot
 * is told, so that these may be one space or several.
 */
export class SpaceOfEstates {
  /** Who owns the rooms, by estate or phase, in the form in which these compare. */
  readonly #told = new Map<string, { name: string; people: Set<string> }>()
  readonly #known: RegisteredSpace | undefined
  readonly #lots: LotsOfEstates

  constructor(rows: readonly TableRow[], known: RegisteredSpace | undefined, lots: LotsOfEstates) {
    this.#known = known
    this.#lots = lots
    for (const row of rows) {
      const name = estateOf(row)
      const key = keyOf(name)
      const told = this.#told.get(key) ?? { name, people: new Set() }
      for (const person of ownersIn(row)) told.people.add(person)
      this.#told.set(key, told)
    }
  }

  /** Where else others have a space of this code, than in the estate of a row; none where no estate is told. */
  othersOf(row: TableRow): string[] {
    const estate = estateOf(row)
    if (estate === '') return []
    const own = ownersIn(row)
    const isOf = (people: { has(person: string): boolean }) => own.some((person) => people.has(person))
    const others = new Set<string>()
    for (const [key, { name, people }] of this.#told) {
      if (others.size === most) break
      if (name !== '' && key !== keyOf(estate) && !isOf(people)) others.add(name)
    }
    const { lot = '', holders = [], buildings = [] } = this.#known ?? {}
    if (isOf(new Set(holders.flat()))) return [...others]
    if (this.#lots.isElsewhere(estate, lot)) others.add(lot)
    const isHere = buildings.some((building) => isIn(keyOf(estate), keyOf(building)))
    if (!isHere) for (const building of buildings) others.add(building)
    return [...others].slice(0, most)
  }
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
