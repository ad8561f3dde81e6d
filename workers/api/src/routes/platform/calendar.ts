import {
  calendarYearSchema,
  correctDay,
  correctDaySchema,
  listCalendar,
  listCalendarSchema,
} from '@heju/core/platform/calendar'
import { Hono } from 'hono'
import * as v from 'valibot'
import { command, question } from '../../http/command.ts'
import type { HttpEnv } from '../../http/env.ts'

export const calendarRoutes = new Hono<HttpEnv>()
  .get(
    ...question(
      '/',
      'Days of a year that are worked, or not, in spite of their weekday',
      listCalendar,
      listCalendarSchema,
      calendarYearSchema,
    ),
  )
  .put(
    ...command(
      '/:onDay',
      'Say that a day is worked or not; terms that run move with it',
      correctDay,
      correctDaySchema,
      v.object({ onDay: v.string() }),
    ),
  )
