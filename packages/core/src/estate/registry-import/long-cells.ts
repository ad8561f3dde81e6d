import { longestTariffName } from '../../fees/billing/index.ts'
import { cellText } from './text.ts'
import type { Cell, Sheet } from '../../platform/spreadsheets/index.ts'
import type { Field } from './headings.ts'

/**
 * UTF-16 units of a cell that is looked at, whatever its column. Twice a remark, ten times what lists of rooms hold in
 * practice; a workbook may hold 32,767, and what reads such texts is made for words.
 */
export const longestCell = 1000
/** A heading without what stands in its brackets. */
export const longestHeading = 100
const longestText = 100
/** Several people, with their phones and documents, their cars, spaces or fee items, may stand in one cell. */
const longestList = 200
const longestRemark = 500

const lists = new Set<Field>([
  'number',
  'name',
  'phone',
  'phone2',
  'idNumber',
  'coOwner',
  'coOwnerPhone',
  'coOwnerId',
  'family',
  'familyPhone',
  'tenant',
  'tenantPhone',
  'tenantId',
  'tariffs',
  'tariffFromOn',
  'propertyFromOn',
  'parking',
  'plate',
  'way',
])

/** UTF-16 units of a cell by what its column tells; a longer one is an error of its row, and nothing reads it. */
export function longestOf(field: Field): number {
  if (field === 'title') return longestTariffName
  if (field === 'remark') return longestRemark
  return lists.has(field) ? longestList : longestText
}

/** A cell that was taken out of a sheet. */
export interface LongCell {
  column: number
  characters: number
  most: number
  /** As much of it as shows people which one is meant. */
  beginning: string
}

/** By row, counted from 0. */
export type LongCells = ReadonlyMap<number, readonly LongCell[]>

const shownOfLong = 30

/**
 * A sheet without the cells that are too long to be read, and which those are. Everything that reads sheets reads what this
 * returns, so that the time it takes for one cell is bounded, whatever stands in it.
 * @param mostOf UTF-16 units by column; null takes out nothing in this column
 */
export function withoutLongCells(
  sheet: Sheet,
  mostOf: (column: number) => number | null,
  from = 0,
): { sheet: Sheet; long: LongCells } {
  const long = new Map<number, LongCell[]>()
  const rows = sheet.rows.map((row, at) => {
    if (at < from) return row
    const own = row.flatMap((cell, column) => longCell(cell, column, mostOf(column)))
    if (own.length === 0) return row
    long.set(at, own)
    const out = new Set(own.map(({ column }) => column))
    return row.map((cell, column) => (out.has(column) ? null : cell))
  })
  return long.size === 0 ? { sheet, long } : { sheet: { ...sheet, rows }, long }
}

function longCell(cell: Cell, column: number, most: number | null): LongCell[] {
  if (typeof cell !== 'string' || most === null) return []
  const characters = charactersOf(cell, most)
  return characters <= most ? [] : [{ column, characters, most, beginning: `${cell.slice(0, shownOfLong)}…` }]
}

/** The most that one character becomes in the plain form (U+FDFA). */
const mostOfOne = 18

/** Of a text as it is read; one that is too long as it stands is not made plain at all. */
function charactersOf(text: string, most: number): number {
  const isPlainEnough = text.length > most || text.length * mostOfOne <= most
  return isPlainEnough ? text.length : Math.max(text.length, cellText(text).length)
}

/** Both together, by row. */
export function joinedLong(a: LongCells, b: LongCells): LongCells {
  return new Map(
    [...a.keys(), ...b.keys()].map((row) => [row, [...(a.get(row) ?? []), ...(b.get(row) ?? [])]]),
  )
}

/** Sheets without cells that nothing reads, and those by sheet. */
export class ShortSheets {
  readonly sheets: readonly Sheet[]
  readonly #long = new Map<Sheet, LongCells>()

  constructor(sheets: readonly Sheet[]) {
    this.sheets = sheets.map((whole) => {
      const { sheet, long } = withoutLongCells(whole, () => longestCell)
      this.#long.set(sheet, long)
      return sheet
    })
  }

  longOf(sheet: Sheet): LongCells {
    return this.#long.get(sheet) ?? new Map()
  }
}
