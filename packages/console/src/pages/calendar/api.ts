import { api, call, type Keyed } from '../../app/api.ts'

export const listCalendar = (year: number) => call(api.calendar.$get({ query: { year: String(year) } }))
export type CalendarYear = Awaited<ReturnType<typeof listCalendar>>
export type NamedDay = CalendarYear['days'][number]

export type Correction = Parameters<(typeof api.calendar)[':onDay']['$put']>[0]['json']
export const correctDay = (onDay: string, json: Correction, header: Keyed) =>
  call(api.calendar[':onDay'].$put({ param: { onDay }, header, json }))
