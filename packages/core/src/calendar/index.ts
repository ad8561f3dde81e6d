export { calendarCorrected, correctDay } from './correct-day.ts'
export { listCalendar } from './list-calendar.ts'
export { calendarOf, correctedDays } from './queries.ts'
export * from './schemas.ts'
