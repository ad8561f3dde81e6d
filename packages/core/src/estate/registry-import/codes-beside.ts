import { canonicalCode, spaceKey } from '../registry/index.ts'
import { byCores, coreOf, mayMean, namesOf, type SpaceName } from './codes-alike.ts'
import type { RegisteredSpaces } from './registered-spaces.ts'
import type { Named } from './spaces-named.ts'

/** A space that a row names, by the code that it has in a list or the registry. */
export interface Meant extends Named {
  /** As it is written. */
  written: string
}

/** How many others are named at most. */
const mostAlike = 5

type Codes = readonly (readonly [compared: string, written: string])[]

interface AlikeBeside {
  all: Codes
  /** By `namesOf`. */
  byNames: ReadonlyMap<string, Codes>
}

/** What codes beside rooms mean: where nothing has just this code, a space of a list or the registry of which it may be another way to write. */
export class CodesBeside {
  readonly #codes: ReadonlySet<string>
  readonly #listed: ReadonlyMap<string, readonly Named[]>
  /** By `coreOf`, the codes beside rooms in the form in which they compare, with one as it is written. */
  readonly #beside: ReadonlyMap<string, AlikeBeside>
  readonly #spaces: RegisteredSpaces

  constructor(named: readonly Named[], spaces: RegisteredSpaces) {
    const [listed, beside] = [eachOnce(named, 'space'), eachOnce(named, 'parking')]
    this.#codes = new Set(listed.map(({ code }) => canonicalCode(code)))
    this.#listed = byCores(listed)
    const codes = [...new Map(beside.map(({ code }) => [canonicalCode(code), code]))]
    const byCore = Map.groupBy(codes, ([, code]) => coreOf(code))
    this.#beside = new Map(
      [...byCore].map(([core, all]) => [
        core,
        { all, byNames: Map.groupBy(all, ([, code]) => namesOf(code)) },
      ]),
    )
    this.#spaces = spaces
  }

  /** Once for each code that it may be: it is clear where there is one. 001-003 may be all from the first to the last. */
  meantBy(one: Named): Meant[] {
    const asItIs = { ...one, written: one.code }
    if (one.field === 'space' || this.#has(one.code)) return [asItIs]
    const ends = one.code.split(/[-~至到—–]/)
    if (ends.length === 2 && ends.every((end) => this.#has(end)))
      return ends.map((code) => ({ ...asItIs, code }))
    const alike = this.#alike(one.code)
    const codes = new Map(alike.map(({ code }) => [canonicalCode(code), code]))
    const may = codes.size === 0 ? this.#alikeBeside(one) : [...codes.values()]
    return may.map((code) => ({ ...asItIs, code }))
  }

  /** The lots of which a row of a list that tells none may be, by a code that names one (地库001). */
  lotsIn({ row, lot, code }: Named): string[] {
    if (lot !== '' || row.table.columns.has('lot') || this.#spaces.lotsOf('', code).length > 0) return []
    return [...new Set(this.#alike(code).map((one) => one.lot))].filter(Boolean)
  }

  #alike(code: string): SpaceName[] {
    const listed = this.#listed.get(coreOf(code)) ?? []
    return [...listed.filter((each) => mayMean(code, each)), ...this.#spaces.meantBy(code)]
  }

  /** Its own code, and some of those beside other rooms that may be ways to write the same: with the same names, or one with none. */
  #alikeBeside({ code }: Named): string[] {
    const core = coreOf(code)
    const of = this.#beside.get(core)
    if (core === '' || of === undefined) return [code]
    const names = namesOf(code)
    const groups = names === '' ? [of.all] : [of.byNames.get('') ?? [], of.byNames.get(names) ?? []]
    const own = canonicalCode(code)
    // In each of them its own code stands once at most.
    const some = groups.flatMap((codes) => codes.slice(0, mostAlike + 1))
    const alike = some.filter(([other]) => other !== own).slice(0, mostAlike)
    return [code, ...alike.map(([, written]) => written)]
  }

  #has(code: string): boolean {
    return this.#spaces.lotsOf('', code).length > 0 || this.#codes.has(canonicalCode(code))
  }
}

/** Whether what is written may be the space in this lot. */
export function isWithin({ written, code }: Meant, lot: string): boolean {
  return written === code || mayMean(written, { lot, code })
}

/** Of each lot and code one. */
function eachOnce(named: readonly Named[], field: Named['field']): Named[] {
  const own = named.filter((one) => one.field === field)
  return [...new Map(own.map((one) => [spaceKey(one.lot, one.code), one])).values()]
}
