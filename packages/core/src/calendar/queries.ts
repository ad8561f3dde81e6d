import { calendarWith, chinaCalendar, type CivilDate, type WorkingCalendar } from '@heju/kernel'
import type { Ctx } from '../context.ts'
import { calendarDays } from './tables.ts'

type CorrectedDay = Pick<typeof calendarDays.$inferSelect, 'onDay' | 'kind' | 'name'>

/** Reads the company's corrections; put it in a verb's one batch of reads and give the rows to `calendarOf`. */
export function correctedDays(ctx: Ctx) {
  const { onDay, kind, name } = calendarDays
  return ctx.db.orm.select({ onDay, kind, name }).from(calendarDays)
}

/** China's calendar with the company's corrections. */
export function calendarOf(rows: readonly CorrectedDay[]): WorkingCalendar {
  const days = rows.map(({ onDay, kind, name }) => ({ date: onDay as CivilDate, kind, name }))
  return calendarWith(chinaCalendar, days)
}
