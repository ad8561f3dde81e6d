import { emptyFile, fileTooLarge } from './errors.ts'
import { fileKind } from './file-kind.ts'
import { readLimits } from './limits.ts'
import { readCsv } from './read-csv.ts'
import { readWebPage } from './read-web-page.ts'
import { readWorkbook } from './read-workbook.ts'
import { megabytes } from './reading-budget.ts'
import type { Sheet } from './sheet.ts'

/**
 * The sheets of a file that somebody uploads: an `.xlsx`, a `.csv`, or a web page with tables (what many systems give
 * out under the name `.xls`), told apart by content. The same table gives the same cells whichever program wrote it.
 * @param fileName a CSV file has no other name for its only sheet
 * @throws `spreadsheets.…`: what the file really is, or which limit it passes, with what to do
 */
export async function readTables(file: Uint8Array, fileName: string): Promise<Sheet[]> {
  if (file.byteLength > readLimits.fileBytes)
    throw fileTooLarge({ megabytes: megabytes(readLimits.fileBytes) })
  if (file.byteLength === 0) throw emptyFile()
  const name = fileName.replace(/\.[^.]*$/, '')
  const found = fileKind(file)
  switch (found.kind) {
    case 'workbook':
      return readWorkbook(file)
    case 'web_page':
      return readWebPage(found.text, name)
    case 'csv':
      return [readCsv(found.text, name)]
  }
}
