import { fileTooLarge, notATable, oldOrLocked, tooManyRows } from './errors.ts'
import { importLimits } from './limits.ts'
import { readCsv } from './read-csv.ts'
import { readXlsx } from './read-xlsx.ts'
import { filledRows, type Sheet } from './sheet.ts'
import { megabytes } from './zip-bounds.ts'

/**
 * Reads an `.xlsx` or `.csv` file, told apart by content: names lie too often.
 * @param name the file's name; a CSV file has no other name for its only sheet
 * @throws `registry_import.file_too_large`, `.unpacks_too_large`, `.too_many_rows`, `.old_or_locked`, `.not_a_table`,
 *   `.broken_file`
 */
export async function readFile(file: Uint8Array, name: string): Promise<Sheet[]> {
  if (file.byteLength > importLimits.fileBytes)
    throw fileTooLarge({ megabytes: megabytes(importLimits.fileBytes) })
  const sheets = await readSheets(file, name)
  if (filledRows(sheets) > importLimits.rows) throw tooManyRows({ most: importLimits.rows })
  return sheets
}

async function readSheets(file: Uint8Array, name: string): Promise<Sheet[]> {
  if (startsWith(file, [0x50, 0x4b])) return readXlsx(file)
  if (startsWith(file, [0xd0, 0xcf, 0x11, 0xe0])) throw oldOrLocked()
  if (file.byteLength === 0 || isBinary(file)) throw notATable()
  return [readCsv(file, name.replace(/\.[^.]*$/, ''))]
}

function startsWith(file: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, at) => file[at] === byte)
}

/** Text holds no zero bytes, UTF-16 with its byte order mark aside. */
function isBinary(file: Uint8Array): boolean {
  const utf16 = startsWith(file, [0xff, 0xfe]) || startsWith(file, [0xfe, 0xff])
  return !utf16 && file.subarray(0, 4096).includes(0)
}
