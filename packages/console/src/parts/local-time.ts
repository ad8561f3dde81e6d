import { civilDateOf, instantOf, timeOfDayOf, type CivilDate, type Instant } from '@heju/kernel'

/** The instant that a field of day and time means, `2026-11-28T18:00` as clocks in the company's zone show it. */
export function instantOfLocal(local: string, zone: string): Instant {
  const [day = '', time = ''] = local.split('T')
  return instantOf(day as CivilDate, time, zone)
}

/** The last moment that a field of day and time takes, as the field writes it: days from now that whoever checks it knows. */
export function localAfter(now: Instant, ms: number, zone: string): string {
  const at = now + ms
  return `${civilDateOf(at, zone)}T${timeOfDayOf(at, zone)}`
}
