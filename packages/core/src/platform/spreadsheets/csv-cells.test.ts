import fc from 'fast-check'
import { parseCsv } from 'hucre/csv'
import { describe, expect, test } from 'vitest'
import { CsvCells } from './csv-cells.ts'
import { readLimits } from './limits.ts'
import { ReadingBudget } from './reading-budget.ts'

/** The cells of a text, those without a text left out, as a library orders them in rows. */
function cellsOf(text: string, delimiter = ','): string[] {
  const cells = new CsvCells(text, { delimiter, from: 0, firstRow: 0 }, new ReadingBudget())
  const found: string[] = []
  while (cells.next()) if (cells.text !== '') found.push(`${cells.row}:${cells.column} ${cells.text}`)
  return found
}

test.each([',', ';', '\t', '"', '𝄀'])(
  'whatever stands in a file with %j between its cells, it is read as others read it',
  (delimiter) => {
    const mark = fc.constantFrom('"', '""', '\r', '\n', '\r\n', delimiter, ',', '房', 'a', ' ', '𝄞')
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 40 }), (marks) => {
        const text = marks.join('')
        const expected = parseCsv(text, { delimiter }).flatMap((cells, row) =>
          cells.flatMap((cell, column) => (cell === '' ? [] : [`${row}:${column} ${cell}`])),
        )
        expect(cellsOf(text, delimiter)).toEqual(expected)
      }),
      { numRuns: 2000 },
    )
  },
)

describe('the longest text that a cell may have', () => {
  const { cellCharacters } = readLimits
  test.each([
    ['plain', (text: string) => text],
    ['quoted', (text: string) => `"${text}"`],
    ['quoted and never closed', (text: string) => `"${text}`],
  ])('is read %s, and one character more is refused with its place', (_, written) => {
    const longest = '字'.repeat(cellCharacters)
    expect(cellsOf(`房号,业主\r${written(longest)}`)).toHaveLength(3)
    const over = () => cellsOf(`房号,业主\r1-101,${written(`${longest}字`)}`)
    expect(over).toThrow(
      expect.objectContaining({
        code: 'spreadsheets.cell_too_long',
        params: { cell: 'B2', most: cellCharacters },
      }),
    )
  })

  test('counts two quotation marks that stand for one as one', () => {
    expect(cellsOf(`"${'""'.repeat(cellCharacters)}"`)).toHaveLength(1)
    expect(() => cellsOf(`"${'""'.repeat(cellCharacters + 1)}"`)).toThrow(
      expect.objectContaining({ code: 'spreadsheets.cell_too_long' }),
    )
  })
})

test.each(['\r', '\n', '\r\n', ','])(
  'as many cells as a file may have are read when %j ends each, and one more is refused',
  (end) => {
    expect(() => cellsOf(end.repeat(readLimits.passedCells))).not.toThrow()
    expect(() => cellsOf(end.repeat(readLimits.passedCells + 1))).toThrow(
      expect.objectContaining({
        code: 'spreadsheets.too_many_cells',
        params: { most: readLimits.passedCells },
      }),
    )
  },
)
