import { translator } from '@heju/i18n'
import * as v from 'valibot'
import type { Ctx } from '../../context.ts'
import { figuresAtOnce, fileEntries, hundredth, listFile } from '../../platform/exports/index.ts'
import { measureHeadings } from '../measures/shape.ts'
import { trendQuerySchema } from './figure-schemas.ts'
import { readTrend } from './read-trend.ts'
import { satisfactionTexts } from './texts.ts'

export const exportTrendSchema = v.object({ ...fileEntries, ...trendQuerySchema.entries })

/** One measure of the survey from month to month, by project, as a file. Nothing in it is added up: a household answers anew. */
export const exportTrend = listFile({
  schema: exportTrendSchema,
  permission: 'satisfaction.compare',
  action: 'satisfaction.trend_exported',
  detail: ({ from, to, measure }) => ({ fromMonth: from, toMonth: to, measure }),
  rows: (ctx: Ctx, filter, after) => figuresAtOnce(ctx, after, () => readTrend(ctx, filter)),
  keyOf: ({ period, projectId }) => [period, projectId],
  when: ({ from, to }) => (from === to ? from : `${from}-${to}`),
  table: (_, locale, { measure }) => {
    const say = translator(satisfactionTexts, locale)
    const index = measureHeadings('satisfaction.index', locale)
    return {
      name: `${say('trend')} ${say(`measure.${measure}`)}`,
      columns: [
        [say('period'), (row) => row.period, { width: 10 }],
        [say('project'), (row) => row.projectName, { width: 16 }],
        [index.value, (row) => hundredth(row.index?.valueE2), { kind: 'number', width: 12 }],
        [index.low, (row) => hundredth(row.index?.lowE2), { kind: 'number', width: 12 }],
        [index.high, (row) => hundredth(row.index?.highE2), { kind: 'number', width: 12 }],
        [say('households'), (row) => row.households, { kind: 'number', width: 10 }],
        [say('answers'), (row) => row.answers, { kind: 'number', width: 10 }],
        [say('answered'), (row) => row.answered, { kind: 'number', width: 10 }],
        [say('questionnaire'), (row) => row.methodology, { kind: 'number', width: 10 }],
        [
          say('note'),
          (row) => (row.unrankedBecause === null ? '' : say(`unranked.${row.unrankedBecause}`)),
          { width: 24 },
        ],
      ],
    }
  },
})
