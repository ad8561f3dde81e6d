import type { CivilDate, ErrorParams } from '@heju/kernel'
import type { OccupancyDraft, Source, WrittenCell } from './draft.ts'
import type { Table } from './find-table.ts'
import type { Field } from './headings.ts'
import type { Legend } from './legend.ts'
import type { LongCell } from './long-cells.ts'
import type { Cause, Problems } from './problems.ts'
import { addressKey, columnName, isDateCell, type Cell } from '../../platform/spreadsheets/index.ts'
import { asWritten, cellText } from './text.ts'
import { wordKey } from '../registry/index.ts'
import {
  isFormulaError,
  isOfOtherPeriod,
  meaningfulText,
  readDate,
  readEndDate,
  tellsMonth,
  type Reading,
} from './values.ts'
import { meaningOf } from './vocabulary.ts'

/** What is shown of a cell: its beginning says what it is. */
const longestShown = 60

/** The ends of a time, and whether they are calculated from a month. */
export type DaysTold = Pick<OccupancyDraft, 'fromOn' | 'toOn' | 'fromCalculated' | 'toCalculated'>

/** One data row of a table, read by field. What is wrong with a cell becomes a problem at its place. */
export class TableRow {
  readonly table: Table
  readonly #index: number
  readonly #legend: Legend
  readonly #problems: Problems

  constructor(table: Table, index: number, legend: Legend, problems: Problems) {
    this.table = table
    this.#index = index
    this.#legend = legend
    this.#problems = problems
  }

  /** Counted from 0. */
  get index(): number {
    return this.#index
  }

