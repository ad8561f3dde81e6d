export { calendarCorrected, correctDay } from './correct-day.ts'
export { listCalendar } from './list-calendar.ts'
export { calendarOf, correctedDays, requireCalendarAsRead, type CompanyCalendar } from './queries.ts'
export * from './shape.ts'
