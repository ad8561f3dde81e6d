import { Temporal } from 'temporal-polyfill'
import { defineError } from './errors.ts'

/** A moment: epoch milliseconds. Columns that hold one end in `_at`. */
export type Instant = number

/** Between these lies every moment that somebody may enter: from the year 2000 until 2100, in whatever zone. */
export const earliestInstant: Instant = Date.UTC(2000, 0, 1)
export const latestInstant: Instant = Date.UTC(2100, 0, 1)

declare const civil: unique symbol
/** A day of the calendar, `YYYY-MM-DD`, of no particular zone. Columns end in `_on`. Compares as text with `<`. */
export type CivilDate = string & { readonly [civil]: 'date' }
/** A calendar month, `YYYY-MM`: what a bill is for. Compares as text with `<`. */
export type Period = string & { readonly [civil]: 'period' }
/** A time of day, `HH:mm`, from `00:00` to `24:00`; `24:00` is the end of a day and only useful as an end. */
export type TimeOfDay = string & { readonly [civil]: 'time' }

/** Where a company is unless it says otherwise. China keeps one zone and no summer time; other zones work too. */
const defaultZone = 'Asia/Shanghai'

/** The text is not a day that exists, written `YYYY-MM-DD`. */
export const invalidDate = defineError('time.invalid_date', 'invalid')
/** The text is not a month, written `YYYY-MM`. */
export const invalidPeriod = defineError('time.invalid_period', 'invalid')
/** The text is not a time of day, written `HH:mm`. */
export const invalidTime = defineError('time.invalid_time', 'invalid')
/** The name is not a time zone of the IANA database. */
export const invalidZone = defineError('time.invalid_zone', 'invalid')

/** Whether `text` is a day that exists between the years 1000 and 9999, written `YYYY-MM-DD`. */
export function isCivilDate(text: string): text is CivilDate {
  const match = /^([1-9]\d{3}-(?:0[1-9]|1[0-2]))-(\d\d)$/.exec(text)
  if (!match) return false
  const day = Number(match[2])
  return day >= 1 && day <= Temporal.PlainYearMonth.from(match[1]!).daysInMonth
}

/** @throws time.invalid_date */
export function parseCivilDate(text: string): CivilDate {
  if (!isCivilDate(text)) throw invalidDate()
  return text
}

/** Whether `text` is a month between the years 1000 and 9999, written `YYYY-MM`. */
export function isPeriod(text: string): text is Period {
  return /^[1-9]\d{3}-(?:0[1-9]|1[0-2])$/.test(text)
}

/** @throws time.invalid_period */
export function parsePeriod(text: string): Period {
  if (!isPeriod(text)) throw invalidPeriod()
  return text
}

/** Whether `text` is `HH:mm` from `00:00` to `24:00`. */
export function isTimeOfDay(text: string): text is TimeOfDay {
  return /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/.test(text)
}

/** @throws time.invalid_time */
export function parseTimeOfDay(text: string): TimeOfDay {
  if (!isTimeOfDay(text)) throw invalidTime()
  return text
}

/** Whether `name` is a zone that this runtime knows, for the settings of a company. */
export function isZone(name: string): boolean {
  try {
    // An offset such as +08:00 is a zone to Temporal, but it would ignore summer time, so a company cannot choose it.
    return (
      /^[A-Za-z]/.test(name) && Boolean(Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name))
    )
  } catch {
    return false
  }
}

function zoned(at: Instant, zone: string): Temporal.ZonedDateTime {
  const instant = Temporal.Instant.fromEpochMilliseconds(at)
  try {
    return instant.toZonedDateTimeISO(zone)
  } catch (cause) {
    throw invalidZone({}, { cause })
  }
}

/** The day that the people in `zone` have at that moment. */
export function civilDateOf(at: Instant, zone = defaultZone): CivilDate {
  return zoned(at, zone).toPlainDate().toString() as CivilDate
}

/** The time of day there, `HH:mm`, seconds dropped. */
export function timeOfDayOf(at: Instant, zone = defaultZone): TimeOfDay {
  return zoned(at, zone).toPlainTime().toString({ smallestUnit: 'minute' }) as TimeOfDay
}

/** The month there at that moment. */
export function periodAt(at: Instant, zone = defaultZone): Period {
  return periodOf(civilDateOf(at, zone))
}

/**
 * The moment at which clocks in `zone` show `time` on `date`; `24:00` is the midnight that ends the day. Where summer
 * time skips that hour the moment after the gap is taken, where it repeats it the first one.
 * @throws time.invalid_time, time.invalid_zone
 */
export function instantOf(date: CivilDate, time: TimeOfDay | string, zone = defaultZone): Instant {
  if (parseTimeOfDay(time) === '24:00') return instantOf(addDays(date, 1), '00:00', zone)
  try {
    return Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime: time })
      .epochMilliseconds
  } catch (cause) {
    throw invalidZone({}, { cause })
  }
}

