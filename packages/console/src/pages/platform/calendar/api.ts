import { api, call } from '../../../app/api.ts'
import type { Send } from '../../../parts/form.ts'

export const listCalendar = (year: number) => call(api.calendar.$get({ query: { year: String(year) } }))
export type CalendarYear = Awaited<ReturnType<typeof listCalendar>>
export type NamedDay = CalendarYear['days'][number]

export type Correction = Parameters<(typeof api.calendar)[':onDay']['$put']>[0]['json']
export const correctDay = (onDay: string, json: Correction, send: Send) =>
  send(api.calendar[':onDay'].$put, { param: { onDay }, json })
