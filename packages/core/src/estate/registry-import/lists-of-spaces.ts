import { canonicalCode, spaceKey } from '../registry/index.ts'
import { isWithin, type Meant } from './codes-beside.ts'
import { holdersToldBy } from './holders-in.ts'
import type { RegisteredSpaces } from './registered-spaces.ts'
import type { Named } from './spaces-named.ts'

/** The lists of spaces of a workbook: which lots they tell of a code, and who has the spaces by them. */
export class ListsOfSpaces {
  readonly #spaces: RegisteredSpaces
  readonly #byCode: ReadonlyMap<string, readonly Named[]>
  /** By code, the lots that are told, each once with a row that tells it. */
  readonly #lots = new Map<string, readonly Named[]>()
  readonly #holders = new Map<string, ReadonlySet<string>>()

  constructor(lists: readonly Named[], spaces: RegisteredSpaces) {
    this.#spaces = spaces
    this.#byCode = Map.groupBy(lists, ({ code }) => canonicalCode(code))
  }

  /**
   * The lots that lists tell of the code of a space whose lot is not told, within its estate if that is; those of just this lot
   * are none.
   */
  lotsOf(one: Meant): string[] {
    const told = this.#lotsOf(one.code).filter(({ lot }) => isWithin(one, lot))
    // A row of a list that does not tell its lot beside others that do is refused, and no lot to be in.
    const listed =
      one.field === 'parking'
        ? told.filter((each) => lotsBeside(each, told).length === 0).map(({ lot }) => lot)
        : lotsBeside(one, told)
    return [...new Set(listed)]
  }

  /**
   * Names and numbers of those who have the space of a lot and code, as far as a list says. Whom it tells by number alone is not
   * known by the name behind it: the owner of a room who is told by that name alone would have the space beside himself.
   */
  holdersOf(lot: string, code: string): ReadonlySet<string> {
    const key = spaceKey(lot, code)
    const known = this.#holders.get(key)
    if (known) return known
    const rows = (this.#byCode.get(canonicalCode(code)) ?? []).filter((row) =>
      lotsOnRecord(row.lot, row, this.#spaces).some((is) => spaceKey(is, code) === key),
    )
    const found = new Set(rows.flatMap(({ row }) => holdersToldBy(row)))
    this.#holders.set(key, found)
    return found
  }

  #lotsOf(code: string): readonly Named[] {
    const key = canonicalCode(code)
    const known = this.#lots.get(key)
    if (known) return known
    const rows = this.#byCode.get(key) ?? []
    const each = new Map(rows.map((one) => [`${one.lot}|${one.row.table.columns.has('lot')}`, one]))
    this.#lots.set(key, [...each.values()])
    return this.#lots.get(key)!
  }
}

/** The lots of which a row of a list may be that tells none of them, or the estate alone. */
function lotsBeside({ row, lot }: Named, told: readonly Named[]): string[] {
  // Where there is a column of lots, a blank says that there is none.
  if (row.table.columns.has('lot')) return []
  return told.filter((one) => one.lot !== lot && one.lot.startsWith(lot)).map((one) => one.lot)
}

/** The lots in which the registry has the space, or the one that is told. */
export function lotsOnRecord(lot: string, { code }: Pick<Named, 'code'>, spaces: RegisteredSpaces): string[] {
  const lots = spaces.lotsOf(lot, code)
  return lots.length > 0 ? lots : [lot]
}