/** The first millisecond of the day in `zone`. */
export function startOfDay(date: CivilDate, zone = defaultZone): Instant {
  return instantOf(date, '00:00', zone)
}

/** The last millisecond of the day in `zone`: 23:59:59.999. What is due on a day is due then. */
export function endOfDay(date: CivilDate, zone = defaultZone): Instant {
  return startOfDay(addDays(date, 1), zone) - 1
}

/** The month of a day. */
export function periodOf(date: CivilDate): Period {
  return date.slice(0, 7) as Period
}

/** The day `days` later, or earlier when negative. */
export function addDays(date: CivilDate, days: number): CivilDate {
  return new Date(midnightUtc(date) + days * dayLength).toISOString().slice(0, 10) as CivilDate
}

const dayLength = 86_400_000

/** A day without a zone counts as a day of UTC, where all are equally long: many times quicker than the polyfill. */
function midnightUtc(date: CivilDate): number {
  return Date.parse(`${date}T00:00Z`)
}

/** The month `months` later, or earlier when negative. */
export function addMonths(period: Period, months: number): Period {
  return Temporal.PlainYearMonth.from(period).add({ months }).toString() as Period
}

/** The same day of the month `months` later, or that month's last day when it is shorter (31 January + 1 is 28 February). */
export function addMonthsToDate(date: CivilDate, months: number): CivilDate {
  return Temporal.PlainDate.from(date).add({ months }).toString() as CivilDate
}

/** The days from `from` to `to`: 0 on the same day, negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return (midnightUtc(to) - midnightUtc(from)) / dayLength
}

/** The months from `from` to `to`: 0 for the same one, negative when `to` is earlier. */
export function monthsBetween(from: Period, to: Period): number {
  return (
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5)) - Number(from.slice(5))
  )
}

/** Every month from `from` to `to`, both included; none when `to` is earlier. */
export function periodsFrom(from: Period, to: Period): Period[] {
  return Array.from({ length: Math.max(0, monthsBetween(from, to) + 1) }, (_, months) =>
    addMonths(from, months),
  )
}

/** −1, 0 or 1, for sorting months. */
export function comparePeriods(a: Period, b: Period): -1 | 0 | 1 {
  if (a === b) return 0
  return a < b ? -1 : 1
}

export function firstDay(period: Period): CivilDate {
  return `${period}-01` as CivilDate
}

export function lastDay(period: Period): CivilDate {
  return `${period}-${daysInPeriod(period)}` as CivilDate
}

export function daysInPeriod(period: Period): number {
  return Temporal.PlainYearMonth.from(period).daysInMonth
}

/**
 * How many days of a month fall within `from`…`to`, both days included: what a broken month is charged by.
 * @param from null when it has no beginning
 * @param to null when it has no end
 */
export function daysWithin(period: Period, from: CivilDate | null, to: CivilDate | null): number {
  const start = from !== null && from > firstDay(period) ? from : firstDay(period)
  const end = to !== null && to < lastDay(period) ? to : lastDay(period)
  return Math.max(0, daysBetween(start, end) + 1)
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(date: CivilDate): number {
  return new Date(midnightUtc(date)).getUTCDay() || 7
}

/** Whether a number is a moment that a calendar has a day for: ±8.64 × 10^15 ms, as `Date` and Temporal know them. */
export function hasDay(at: Instant): boolean {
  return Number.isInteger(at) && Math.abs(at) <= 8.64e15
}

/**
 * `2026-11-22 15:04`, in the zone; the same in every language. What no calendar has a day for is written as the number that
 * it is: one wrong value in a log must not take the whole list or file with it.
 */
export function formatInstant(at: Instant, zone = defaultZone): string {
  if (!hasDay(at)) return String(at)
  return `${civilDateOf(at, zone)} ${timeOfDayOf(at, zone)}`
}

/**
 * Whether clocks in `zone` are between `from` (included) and `to` (not included). A daytime that ends before it begins
 * (`22:00`–`06:00`) runs over midnight; one that ends when it begins is the whole day.
 */
export function isWithinDaytime(
  at: Instant,
  zone: string,
  from: TimeOfDay | string,
  to: TimeOfDay | string,
): boolean {
  const [start, end] = [parseTimeOfDay(from), parseTimeOfDay(to)]
  const time = timeOfDayOf(at, zone)
  if (start < end) return time >= start && time < end
  return time >= start || time < end
}

/** `at` itself when it is within the daytime, otherwise the next moment at which the daytime begins. */
export function nextDaytime(
  at: Instant,
  zone: string,
  from: TimeOfDay | string,
  to: TimeOfDay | string,
): Instant {
  if (isWithinDaytime(at, zone, from, to)) return at
  const today = civilDateOf(at, zone)
  const begin = instantOf(today, from, zone)
  return begin > at ? begin : instantOf(addDays(today, 1), from, zone)
}
