import { chineseNumber } from '../registry/index.ts'
import {
  civilDateOf,
  firstDay,
  isCivilDate,
  lastDay,
  periodOf,
  type CivilDate,
  type Period,
} from '@heju/kernel'
import { isDateCell, type Cell } from '../../platform/spreadsheets/index.ts'
import { cellText } from './text.ts'
import type { Cause } from './problems.ts'

/** What a cell says: a value; nothing; or something that is wrong with it. */
export type Reading<T> = { value: T } | { blank: true } | { wrong: Cause }

const blank = { blank: true } as const

/** Words by which people say that there is nothing to say. */
const nothingWords = /^(?:[-—–/\\.、_]+|无|没有|暂无|不详|未知|未填|空|n\/?a|null|none)$/i

/** The text of a cell, empty when it says in words that there is nothing. */
export function meaningfulText(cell: Cell): string {
  const text = cellText(cell)
  return nothingWords.test(text) ? '' : text
}

/** The spreadsheet could not work out its formula: `#N/A`, `#REF!`. */
export function isFormulaError(cell: Cell): boolean {
  return (
    typeof cell === 'string' && /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/.test(cell)
  )
}

/** 1899-12-30, day 0 of a spreadsheet's calendar. */
const serialZero = Date.UTC(1899, 11, 30)
const dayMs = 86_400_000
/** The days of 1950 and 2100: a number outside is an amount, not a date. */
const serialRange = { first: 18_264, last: 73_051 }

/** Ends that stand for "no end" where a program insisted on a date. */
const endless = new Set([
  '2037-01-01',
  '2037-12-31',
  '2038-01-01',
  '2050-01-01',
  '2099-12-31',
  '2100-01-01',
  '9999-12-31',
])
const endlessWords = /^(?:长期|永久|至今|无期限|不限|无限期|在住|未搬离|未迁出|未退租)$/

/** What may stand behind a day: a time of it, and which day of the week it is. */
const behindDay =
  /(?:[T\s]+(?:[上下]午|[AP]M)?\s*\d{1,2}[:时]\d{1,2}(?:[:分](?:\d{1,2}(?:\.\d+)?秒?)?)?(?:\s*[AP]M)?(?:\+08:?00)?)?(?:\s*\(?(?:星期|周)[一二三四五六日天]\)?)?/
    .source
const written = new RegExp(
  `^(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*[日号]?${behindDay}$`,
  'i',
)

/**
 * A day, in any of the forms in which people write one: a date of the spreadsheet or its serial number, 2020-6-10,
 * 2020/06/10, 2020.6.10, 2020年6月10日, 20200610, with or without a time after it; a month is its first day. Years of two
 * digits, days without a year, and a day with more beside it are wrong rather than guessed.
 */
export function readDate(cell: Cell): Reading<CivilDate> {
  return readDay(cell, firstDay)
}

/** As `readDate`, of a last day: a month is its last one, and what stands for "no end" reads as blank. */
export function readEndDate(cell: Cell): Reading<CivilDate> {
  if (endlessWords.test(cellText(cell))) return blank
  const reading = readDay(cell, lastDay)
  return 'value' in reading && endless.has(reading.value) ? blank : reading
}

/** As `readDate`, of a day on which somebody came: who has not moved in has none, and the place may be theirs all the same. */
export function readMovingIn(cell: Cell): Reading<CivilDate> {
  const hasNot = /^未(?:入住|迁入|搬入|收房|收楼|交房|交付)$/.test(meaningfulText(cell))
  return hasNot ? blank : readDate(cell)
}

/** @param dayOf which day of a month is meant where only that is told */
function readDay(cell: Cell, dayOf: (month: Period) => CivilDate): Reading<CivilDate> {
  if (isDateCell(cell) && !cell.isMonth) return dated(cell.date)
  const text = meaningfulText(cell)
  if (text === '' || text === '0') return blank
  const packed = /^((?:19|20)\d\d)(\d\d)(\d\d)$/.exec(text)
  if (packed) return dated(packed.slice(1).join('-'))
  if (/^\d{5}(?:\.\d+)?$/.test(text)) return serial(Number(text))
  const day = written.exec(text)
  if (day) return dated(join(day))
  // Of a number 2026.1 may be what is left of 2026.10.
  if (typeof cell === 'number' && text.endsWith('.1')) return { wrong: 'date_malformed' }
  const month = monthAlone.exec(text)
  const first = month ? dated(join([...month, '1'])) : null
  return first && 'value' in first ? { value: dayOf(periodOf(first.value)) } : { wrong: 'date_malformed' }
}

const monthAlone = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*(?:月份?)?$/

/** Whether a cell that is read as a day tells its month alone. */
export function tellsMonth(cell: Cell): boolean {
  return !(isDateCell(cell) && !cell.isMonth) && monthAlone.test(meaningfulText(cell))
}

function join([, year = '', month = '', day = '']: readonly string[]): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

function dated(text: string): Reading<CivilDate> {
  return isCivilDate(text) && text >= '1900-01-01' ? { value: text } : { wrong: 'date_malformed' }
}

function serial(days: number): Reading<CivilDate> {
  if (days < serialRange.first || days > serialRange.last) return { wrong: 'date_malformed' }
  return { value: civilDateOf(serialZero + Math.floor(days) * dayMs, 'UTC') }
}

/**
 * A number that is not negative, with an optional unit after it (94.56㎡, 1,280元), as a scaled integer. More decimals
 * than the scale holds are rounded half up: spreadsheets carry areas with decimals that came out of a division.
 */
