import type { CivilDate } from '@heju/kernel'
import type { Cell } from '../../platform/spreadsheets/index.ts'
import type { Field } from './headings.ts'
import type { TableRow } from './table-rows.ts'
import { cellText } from './text.ts'
import { isFormulaError, readDate } from './values.ts'

/** The first day of a charge; null where the row tells none, and an error where what it tells cannot be taken. */
export type ChargeDay = { on: CivilDate | null } | { wrong: true }

const untold: ChargeDay = { on: null }
const wrong: ChargeDay = { wrong: true }

/** Marks between the items of a cell, of numbers and of days alike. */
const betweenItems = /\s*[#、,;]\s*|\s*\n\s*/

/** The numbers of fee items that a cell names, each in its place; a place before another may be empty. */
export function placesIn(text: string): string[] {
  const places = text.split(new RegExp(`${betweenItems.source}|\\s*/\\s*|\\s+`))
  return places.slice(0, places.findLastIndex((place) => place !== '') + 1)
}

/** The days of a cell, each in its place. A slash and a blank part days only before a year: they stand within them too. */
function daysIn(cell: Cell): Cell[] {
  if (cell === null) return []
  if (typeof cell !== 'string' || isFormulaError(cell)) return [cell]
  const beforeYear = String.raw`(?:\s*/\s*|\s+)(?=(?:19|20)\d\d(?:\s*[-/.年]|\d{4}(?!\d)))`
  const text = cellText(cell)
  return text === '' ? [] : text.split(new RegExp(`${betweenItems.source}|${beforeYear}`))
}

/**
 * From which days a row charges its room. A day belongs to what its heading names: one of the property fee to that, one of no
 * fee to all of the row. A cell tells one day for all, or as many as there are numbers, in their places.
 */
export class ChargeDays {
  readonly #row: TableRow
  readonly #numbers: readonly string[]
  readonly #days: Readonly<Record<'tariffFromOn' | 'propertyFromOn', readonly Cell[]>>
  readonly #said = new Set<Field>()

  constructor(row: TableRow, numbers: readonly string[]) {
    this.#row = row
    this.#numbers = numbers
    this.#days = {
      tariffFromOn: this.#inPlaces('tariffFromOn'),
      propertyFromOn: this.#inPlaces('propertyFromOn'),
    }
  }

  /** An empty place behind the last number is none. */
  #inPlaces(field: 'tariffFromOn' | 'propertyFromOn'): Cell[] {
    const days = daysIn(this.#row.cell(field))
    while (days.length > Math.max(1, this.#numbers.length) && days.at(-1) === '') days.pop()
    return days
  }

  /** @param at the place of its number */
  ofNumber(at: number, isProperty: boolean): ChargeDay {
    const own =
      this.#days.propertyFromOn.length === 1 && !isProperty ? untold : this.#at('propertyFromOn', at)
    return isTold(own) ? own : this.#at('tariffFromOn', at)
  }

  /** Of a price that stands beside the room, and has no place among the numbers. */
  ofPrice(isProperty: boolean): ChargeDay {
    const own = isProperty ? this.#at('propertyFromOn', null) : untold
    return isTold(own) ? own : this.#at('tariffFromOn', null)
  }

  /** Whether a day is told of the property fee alone, by itself. */
  get tellsPropertyAlone(): boolean {
    const [only, ...more] = this.#days.propertyFromOn
    return only !== undefined && more.length === 0 && isTold(this.#read('propertyFromOn', only))
  }

  #at(field: 'tariffFromOn' | 'propertyFromOn', at: number | null): ChargeDay {
    const days = this.#days[field]
    if (days.length < 2) return this.#read(field, days[0] ?? null)
    if (at !== null && days.length === this.#numbers.length) return this.#read(field, days[at]!)
    const told = {
      tariffs: this.#numbers.filter(Boolean).length,
      dates: days.filter((day) => day !== '').length,
    }
    return this.#refuse(field, () => this.#row.problem('tariff_dates_mismatch', field, told))
  }

  #read(field: Field, cell: Cell): ChargeDay {
    const reading = readDate(cell)
    if ('value' in reading) return { on: reading.value }
    return 'wrong' in reading
      ? this.#refuse(field, () => this.#row.problem('tariff_day_of_room', field))
      : untold
  }

  #refuse(field: Field, say: () => void): ChargeDay {
    if (!this.#said.has(field)) say()
    this.#said.add(field)
    return wrong
  }
}

function isTold(day: ChargeDay): boolean {
  return 'wrong' in day || day.on !== null
}
