import { addDays, calendarDay, isProvisional, type CivilDate } from '@heju/kernel'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { calendarOf, correctedDays } from './queries.ts'
import { listCalendarSchema, type CalendarYear, type ListCalendar } from './schemas.ts'

/** The days of a year that are worked or not in spite of their weekday. One round trip. */
export async function listCalendar(ctx: Ctx, raw: ListCalendar): Promise<CalendarYear> {
  ctx.require('projects.read')
  const { year } = parse(listCalendarSchema, raw)
  const rows = await correctedDays(ctx)
  const corrected = new Set(rows.map((row) => row.onDay))
  const calendar = calendarOf(rows)
  const days: CalendarYear['days'] = []
  for (let day = `${year}-01-01` as CivilDate; day <= `${year}-12-31`; day = addDays(day, 1)) {
    const known = calendarDay(calendar, day)
    if (known !== null)
      days.push({ onDay: day, kind: known.kind, name: known.name, corrected: corrected.has(day) })
  }
  return { year, provisional: isProvisional(calendar, year), days }
}
