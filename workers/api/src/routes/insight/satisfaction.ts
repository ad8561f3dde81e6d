import {
  checkedSchema,
  checkResults,
  checkSchema,
  compareProjects,
  compareSchema,
  comparisonSchema,
  answerList,
  exportComparison,
  exportComparisonSchema,
  exportTrend,
  exportTrendSchema,
  unansweredList,
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
  shownSettingsSchema,
  trendPointSchema,
  trendQuerySchema,
} from '@heju/core/insight/satisfaction'
import { Hono } from 'hono'
import * as v from 'valibot'
import { command, fileOf, listOf, nothing, question, tableOf } from '../../http/command.ts'
import type { HttpEnv } from '../../http/env.ts'

const answerId = v.object({ answerId: v.string() })

/** What owners said, as staff and head office see it. */
export const satisfactionRoutes = new Hono<HttpEnv>()
  .get(
    ...question(
      '/comparison',
      'Projects side by side for one month, those with too few answers apart',
      compareProjects,
      compareSchema,
      comparisonSchema,
    ),
  )
  .get(
    ...tableOf(
      '/comparison/file',
      'The comparison as a workbook or CSV file: its bytes',
      exportComparison,
      exportComparisonSchema,
    ),
  )
  .get(
    ...tableOf(
      '/trend/file',
      'A measure from month to month, by project, as a workbook or CSV file',
      exportTrend,
      exportTrendSchema,
    ),
  )
  .get(
    ...question(
      '/trend',
      'A measure from month to month, by project',
      async (ctx, input) => ({ points: await readTrend(ctx, input) }),
      trendQuerySchema,
      v.object({ points: v.array(trendPointSchema) }),
    ),
  )
  .get(
    ...question(
      '/check',
      'A month’s results calculated again from the answers: do they come out as reported?',
      async (ctx, input) => ({ rounds: await checkResults(ctx, input) }),
      checkSchema,
      v.object({ rounds: v.array(checkedSchema) }),
    ),
  )
  .get(
    ...question(
      '/round',
      'One project’s survey about one month, with how often each answer was given',
      readRound,
      readRoundSchema,
      roundSchema,
      [404],
    ),
  )
  .get(...listOf('/answers', 'The answers that a figure is made of, newest first, without names', answerList))
  .get(...fileOf('/answers/file', 'The same answers as a workbook or CSV file: its bytes', answerList))
  .post(
    ...command(
      '/answers',
      'Note down what a household answered by phone, on a visit or at the desk',
      recordAnswer,
      recordAnswerSchema,
      answerId,
    ),
  )
  .get(...listOf('/unanswered', 'Households that have not answered the open survey', unansweredList))
  .get(
    ...question(
      '/settings',
      'How the company’s surveys are set',
      readSurveySettings,
      nothing,
      shownSettingsSchema,
    ),
  )
  .put(
    ...command(
      '/settings',
      'Set how surveys go from the next round on',
      saveSurveySettings,
      saveSettingsSchema,
      settingsSchema,
    ),
  )
