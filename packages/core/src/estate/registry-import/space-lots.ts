import { canonicalCode, spaceKey } from '../registry/index.ts'
import { estateKey, type KnownEstates } from './known-estates.ts'
import { mentionOf, type NamedSpace } from './named-spaces.ts'
import type { RegisteredSpace, RegisteredSpaces } from './registered-spaces.ts'
import { contradiction } from './written-otherwise.ts'

/** Finds in which lots the spaces may be that rows name: a space must not be made twice, nor those of two estates become one. */
export class SpaceLots {
  readonly #spaces: RegisteredSpaces
  readonly #estates: KnownEstates

  constructor(spaces: RegisteredSpaces, estates: KnownEstates) {
    this.#spaces = spaces
    this.#estates = estates
  }

  /**
   * Of a row of a list of spaces: those of the registry that it may mean, or the lot that it tells, which is new.
   * @param alike all rows of lists that tell of this code
   */
  ofListed(one: NamedSpace, alike: readonly NamedSpace[]): string[] {
    if (!one.isLotTold && one.isEstateTold) return this.ofBeside(one, [])
    const lots = this.#spaces.lotsOf(one.lot, one.code)
    if (lots.length > 0) return lots
    const lotless = one.isLotTold ? this.#withoutLot(one, alike) : undefined
    return [lotless?.lot ?? one.lot]
  }

  /**
   * Of a space that is told without its lot, beside a room: those of its estate, of the lists of the workbook and else on record;
   * where there is none, those of no estate that are not another estate's; else a new lot of the estate's name.
   * @param listed the lots in which lists of the workbook have the code
   */
  ofBeside(one: NamedSpace, listed: readonly string[]): string[] {
    const onRecord = this.#spaces.ofCode(one.code)
    const inEstate = this.#ofEstate(one, [listed, onRecord.map(({ lot }) => lot)])
    if (inEstate.length > 0) return inEstate
    const free = listed.filter((lot) => this.isFree(lot))
    if (free.length > 0) return [...new Set(free)]
    const open = onRecord
      .filter((space) => this.isFree(space.lot) && this.#fits(space, one.estate.key, one.people))
      .map(({ lot }) => lot)
    if (open.length > 0) return open.includes('') ? [''] : open
    const own = one.isEstateTold ? [] : onRecord.filter((space) => isOfSame(space.holders[0]!, one.people))
    if (own.length === 1) return [own[0]!.lot]
    const isTaken = this.#spaces.get(spaceKey('', one.code)) !== undefined
    return [isTaken ? one.estate.name : one.lot]
  }

  /** Whether a lot is of no estate that is known. */
  isFree(lot: string): boolean {
    return this.#estates.ofLot(lot) === null
  }

  #ofEstate({ estate: { key, name } }: NamedSpace, lots: readonly (readonly string[])[]): string[] {
    if (key === '') return []
    const isOfIt = (isSure: boolean) => (lot: string) => {
      const found = this.#estates.ofLot(lot)
      return found?.estate === key && found.isSure === isSure
    }
    const sure = lots.map((some) => some.filter(isOfIt(true))).find((some) => some.length > 0)
    const just = sure?.find((lot) => estateKey(lot) === key)
    if (sure) return just === undefined ? [...new Set(sure)] : [just]
    const unsure = [...new Set(lots.flat().filter(isOfIt(false)))]
    return unsure.length > 0 ? [...unsure, name] : []
  }

  /** A space of no estate is that of the estate where those have rooms who have it. */
  #fits({ buildings, holders }: RegisteredSpace, estate: string, told: readonly string[]): boolean {
    const theirs = new Set(buildings.map((building) => this.#estates.ofBuilding(building).key))
    return theirs.size === 0 || theirs.has(estate) || isOfSame(holders[0]!, told)
  }

  /** The one space on record whose lot nobody has told yet, and that is the one of a list that tells it. */
  #withoutLot(one: NamedSpace, alike: readonly NamedSpace[]): RegisteredSpace | undefined {
    const [space, ...more] = this.#mayBe(one)
    if (space === undefined || more.length > 0) return undefined
    const claiming = alike.filter((other) => other.isLotTold && this.#mayBe(other).includes(space))
    return new Set(claiming.map(({ lot }) => canonicalCode(lot))).size === 1 ? space : undefined
  }

  #mayBe(one: NamedSpace): RegisteredSpace[] {
    if (this.#spaces.lotsOf(one.lot, one.code).length > 0) return []
    const estate = this.#estates.ofLot(one.lot)?.estate ?? ''
    return this.#spaces.ofCode(one.code).filter((space) => {
      const key = estateKey(space.lot)
      const ofIt = this.#estates.ofLot(space.lot)?.estate ?? ''
      if (key !== ofIt || (key !== '' && estate !== '' && key !== estate)) return false
      const fits = estate === '' || this.#fits(space, estate, one.people)
      return fits && contradiction([mentionOf(one, one.lot), space]) === null
    })
  }
}

export function isOfSame(ones: readonly string[], others: readonly string[]): boolean {
  return ones.some((one) => others.includes(one))
}
