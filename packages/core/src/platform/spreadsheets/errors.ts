import { defineError } from '@heju/kernel'

export const fileTooLarge = defineError('spreadsheets.file_too_large', 'too_large')
/** The file is small but would unpack to more than we hold in memory. */
export const unpacksTooLarge = defineError('spreadsheets.unpacks_too_large', 'too_large')
export const tooManySheets = defineError('spreadsheets.too_many_sheets', 'too_large')
export const tooManyRows = defineError('spreadsheets.too_many_rows', 'too_large')
export const tooManyCells = defineError('spreadsheets.too_many_cells', 'too_large')
/** A cell of more text than a spreadsheet allows; mostly a CSV file whose quotation mark is never closed. */
export const cellTooLong = defineError('spreadsheets.cell_too_long', 'too_large')
export const tooMuchText = defineError('spreadsheets.too_much_text', 'too_large')
/** Something stands so far from the rest that a table of it would be mostly empty. */
export const strayContent = defineError('spreadsheets.stray_content', 'too_large')

export const emptyFile = defineError('spreadsheets.empty_file', 'unsupported')
/** `.xls`, `.et`: the formats before 2007. */
export const oldWorkbook = defineError('spreadsheets.old_workbook', 'unsupported')
export const lockedWorkbook = defineError('spreadsheets.locked_workbook', 'unsupported')
/** A workbook of another kind, which the programs that made it can save as `.xlsx`: `.ods`, `.xlsb`, XML of 2003. */
export const otherWorkbook = defineError('spreadsheets.other_workbook', 'unsupported')
/** A `.zip`, `.rar` or `.7z` that has files in it. */
export const packedFiles = defineError('spreadsheets.packed_files', 'unsupported')
/** A picture, a PDF, a letter: people read a table in it, a program does not. */
export const noTableFormat = defineError('spreadsheets.no_table_format', 'unsupported')
export const webPageWithoutTable = defineError('spreadsheets.web_page_without_table', 'unsupported')
export const notATable = defineError('spreadsheets.not_a_table', 'unsupported')
export const brokenFile = defineError('spreadsheets.broken_file', 'invalid')
