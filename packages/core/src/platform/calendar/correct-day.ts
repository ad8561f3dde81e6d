import { eq } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { correctDaySchema, type CorrectDay } from './schemas.ts'
import { calendarDays } from './tables.ts'

/** What is published when a day is corrected; whoever counts working days calculates again what is still running. */
export const calendarCorrected = 'calendar.corrected'

/** Says that a day is worked or not, or lets the national calendar count again. Terms that are running move with it. */
export async function correctDay(ctx: Ctx, raw: CorrectDay): Promise<{ onDay: string }> {
  ctx.require('company.settings')
  const input = parse(correctDaySchema, raw)
  const { onDay, kind } = input
  return ctx.write('calendar.correct', input, (write) => {
    if (kind === 'national') {
      write.change(ctx.db.orm.delete(calendarDays).where(eq(calendarDays.onDay, onDay)))
    } else {
      const values = { kind, name: input.name ?? '', changedAt: ctx.now }
      write.change(
        ctx.db.orm
          .insert(calendarDays)
          .values({ onDay, ...values })
          .onConflictDoUpdate({ target: calendarDays.onDay, set: values }),
      )
    }
    write.publish({ type: calendarCorrected, onDay })
    write.audit('calendar.corrected', onDay, { detail: { kind } })
    return { onDay }
  })
}
