import { canonicalCode, spaceKey } from '../registry/index.ts'
import { formOf, type Mention } from './written-otherwise.ts'

/** A space that the registry has. */
export interface RegisteredSpace extends Mention {
  key: string
  lot: string
  code: string
  /** Where whoever has it has rooms: names of buildings. */
  buildings: readonly string[]
}

/** The spaces that the registry has, by their keys and codes. */
export class RegisteredSpaces {
  readonly #byKey: ReadonlyMap<string, RegisteredSpace>
  readonly #byCode: ReadonlyMap<string, readonly RegisteredSpace[]>

  constructor(spaces: readonly RegisteredSpace[]) {
    this.#byKey = new Map(spaces.map((space) => [space.key, space]))
    this.#byCode = Map.groupBy(spaces, ({ code }) => canonicalCode(code))
  }

  get lots(): ReadonlySet<string> {
    return new Set([...this.#byKey.values()].map(({ lot }) => lot).filter(Boolean))
  }

  get(key: string): RegisteredSpace | undefined {
    return this.#byKey.get(key)
  }

  /** The same, with lots by the keys of spaces that have none. */
  withLots(lots: ReadonlyMap<string, string>): RegisteredSpaces {
    if (lots.size === 0) return this
    return new RegisteredSpaces(
      [...this.#byKey.values()].map((space) => {
        const lot = lots.get(space.key)
        if (lot === undefined) return space
        return { ...space, lot, key: spaceKey(lot, space.code), form: formOf(`${lot}|${space.code}`) }
      }),
    )
  }

  /**
   * The lots in which a space may be that is written without its lot, or without the phase before it (B1 for 一期B1). The space
   * of just this lot, if there is one, is meant; none where the registry has no space of this code.
   */
  lotsOf(lot: string, code: string): string[] {
    if (this.#byKey.has(spaceKey(lot, code))) return [lot]
    const told = canonicalCode(lot)
    const lots = (this.#byCode.get(canonicalCode(code)) ?? []).map((space) => space.lot)
    return lots.filter((one) => {
      const key = canonicalCode(one)
      // B11 is not B1 with something before it.
      return told === '' || (key.endsWith(told) && !/[a-z0-9]$/.test(key.slice(0, -told.length)))
    })
  }
}
