import { naturalSortKey } from '@heju/kernel'
import { chineseNumber, wordKey } from './words.ts'

/** A room as a name tells it; what the name does not tell is null. */
export interface RoomName {
  /** What stands before the building: an estate, phase or street. Undefined when nothing does. */
  estate?: string | undefined
  building: string | null
  unit: string | null
  number: string
}

const buildingWord = '(?:号楼|栋楼|栋|幢|座|楼|号院|#楼|#)'
const identifier = '[A-Za-z]?\\d{1,3}[A-Za-z]?|[A-Za-z]{1,2}|[零一二三四五六七八九十]{1,3}'

const inWords = new RegExp(
  `^(?<before>.*?[^\\dA-Za-z零一二三四五六七八九十])??(?<building>${identifier})${buildingWord}(?:-|,)?(?<rest>.+)$`,
)
const unitInWords = new RegExp(`^(?:第)?(?<unit>${identifier})(?:单元|门|梯)(?:-|,)?(?<rest>.+)$`)
const number = /^[A-Za-z]{0,3}\d{1,5}[A-Za-z]?(?:[-/]\d{1,2})?$/

/**
 * Reads a room's name: 3-2-1501, 3栋2单元1501室, 三号楼二单元1501, A座1203, 3#-2-1501, 和居花园3栋1501, 88弄3号508室, or the
 * bare number.
 * @returns null when it is no such name, or names several rooms (see `roomsTogether`)
 */
export function readRoomName(text: string): RoomName | null {
  if (roomsTogether(text) !== null) return null
  const plain = wordKey(text)
    .toUpperCase()
    .replaceAll(/[‐‑–—―－~_/\\.·]/g, '-')
    .replaceAll(/\s/g, '')
  if (plain.length > longestRoomName) return null
  return ofLane(plain) ?? worded(plain) ?? dashed(plain) ?? bare(plain)
}

/** Estate, building, unit and number take up to 40 characters; the expressions are made for a line, not for a page. */
const longestRoomName = 100

const several =
  /([A-Za-z]{0,2}\d{3,5}[A-Za-z]?)[室房]?((?:[-~至/、,;+&和及与][A-Za-z]{0,2}\d{2,5}[A-Za-z]?[室房]?)+)$/

/**
 * The numbers of rooms that one text names together, as those that were bought and joined: 1-1-101/102, 101、102,
 * 201-202. Null when it names one. 1501-1 is a part of a room, 12-1501 a building and a room.
 */
export function roomsTogether(text: string): string[] | null {
  // Counted in the plain form: one character may stand for eighteen.
  const plain = wordKey(text).replaceAll(/[‐‑–—―－]/g, '-')
  const match = plain.length > longestRoomName ? null : several.exec(plain)
  if (!match) return null
  const [, first = '', rest = ''] = match
  const others = rest.match(/[a-z]{0,2}\d{2,5}[a-z]?/g) ?? []
  const alike = others.every((other) => isNeighbour(first, other, !/[-~至]/.test(rest)))
  return alike ? [first, ...others] : null
}

/** A dash joins much else, so that what it joins are two rooms only on one floor. */
function isNeighbour(first: string, other: string, listed: boolean): boolean {
  const [a, b] = [first.replaceAll(/\D/g, ''), other.replaceAll(/\D/g, '')]
  if (listed) return b.length === a.length || b.length === 2
  return b.length === a.length && a !== b && a.slice(0, -2) === b.slice(0, -2)
}

const houseOfLane =
  /^(?<before>.*?)(?<lane>\d{1,5}弄)?-?(?<house>\d{1,4}[A-Z]?)号-?(?<number>\d{3,5}[A-Z]?)(?:室|房)?$/

/** As in Shanghai: 88弄3号508室 is room 508 of the house that is number 3 of lane 88. */
function ofLane(text: string): RoomName | null {
  const told = houseOfLane.exec(text)?.groups
  if (!told) return null
  const building = `${told['lane'] ?? ''}${told['house']}号`
  return { ...estateOf(told['before']), building, unit: null, number: told['number']! }
}

/** What stands before a building. A number and a dash are a phase, and part of its name. */
function estateOf(before: string | undefined): { estate?: string } {
  const estate = (before ?? '').replace(/-$/, '')
  return estate === '' ? {} : { estate }
}

function dashed(text: string): RoomName | null {
  const parts = text.split('-').map((part) => stripWords(part))
  if (parts.length < 2 || parts.length > 4 || parts.includes('')) return null
  const tail = parts.at(-1)!
  const head = parts.at(-2)!
  if (parts.length === 4)
    return /^\d{1,2}$/.test(tail)
      ? { building: parts[0]!, unit: parts[1]!, number: `${head}-${tail}` }
      : { building: `${parts[0]}-${parts[1]}`, unit: head, number: tail }
  if (!/^[A-Z\d]+$/.test(tail) || !/\d/.test(tail)) return null
  if (parts.length === 3)
    return shortParts(parts.slice(0, 2)) ? { building: parts[0]!, unit: parts[1]!, number: tail } : null
  return shortParts([head]) ? { building: head, unit: null, number: tail } : null
}

