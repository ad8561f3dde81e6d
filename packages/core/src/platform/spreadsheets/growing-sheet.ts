import type { ReadingBudget } from './reading-budget.ts'
import { addressKey, isDateCell, type Cell, type Sheet } from './sheet.ts'

/** Stands for every row that holds nothing: a million of them cost eight bytes each. Never written to. */
const nothing: Cell[] = []

/** A range of cells that are shown as one, counted from 0, its last row and column included. */
export interface MergedCells {
  firstRow: number
  firstColumn: number
  lastRow: number
  lastColumn: number
}

/**
 * A sheet that is filled cell by cell, in any order, within a budget. Only cells that hold something make it grow:
 * formatted emptiness, however far down or to the right, costs nothing.
 */
export class GrowingSheet {
  readonly rows: Cell[][] = []
  readonly #spread = new Set<number>()
  readonly #budget: ReadingBudget

  constructor(budget: ReadingBudget) {
    this.#budget = budget
  }

  set(row: number, column: number, cell: Exclude<Cell, null>): void {
    if (typeof cell === 'string') this.#budget.show(cell, row, column)
    else if (isDateCell(cell)) this.#budget.showDay()
    const cells = this.#rowAt(row, column)
    if (column >= cells.length) this.#budget.reachColumn(column + 1 - cells.length, row, column)
    while (cells.length < column) cells.push(null)
    cells[column] = cell
  }

  #rowAt(row: number, column: number): Cell[] {
    const rows = this.rows
    if (row >= rows.length) {
      this.#budget.reachRow(row + 1 - rows.length, row, column)
      while (rows.length <= row) rows.push(nothing)
    }
    const known = rows[row]!
    if (known !== nothing) return known
    this.#budget.fill()
    const made: Cell[] = []
    rows[row] = made
    return made
  }

  /**
   * Fills merged cells from their first one, as far as the sheet reaches: a building merged over its rooms is how people
   * write "the same".
   */
  spread(merges: readonly MergedCells[]): void {
    const [lastRow, width] = [
      this.rows.length - 1,
      this.rows.reduce((most, row) => Math.max(most, row.length), 0),
    ]
    for (const merge of merges) {
      const cell = this.rows[merge.firstRow]?.[merge.firstColumn] ?? null
      if (cell === null) continue
      for (let row = merge.firstRow; row <= Math.min(merge.lastRow, lastRow); row += 1) {
        for (let column = merge.firstColumn; column <= Math.min(merge.lastColumn, width - 1); column += 1) {
          // Merged cells do not overlap, unless a file was made to keep us busy.
          this.#budget.spread()
          if (row === merge.firstRow && column === merge.firstColumn) continue
          this.set(row, column, cell)
          this.#spread.add(addressKey(row, column))
        }
      }
    }
  }

  toSheet(name: string, hidden: boolean): Sheet {
    return { name, rows: this.rows, spread: this.#spread, hidden }
  }
}
