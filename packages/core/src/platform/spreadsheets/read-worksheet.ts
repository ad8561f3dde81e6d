import { cellOf, type CellContext, type RawCell } from './cell-value.ts'
import { brokenFile, tooManyCells } from './errors.ts'
import { GrowingSheet, type MergedCells } from './growing-sheet.ts'
import { readLimits } from './limits.ts'
import { checkCellLength, type ReadingBudget } from './reading-budget.ts'
import { readXml, type XmlReader } from './xml.ts'

/** Rows and columns that a worksheet can have. */
const [rowsInASheet, columnsInASheet] = [1_048_576, 16_384]

/**
 * Reads the cells of a worksheet as its XML comes in, so that only the cells lie in memory.
 * @throws `spreadsheets.broken_file` and what a `ReadingBudget` throws
 */
export function readWorksheet(
  pieces: Iterable<string>,
  context: CellContext,
  budget: ReadingBudget,
): GrowingSheet {
  const reader = new WorksheetReader(context, budget)
  readXml(pieces, reader, budget)
  reader.sheet.spread(reader.merges)
  return reader.sheet
}

class WorksheetReader implements XmlReader {
  readonly attributes = new Set(['r', 't', 's', 'ref'])
  readonly sheet: GrowingSheet
  readonly merges: MergedCells[] = []
  readonly #context: CellContext
  readonly #cell: RawCell = { type: '', format: -1, value: null, inline: null, hasFormula: false }
  /** Texts that stand in the cells themselves, once each: a sheet of rooms repeats its buildings. */
  readonly #texts = new Map<string, string>()
  #inData = false
  #inCell = false
  #inReading = false
  #into: 'value' | 'inline' | null = null
  #row = -1
  #column = -1

  constructor(context: CellContext, budget: ReadingBudget) {
    this.#context = context
    this.sheet = new GrowingSheet(budget)
  }

  open(name: string): void {
    if (name === 'sheetData') this.#inData = true
    if (!this.#inData) return
    if (this.#inCell) this.#openInCell(name)
    else if (name === 'row') {
      this.#row += 1
      this.#column = -1
    } else if (name === 'c') {
      this.#inCell = true
      this.#column += 1
      Object.assign(this.#cell, { type: '', format: -1, value: null, inline: null, hasFormula: false })
    }
  }

  #openInCell(name: string): void {
    const cell = this.#cell
    if (name === 'v') {
      this.#into = 'value'
      cell.value = ''
    } else if (name === 'f') cell.hasFormula = true
    else if (name === 'is') cell.inline = ''
    else if (name === 'rPh') this.#inReading = true
    else if (name === 't' && cell.inline !== null && !this.#inReading) this.#into = 'inline'
  }

  attribute(name: string, value: string, element: string): void {
    if (element === 'c' && this.#inCell) {
      if (name === 'r') this.#place(value)
      else if (name === 't') this.#cell.type = value
      else if (name === 's') this.#cell.format = Number(value)
    } else if (element === 'row' && name === 'r' && this.#inData) {
      this.#row = rowOf(value)
    } else if (element === 'mergeCell' && name === 'ref') {
      if (this.merges.length === readLimits.merges) throw tooManyCells({ most: readLimits.cells })
      this.merges.push(mergedCells(value))
    }
  }

  #place(reference: string): void {
    const { row, column } = addressOf(reference)
    this.#row = row
    this.#column = column
  }

  text(text: string): void {
    if (this.#into === null) return
    const whole = (this.#cell[this.#into] ?? '') + text
    checkCellLength(whole.length, this.#row, this.#column)
    this.#cell[this.#into] = whole
  }

  close(name: string): void {
    if (!this.#inData) return
    if (name === 'v' || name === 't') this.#into = null
    else if (name === 'rPh') this.#inReading = false
    else if (name === 'sheetData') this.#inData = false
    else if (name === 'c' && this.#inCell) {
      this.#inCell = false
      this.#keep()
    }
  }

  #keep(): void {
    if (this.#row < 0) throw brokenFile()
    const cell = cellOf(this.#cell, this.#context)
    if (cell === null) return
    this.sheet.set(
      this.#row,
      this.#column,
      typeof cell === 'string' && this.#cell.type !== 's' ? this.#once(cell) : cell,
    )
  }

  #once(text: string): string {
    const known = this.#texts.get(text)
    if (known !== undefined) return known
    if (this.#texts.size < 50_000) this.#texts.set(text, text)
    return text
  }
}

/** `B3` as row 2, column 1. @throws `spreadsheets.broken_file` */
function addressOf(reference: string): { row: number; column: number } {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(reference)
  if (!match) throw brokenFile()
  const column =
    [...match[1]!.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  if (column >= columnsInASheet) throw brokenFile()
  return { row: rowOf(match[2]!), column }
}

/** `3` as row 2: digits only, as there is no row 1.5 or 1e3. @throws `spreadsheets.broken_file` */
function rowOf(number: string): number {
  const row = Number(number) - 1
  if (!/^\d{1,7}$/.test(number) || row < 0 || row >= rowsInASheet) throw brokenFile()
  return row
}

function mergedCells(reference: string): MergedCells {
  const [first = '', last = first] = reference.split(':')
  const [from, to] = [addressOf(first), addressOf(last)]
  return { firstRow: from.row, firstColumn: from.column, lastRow: to.row, lastColumn: to.column }
}
