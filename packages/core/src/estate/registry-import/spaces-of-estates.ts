import { canonicalCode, readRoomName } from '../registry/index.ts'
import { ownersIn, textOf } from './holders-in.ts'
import type { RegisteredSpace } from './registered-spaces.ts'
import type { TableRow } from './table-rows.ts'

const laterPhase = /^第?[一二三四五六七八九十\d]{1,3}期/
/** How many others are named at most. */
const most = 5

/**
 * The rooms beside which one code of a space stands, by their estates. Estates number their spaces alike and beside rooms no lot
 * is told, so that these may be one space or several.
 */
export class SpaceOfEstates {
  /** Who owns the rooms, by estate or phase, in the form in which these compare. */
  readonly #told = new Map<string, { name: string; people: Set<string> }>()
  readonly #known: RegisteredSpace | undefined

  constructor(rows: readonly TableRow[], known: RegisteredSpace | undefined) {
    this.#known = known
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
    const { holders = [], buildings = [] } = this.#known ?? {}
    const isHere = buildings.some((building) => isIn(estate, building))
    if (!isHere && !isOf(new Set(holders.flat()))) for (const one of buildings) others.add(one)
    return [...others].slice(0, most)
  }
}

/** The estate or phase that a row was told to be of, by a column, its sheet or the name of its room. */
function estateOf(row: TableRow): string {
  const inName = readRoomName(textOf(row, 'room') || textOf(row, 'address'))?.estate ?? ''
  const isPart = inName !== '' && row.table.said.isPartOfName(inName)
  return [...row.buildingParts, ...(isPart ? [inName] : [])].join('')
}

/** 一期 is 第一期. */
function keyOf(estate: string): string {
  return canonicalCode(estate).replace(/^第/, '')
}

/** 万科城二期1栋 is not in 万科城. */
function isIn(estate: string, building: string): boolean {
  const [within, whole] = [keyOf(estate), keyOf(building)]
  return whole.startsWith(within) && !laterPhase.test(whole.slice(within.length))
}
