import {
  failuresFilterSchema,
  listFailures,
  listMessages,
  messageFailureSchema,
  messageFilterSchema,
  messageSchema,
  resendFailed,
  resendFailedSchema,
  resendMessage,
  resendMessageSchema,
  resentSchema,
} from '@heju/core/messages'
import { pageSchema } from '@heju/core'
import { Hono } from 'hono'
import * as v from 'valibot'
import { withCtx } from '../http/context.ts'
import { body, idempotent, params, query, route } from '../http/describe.ts'
import type { HttpEnv } from '../http/env.ts'

export const messageRoutes = new Hono<HttpEnv>()
  .get(
    '/',
    route('Messages to people, newest first, with what became of them', pageSchema(messageSchema)),
    query(messageFilterSchema),
    async (c) => c.json(await withCtx(c, (ctx) => listMessages(ctx, c.req.valid('query')))),
  )
  .get(
    '/failures',
    route(
      'For which reasons messages were given up that may be sent again',
      v.object({ failures: v.array(messageFailureSchema) }),
    ),
    query(failuresFilterSchema),
    async (c) => c.json({ failures: await withCtx(c, (ctx) => listFailures(ctx, c.req.valid('query'))) }),
  )
  .post(
    '/resend',
    route(
      'Send again what was given up for one reason, the oldest first, at most 500',
      resentSchema,
      [401, 403, 409, 422],
    ),
    idempotent,
    body(v.omit(resendFailedSchema, ['requestId'])),
    async (c) => {
      const requestId = c.req.valid('header')['idempotency-key']
      return c.json(await withCtx(c, (ctx) => resendFailed(ctx, { requestId, ...c.req.valid('json') })))
    },
  )
  .post(
    '/:messageId/resend',
    route(
      'Send a message again that was given up',
      v.object({ messageId: v.string() }),
      [401, 403, 404, 409],
    ),
    idempotent,
    params(v.pick(resendMessageSchema, ['messageId'])),
    async (c) => {
      const requestId = c.req.valid('header')['idempotency-key']
      return c.json(await withCtx(c, (ctx) => resendMessage(ctx, { requestId, ...c.req.valid('param') })))
    },
  )
