import { databaseConflict, type Write } from '@heju/db'
import { calendarWith, chinaCalendar, type CivilDate, type WorkingCalendar } from '@heju/kernel'
import { sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { calendarDays } from './tables.ts'

type CorrectedDay = Pick<typeof calendarDays.$inferSelect, 'onDay' | 'kind' | 'name'>

/** Reads the company's corrections; put it in a verb's one batch of reads and give the rows to `calendarOf`. */
export function correctedDays(ctx: Ctx) {
  const { onDay, kind, name } = calendarDays
  return ctx.db.orm.select({ onDay, kind, name }).from(calendarDays)
}

/** China's calendar with a company's corrections, which it knows apart so that a write can ask whether they are so still. */
export interface CompanyCalendar extends WorkingCalendar {
  readonly corrected: readonly CorrectedDay[]
}

/** China's calendar with the company's corrections. */
export function calendarOf(rows: readonly CorrectedDay[]): CompanyCalendar {
  const days = rows.map(({ onDay, kind, name }) => ({ date: onDay as CivilDate, kind, name }))
  return { ...calendarWith(chinaCalendar, days), corrected: rows }
}

/**
 * Requires that the calendar is as it was read, where a term was calculated by it that is being written: whoever corrects a
 * day calculates again what is on record then, and would not find this. @throws `database.conflict` at the write
 */
export function requireCalendarAsRead(write: Write, { corrected }: CompanyCalendar): void {
  const asRead = JSON.stringify(corrected.map(({ onDay, kind }) => [onDay, kind]))
  // Every day is there once, so that as many and each of them with its kind are the same.
  write.require(
    sql`(SELECT count(*) FROM ${calendarDays}) = ${corrected.length} AND NOT EXISTS (
      SELECT 1 FROM json_each(${asRead}) AS j LEFT JOIN ${calendarDays} AS d ON d.on_day = j.value ->> 0
      WHERE d.kind IS NOT j.value ->> 1)`,
    databaseConflict,
  )
}
