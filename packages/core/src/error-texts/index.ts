import type { Locale, Text, Texts } from '@heju/i18n'
import { fill, type TextParams } from '@heju/i18n'
import { backups } from '../platform/backups/error-texts.ts'
import { complaints } from '../desk/complaints/error-texts.ts'
import { billing } from '../fees/billing/error-texts.ts'
import { feeItems } from '../fees/items/error-texts.ts'
import { listFiles } from '../platform/exports/error-texts.ts'
import { fields } from './fields.ts'
import { files } from '../platform/files/error-texts.ts'
import { fileStore } from './file-store.ts'
import { jobs } from '../platform/jobs/error-texts.ts'
import { identity } from '../people/identity/error-texts.ts'
import { messageChannel } from './message-channel.ts'
import { messages } from '../platform/messages/error-texts.ts'
import { money } from './money.ts'
import { outbox } from '../platform/outbox/error-texts.ts'
import { ownerAccess } from '../people/owner-access/error-texts.ts'
import { payments } from '../fees/payments/error-texts.ts'
import { projects } from '../estate/projects/error-texts.ts'
import { handingOver } from '../people/handing-over/error-texts.ts'
import { areas } from '../estate/areas/error-texts.ts'
import { handover } from '../estate/handover/error-texts.ts'
import { places } from '../estate/places/error-texts.ts'
import { organisation } from '../estate/organisation/error-texts.ts'
import { registry } from '../estate/registry/error-texts.ts'
import { importedPeople } from '../estate/registry-import/people-error-texts.ts'
import { importedPlaces } from '../estate/registry-import/places-error-texts.ts'
import { importedSheets } from '../estate/registry-import/sheets-error-texts.ts'
import { importedTariffs } from '../estate/registry-import/tariffs-error-texts.ts'
import { registryImport } from '../estate/registry-import/error-texts.ts'
import { roles } from '../people/roles/error-texts.ts'
import { reminders } from '../fees/reminders/error-texts.ts'
import { internalWithoutNumber, request } from './request.ts'
import { spreadsheets } from '../platform/spreadsheets/error-texts.ts'
import { stoppedWork } from '../platform/stopped-work/error-texts.ts'
import { tasks } from '../platform/tasks/error-texts.ts'
import { satisfaction } from '../insight/satisfaction/error-texts.ts'
import { tenancy } from '../platform/tenancy/error-texts.ts'
import { time } from './time.ts'
import { waitText } from './wait.ts'

/** The text of every error code of the product. */
export const errorTexts: Texts = {
  ...request,
  ...backups,
  ...billing,
  ...feeItems,
  ...listFiles,
  ...fields,
  ...complaints,
  ...files,
  ...identity,
  ...outbox,
  ...ownerAccess,
  ...payments,
  ...projects,
  ...handingOver,
  ...areas,
  ...handover,
  ...organisation,
  ...places,
  ...registry,
  ...registryImport,
  ...importedSheets,
  ...importedPlaces,
  ...importedPeople,
  ...importedTariffs,
  ...spreadsheets,
  ...reminders,
  ...roles,
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
