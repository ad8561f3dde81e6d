import { defineError } from './errors.ts'
import { publicHolidays } from './public-holidays.ts'
import { closingInstant, type ServiceHours } from './service-hours.ts'
import { addDays, type CivilDate, civilDateOf, endOfDay, type Instant, weekdayOf } from './time.ts'

/** A day that is worked or not in spite of its weekday, and why. */
export interface CalendarDay {
  date: CivilDate
  kind: 'work' | 'rest'
  /** What people call it: `国庆节`, or the reason of a correction. */
  name: string
}

/** Which days are worked. A value: it is made once, corrected into another one, and never changes. */
export interface WorkingCalendar {
  readonly days: ReadonlyMap<string, CalendarDay>
  /** Years whose official notice is in; all others rest on an assumption. */
  readonly publishedYears: ReadonlySet<number>
}

/** The number of days is not a whole number of one or more. */
export const invalidDayCount = defineError('time.invalid_day_count', 'invalid')

/**
 * China's public holidays and make-up days by the notices of the State Council, 2020 to the last one known; for later
 * years the statutory days, which is what is certain before the notice comes out in November.
 */
export const chinaCalendar: WorkingCalendar = /* @__PURE__ */ readPublicHolidays()

function readPublicHolidays(): WorkingCalendar {
  const days = new Map<string, CalendarDay>()
  const publishedYears = new Set<number>()
  for (const [year, { published, rest, work }] of Object.entries(publicHolidays)) {
    if (published) publishedYears.add(Number(year))
    for (const kind of ['rest', 'work'] as const) {
      for (const [from, to, name] of kind === 'rest' ? rest : work) {
        const last = `${year}-${to}`
        for (let date = `${year}-${from}` as CivilDate; date <= last; date = addDays(date, 1)) {
          days.set(date, { date, kind, name })
        }
      }
    }
  }
  return { days, publishedYears }
}

/** Statutory days off with a fixed date, for years beyond the table; the lunar ones cannot be told without it. */
const fixedHolidays: Readonly<Record<string, string>> = {
  '01-01': '元旦',
  '05-01': '劳动节',
  '05-02': '劳动节',
  '10-01': '国庆节',
  '10-02': '国庆节',
  '10-03': '国庆节',
}

/**
 * A calendar with some days corrected; of two corrections of one day the later counts.
 * @param publishedYears years that `overrides` complete, once their notice has been entered
 */
export function calendarWith(
  base: WorkingCalendar,
  overrides: readonly CalendarDay[],
  publishedYears: readonly number[] = [],
): WorkingCalendar {
  return {
    days: new Map([...base.days, ...overrides.map((day) => [day.date, day] as const)]),
    publishedYears: new Set([...base.publishedYears, ...publishedYears]),
  }
}

/** Whether the days off of a year are assumed because its official notice is not in; dates in it may still move. */
export function isProvisional(calendar: WorkingCalendar, year: number): boolean {
  return !calendar.publishedYears.has(year)
}

/** What the calendar says of a day beyond its weekday, to be shown beside a date; null for an ordinary day. */
export function calendarDay(calendar: WorkingCalendar, date: CivilDate): CalendarDay | null {
  const named = calendar.days.get(date)
  if (named) return named
  const name = fixedHolidays[date.slice(5)]
  const inTable = date.slice(0, 4) in publicHolidays
  return name && !inTable ? { date, kind: 'rest', name } : null
}

/** Whether a day is worked: as the calendar says, otherwise Monday to Friday. */
export function isWorkingDay(calendar: WorkingCalendar, date: CivilDate): boolean {
  const named = calendarDay(calendar, date)
  return named ? named.kind === 'work' : weekdayOf(date) <= 5
}

/** The day itself when it is worked, otherwise the next one that is. */
export function workingDayFrom(calendar: WorkingCalendar, date: CivilDate): CivilDate {
  let day = date
  while (!isWorkingDay(calendar, day)) day = addDays(day, 1)
  return day
}

/** How many working days lie after `from` up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(calendar: WorkingCalendar, from: CivilDate, to: CivilDate): number {
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(calendar, day)) count++
  return count
}

/**
 * When a term of working days runs out (D98: a complaint within 3). The day of receipt is not counted, whatever the
 * hour and whether or not it is worked (Civil Code, article 201); the term ends with the n-th working day: at the close of
 * its service hours where there are any, otherwise at 23:59:59.999 (article 203).
 * @param from when it was received
 * @param days whole number ≥ 1
 * @param hours the service hours, if closing time is to count
 * @throws time.invalid_day_count, time.invalid_hours, time.invalid_zone
 */
export function addWorkingDays(
  calendar: WorkingCalendar,
  from: Instant,
  days: number,
  zone: string,
  hours?: ServiceHours,
): Instant {
  if (!Number.isInteger(days) || days < 1) throw invalidDayCount()
  let date = civilDateOf(from, zone)
  for (let counted = 0; counted < days; counted++) date = workingDayFrom(calendar, addDays(date, 1))
  return hours ? closingInstant(date, zone, hours) : endOfDay(date, zone)
}
