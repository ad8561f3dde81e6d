import { instantOf, type CivilDate, type Instant } from '@heju/kernel'

/** The instant that a field of day and time means, `2026-11-28T18:00` as clocks in the company's zone show it. */
export function instantOfLocal(local: string, zone: string): Instant {
  const [day = '', time = ''] = local.split('T')
  return instantOf(day as CivilDate, time, zone)
}
