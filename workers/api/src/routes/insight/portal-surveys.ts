import {
  answerSurvey,
  answerSurveySchema,
  listOpenSurveys,
  openSurveySchema,
} from '@heju/core/insight/satisfaction'
import { Hono } from 'hono'
import * as v from 'valibot'
import { command, nothing, question } from '../../http/command.ts'
import type { HttpEnv } from '../../http/env.ts'

/** Surveys as owners find and answer them. */
export const portalSurveyRoutes = new Hono<HttpEnv>()
  .get(
    ...question(
      '/',
      'The surveys that the owner can answer now, for each of their rooms',
      async (ctx) => ({ surveys: await listOpenSurveys(ctx) }),
      nothing,
      v.object({ surveys: v.array(openSurveySchema) }),
    ),
  )
  .post(
    ...command(
      '/answers',
      'Answer a survey for a room of one’s own; the latest answer counts',
      answerSurvey,
      answerSurveySchema,
      v.object({ answerId: v.string() }),
    ),
  )
