import { brokenFile } from './errors.ts'
import type { Meaning } from './number-formats.ts'
import type { Cell, DateCell } from './sheet.ts'

/** A cell as it is written in a worksheet (ECMA-376 18.3.1.4). */
export interface RawCell {
  /** `s`, `inlineStr`, `str`, `b`, `e`, `d`; else a number. */
  type: string
  format: number
  /** What stands in `v`; null without one. */
  value: string | null
  /** What stands in `is`; null without one. */
  inline: string | null
  hasFormula: boolean
}

/** What cells of a workbook refer to. */
export interface CellContext {
  strings: readonly (string | null)[]
  formats: readonly Meaning[]
  date1904: boolean
}

/** Shown for a formula whose result the program that wrote the file has not worked out. */
const notCalculated = '#CALC!'

/**
 * What a cell holds, the same whichever program wrote it: Excel refers to texts, others write them into the cell; some
 * give an empty cell the type of a text; some keep no result of a formula; some write days as text.
 * @throws `spreadsheets.broken_file` for a reference to a text that is not there
 */
export function cellOf(raw: RawCell, { strings, formats, date1904 }: CellContext): Cell {
  const { type, value, inline } = raw
  if (type === 'inlineStr') return seenText(inline ?? value ?? '')
  if (value === null) {
    if (inline !== null) return seenText(inline)
    return raw.hasFormula ? notCalculated : null
  }
  // The empty text that a formula may result in has the type of a text.
  if (value.trim() === '') return raw.hasFormula && type !== 'str' ? notCalculated : null
  switch (type) {
    case 's':
      return stringAt(strings, value)
    case 'str':
    case 'e':
      return seenText(value)
    case 'b':
      return value.trim() === '1' || value.trim() === 'true' ? '是' : '否'
    case 'd':
      return asShown(isoDay(value), formats[raw.format] ?? null) ?? seenText(value)
    default:
      return numberCell(value.trim(), formats[raw.format] ?? null, date1904)
  }
}

function stringAt(strings: readonly (string | null)[], value: string): string | null {
  const text = strings[Number(value)]
  if (text === undefined) throw brokenFile()
  return text
}

/** Nothing but white space and marks that nobody sees. */
const unseen = /^[\s\p{Default_Ignorable_Code_Point}\p{Cf}]*$/u

/** A text of a cell; null when nothing of it is seen. Excel writes control characters as `_x000D_` (ECMA-376 22.9.2.19). */
export function seenText(text: string): string | null {
  if (unseen.test(text)) return null
  const plain = text.includes('_x')
    ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text
  return detached(plain)
}

/**
 * The same text in memory of its own. A piece of a larger text keeps the whole of it alive: the cells of a sheet would
 * hold all the XML that they were read from.
 */
export function detached(text: string): string {
  return ` ${text}`.slice(1)
}

function numberCell(value: string, meaning: Meaning, date1904: boolean): Cell {
  const number = Number(value)
  if (!Number.isFinite(number)) return seenText(value)
  if (meaning && 'date' in meaning)
    return asShown(dayOf(date1904 ? number + daysTo1904 : number), meaning) ?? number
  // A double holds 15 digits. A longer number that was written out, as of an identity card, is kept as it was written.
  if (/^\d{16,}$/.test(value) && String(number) !== value) return value
  if (meaning && Number.isInteger(number) && number >= 0) return String(number).padStart(meaning.digits, '0')
  return number
}

/** Who types a month gets its first day, shown as the month; another day of it was typed as such. */
function asShown(day: DateCell | null, meaning: Meaning): DateCell | null {
  const isMonth = meaning && 'date' in meaning && meaning.date === 'month' && day?.date.endsWith('-01')
  return day && isMonth ? { ...day, isMonth } : day
}

/** From 1899-12-30 to 1904-01-01. */
const daysTo1904 = 1462
const secondsOfADay = 86_400
/** Day 2,958,466 would be in the year 10000. */
const lastDay = 2_958_465

/**
 * The day that a serial number of a spreadsheet means, or null when it is none. Day 1 is 1900-01-01; day 60 is a 29th of
 * February that there was not.
 *
 * Some programs write midnight some seconds early, because their zone was once off by those seconds (43 in Shanghai, 42
 * in Hong Kong, 25 in Singapore). Such a day is the next one; the ends of a day that people write, 23:59 and 23:59:59,
 * are of their day.
 */
function dayOf(serial: number): DateCell | null {
  const seconds = Math.round(serial * secondsOfADay)
  if (seconds < 0 || seconds >= (lastDay + 1) * secondsOfADay) return null
  const early = secondsOfADay - (seconds % secondsOfADay)
  const days = Math.floor(seconds / secondsOfADay) + (early > 1 && early < 60 ? 1 : 0)
  const zero = days < 60 ? Date.UTC(1899, 11, 31) : Date.UTC(1899, 11, 30)
  return { date: new Date(zero + days * secondsOfADay * 1000).toISOString().slice(0, 10) }
}

function isoDay(value: string): DateCell | null {
  return /^\d{4}-\d\d-\d\d(?:T|$)/.test(value.trim()) ? { date: value.trim().slice(0, 10) } : null
}
