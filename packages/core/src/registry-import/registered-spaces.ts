import { canonicalCode } from '../registry/index.ts'
import type { Mention } from './written-otherwise.ts'

/** A space that the registry has. */
export interface RegisteredSpace extends Mention {
  key: string
  lot: string
  code: string
}

/** The spaces that the registry has, by their keys and codes. */
export class RegisteredSpaces {
  readonly #byKey: ReadonlyMap<string, RegisteredSpace>
  readonly #byCode: ReadonlyMap<string, readonly RegisteredSpace[]>

  constructor(spaces: readonly RegisteredSpace[]) {
    this.#byKey = new Map(spaces.map((space) => [space.key, space]))
    this.#byCode = Map.groupBy(spaces, ({ code }) => canonicalCode(code))
  }

  get(key: string): RegisteredSpace | undefined {
    return this.#byKey.get(key)
  }

  /** The lots in which a space that is written without one may be; the space without a lot, if there is one, is meant. */
  lotsOf(code: string): string[] {
    const lots = (this.#byCode.get(canonicalCode(code)) ?? []).map(({ lot }) => lot)
    return lots.includes('') ? [''] : lots
  }
}
