import {
  listMessages,
  messageFilterSchema,
  messageSchema,
  resendMessage,
  resendMessageSchema,
} from '@heju/core/messages'
import { pageSchema } from '@heju/core'
import { Hono } from 'hono'
import * as v from 'valibot'
import { withCtx } from '../http/context.ts'
import { idempotent, params, query, route } from '../http/describe.ts'
import type { HttpEnv } from '../http/env.ts'

export const messageRoutes = new Hono<HttpEnv>()
  .get(
    '/',
    route('Messages to people, newest first, with what became of them', pageSchema(messageSchema)),
    query(messageFilterSchema),
    async (c) => c.json(await withCtx(c, (ctx) => listMessages(ctx, c.req.valid('query')))),
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
