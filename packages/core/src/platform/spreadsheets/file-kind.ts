import { decodeText, isBinary } from './decode-text.ts'
import {
  emptyFile,
  lockedWorkbook,
  noTableFormat,
  notATable,
  oldWorkbook,
  otherWorkbook,
  packedFiles,
} from './errors.ts'

/** What a file is by its content. */
export type FileKind = { kind: 'workbook' } | { kind: 'web_page' | 'csv'; text: string }

/** First bytes by which files of other kinds are known, and what they are called. */
const others: [start: string, format: string, refused: typeof noTableFormat][] = [
  ['%PDF', '.pdf', noTableFormat],
  ['\x89PNG', '.png', noTableFormat],
  ['\xff\xd8\xff', '.jpg', noTableFormat],
  ['GIF8', '.gif', noTableFormat],
  ['BM', '.bmp', noTableFormat],
  ['II*\0', '.tif', noTableFormat],
  ['MM\0*', '.tif', noTableFormat],
  ['{\\rtf', '.rtf', noTableFormat],
  ['Rar!', '.rar', packedFiles],
  ["7z\xbc\xaf'\x1c", '.7z', packedFiles],
  ['\x1f\x8b', '.gz', packedFiles],
]

/**
 * Tells what a file is by its content: names lie too often.
 * @throws `spreadsheets.empty_file`, `.old_workbook`, `.locked_workbook`, `.other_workbook`, `.packed_files`,
 *   `.no_table_format`, `.not_a_table`: what the file really is, and so what to do with it
 */
export function fileKind(file: Uint8Array): FileKind {
  const start = String.fromCharCode(...file.subarray(0, 512))
  if (start.startsWith('PK\x03\x04')) return { kind: 'workbook' }
  if (start.startsWith('PK\x05\x06')) throw packedFiles({ format: '.zip' })
  if (start.startsWith('\xd0\xcf\x11\xe0')) throw refuseContainer(file)
  if (isBareSheet(file)) throw oldWorkbook()
  if (isPicture(start))
    throw noTableFormat({ format: /ftyp(?:heic|heix|mif1)/.test(start) ? '.heic' : '.webp' })
  for (const [bytes, format, refused] of others) {
    // Two letters may begin a text as well.
    if (start.startsWith(bytes) && (bytes.length > 2 || isBinary(file))) throw refused({ format })
  }
  if (isBinary(file)) throw notATable()
  return textKind(decodeText(file))
}

/** A sheet of Excel 2 to 4 stands in no container: its first record, of 4 to 16 bytes, says that it begins. */
function isBareSheet([kind, version, size, more]: Uint8Array): boolean {
  return kind === 9 && [0, 2, 4, 8].includes(version!) && size! >= 4 && size! <= 16 && more === 0
}

function isPicture(start: string): boolean {
  return /^....ftyp(?:heic|heix|mif1)/s.test(start) || /^RIFF....WEBP/s.test(start)
}

/** The container of Office 97–2003 says what it holds by the names of its streams, in UTF-16. */
function refuseContainer(file: Uint8Array): Error {
  const content = new TextDecoder('latin1').decode(file)
  const has = (name: string) => content.includes([...name].join('\0'))
  if (has('EncryptedPackage')) return lockedWorkbook()
  if (has('Workbook') || has('Book')) return oldWorkbook()
  if (has('WordDocument')) return noTableFormat({ format: '.doc' })
  return notATable()
}

function textKind(text: string): FileKind {
  const start = text.slice(0, 4096).replace(/^\u{feff}/u, '')
  if (start.trim() === '' && text.trim() === '') throw emptyFile()
  if (/^\s*MIME-Version:/i.test(start)) throw otherWorkbook({ format: '.mht' })
  if (/^\s*<\?xml[^>]*>[\s\S]*schemas-microsoft-com:office:spreadsheet/i.test(start)) {
    // Web pages of Office name the same schema beside that of HTML.
    if (!/<html/i.test(start)) throw otherWorkbook({ format: '.xml' })
  }
  if (
    /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|!--|html|head|meta|style|body|table|div|script)/i.test(start)
  )
    return { kind: 'web_page', text }
  return { kind: 'csv', text }
}
