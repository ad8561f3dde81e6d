import { pageSchema } from '@heju/core'
import {
  listStopped,
  retryStopped,
  retryStoppedSchema,
  setAsideSchema,
  setAsideStopped,
  stoppedFilterSchema,
  stoppedSchema,
} from '@heju/core/platform/stopped-work'
import { Hono } from 'hono'
import * as v from 'valibot'
import { command, question } from '../../http/command.ts'
import type { HttpEnv } from '../../http/env.ts'

const eventAnswer = v.object({ eventId: v.string() })

export const stoppedWorkRoutes = new Hono<HttpEnv>()
  .get(
    ...question(
      '/',
      'Work of the system that stopped or does not get on, newest first',
      listStopped,
      stoppedFilterSchema,
      pageSchema(stoppedSchema),
    ),
  )
  .post(
    ...command(
      '/:eventId/retry',
      'Try again at once what stopped',
      retryStopped,
      retryStoppedSchema,
      eventAnswer,
    ),
  )
  .post(
    ...command(
      '/:eventId/set-aside',
      'Leave undone what stopped, for a reason',
      setAsideStopped,
      setAsideSchema,
      eventAnswer,
    ),
  )
