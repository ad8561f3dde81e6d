import { readXlsx as readWorkbook, type CellValue, type Sheet as WorkbookSheet } from 'hucre/xlsx'
import { brokenFile, tooManyRows } from './errors.ts'
import { importLimits } from './limits.ts'
import { addressKey, type Cell, type Sheet } from './sheet.ts'
import { checkUnpackedSize } from './zip-bounds.ts'

/**
 * Reads the sheets of an `.xlsx` workbook. Merged cells are filled with the value of their first cell.
 * @throws `registry_import.broken_file`, `registry_import.unpacks_too_large`, `registry_import.too_many_rows`
 */
export async function readXlsx(file: Uint8Array): Promise<Sheet[]> {
  checkUnpackedSize(file, importLimits.unpackedBytes)
  const workbook = await readWorkbook(file).catch((cause: unknown) => {
    throw brokenFile({}, { cause })
  })
  const cells = workbook.sheets.reduce(
    (sum, sheet) => sum + sheet.rows.length * (sheet.rows[0]?.length ?? 0),
    0,
  )
  if (cells > importLimits.cells) throw tooManyRows({ most: importLimits.rows })
  return workbook.sheets.map(toSheet)
}

function toSheet(source: WorkbookSheet): Sheet {
  const rows = source.rows.map((row) => row.map(toCell))
  const hidden = source.hidden === true || source.veryHidden === true
  return { name: source.name, rows, spread: spreadMerged(rows, source.merges ?? []), hidden }
}

function toCell(value: CellValue): Cell {
  if (value instanceof Date) return { date: value.toISOString().slice(0, 10) }
  if (typeof value === 'boolean') return value ? '是' : '否'
  return value === '' ? null : value
}

type Merge = NonNullable<WorkbookSheet['merges']>[number]

function spreadMerged(rows: Cell[][], merges: readonly Merge[]): Set<number> {
  const spread = new Set<number>()
  for (const merge of merges) {
    const value = rows[merge.startRow]?.[merge.startCol] ?? null
    if (value === null) continue
    const lastRow = Math.min(merge.endRow, rows.length - 1)
    for (let row = merge.startRow; row <= lastRow; row += 1) {
      const cells = rows[row]!
      const lastColumn = Math.min(merge.endCol, cells.length - 1)
      for (let column = merge.startCol; column <= lastColumn; column += 1) {
        if (row === merge.startRow && column === merge.startCol) continue
        cells[column] = value
        spread.add(addressKey(row, column))
      }
    }
  }
  return spread
}
