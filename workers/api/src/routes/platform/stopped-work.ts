import {
  stoppedWorkList,
  retryStopped,
  retryStoppedSchema,
  setAsideSchema,
  setAsideStopped,
} from '@heju/core/platform/stopped-work'
import { Hono } from 'hono'
import * as v from 'valibot'
import { command, listOf } from '../../http/command.ts'
import type { HttpEnv } from '../../http/env.ts'

const eventAnswer = v.object({ eventId: v.string() })

export const stoppedWorkRoutes = new Hono<HttpEnv>()
  .get(...listOf('/', 'Work of the system that stopped or does not get on, newest first', stoppedWorkList))
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
