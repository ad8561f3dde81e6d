import {
  cellTooLong,
  strayContent,
  tooManyCells,
  tooManyRows,
  tooMuchText,
  unpacksTooLarge,
} from './errors.ts'
import { readLimits } from './limits.ts'
import { columnName } from './sheet.ts'

/** Counts what reading one file has taken so far, and stops it at the limit. */
export class ReadingBudget {
  #bytes = 0
  #rows = 0
  #spannedRows = 0
  #cells = 0
  #passed = 0
  #elements = 0
  #spread = 0
  #characters = 0

  /** @throws `spreadsheets.unpacks_too_large` */
  unpack(bytes: number): void {
    this.#bytes += bytes
    if (this.#bytes > readLimits.unpackedBytes)
      throw unpacksTooLarge({ megabytes: megabytes(readLimits.unpackedBytes) })
  }

  /** An element of XML: without a cell it takes no memory, only time. @throws `spreadsheets.too_many_cells` */
  open(): void {
    this.#elements += 1
    if (this.#elements > readLimits.elements) throw tooManyCells({ most: readLimits.elements })
  }

  /** A cell that a merged one is spread over. @throws `spreadsheets.too_many_cells` */
  spread(): void {
    this.#spread += 1
    if (this.#spread > readLimits.spreadCells) throw tooManyCells({ most: readLimits.spreadCells })
  }

  /** A row that holds something. @throws `spreadsheets.too_many_rows` */
  fill(): void {
    this.#rows += 1
    if (this.#rows > readLimits.rows) throw tooManyRows({ most: readLimits.rows })
  }

  /**
   * The sheet has grown by so many rows to reach a cell.
   * @throws `spreadsheets.stray_content`
   */
  reachRow(more: number, row: number, column: number): void {
    this.#spannedRows += more
    if (this.#spannedRows > readLimits.spannedRows) throw strayContent({ cell: addressOf(row, column) })
  }

  /**
   * A row has grown by so many cells to reach one.
   * @throws `spreadsheets.stray_content`, `spreadsheets.too_many_cells`
   */
  reachColumn(more: number, row: number, column: number): void {
    if (column >= readLimits.columns) throw strayContent({ cell: addressOf(row, column) })
    this.#cells += more
    if (this.#cells > readLimits.cells) throw tooManyCells({ most: readLimits.cells })
  }

  /**
   * Cells that are gone over, whether they hold anything or not: those of a CSV file, of which an empty line has one; those
   * of a web page, its rows, and what cells from above cover.
   * @throws `spreadsheets.too_many_cells`
   */
  pass(cells = 1): void {
    this.#passed += cells
    if (this.#passed > readLimits.passedCells) throw tooManyCells({ most: readLimits.passedCells })
  }

  /** Text that a cell shows. @throws `spreadsheets.cell_too_long`, `spreadsheets.too_much_text` */
  show(text: string, row: number, column: number): void {
    checkCellLength(text.length, row, column)
    this.#hold(text.length)
  }

  /** A day that a cell holds. @throws `spreadsheets.too_much_text` */
  showDay(): void {
    this.#hold(readLimits.charactersOfADay)
  }

  #hold(characters: number): void {
    this.#characters += characters
    if (this.#characters > readLimits.characters)
      throw tooMuchText({ most: readLimits.characters, day: readLimits.charactersOfADay })
  }
}

/** @throws `spreadsheets.cell_too_long` */
export function checkCellLength(characters: number, row: number, column: number): void {
  const most = readLimits.cellCharacters
  if (characters > most) throw cellTooLong({ cell: addressOf(row, column), most })
}

function addressOf(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`
}

export function megabytes(bytes: number): number {
  return Math.round(bytes / 1024 / 1024)
}
