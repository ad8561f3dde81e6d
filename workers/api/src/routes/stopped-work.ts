import { pageSchema } from '@heju/core'
import {
  listStopped,
  retryStopped,
  retryStoppedSchema,
  setAsideSchema,
  setAsideStopped,
  stoppedFilterSchema,
  stoppedSchema,
} from '@heju/core/stopped-work'
import { Hono } from 'hono'
import * as v from 'valibot'
import { withCtx } from '../http/context.ts'
import { body, idempotent, params, query, route } from '../http/describe.ts'
import type { HttpEnv } from '../http/env.ts'

const eventAnswer = v.object({ eventId: v.string() })

export const stoppedWorkRoutes = new Hono<HttpEnv>()
  .get(
    '/',
    route('Work of the system that stopped or does not get on, newest first', pageSchema(stoppedSchema)),
    query(stoppedFilterSchema),
    async (c) => c.json(await withCtx(c, (ctx) => listStopped(ctx, c.req.valid('query')))),
  )
  .post(
    '/:eventId/retry',
    route('Try again at once what stopped', eventAnswer, [401, 403, 404, 409, 422]),
    idempotent,
    params(v.pick(retryStoppedSchema, ['eventId'])),
    async (c) => {
      const requestId = c.req.valid('header')['idempotency-key']
      return c.json(await withCtx(c, (ctx) => retryStopped(ctx, { requestId, ...c.req.valid('param') })))
    },
  )
  .post(
    '/:eventId/set-aside',
    route('Leave undone what stopped, for a reason', eventAnswer, [401, 403, 404, 409, 422]),
    idempotent,
    params(v.pick(setAsideSchema, ['eventId'])),
    body(v.pick(setAsideSchema, ['reason'])),
    async (c) => {
      const requestId = c.req.valid('header')['idempotency-key']
      const input = { requestId, ...c.req.valid('param'), ...c.req.valid('json') }
      return c.json(await withCtx(c, (ctx) => setAsideStopped(ctx, input)))
    },
  )
