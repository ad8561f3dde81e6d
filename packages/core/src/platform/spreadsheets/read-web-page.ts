import { Parser } from 'htmlparser2'
import { seenText } from './cell-value.ts'
import { brokenFile, tooManyCells, tooManySheets, webPageWithoutTable } from './errors.ts'
import { GrowingSheet, type MergedCells } from './growing-sheet.ts'
import { readLimits } from './limits.ts'
import { checkCellLength, ReadingBudget } from './reading-budget.ts'
import type { Sheet } from './sheet.ts'

/** Elements within elements. */
const deepest = 256
const pieceCharacters = 64 * 1024

/**
 * Reads the tables of a web page: what many property systems give out as `.xls`. A table within a cell is text of the
 * cell. Cells that reach over several rows or columns are filled as merged ones.
 * @param name the name of the first sheet; others are numbered
 * @throws `spreadsheets.web_page_without_table`, `spreadsheets.broken_file`, `.too_many_sheets` and what a
 *   `ReadingBudget` throws
 */
export function readWebPage(text: string, name: string): Sheet[] {
  const page = new WebPageReader()
  const parser = new Parser({
    onopentagname: (element) => page.open(element),
    onattribute: (attribute, value) => page.attribute(attribute, value),
    ontext: (piece) => page.text(piece),
    onclosetag: (element) => page.close(element),
  })
  for (let at = 0; at < text.length; at += pieceCharacters) parser.write(text.slice(at, at + pieceCharacters))
  parser.end()
  const sheets = page.sheets.filter((sheet) => sheet.rows.length > 0)
  if (sheets.length === 0) throw webPageWithoutTable()
  return sheets.map((sheet, at) => sheet.toSheet(at === 0 ? name : `${name} ${at + 1}`, false))
}

class WebPageReader {
  readonly sheets: GrowingSheet[] = []
  readonly #budget = new ReadingBudget()
  #depth = 0
  #tables = 0
  #row = -1
  #column = 0
  /** The last row down to which each column is covered by a cell from above. */
  #coveredTo: number[] = []
  #merges: MergedCells[] = []
  #cell: { text: string; columns: number; rows: number } | null = null
  #silent = 0

  open(element: string): void {
    this.#depth += 1
    if (this.#depth > deepest) throw brokenFile()
    if (element === 'style' || element === 'script') this.#silent += 1
    if (element === 'table') this.#openTable()
    if (this.#tables !== 1) return
    if (element === 'tr') {
      this.#budget.pass()
      this.#row += 1
      this.#column = 0
    } else if (element === 'td' || element === 'th') this.#cell = { text: '', columns: 1, rows: 1 }
    else if ((element === 'br' || element === 'p' || element === 'div') && this.#cell?.text) this.#add('\n')
  }

  #openTable(): void {
    this.#tables += 1
    if (this.#tables > 1) return
    if (this.sheets.length === readLimits.sheets) throw tooManySheets({ most: readLimits.sheets })
    this.sheets.push(new GrowingSheet(this.#budget))
    this.#row = -1
    this.#coveredTo = []
    this.#merges = []
  }

  attribute(name: string, value: string): void {
    if (!this.#cell || this.#cell.text !== '' || this.#tables !== 1) return
    const span = Math.min(Math.max(1, Math.trunc(Number(value)) || 1), readLimits.rows)
    if (name === 'colspan') this.#cell.columns = Math.min(span, readLimits.columns)
    if (name === 'rowspan') this.#cell.rows = span
  }

  text(piece: string): void {
    if (!this.#cell || this.#silent > 0) return
    // White space of the page's source is one space; lines are made by its elements.
    this.#add(piece.replaceAll(/[ \t\r\n\f]+/g, ' '))
  }

  #add(piece: string): void {
    const cell = this.#cell!
    cell.text += piece
    checkCellLength(cell.text.length, Math.max(0, this.#row), this.#column)
  }

  close(element: string): void {
    this.#depth -= 1
    if (element === 'style' || element === 'script') this.#silent -= 1
    if (element === 'table') this.#closeTable()
    else if (this.#tables === 1 && (element === 'td' || element === 'th')) this.#keep()
  }

  #closeTable(): void {
    this.#tables -= 1
    if (this.#tables === 0) this.sheets.at(-1)!.spread(this.#merges)
  }

  #keep(): void {
    const cell = this.#cell
    this.#cell = null
    if (!cell || this.#row < 0) return
    this.#place(cell)
    const lines = cell.text.split('\n').map((line) => line.trim())
    const text = seenText(lines.join('\n').trim())
    const [row, column] = [this.#row, this.#column]
    this.#column += cell.columns
    if (text === null) return
    this.sheets.at(-1)!.set(row, column, text)
    if (cell.rows === 1 && cell.columns === 1) return
    if (this.#merges.length === readLimits.merges) throw tooManyCells({ most: readLimits.cells })
    this.#merges.push({
      firstRow: row,
      firstColumn: column,
      lastRow: row + cell.rows - 1,
      lastColumn: column + cell.columns - 1,
    })
  }

  /** Finds the first column that no cell from above covers, and covers those below. */
  #place({ columns, rows }: { columns: number; rows: number }): void {
    const [covered, from] = [this.#coveredTo, this.#column]
    while ((covered[this.#column] ?? -1) >= this.#row) this.#column += 1
    const to = rows === 1 ? this.#column : Math.min(this.#column + columns, readLimits.columns)
    this.#budget.pass(1 + Math.max(0, to - from))
    const last = this.#row + rows - 1
    for (let at = this.#column; at < to; at += 1) covered[at] = Math.max(covered[at] ?? -1, last)
  }
}
