import { searchSchema } from '@heju/core/estate/registry/shape'
import { isTemplate } from '@heju/core/permissions'
import { isCivilDate, isId, isPeriod, type CivilDate, type Period } from '@heju/kernel'
import * as v from 'valibot'

/** Whether what stands in an address is what it is taken for. Anybody may write there: what is not it does not count. */
export type Check = (text: string) => boolean

/** Nobody bills or asks in other centuries; beyond the calendar's end counting on from a month leads nowhere. */
const ofOurTime = (text: string) => text >= '1900' && text < '3000'
export const isMonthOfOurTime = (text: string): text is Period => isPeriod(text) && ofOurTime(text)
export const isDayOfOurTime = (text: string): text is CivilDate => isCivilDate(text) && ofOurTime(text)

const isIdOf = (prefix: string) => (text: string) => isId(prefix, text)
/** Who or what an entry of the log is about is of any kind. */
const isAnyId = (text: string) => /^[\w:.-]{1,60}$/.test(text)
const isDigits = (text: string) => /^\d{1,4}$/.test(text)

/** What stands under one name on every page. A page that uses another name for a value of a kind says which. */
const checks = {
  actorId: isAnyId,
  areaId: isIdOf('area'),
  billId: isIdOf('bill'),
  buildingId: isIdOf('bldg'),
  categoryId: isIdOf('ccat'),
  complaintId: isIdOf('cmpl'),
  entityId: isIdOf('entity'),
  exceptionId: isIdOf('exc'),
  failure: (text: string) => text.length <= 100,
  importId: isIdOf('imp'),
  month: isMonthOfOurTime,
  on: isDayOfOurTime,
  parkingSpaceId: isIdOf('park'),
  perceived: (text: string) => /^[1-5]$/.test(text),
  period: isMonthOfOurTime,
  personId: isIdOf('pers'),
  placeId: (text: string) => ['room', 'park', 'place'].some((prefix) => isId(prefix, text)),
  projectId: isIdOf('proj'),
  recordedBy: isAnyId,
  role: (text: string) => isTemplate(text) || isId('role', text),
  roomId: isIdOf('room'),
  runId: isIdOf('brun'),
  search: (text: string) => v.is(searchSchema, text),
  staffId: isIdOf('stf'),
  subjectId: isAnyId,
  tariffId: isIdOf('tariff'),
  unitId: isIdOf('unit'),
  year: isDigits,
} as const

type Checked = typeof checks
/** What a page says of its own names. */
export type Checks<K extends string> = { readonly [name in K]?: Check }
type ProvenBy<C> = C extends ((text: string) => text is Period)
  ? Period
  : C extends ((text: string) => text is CivilDate)
    ? CivilDate
    : string

/**
 * What a name gives: a month or a day is known to be one. `from` and `to` are days on one page and months on another, and
 * of no use until the page says which.
 */
export type ValueOf<K extends string, O> = K extends keyof O
  ? ProvenBy<O[K]>
  : K extends keyof Checked
    ? ProvenBy<Checked[K]>
    : K extends 'from' | 'to'
      ? unknown
      : string

/** Whether `text` may stand under `name`. @param own what the page knows of its own names */
export function counts(
  name: string,
  text: string,
  own: Readonly<Record<string, Check | undefined>>,
): boolean {
  const check = own[name] ?? (checks as Readonly<Record<string, Check | undefined>>)[name]
  return text !== '' && (check === undefined || check(text))
}

/**
 * Whether each part of a page's path that names something may name it: an id that was cut off or mistyped leads nowhere, as
 * any address does that no page has. One that nothing is known of counts as wrong, so that whoever adds it says what it is.
 */
export function leadsSomewhere(named: Readonly<Record<string, string | undefined>>): boolean {
  const whatFollows = '*'
  return Object.entries(named).every(
    ([name, text]) => name === whatFollows || (name in checks && counts(name, text ?? '', {})),
  )
}
