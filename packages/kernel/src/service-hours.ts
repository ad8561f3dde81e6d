import { defineError } from './errors.ts'
import { type CivilDate, endOfDay, type Instant, instantOf, isTimeOfDay, type TimeOfDay } from './time.ts'

/** One stretch of a working day, such as 09:00–12:00 before the lunch break. `to` may be `24:00`. */
interface ServicePeriod {
  from: TimeOfDay
  to: TimeOfDay
}

/** The stretches of every working day: in order, each longer than nothing, none overlapping. At least one. */
export type ServiceHours = readonly ServicePeriod[]

/** The hours are empty, out of order, overlapping, or not written `HH:mm`. */
export const invalidHours = defineError('time.invalid_hours', 'invalid')

/** @throws time.invalid_hours */
export function parseServiceHours(periods: readonly { from: string; to: string }[]): ServiceHours {
  const hours = periods.map(({ from, to }) => {
    if (!isTimeOfDay(from) || !isTimeOfDay(to) || from >= to) throw invalidHours()
    return { from, to }
  })
  if (hours.length === 0 || hours.some(({ from }, index) => index > 0 && from < hours[index - 1]!.to))
    throw invalidHours()
  return hours
}

/** When service ends on a day. A day that is served until 24:00 ends at 23:59:59.999, so that it still shows its own date. */
export function closingInstant(date: CivilDate, zone: string, hours: ServiceHours): Instant {
  const last = hours.at(-1)
  if (!last) throw invalidHours()
  return Math.min(instantOf(date, last.to, zone), endOfDay(date, zone))
}
