import { checkCellLength, type ReadingBudget } from './reading-budget.ts'
import { readLimits } from './limits.ts'

const [quote, carriageReturn, lineFeed] = [0x22, 0x0d, 0x0a]

/** Where the cells of a text begin, what stands between them, and which row is the first. */
interface CsvForm {
  delimiter: string
  from: number
  firstRow: number
}

/**
 * Goes through the cells of a CSV text (RFC 4180), of which it holds one: nothing that a file repeats, lines without a
 * cell, cells without a text or a text without an end, is in memory before it is counted. A library gives out whole tables
 * or rows, and puts each text together character by character: 10 MB of ends of lines took 2.1 GB.
 *
 * A line ends with CR, LF or both. A quotation mark within a text that does not begin with one is a character of it, and
 * what follows a closed one belongs to the text.
 */
export class CsvCells {
  /** The cell that was reached last, its row and column counted from 0. */
  text = ''
  row: number
  column = -1
  readonly #csv: string
  readonly #delimiter: string
  readonly #budget: ReadingBudget
  #at: number
  #ended: 'cell' | 'row' = 'cell'

  constructor(csv: string, { delimiter, from, firstRow }: CsvForm, budget: ReadingBudget) {
    this.#csv = csv
    this.#delimiter = delimiter
    this.#at = from
    this.row = firstRow
    this.#budget = budget
  }

  /**
   * Goes on to the next cell, if there is one.
   * @throws `spreadsheets.too_many_cells`, empty ones counted too, and `spreadsheets.cell_too_long`
   */
  next(): boolean {
    if (this.#at >= this.#csv.length) return false
    this.#budget.pass()
    if (this.#ended === 'row') this.row += 1
    this.column = this.#ended === 'row' ? 0 : this.column + 1
    this.#readCell()
    this.#readEnd()
    return true
  }

  #readCell(): void {
    this.text = ''
    while (this.#at < this.#csv.length && !this.#isEnd()) {
      if (this.text === '' && this.#csv.charCodeAt(this.#at) === quote) this.#readQuoted()
      else this.#readPlain()
    }
  }

  #readPlain(): void {
    const [from, furthest] = [this.#at, this.#at + readLimits.cellCharacters]
    do this.#at += 1
    while (this.#at < this.#csv.length && this.#at <= furthest && !this.#isEnd())
    this.#add(from, this.#at)
  }

  #readQuoted(): void {
    for (;;) {
      const from = this.#at + 1
      const end = this.#csv.indexOf('"', from)
      this.#at = end === -1 ? this.#csv.length : end + 1
      this.#add(from, end === -1 ? this.#at : end)
      if (end === -1 || this.#csv.charCodeAt(this.#at) !== quote) return
      // Two of them are one that belongs to the text.
      this.#add(end, end + 1)
    }
  }

  #add(from: number, to: number): void {
    checkCellLength(this.text.length + to - from, this.row, this.column)
    this.text += this.#csv.slice(from, to)
  }

  #isEnd(): boolean {
    const code = this.#csv.charCodeAt(this.#at)
    return code === carriageReturn || code === lineFeed || this.#isDelimiter()
  }

  /** One character, which may be two UTF-16 units. */
  #isDelimiter(): boolean {
    return this.#csv.startsWith(this.#delimiter, this.#at)
  }

  #readEnd(): void {
    this.#ended = this.#isDelimiter() ? 'cell' : 'row'
    if (this.#ended === 'cell') this.#at += this.#delimiter.length
    else this.#at += this.#csv.startsWith('\r\n', this.#at) ? 2 : 1
  }
}
