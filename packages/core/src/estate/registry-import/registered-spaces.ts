import { canonicalCode, spaceKey } from '../registry/index.ts'
import { byCores, coreOf, coresOf, mayMean, type SpaceName } from './codes-alike.ts'
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
  /** By `coreOf` their codes. */
  readonly #byCore: ReadonlyMap<string, readonly RegisteredSpace[]>
  /** By all that they may be called: `coresOf`. */
  readonly #named: ReadonlyMap<string, readonly RegisteredSpace[]>

  constructor(spaces: readonly RegisteredSpace[]) {
    this.#byKey = new Map(spaces.map((space) => [space.key, space]))
    this.#byCode = Map.groupBy(spaces, ({ code }) => canonicalCode(code))
    this.#byCore = Map.groupBy(spaces, ({ code }) => coreOf(code))
    this.#named = byCores(spaces)
  }

  get all(): readonly RegisteredSpace[] {
    return [...this.#byKey.values()]
  }

  get lots(): ReadonlySet<string> {
    return new Set(this.all.map(({ lot }) => lot).filter(Boolean))
  }

  get(key: string): RegisteredSpace | undefined {
    return this.#byKey.get(key)
  }

  /** The lots in which there are spaces of a code; empty for one without. */
  lotsWith(code: string): string[] {
    return this.withCode(code).map(({ lot }) => lot)
  }

  withCode(code: string): readonly RegisteredSpace[] {
    return this.#byCode.get(canonicalCode(code)) ?? []
  }

  /** Those of a code in any way to write it, but for names of lots: C-001 and C001. */
  alikeTo(code: string): readonly RegisteredSpace[] {
    const core = coreOf(code)
    return core === '' ? this.withCode(code) : (this.#byCore.get(core) ?? [])
  }

  /** The same, with other lots, by the keys of the spaces. */
  withLots(lots: ReadonlyMap<string, SpaceName>): RegisteredSpaces {
    if (lots.size === 0) return this
    return new RegisteredSpaces(
      this.all.map((space) => {
        const name = lots.get(space.key)
        if (name === undefined) return space
        const { lot, code } = name
        return { ...space, ...name, key: spaceKey(lot, code), form: formOf(`${lot}|${code}`) }
      }),
    )
  }

  /**
   * The spaces that may be one of a list which the registry does not know: of its code with no lot, or with one that the told
   * one goes on from (丁香苑, 丁香苑车库) or begins before (车库, 一期车库); or of another code for it (丁香苑001, C-001). B1 is
   * neither of B11.
   */
  mayBe({ lot, code }: SpaceName): readonly RegisteredSpace[] {
    const alike = coresOf({ lot, code }).flatMap((core) => this.#byCore.get(core) ?? [])
    return [...new Set([...this.withCode(code), ...alike])].filter((space) =>
      space.lot === ''
        ? canonicalCode(space.code) === canonicalCode(code) || mayMean(space.code, { lot, code })
        : coreOf(space.code) === coreOf(code) && areOfOneLot(space.lot, lot),
    )
  }

  /** Those for which a code beside a room may be another way to write them. */
  meantBy(written: string): readonly RegisteredSpace[] {
    return this.#named.get(coreOf(written))?.filter((space) => mayMean(written, space)) ?? []
  }

  /**
   * The lots in which a space may be that is written without its lot, or without the phase before it (B1 for 一期B1). The space
   * of just this lot, if there is one, is meant; none where the registry has no space of this code.
   */
  lotsOf(lot: string, code: string): string[] {
    if (this.#byKey.has(spaceKey(lot, code))) return [lot]
    const told = canonicalCode(lot)
    return this.lotsWith(code).filter((one) => {
      const key = canonicalCode(one)
      // B11 is not B1 with something before it.
      return told === '' || (key.endsWith(told) && !/[a-z0-9]$/.test(key.slice(0, -told.length)))
    })
  }
}

/** Whether one name of a lot is part of the other. */
function areOfOneLot(onRecord: string, lot: string): boolean {
  const [is, told] = [canonicalCode(onRecord), canonicalCode(lot)]
  const [before, after] = [told.slice(0, -is.length), told.slice(is.length)]
  const begins = told.startsWith(is) && !(/[a-z0-9]$/.test(is) && /^[a-z0-9]/.test(after))
  return begins || (told.endsWith(is) && !/[a-z0-9]$/.test(before))
}
