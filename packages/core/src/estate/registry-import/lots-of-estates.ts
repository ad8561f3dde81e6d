import { canonicalCode, readRoomName } from '../registry/index.ts'
import { phase } from './estate-sources.ts'
import { textOf } from './holders-in.ts'
import { estateParts } from './locate-room.ts'
import type { Registered } from './registered.ts'
import type { TableRow } from './table-rows.ts'

const laterPhase = new RegExp(`^${phase}`)

/** The lots on record, as far as they are called after estates. */
export class LotsOfEstates {
  readonly #lots: readonly string[]
  /** Estates by what stands before the numbers of their buildings. */
  readonly #estates: readonly string[]
  readonly #own = new Map<string, boolean>()

  constructor({ spaces, buildings }: Registered, rows: Iterable<TableRow>) {
    this.#lots = [...(spaces?.lots ?? [])].map(keyOf)
    const onRecord = [...(buildings?.keys() ?? [])].map((key) => keyOf(key.replace(/[a-z0-9-]+$/, '')))
    const told = [...rows].map((row) => keyOf(estateOf(row)))
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

/** The estate or phase that a row was told to be of. */
export function estateOf(row: TableRow): string {
  return estateParts(row, readRoomName(textOf(row, 'room') || textOf(row, 'address'))).join('')
}

/** 一期 is 第一期. */
export function keyOf(estate: string): string {
  return canonicalCode(estate).replace(/^第/, '')
}

/** Whether a name, of a building or lot, begins with that of an estate, both as keys; 万科城二期1栋 is not in 万科城. */
export function isIn(estate: string, name: string): boolean {
  return name.startsWith(estate) && !laterPhase.test(name.slice(estate.length))
}