  get source(): Source {
    return { sheet: this.table.sheet.name, row: this.#index + 1 }
  }

  /** The rows of its sheet that explain what stands in its cells. */
  get explainedBy(): Source[] {
    const { name: sheet } = this.table.sheet
    return [...this.#legend.rows].map((index) => ({ sheet, row: index + 1 }))
  }

  /** Whether an error was found in this row. */
  get isBad(): boolean {
    return this.#problems.isBad(this.table.sheet.name, this.#index + 1)
  }

  cell(field: Field): Cell {
    const column = this.table.columns.get(field)
    return column === undefined ? null : (this.table.sheet.rows[this.#index]?.[column] ?? null)
  }

  /** What stands in a column, whatever it tells. */
  raw(column: number): Cell {
    return this.table.sheet.rows[this.#index]?.[column] ?? null
  }

  /** What a person said to be part of the building's name. */
  get buildingParts(): string[] {
    return this.table.said.buildingParts.map((valueOf) => valueOf(this.#index)).filter(Boolean)
  }

  columnsHave(field: Field): boolean {
    return this.table.columns.has(field)
  }

  /** The cell's text; empty when it says nothing or that there is nothing. */
  text(field: Field): string {
    const cell = this.cell(field)
    if (!isFormulaError(cell)) return meaningfulText(cell)
    this.problem('formula_error', field)
    return ''
  }

  /**
   * The cells of the row as they are written, without those that are blank or of a column that is known to tell of something
   * else: what stands there may be of a person. A column that is not understood, or tells the same once more, is among them.
   * @param only of these fields
   */
  written(only?: readonly Field[]): WrittenCell[] {
    const { columns, written, left } = this.table
    const unread = left.filter(({ because }) => because !== 'unused').map(({ column }) => column)
    const told = only?.flatMap((field) => columns.get(field) ?? []) ?? [...columns.values(), ...unread]
    return told
      .toSorted((a, b) => a - b)
      .map((column) => ({
        column: columnName(column),
        heading: written.get(column) ?? '',
        value: asWritten(this.raw(column)).slice(0, longestShown),
      }))
      .filter(({ value }) => value !== '')
  }

  /** Whether the cell repeats what stands in the row above, because the two are merged. */
  isMergedDown(field: Field): boolean {
    const column = this.table.columns.get(field)
    if (column === undefined || !this.table.sheet.spread.has(addressKey(this.#index, column))) return false
    return this.table.sheet.rows[this.#index - 1]?.[column] === this.cell(field)
  }

  /** What the file calls a field, as it was typed; empty where it has no column. */
  heading(field: Field): string {
    return this.table.written.get(this.table.columns.get(field) ?? -1) ?? ''
  }

  problem(cause: Cause, field: Field | null, params: ErrorParams = {}): void {
    const column = field === null ? undefined : this.table.columns.get(field)
    const value = field === null ? '' : asWritten(this.cell(field))
    this.#problems.add(
      cause,
      { ...this.source, column: column === undefined ? null : columnName(column), value: value || null },
      params,
    )
  }

  /** A value, or null when the cell is blank or wrong; the wrong becomes a problem. */
  read<T>(field: Field, read: (cell: Cell) => Reading<T>): T | null {
    const cell = this.cell(field)
    if (cell === null || this.isPlaceholder(field)) return null
    if (isFormulaError(cell)) {
      this.problem('formula_error', field)
      return null
    }
    const reading = read(cell)
    if ('wrong' in reading) this.problem(reading.wrong, field)
    return 'value' in reading ? reading.value : null
  }

  date(field: Field): CivilDate | null {
    return this.read(field, readDate)
  }

  /**
   * The two ends of a time that decides what is charged or who owes. One that cannot be read, or lies before the other, is an
   * error of the row: without it the time would be another. Days of months that are told alone are said to be calculated.
   */
  dates(from: Field, to: Field, first: (cell: Cell) => Reading<CivilDate> = readDate): DaysTold {
    const day = (field: Field, read: typeof first) =>
      this.read(field, (cell) => {
        const reading = read(cell)
        return 'wrong' in reading ? { wrong: 'day_malformed' } : reading
      })
    const [fromOn, toOn] = [day(from, first), day(to, readEndDate)]
    if (fromOn !== null && toOn !== null && fromOn > toOn) this.problem('dates_reversed', to)
    return {
      fromOn,
      toOn,
      fromCalculated: fromOn !== null && tellsMonth(this.cell(from)),
      toCalculated: toOn !== null && tellsMonth(this.cell(to)),
    }
  }

  /** A word of a closed vocabulary; a code is first put into words by the sheet's own legend. */
  meaning<T>(
    field: Field,
    words: Parameters<typeof meaningOf<T>>[0],
    unknown: Cause = 'value_unknown',
  ): T | null {
    // 无 may be the answer (no lift) before it is the lack of one.
    const text = cellText(this.cell(field))
    const plain = meaningOf(words, text)
    if (this.isPlaceholder(field) || (plain === null && this.text(field) === '')) return null
    const explained = this.#legend.codes.get(field)?.get(wordKey(text)) ?? text
    const meaning = meaningOf(words, explained) ?? plain
    if (meaning === null) this.problem(unknown, field)
    return meaning
  }

  /** Whether a price is of another time than a month, by its heading, its own words or its unit. */
  isOfOtherPeriod(...fields: Field[]): boolean {
    return fields.some((field) => {
      const column = this.table.columns.get(field)
      if (column === undefined || this.cell(field) === null) return false
      const heading = this.table.headings.get(column) ?? ''
      return (
        isOfOtherPeriod(heading) ||
        (!isDateCell(this.cell(field)) && isOfOtherPeriod(cellText(this.cell(field))))
      )
    })
  }

  placeholders(field: Field): ReadonlySet<string> {
    return this.#legend.placeholders.get(field) ?? new Set()
  }

  /** Whether the cell holds what the remarks say to write where nothing is known. */
  isPlaceholder(field: Field): boolean {
    return this.placeholders(field).has(cellText(this.cell(field)))
  }
}

const totals = /^(?:合计|总计|小计|共计|累计|本页合计|total|subtotal)/i
const notes = /^(?:说明|注[:：意]|备注[:：]|填表|制表|审核|温馨提示|提示|要求|\*|※|日期[:：])/
const examples = /^[(（【[]?(?:示例|样例|例如|例[:：]|范例)/

/** The rows of a table that are data; others are passed over, with a note where somebody may wonder. */
export function dataRows(table: Table, legend: Legend, problems: Problems): TableRow[] {
  const { sheet, columns, lastHeading } = table
  const used = [...columns.values()]
  const heading = used.map((column) => wordKey(cellText(sheet.rows[lastHeading]?.[column] ?? null)))
  const rows: TableRow[] = []
  for (let index = lastHeading + 1; index < sheet.rows.length; index += 1) {
    if (table.leftOut.has(index)) continue
    const long = table.long.get(index)?.filter(({ column }) => used.includes(column)) ?? []
    if (long.length > 0) {
      reportLong(table, index, long, problems)
      continue
    }
    const texts = used.map((column) => cellText(sheet.rows[index]![column] ?? null))
    const filled = texts.filter(Boolean)
    if (filled.length === 0) continue
    if (texts.every((text, at) => wordKey(text) === heading[at])) continue
    const kind = kindOfRow(sheet.rows[index]!.map(cellText).filter(Boolean), filled)
    if (kind === 'data') rows.push(new TableRow(table, index, legend, problems))
    else {
      const first = used[texts.findIndex(Boolean)]!
      problems.add(kind, { sheet: sheet.name, row: index + 1, value: asWritten(sheet.rows[index]![first]!) })
    }
  }
  return rows
}

/** A row with a text that is too long is not read; where it has nothing else, that is a note among the data. */
function reportLong(table: Table, index: number, long: readonly LongCell[], problems: Problems): void {
  const place = { sheet: table.sheet.name, row: index + 1 }
  const isAlone = long.length === 1 && table.sheet.rows[index]!.every((cell) => cell === null)
  if (isAlone) return problems.add('note_row', { ...place, value: long[0]!.beginning })
  for (const { column: at, characters, most, beginning } of long) {
    const column = columnName(at)
    problems.add('text_too_long', { ...place, column, value: beginning }, { column, characters, most })
  }
}

function kindOfRow(all: string[], filled: string[]): 'data' | 'total_row' | 'note_row' | 'example_row' {
  if (all.some((text) => examples.test(text))) return 'example_row'
  if (totals.test(all[0]!.replaceAll(' ', ''))) return 'total_row'
  const alone = filled.length === 1
  return alone && (notes.test(filled[0]!) || filled[0]!.length > 40) ? 'note_row' : 'data'
}
