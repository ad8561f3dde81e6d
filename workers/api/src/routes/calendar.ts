import {
  calendarYearSchema,
  correctDay,
  correctDaySchema,
  listCalendar,
  listCalendarSchema,
} from '@heju/core/calendar'
import { Hono } from 'hono'
import * as v from 'valibot'
import { withCtx } from '../http/context.ts'
import { body, idempotent, params, query, route } from '../http/describe.ts'
import type { HttpEnv } from '../http/env.ts'

export const calendarRoutes = new Hono<HttpEnv>()
  .get(
    '/',
    route('Days of a year that are worked, or not, in spite of their weekday', calendarYearSchema),
    query(listCalendarSchema),
    async (c) => c.json(await withCtx(c, (ctx) => listCalendar(ctx, c.req.valid('query')))),
  )
  .put(
    '/:onDay',
    route('Say that a day is worked or not; terms that run move with it', v.object({ onDay: v.string() })),
    idempotent,
    params(v.pick(correctDaySchema, ['onDay'])),
    body(v.omit(correctDaySchema, ['requestId', 'onDay'])),
    async (c) => {
      const requestId = c.req.valid('header')['idempotency-key']
      const input = { requestId, ...c.req.valid('param'), ...c.req.valid('json') }
      return c.json(await withCtx(c, (ctx) => correctDay(ctx, input)))
    },
  )
