import { answerSurvey, answerSurveySchema, listOpenSurveys, openSurveySchema } from '@heju/core/satisfaction'
import { Hono } from 'hono'
import * as v from 'valibot'
import { withCtx } from '../http/context.ts'
import { body, idempotent, route } from '../http/describe.ts'
import type { HttpEnv } from '../http/env.ts'

/** Surveys as owners find and answer them. */
export const portalSurveyRoutes = new Hono<HttpEnv>()
  .get(
    '/',
    route(
      'The surveys that the owner can answer now, for each of their rooms',
      v.object({ surveys: v.array(openSurveySchema) }),
      [401, 403],
    ),
    async (c) => c.json({ surveys: await withCtx(c, listOpenSurveys) }),
  )
  .post(
    '/answers',
    route(
      'Answer a survey for a room of one’s own; the latest answer counts',
      v.object({ answerId: v.string() }),
      [401, 403, 404, 409, 422],
    ),
    idempotent,
    body(v.omit(answerSurveySchema, ['requestId'])),
    async (c) => {
      const requestId = c.req.valid('header')['idempotency-key']
      return c.json(await withCtx(c, (ctx) => answerSurvey(ctx, { requestId, ...c.req.valid('json') })))
    },
  )
