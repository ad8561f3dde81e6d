import { canonicalCode } from '../registry/index.ts'

/** What a space is called. */
export interface SpaceName {
  /** Empty where it has none. */
  lot: string
  code: string
}

/** As it is called to people. */
export function asWritten({ lot, code }: SpaceName): string {
  return [lot, code].filter(Boolean).join(' ')
}

/** What people write around the number of any space. */
const words = /停车位|车位|泊位|固定|产权|子母|编号|号|位|第/g

/**
 * The letters and digits of a code, as they compare: C-001, c1 and C001号 have the same. What stands between two numbers keeps
 * them apart: 12-3 is neither 1-23 nor 123.
 */
export function coreOf(code: string): string {
  const plain = canonicalCode(code)
    .replace(/^no\W*(?=\d)/, '')
    .replaceAll(/(?<=\d)[^a-z0-9]+(?=\d)/g, '-')
  return plain.replaceAll(/[^a-z0-9-]|(?<!\d)-|-(?!\d)/g, '')
}

/** The cores of all that a space may be called: of its code alone, and with its lot before it. */
export function coresOf({ lot, code }: SpaceName): string[] {
  // B1001 and A101 may be of B1 and A1, or of other lots.
  const isClear = !/\d$/.test(lot)
  const cores = [coreOf(code), coreOf(`${lot}-${code}`), isClear ? coreOf(`${lot}${code}`) : '']
  return [...new Set(cores)].filter(Boolean)
}

/**
 * Whether a code may be another way to write a space: with its lot or estate before it, with signs or words around the number.
 * 丁香苑001, B1-001 and 001号车位 may be the 001 of 丁香苑车库, of B1 and of any lot; 海棠园001 is none of the first.
 */
export function mayMean(written: string, { lot, code }: SpaceName): boolean {
  const within = canonicalCode(lot)
  const said = namesIn(written)
  // 1-12 is no 12 of 1号车库: its number is told with its name.
  const isNamed = coreOf(written) === coreOf(code) || said.length > 0 || namesIn(lot).length === 0
  return (
    isNamed && coresOf({ lot, code }).includes(coreOf(written)) && said.every((part) => within.includes(part))
  )
}

/**
 * Whether nothing else can be meant: the code just so, with words around the number of any space, or with a lot before it that ends
 * with a name (地库001).
 */
export function isJustSo(written: string, { lot, code }: SpaceName): boolean {
  const plain = (text: string) => canonicalCode(text).replaceAll(words, '')
  const withLot = /\p{Script=Han}$/u.test(lot) ? [`${lot}${code}`, `${lot}-${code}`] : []
  return [code, ...withLot].some((one) => plain(one) === plain(written))
}

/** The names that it tells, as they compare; empty where it tells none. */
export function namesOf(code: string): string {
  return namesIn(code).join('|')
}

/** Whether a code tells by name all that the code of a space does: 001 is not 人防001. */
export function tellsNamesOf(written: string, { code }: SpaceName): boolean {
  return namesIn(code).every((name) => canonicalCode(written).includes(name))
}

/** Words of a code that are not said of any space: of its lot, estate or kind. */
function namesIn(code: string): string[] {
  return (
    canonicalCode(code)
      .replaceAll(words, '')
      .match(/[^\P{L}a-z]+/gu) ?? []
  )
}

/** Spaces by each of the cores of all that they may be called. */
export function byCores<T extends SpaceName>(spaces: readonly T[]): Map<string, T[]> {
  const called = spaces.flatMap((space) => coresOf(space).map((core) => ({ core, space })))
  return new Map(
    [...Map.groupBy(called, ({ core }) => core)].map(([core, own]) => [core, own.map(({ space }) => space)]),
  )
}
