import { invalidHours, type ServiceHours } from './service-hours.ts'
import {
  addDays,
  type CivilDate,
  civilDateOf,
  endOfDay,
  type Instant,
  instantOf,
  startOfDay,
  type TimeOfDay,
} from './time.ts'
import { isWorkingDay, type WorkingCalendar } from './working-days.ts'

interface Span {
  start: Instant
  end: Instant
}

/** The stretches of time that are worked, from the beginning of a day on, without end. */
function* workingSpans(
  calendar: WorkingCalendar,
  from: CivilDate,
  zone: string,
  hours: ServiceHours,
): Generator<Span> {
  if (hours.length === 0) throw invalidHours()
  for (let date = from; ; date = addDays(date, 1)) {
    if (!isWorkingDay(calendar, date)) continue
    const begins = startOfDay(date, zone)
    // Zone conversions are slow and reports ask for many; only a day on which clocks change needs one for each stretch.
    const ordinary = endOfDay(date, zone) - begins === 86_400_000 - 1
    const at = (time: TimeOfDay) =>
      ordinary ? begins + minutesOf(time) * 60_000 : instantOf(date, time, zone)
    for (const period of hours) yield { start: at(period.from), end: at(period.to) }
  }
}

function minutesOf(time: TimeOfDay): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}

/** `at` itself when it is being worked, otherwise when work begins again. A period includes its first instant, not its last. */
export function nextWorkingInstant(
  calendar: WorkingCalendar,
  at: Instant,
  zone: string,
  hours: ServiceHours,
): Instant {
  for (const { start, end } of workingSpans(calendar, civilDateOf(at, zone), zone, hours)) {
    if (at < end) return Math.max(at, start)
  }
  throw invalidHours()
}

/**
 * The instant by which so much working time has passed: Friday 16:30 and one hour, served until 17:00, is half an hour
 * into Monday. Time that is used up exactly at closing is due at closing, not the next morning.
 * @param duration milliseconds of working time ≥ 0; 0 moves only out of the hours when nobody works
 * @throws time.invalid_hours, time.invalid_zone
 */
export function addWorkingTime(
  calendar: WorkingCalendar,
  from: Instant,
  duration: number,
  zone: string,
  hours: ServiceHours,
): Instant {
  let left = duration
  for (const { start, end } of workingSpans(calendar, civilDateOf(from, zone), zone, hours)) {
    if (end < from) continue
    const begin = Math.max(start, from)
    if (left <= end - begin) return begin + left
    left -= end - begin
  }
  throw invalidHours()
}

/** Milliseconds of working time from one instant to another; negative when `to` is earlier. */
export function workingTimeBetween(
  calendar: WorkingCalendar,
  from: Instant,
  to: Instant,
  zone: string,
  hours: ServiceHours,
): number {
  if (to < from) return -workingTimeBetween(calendar, to, from, zone, hours)
  let worked = 0
  for (const { start, end } of workingSpans(calendar, civilDateOf(from, zone), zone, hours)) {
    if (start >= to) return worked
    worked += Math.max(0, Math.min(end, to) - Math.max(start, from))
  }
  return worked
}
