import { defineError } from '@heju/kernel'

export const fileTooLarge = defineError('registry_import.file_too_large', 'too_large')
export const tooManyRows = defineError('registry_import.too_many_rows', 'too_large')
/** The file is small but would unpack to more than we hold in memory. */
export const unpacksTooLarge = defineError('registry_import.unpacks_too_large', 'too_large')
/** A `.xls` of Excel 97–2003, or a workbook locked by a password: both come in the same container. */
export const oldOrLocked = defineError('registry_import.old_or_locked', 'unsupported')
export const notATable = defineError('registry_import.not_a_table', 'unsupported')
export const brokenFile = defineError('registry_import.broken_file', 'invalid')
