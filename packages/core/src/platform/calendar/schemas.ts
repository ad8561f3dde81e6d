import { isCivilDate, type CivilDate } from '@heju/kernel'
import * as v from 'valibot'
import { nameSchema, requestIdSchema } from '../../input.ts'

export const daySchema = v.pipe(
  v.string(),
  v.check((text) => isCivilDate(text), 'time.invalid_date'),
  v.examples(['2026-11-22']),
  v.transform((text) => text as CivilDate),
)

export const correctDaySchema = v.object({
  requestId: requestIdSchema,
  onDay: daySchema,
  /** `national`: what the national calendar says counts again. */
  kind: v.picklist(['work', 'rest', 'national']),
  /** Why: 台风停工, 厂庆 … */
  name: v.optional(nameSchema(30)),
})
export type CorrectDay = v.InferInput<typeof correctDaySchema>

export const listCalendarSchema = v.object({
  year: v.pipe(
    v.union([v.string(), v.number()]),
    v.examples(['2026']),
    v.transform(Number),
    v.integer(),
    v.minValue(2020),
    v.maxValue(2100),
  ),
})
export type ListCalendar = v.InferInput<typeof listCalendarSchema>

export const calendarYearSchema = v.object({
  year: v.number(),
  /** The year's official notice is not in: days off may still move. */
  provisional: v.boolean(),
  /** Days that differ from Monday to Friday, and why. */
  days: v.array(
    v.object({
      onDay: v.string(),
      kind: v.picklist(['work', 'rest']),
      name: v.string(),
      /** Corrected by the company. */
      corrected: v.boolean(),
    }),
  ),
})
export type CalendarYear = v.InferOutput<typeof calendarYearSchema>
