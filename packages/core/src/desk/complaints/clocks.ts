import type { Instant } from '@heju/kernel'
import { shownClock, type ShownClock } from '../../platform/procedure/shape.ts'
import { policy, type ComplaintState } from './rules.ts'

/** The two clocks of a complaint (D98): the first handling within 24 hours, the reply within three working days. */
export function clocksOf(
  complaint: {
    firstDueAt: number
    firstHandledAt: number | null
    wholeDueAt: number
    repliedAt: number | null
  },
  now: Instant,
): { first: ShownClock; whole: ShownClock } {
  return {
    first: shownClock(
      { dueAt: complaint.firstDueAt, stoppedAt: complaint.firstHandledAt },
      now,
      policy.firstSoonMs,
    ),
    whole: shownClock(
      { dueAt: complaint.wholeDueAt, stoppedAt: complaint.repliedAt },
      now,
      policy.wholeSoonMs,
    ),
  }
}

/** Whether an owner may say how content they are: there is a reply, and in a closed matter they have not said it before. */
export function awaitsRating(state: ComplaintState): boolean {
  return state === 'replied' || state === 'revisited' || state === 'closed'
}