export function readScaled(cell: Cell, decimals: number): Reading<number> {
  const text = meaningfulText(cell)
  if (text === '') return blank
  const match = scaled.exec(text)
  if (!match) return { wrong: isBelowNought(text, decimals) ? 'number_negative' : 'number_malformed' }
  const fraction = (match[2] ?? '').padEnd(decimals + 1, '0')
  const whole = Number(match[1]!.replaceAll(',', '') + fraction.slice(0, decimals))
  const value = Number(fraction[decimals]) >= 5 ? whole + 1 : whole
  return Number.isSafeInteger(value) ? { value } : { wrong: 'number_malformed' }
}

const scaled = /^[¥约]?(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d*))?\s*(?:m2|m²|平方米|平米|平方|平|元.*|%)?$/i

/** So much more than its decimals hold is the error of a sum in binary, and nobody's price. */
const noise = 1e-9

/** Whether rounding to so many decimals would make another number of it: another price, where it is one. */
export function isTooFine(cell: Cell, decimals: number): boolean {
  const match = scaled.exec(meaningfulText(cell))
  const beyond = Number(`0.${(match?.[2] ?? '').slice(decimals)}`)
  return Math.min(beyond, 1 - beyond) > noise * 10 ** decimals
}

/** A number all right, but with a minus before it. */
function isBelowNought(text: string, decimals: number): boolean {
  return /^[-−]\d/.test(text) && 'value' in readScaled(text.slice(1), decimals)
}

/** A whole number that is not negative: storeys, months. */
export function readCount(cell: Cell): Reading<number> {
  const text = meaningfulText(cell).replace(/[层个月户]+$/, '')
  if (text === '') return blank
  const value = /^\d{1,4}$/.test(text) ? Number(text) : chineseNumber(text)
  return value === null ? { wrong: 'number_malformed' } : { value }
}

/** A storey: 3, 3F, 三层, 十二楼; below ground -1, B1, 负一层, 地下2层. */
export function readFloor(cell: Cell): Reading<number> {
  const text = meaningfulText(cell)
    .replace(/^第/, '')
    .replace(/[层楼fF]$/, '')
  if (text === '') return blank
  const below = /^(?:-|b|负|地下)(.+)$/i.exec(text)
  const digits = (below?.[1] ?? text).replace(/[层楼fF]$/, '')
  const value = /^\d{1,3}$/.test(digits) ? Number(digits) : chineseNumber(digits)
  return value === null ? { wrong: 'floor_malformed' } : { value: below ? 0 - value : value }
}

/** A share of ownership in 1/10,000: 50%, 0.5, 1/2, 二分之一; 1 and 100% are the whole. */
export function readShare(cell: Cell): Reading<number> {
  const text = meaningfulText(cell)
  if (text === '') return blank
  const whole = 10_000
  const fraction = /^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? fractionInWords(text)
  const number = /^(\d{1,3}(?:\.\d+)?)(%?)$/.exec(text)
  const share = fraction ? Number(fraction[1]) / Number(fraction[2]) : ratio(number)
  return share > 0 && share <= 1 ? { value: Math.round(share * whole) } : { wrong: 'share_malformed' }
}

function ratio(number: RegExpExecArray | null): number {
  if (!number) return Number.NaN
  return number[2] || Number(number[1]) > 1 ? Number(number[1]) / 100 : Number(number[1])
}

function fractionInWords(text: string): [string, string, string] | null {
  const match = /^(.+)分之(.+)$/.exec(text)
  const [below, above] = [chineseNumber(match?.[1] ?? ''), chineseNumber(match?.[2] ?? '')]
  return below === null || above === null ? null : [text, String(above), String(below)]
}

const months = '(?:[2-9]|1\\d|[二两三四五六七八九十])个?月'
const span = `(?:${months}|(?:半|[一1])?个?(?:年度?|季度?)|日|天|周|星期)`
const ofOtherPeriod = new RegExp(
  [
    `(?:每|/|·|\\.|按|\\*|^|[（(])\\s*${span}(?:[度收缴付交]|(?=每)|(?![\\p{Script=Han}\\w]))`,
    '(?:m2|㎡)(?:年|季)',
    '半年',
    '年费|季费|(?<!\\d)(?:年|季|年度|季度)(?:单价|物业费|收费)',
    '[/·]\\s*(?:year|quarter|week|day)',
  ].join('|'),
  'iu',
)

/** A price of another time than a month: 元/㎡·年, 元/年/㎡, 每季度, 半年, 元/3个月. */
export function isOfOtherPeriod(text: string): boolean {
  return ofOtherPeriod.test(text)
}

/**
 * How often something is charged or paid: every month (月, 按月, 1, 每月5日前), at other times (季付, 3, 每半年), or null where it
 * does not speak of time (微信).
 */
export function readCycle(text: string): 'month' | 'other' | null {
  if (!/\d|[年季月日天次半]|周(?!期)|year|quarter|month|week|day|annual/i.test(text)) return null
  const isMonth = /^(?:[每按逐]?(?:1|一)?个?月|1(?:\.0+)?$|(?:per|each|every)?\s*month)/i.test(text)
  return isMonth &&
    !/[年季半双天]|周(?!期)|year|quarter|annual|(?:[2-9]|1\d|[二两三四五六七八九十])个?月/i.test(text)
    ? 'month'
    : 'other'
}
