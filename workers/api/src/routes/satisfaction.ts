import { pageSchema } from '@heju/core'
import {
  answerSchema,
  checkedSchema,
  checkResults,
  checkSchema,
  compareProjects,
  compareSchema,
  comparisonSchema,
  exportAnswers,
  exportAnswersSchema,
  exportComparison,
  exportComparisonSchema,
  listAnswers,
  listAnswersSchema,
  listUnanswered,
  listUnansweredSchema,
  readRound,
  readRoundSchema,
  readSurveySettings,
  readTrend,
  recordAnswer,
  recordAnswerSchema,
  roundSchema,
  saveSettingsSchema,
  saveSurveySettings,
  settingsSchema,
  trendPointSchema,
  trendQuerySchema,
  unansweredSchema,
  type Download,
} from '@heju/core/satisfaction'
import { Hono } from 'hono'
import * as v from 'valibot'
import { withCtx } from '../http/context.ts'
import { anySpreadsheet, body, idempotent, query, route } from '../http/describe.ts'
import { download, spreadsheetTypes } from '../http/download.ts'
import type { HttpEnv } from '../http/env.ts'

const file = ({ bytes, fileName, format }: Download) => download(bytes, fileName, spreadsheetTypes[format])
const answerId = v.object({ answerId: v.string() })

/** What owners said, as staff and head office see it. */
export const satisfactionRoutes = new Hono<HttpEnv>()
  .get(
    '/comparison',
    route('Projects side by side for one month, those with too few answers apart', comparisonSchema),
    query(compareSchema),
    async (c) => c.json(await withCtx(c, (ctx) => compareProjects(ctx, c.req.valid('query')))),
  )
  .get(
    '/comparison/file',
    route('The comparison as a workbook or CSV file: its bytes', anySpreadsheet),
    query(exportComparisonSchema),
    async (c) => file(await withCtx(c, (ctx) => exportComparison(ctx, c.req.valid('query'), c.var.locale))),
  )
  .get(
    '/trend',
    route('A measure from month to month, by project', v.object({ points: v.array(trendPointSchema) })),
    query(trendQuerySchema),
    async (c) => c.json({ points: await withCtx(c, (ctx) => readTrend(ctx, c.req.valid('query'))) }),
  )
  .get(
    '/check',
    route(
      'A month’s results reckoned again from the answers: do they come out as reported?',
      v.object({ rounds: v.array(checkedSchema) }),
    ),
    query(checkSchema),
    async (c) => c.json({ rounds: await withCtx(c, (ctx) => checkResults(ctx, c.req.valid('query'))) }),
  )
  .get(
    '/round',
    route(
      'One project’s survey about one month, with how often each answer was given',
      roundSchema,
      [401, 403, 404, 422],
    ),
    query(readRoundSchema),
    async (c) => c.json(await withCtx(c, (ctx) => readRound(ctx, c.req.valid('query')))),
  )
  .get(
    '/answers',
    route('The answers that a figure is made of, newest first, without names', pageSchema(answerSchema)),
    query(listAnswersSchema),
    async (c) => c.json(await withCtx(c, (ctx) => listAnswers(ctx, c.req.valid('query')))),
  )
  .get(
    '/answers/file',
    route('The same answers as a workbook or CSV file: its bytes', anySpreadsheet, [401, 403, 413, 422]),
    query(exportAnswersSchema),
    async (c) => file(await withCtx(c, (ctx) => exportAnswers(ctx, c.req.valid('query'), c.var.locale))),
  )
  .post(
    '/answers',
    route(
      'Note down what a household answered by phone, on a visit or at the desk',
      answerId,
      [401, 403, 404, 409, 422],
    ),
    idempotent,
    body(v.omit(recordAnswerSchema, ['requestId'])),
    async (c) => {
      const requestId = c.req.valid('header')['idempotency-key']
      return c.json(await withCtx(c, (ctx) => recordAnswer(ctx, { requestId, ...c.req.valid('json') })))
    },
  )
  .get(
    '/unanswered',
    route('Households that have not answered the open survey', pageSchema(unansweredSchema)),
    query(listUnansweredSchema),
    async (c) => c.json(await withCtx(c, (ctx) => listUnanswered(ctx, c.req.valid('query')))),
  )
  .get('/settings', route('How the company’s surveys are set', settingsSchema, [401, 403]), async (c) =>
    c.json(await withCtx(c, readSurveySettings)),
  )
  .put(
    '/settings',
    route('Set how surveys go from the next round on', settingsSchema),
    idempotent,
    body(v.omit(saveSettingsSchema, ['requestId'])),
    async (c) => {
      const requestId = c.req.valid('header')['idempotency-key']
      return c.json(await withCtx(c, (ctx) => saveSurveySettings(ctx, { requestId, ...c.req.valid('json') })))
    },
  )
