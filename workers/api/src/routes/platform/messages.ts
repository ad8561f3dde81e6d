import {
  failuresFilterSchema,
  listFailures,
  messageList,
  messageFailureSchema,
  resendFailed,
  resendFailedSchema,
  resendMessage,
  resendMessageSchema,
  resentSchema,
} from '@heju/core/platform/messages'
import { Hono } from 'hono'
import * as v from 'valibot'
import { command, listOf, question } from '../../http/command.ts'
import type { HttpEnv } from '../../http/env.ts'

export const messageRoutes = new Hono<HttpEnv>()
  .get(...listOf('/', 'Messages to people, newest first, with what became of them', messageList))
  .get(
    ...question(
      '/failures',
      'For which reasons messages were given up that may be sent again',
      async (ctx, input) => ({ failures: await listFailures(ctx, input) }),
      failuresFilterSchema,
      v.object({ failures: v.array(messageFailureSchema) }),
    ),
  )
  .post(
    ...command(
      '/resend',
      'Send again what was given up for one reason, the oldest first, at most 500',
      resendFailed,
      resendFailedSchema,
      resentSchema,
    ),
  )
  .post(
    ...command(
      '/:messageId/resend',
      'Send a message again that was given up',
      resendMessage,
      resendMessageSchema,
      v.object({ messageId: v.string() }),
    ),
  )
