import { defineError } from '@heju/kernel'

export const fileTooLarge = defineError('registry_import.file_too_large', 'too_large')
export const tooManyRows = defineError('registry_import.too_many_rows', 'too_large')
/** The file is small but would unpack to more than we hold in memory. */
export const unpacksTooLarge = defineError('registry_import.unpacks_too_large', 'too_large')
/** A `.xls` of Excel 97–2003, or a workbook locked by a password: both come in the same container. */
export const oldOrLocked = defineError('registry_import.old_or_locked', 'unsupported')
export const notATable = defineError('registry_import.not_a_table', 'unsupported')
export const brokenFile = defineError('registry_import.broken_file', 'invalid')

export const importNotFound = defineError('registry_import.not_found', 'not_found')
/** It was confirmed or discarded already. */
export const notPreviewed = defineError('registry_import.not_previewed', 'precondition')
/** Another import was confirmed since the preview, so that what it compared with is no longer true. */
export const previewOutdated = defineError('registry_import.outdated', 'precondition')
export const hasErrors = defineError('registry_import.has_errors', 'precondition')
export const nothingToImport = defineError('registry_import.nothing_to_import', 'precondition')
/** Another consumer applied the same part meanwhile; trying again goes on from there. */
export const importMoved = defineError('registry_import.moved', 'conflict')
