import type { Locale, Text, Texts } from '../locale.ts'
import { fill, type TextParams } from '../translate.ts'
import { backups } from './backups.ts'
import { complaints } from './complaints.ts'
import { billing } from './billing.ts'
import { listFiles } from './exports.ts'
import { fields } from './fields.ts'
import { files } from './files.ts'
import { fileStore } from './file-store.ts'
import { jobs } from './jobs.ts'
import { identity } from './identity.ts'
import { messageChannel } from './message-channel.ts'
import { messages } from './messages.ts'
import { money } from './money.ts'
import { outbox } from './outbox.ts'
import { ownerAccess } from './owner-access.ts'
import { payments } from './payments.ts'
import { projects } from './projects.ts'
import { registry } from './registry.ts'
import { importedPeople } from './registry-import-people.ts'
import { importedPlaces } from './registry-import-places.ts'
import { importedSheets } from './registry-import-sheets.ts'
import { importedTariffs } from './registry-import-tariffs.ts'
import { registryImport } from './registry-import.ts'
import { reminders } from './reminders.ts'
import { internalWithoutNumber, request } from './request.ts'
import { spreadsheets } from './spreadsheets.ts'
import { stoppedWork } from './stopped-work.ts'
import { tasks } from './tasks.ts'
import { satisfaction } from './satisfaction.ts'
import { tenancy } from './tenancy.ts'
import { time } from './time.ts'
import { waitText } from './wait.ts'

/** The text of every error code of the product. */
export const errorTexts: Texts = {
  ...request,
  ...backups,
  ...billing,
  ...listFiles,
  ...fields,
  ...complaints,
  ...files,
  ...identity,
  ...outbox,
  ...ownerAccess,
  ...payments,
  ...projects,
  ...registry,
  ...registryImport,
  ...importedSheets,
  ...importedPlaces,
  ...importedPeople,
  ...importedTariffs,
  ...spreadsheets,
  ...reminders,
  ...jobs,
  ...messages,
  ...money,
  ...stoppedWork,
  ...tasks,
  ...satisfaction,
  ...tenancy,
  ...time,
  ...fileStore,
  ...messageChannel,
}

/**
 * What an error says to people: what happened, and what to do. Who has to wait, by `retryAfterSeconds`, is told how long
 * as `{wait}`.
 */
export function errorText(code: string, locale: Locale, params: TextParams = {}): string {
  const fallback = code.startsWith('field.') ? 'field.unknown' : 'request.internal'
  const known = errorTexts[code] ?? (errorTexts[fallback] as Text)
  // Written down alone, a failure has no request any more whose number could be told.
  const numberless = known[locale].includes('{requestId}') && !params.requestId
  const text = numberless ? internalWithoutNumber : known
  const { retryAfterSeconds: seconds } = params
  const wait = typeof seconds === 'number' && { wait: waitText(seconds, locale) }
  return fill(text, locale, { ...wait, ...params })
}

/**
 * The same for a code that was written down, alone or with what filled its placeholders then: what fills them now may not
 * be known.
 */
export function reasonText(code: string, locale: Locale, params: TextParams = {}): string {
  const names = (errorTexts[code]?.[locale] ?? '').matchAll(/\{(\w+)/g)
  const unknown = [...names].flatMap(([, name = '']) => (name === 'requestId' ? [] : [[name, '…']]))
  return errorText(code, locale, { ...(Object.fromEntries(unknown) as TextParams), ...params })
}