/** Buildings and units are short: a long first part is a name of something else. */
function shortParts(parts: readonly string[]): boolean {
  return parts.every((part) => new RegExp(`^(?:${identifier}|\\d{1,4})$`).test(part))
}

function worded(text: string): RoomName | null {
  const building = inWords.exec(text)?.groups
  const rest = building?.['rest'] ?? text
  const unit = unitInWords.exec(rest)?.groups
  const last = stripRoomWord(unit?.['rest'] ?? rest).replace(/^\d{1,3}层(?=\d)/, '')
  if (!building && !unit) return null
  const before = building?.['before']
  const phase = /^\d{1,2}-$/.test(before ?? '') ? before : ''
  const ends = dashedRest(building ? `${phase}${building['building']}` : null, unit?.['unit'] ?? null, last)
  if (!ends || !number.test(ends.number)) return null
  return phase === '' ? { ...estateOf(before), ...ends } : ends
}

/** 3栋2-1501: the unit after the word stands without one. */
function dashedRest(building: string | null, unit: string | null, last: string): RoomName | null {
  const split = unit === null ? /^(\d{1,2})-(\d{2,5}[A-Z]?)$/.exec(last) : null
  return split ? { building, unit: split[1]!, number: split[2]! } : { building, unit, number: last }
}

function bare(text: string): RoomName | null {
  const plain = stripRoomWord(text)
  return number.test(plain) ? { building: null, unit: null, number: plain } : null
}

function stripWords(part: string): string {
  return stripRoomWord(part).replace(new RegExp(`(?:${buildingWord}|单元|门|梯)$`), '')
}

function stripRoomWord(text: string): string {
  return text.replace(/(?:室|房|户|号房|号)$/, '')
}

/** The bare identifier of a building or unit: 3 for 3, 3栋, 3号楼, 三栋 and 03栋; A for A座. Empty when there is none. */
export function placeKey(text: string): string {
  const plain = wordKey(text).toUpperCase().replace(/^第/, '')
  const bareText = plain
    .replace(new RegExp(`(?:${buildingWord}|单元|门洞|门|梯|(?<=\\d)号)$`), '')
    .replace(/#$/, '')
  if (/^(?:0+|-+|无|无单元|没有)?$/.test(bareText)) return ''
  const words = chineseNumber(bareText.toLowerCase())
  if (words !== null) return String(words)
  return canonicalCode(bareText)
}

/**
 * The one form by which numbers and codes are compared: letter case, the sign between parts and leading zeros tell
 * nothing apart: 0802 is 802, B1/005 is b1-5. The migrations `canonical_rooms` and `keys_as_they_compare` have the same rules
 * in SQL: whoever changes them here writes another, for the keys on record.
 */
export function canonicalCode(text: string): string {
  return wordKey(text)
    .replaceAll(/[/_~]/g, '-')
    .replaceAll(/(?<!\d)0+(?=\d)/g, '')
}

/**
 * The key that a room on record would have today. It has another where two rooms became one by a later rule: both stayed,
 * the second under the key of before.
 */
export function roomKeyOfToday(key: string): string {
  const [building = '', unit = '', door = ''] = key.split('|')
  return `${placeKey(building)}|${placeKey(unit)}|${canonicalCode(door)}`
}

/** A building as shown: what the workbook calls it, or 3栋 for a bare 3. */
export function buildingName(text: string): string {
  const plain = text.normalize('NFKC').trim()
  return /^[A-Za-z]?\d*[A-Za-z]?$/.test(plain) ? `${plain.toUpperCase()}栋` : plain
}

/** A unit as shown: 2单元 for a bare 2. */
export function unitName(text: string): string {
  const plain = text.normalize('NFKC').trim()
  return /^[A-Za-z]?\d*[A-Za-z]?$/.test(plain) ? `${plain.toUpperCase()}单元` : plain
}

/** A room's number as compared: 1501 for 1501室, 802 for 0802. */
export function roomKey(text: string): string {
  return canonicalCode(stripRoomWord(wordKey(text)))
}

/**
 * The storey that a number of three or four digits tells: 1501 is on 15, 203 on 2; or one of floor and door: 9-1 is on 9.
 * Null when it tells none.
 */
export function floorOf(roomNumber: string): number | null {
  const digits = /^(\d{1,2})(?:\d\d[a-z]?|-\d{1,2})$/i.exec(roomNumber)?.[1]
  return digits === undefined ? null : Number(digits) || null
}

/** The building that a sheet's name or title speaks of: 3栋, 和居花园三号楼业主表. Null when it speaks of none. */
export function buildingIn(text: string): string | null {
  const match = new RegExp(`(?<![\\dA-Za-z])(${identifier})(号楼|栋|幢|座)`).exec(text.normalize('NFKC'))
  return match ? match[1]! + match[2]! : null
}

/** A parking space as compared: lot and code without blanks, letter case and leading zeros. */
export function spaceKey(lot: string, code: string): string {
  return `${canonicalCode(lot)}|${canonicalCode(code)}`
}

/** Where it stands in a list: the spaces of a lot together, 9 before 10. */
export function spaceSortKey(lot: string, code: string): string {
  return naturalSortKey(`${lot} ${code}`)
}
