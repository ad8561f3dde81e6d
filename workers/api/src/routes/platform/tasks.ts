import { finishTask, finishTaskSchema, taskList } from '@heju/core/platform/tasks'
import { beginningSchema, countWork, readBeginning, workCountSchema } from '@heju/core/people/today'
import { Hono } from 'hono'
import * as v from 'valibot'
import { command, listOf, nothing, question } from '../../http/command.ts'
import type { HttpEnv } from '../../http/env.ts'

export const taskRoutes = new Hono<HttpEnv>()
  .get(...listOf('/', 'What waits for the caller, the most urgent first', taskList))
  .get(
    ...question(
      '/counts',
      'How much of each sort waits in the caller’s projects: the length of each list',
      async (ctx) => ({ counts: await countWork(ctx) }),
      nothing,
      v.object({ counts: v.array(workCountSchema) }),
    ),
  )
  .get(
    ...question(
      '/beginning',
      'What a new company does first, in its order, and what of it is done',
      readBeginning,
      nothing,
      beginningSchema,
    ),
  )
  .post(
    ...command(
      '/:taskId/finish',
      'Tick a notice off',
      finishTask,
      finishTaskSchema,
      v.object({ taskId: v.string() }),
    ),
  )
