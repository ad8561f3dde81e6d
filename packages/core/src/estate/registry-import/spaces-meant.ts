import { spaceKey } from '../registry/index.ts'
import { CodesBeside, isWithin, type Meant } from './codes-beside.ts'
import { ListsOfSpaces, lotsOnRecord } from './lists-of-spaces.ts'
import type { RegisteredSpaces } from './registered-spaces.ts'
import type { Named } from './spaces-named.ts'

/** The lot of a space that a row names, or those of which it may be one. */
type Lots = { isClear: true; lot: string } | { isClear: false; may: readonly string[] }

/** Which spaces the rows of a workbook mean, as far as its lists and the registry tell. */
export class SpacesMeant {
  readonly #codes: CodesBeside
  readonly #lists: ListsOfSpaces
  readonly #spaces: RegisteredSpaces

  constructor(named: readonly Named[], spaces: RegisteredSpaces) {
    const listed = named.filter(({ field }) => field === 'space')
    this.#codes = new CodesBeside(named, spaces)
    this.#lists = new ListsOfSpaces(listed, spaces)
    this.#spaces = spaces
  }

  /** By each code that a row may mean: it is clear where there is one. */
  codesOf(one: Named): Meant[] {
    return this.#codes.meantBy(one)
  }

  lotsOf(one: Meant): Lots {
    return one.field === 'parking' ? this.#besideRoom(one) : this.#inList(one)
  }

  #inList(one: Meant): Lots {
    if (this.#isKnown(one)) return { isClear: true, lot: one.lot }
    const listed = [...this.#lists.lotsOf(one), ...this.#codes.lotsIn(one)]
    return listed.length > 0 ? { isClear: false, may: listed } : clearIn(this.#onRecord(one, [one.lot]))
  }

  /** What is written just so, or listed, is meant, unless the owner of the room has another one of its code. */
  #besideRoom(one: Meant): Lots {
    const listed = this.#lists.lotsOf(one)
    const told = this.#onRecord(one, listed.length > 0 && !this.#isKnown(one) ? listed : [one.lot])
    const known = this.#spaces.lotsWith(one.code).filter((lot) => isWithin(one, lot))
    const may = this.#onRecord(one, [...told, ...listed, ...known])
    const ofOwner = may.filter((lot) => this.#isOfOwner(one, lot))
    if (ofOwner.length === 1) return clearIn(ofOwner)
    return told.length === 1 ? clearIn(told) : { isClear: false, may }
  }

  #isKnown(one: Meant): boolean {
    return this.#spaces.get(spaceKey(one.lot, one.code)) !== undefined && isWithin(one, one.lot)
  }

  /** As the registry calls them; as told where it has none of this code. */
  #onRecord(one: Meant, lots: readonly string[]): string[] {
    const found = lots.flatMap((lot) => {
      const here = lotsOnRecord(lot, one, this.#spaces).filter((is) => isWithin(one, is))
      return here.length > 0 ? here : [lot]
    })
    return [...new Set(found)]
  }

  /** Whether the owner of a room has the space of this lot that stands beside it, by lists or the registry. */
  #isOfOwner({ ownersTold, code }: Meant, lot: string): boolean {
    const listed = this.#lists.holdersOf(lot, code)
    const onRecord = (this.#spaces.get(spaceKey(lot, code))?.holders ?? []).flat()
    return ownersTold.some((person) => listed.has(person) || onRecord.includes(person))
  }
}

function clearIn(lots: readonly string[]): Lots {
  const [lot, ...others] = lots
  return others.length === 0 ? { isClear: true, lot: lot! } : { isClear: false, may: lots }
}
