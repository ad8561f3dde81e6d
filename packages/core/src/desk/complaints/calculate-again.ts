import type { CivilDate } from '@heju/kernel'
import { addWorkingDays, startOfDay } from '@heju/kernel'
import { and, eq, sql } from 'drizzle-orm'
import { calendarOf, correctedDays, requireCalendarAsRead } from '../../platform/calendar/index.ts'
import { wake, type EventHandler } from '../../platform/outbox/index.ts'
import { productKey } from '../../product-keys.ts'
import { clocksJob } from './registration.ts'
import { policy } from './rules.ts'
import { complaints } from './tables.ts'

// Written out, not bound: a partial index serves only the condition that stands in the text.
const running = sql`replied_at IS NULL AND closed_at IS NULL`

/**
 * Calculates the terms that still run again after the calendar was corrected: one statement for each day on which any of
 * them began. What was replied to in time or too late stays as it was judged then.
 */
export const calculateAgain: EventHandler = async (ctx, event) => {
  await ctx.writeOnce(productKey('complaints.reckon_again', event.id), async (write) => {
    const { orm } = ctx.db
    const { zone } = ctx.company
    const [days, begun] = await orm.batch([
      correctedDays(ctx),
      orm
        .select({ on: complaints.wholeStartedOn })
        .from(complaints)
        .where(running)
        .groupBy(complaints.wholeStartedOn),
    ])
    const calendar = calendarOf(days)
    // Another day may be corrected just now, and what is calculated by that one be written before this: tried again, it is seen.
    requireCalendarAsRead(write, calendar)
    for (const { on } of begun) {
      const from = startOfDay(on as CivilDate, zone)
      const wholeDueAt = addWorkingDays(calendar, from, policy.wholeWorkingDays, zone)
      write.change(
        orm
          .update(complaints)
          // Of one that is no longer late it is heard again when it is.
          .set({ wholeDueAt, wholeRung: sql`iif(${wholeDueAt} > ${ctx.now}, 0, whole_rung)` })
          .where(and(running, eq(complaints.wholeStartedOn, on))),
      )
    }
    // The job looks for itself when the next term ends.
    if (begun.length > 0) wake(write, clocksJob, ctx.now)
    write.audit('complaints.terms_reckoned_again', 'calendar', { detail: { days: begun.length } })
    return null
  })
}
