import { pageSchema } from '@heju/core'
import {
  changePolicy,
  changePolicySchema,
  listReminders,
  policySchema,
  readPolicy,
  recordEvidence,
  recordEvidenceSchema,
  reminderFilterSchema,
  reminderSchema,
} from '@heju/core/reminders'
import { Hono } from 'hono'
import * as v from 'valibot'
import { withCtx } from '../http/context.ts'
import { body, idempotent, params, query, route } from '../http/describe.ts'
import type { HttpEnv } from '../http/env.ts'

export const reminderRoutes = new Hono<HttpEnv>()
  .get(
    '/',
    route('Reminders, the latest day first, with what became of them', pageSchema(reminderSchema)),
    query(reminderFilterSchema),
    async (c) => c.json(await withCtx(c, (ctx) => listReminders(ctx, c.req.valid('query')))),
  )
  .get('/policy', route('When and how the company reminds', policySchema, [401, 403]), async (c) =>
    c.json(await withCtx(c, readPolicy)),
  )
  .put(
    '/policy',
    route('Set when and how the company reminds', policySchema, [401, 403, 422]),
    idempotent,
    body(v.omit(changePolicySchema, ['requestId'])),
    async (c) => {
      const requestId = c.req.valid('header')['idempotency-key']
      return c.json(await withCtx(c, (ctx) => changePolicy(ctx, { requestId, ...c.req.valid('json') })))
    },
  )
  .post(
    '/:reminderId/evidence',
    route(
      'Write down how a demand reached its payer',
      v.object({ evidenceId: v.string() }),
      [401, 403, 404, 409, 422],
    ),
    idempotent,
    params(v.pick(recordEvidenceSchema, ['reminderId'])),
    body(v.omit(recordEvidenceSchema, ['requestId', 'reminderId'])),
    async (c) => {
      const requestId = c.req.valid('header')['idempotency-key']
      const input = { requestId, ...c.req.valid('param'), ...c.req.valid('json') }
      return c.json(await withCtx(c, (ctx) => recordEvidence(ctx, input)))
    },
  )
