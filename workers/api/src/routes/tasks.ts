import { pageSchema } from '@heju/core'
import { finishTask, finishTaskSchema, listMyTasks, listMyTasksSchema, taskSchema } from '@heju/core/tasks'
import { beginningSchema, countWork, readBeginning, workCountSchema } from '@heju/core/today'
import { Hono } from 'hono'
import * as v from 'valibot'
import { withCtx } from '../http/context.ts'
import { idempotent, params, query, route } from '../http/describe.ts'
import type { HttpEnv } from '../http/env.ts'

export const taskRoutes = new Hono<HttpEnv>()
  .get(
    '/',
    route('What waits for the caller, the most urgent first', pageSchema(taskSchema)),
    query(listMyTasksSchema),
    async (c) => c.json(await withCtx(c, (ctx) => listMyTasks(ctx, c.req.valid('query')))),
  )
  .get(
    '/counts',
    route(
      'How much of each sort waits in the caller’s projects: the length of each list',
      v.object({ counts: v.array(workCountSchema) }),
      [401, 403],
    ),
    async (c) => c.json({ counts: await withCtx(c, countWork) }),
  )
  .get(
    '/beginning',
    route('What a new company does first, in its order, and what of it is done', beginningSchema, [401, 403]),
    async (c) => c.json(await withCtx(c, readBeginning)),
  )
  .post(
    '/:taskId/finish',
    route('Tick a notice off', v.object({ taskId: v.string() }), [401, 403, 404]),
    idempotent,
    params(v.pick(finishTaskSchema, ['taskId'])),
    async (c) => {
      const requestId = c.req.valid('header')['idempotency-key']
      return c.json(await withCtx(c, (ctx) => finishTask(ctx, { requestId, ...c.req.valid('param') })))
    },
  )
