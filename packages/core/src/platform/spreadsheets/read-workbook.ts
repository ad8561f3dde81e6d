import { Archive } from './archive.ts'
import type { CellContext } from './cell-value.ts'
import { noTableFormat, otherWorkbook, packedFiles } from './errors.ts'
import { readNumberFormats } from './number-formats.ts'
import { ReadingBudget } from './reading-budget.ts'
import { readWorksheet } from './read-worksheet.ts'
import { readSharedStrings } from './shared-strings.ts'
import type { Sheet } from './sheet.ts'
import { workbookParts } from './workbook-parts.ts'

/**
 * Reads an `.xlsx` workbook, or says what else the archive is.
 * @throws `spreadsheets.other_workbook`, `.no_table_format`, `.packed_files`, `.locked_workbook`, `.broken_file`,
 *   `.too_many_sheets` and what a `ReadingBudget` throws
 */
export function readWorkbook(file: Uint8Array): Sheet[] {
  const budget = new ReadingBudget()
  const archive = new Archive(file, budget)
  refuseOthers(archive)
  const { sheets, sharedStrings, styles, date1904 } = workbookParts(archive, budget)
  const context: CellContext = {
    strings: sharedStrings === null ? [] : readSharedStrings(archive.text(sharedStrings), budget),
    formats: styles === null ? [] : readNumberFormats(archive.text(styles), budget),
    date1904,
  }
  const read: Sheet[] = []
  for (const { name, path, hidden } of sheets) {
    const sheet = readWorksheet(archive.text(path), context, budget)
    read.push(sheet.toSheet(name, hidden))
  }
  return read
}

/** Word, OpenDocument and others pack their files in the same way. */
function refuseOthers(archive: Archive): void {
  if (archive.has('xl/workbook.bin')) throw otherWorkbook({ format: '.xlsb' })
  if (archive.has('content.xml') && archive.has('mimetype')) throw otherWorkbook({ format: '.ods' })
  if (archive.hasFolder('index/') && archive.hasFolder('metadata/'))
    throw otherWorkbook({ format: '.numbers' })
  if (archive.hasFolder('word/')) throw noTableFormat({ format: '.docx' })
  if (archive.hasFolder('ppt/')) throw noTableFormat({ format: '.pptx' })
  if (!archive.hasFolder('xl/') && !archive.has('_rels/.rels')) throw packedFiles({ format: '.zip' })
}
