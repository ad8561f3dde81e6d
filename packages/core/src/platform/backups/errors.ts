import { defineError } from '@heju/kernel'

/** What was restored is no database of a company, or of the platform. */
export const notOurDatabase = defineError('backups.not_ours', 'precondition')
/** It is another company's, or was sealed with another `VAULT_KEY`. */
export const otherCompany = defineError('backups.other_company', 'precondition')
/** `params.tag`: the first step that this code does not know, or knows otherwise. */
export const schemaUnknown = defineError('backups.schema_unknown', 'precondition')
/** `params.detail`: what SQLite says is wrong with it. */
export const damaged = defineError('backups.damaged', 'precondition')
