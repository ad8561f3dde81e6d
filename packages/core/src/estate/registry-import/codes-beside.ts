import { canonicalCode } from '../registry/index.ts'
import { byCores, coreOf, mayMean } from './codes-alike.ts'
import type { RegisteredSpaces } from './registered-spaces.ts'
import type { Named } from './spaces-named.ts'

/** A space that a row names, by the code that it has in a list or the registry. */
export interface Meant extends Named {
  /** As it is written. */
  written: string
}

/** What codes beside rooms mean: where nothing has just this code, a space of a list or the registry of which it may be another way to write. */
export class CodesBeside {
  readonly #codes: ReadonlySet<string>
  readonly #listed: ReadonlyMap<string, readonly Named[]>
  readonly #spaces: RegisteredSpaces

  constructor(listed: readonly Named[], spaces: RegisteredSpaces) {
    this.#codes = new Set(listed.map(({ code }) => canonicalCode(code)))
    this.#listed = byCores(listed)
    this.#spaces = spaces
  }

  /** Once for each code that it may be: it is clear where there is one. 001-003 may be all from the first to the last. */
  meantBy(one: Named): Meant[] {
    const asItIs = { ...one, written: one.code }
    if (one.field === 'space' || this.#has(one.code)) return [asItIs]
    const ends = one.code.split(/[-~至到—–]/)
    if (ends.length === 2 && ends.every((end) => this.#has(end)))
      return ends.map((code) => ({ ...asItIs, code }))
    const listed = this.#listed.get(coreOf(one.code)) ?? []
    const alike = [...listed.filter((each) => mayMean(one.code, each)), ...this.#spaces.meantBy(one.code)]
    const codes = new Map(alike.map(({ code }) => [canonicalCode(code), code]))
    return codes.size === 0 ? [asItIs] : [...codes.values()].map((code) => ({ ...asItIs, code }))
  }

  #has(code: string): boolean {
    return this.#spaces.lotsOf('', code).length > 0 || this.#codes.has(canonicalCode(code))
  }
}

/** Whether what is written may be the space in this lot. */
export function isWithin({ written, code }: Meant, lot: string): boolean {
  return written === code || mayMean(written, { lot, code })
}
