import { periodOf, type CivilDate } from '@heju/kernel'

/** Whether a bill is to be paid by now: its day has come, or it is of an earlier month whatever its day. */
export function isDue({ dueOn, period }: { dueOn: string; period: string }, today: CivilDate): boolean {
  return dueOn <= today || period < periodOf(today)
}
