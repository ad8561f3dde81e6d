import { translator } from '@heju/i18n'
import * as v from 'valibot'
import type { Ctx } from '../../context.ts'
import { figuresAtOnce, fileEntries, hundredth, listFile } from '../../platform/exports/index.ts'
import { measureHeadings } from '../../insight/measures/shape.ts'
import { collectionFigures, collectionFiguresSchema } from './collection-figures.ts'
import { collectionTexts } from './texts.ts'

export const exportCollectionSchema = v.object({ ...fileEntries, ...collectionFiguresSchema.entries })

/**
 * What was billed and collected, by project and month, as a file: counts and amounts are added up, and rates follow from their
 * sums, as on the page. The day on which a month is measured stands there before it has come, and whether it has beside it.
 */
export const exportCollection = listFile({
  schema: exportCollectionSchema,
  permission: 'bills.read',
  action: 'billing.collection_exported',
  detail: ({ from, to }) => ({ fromMonth: from, toMonth: to }),
  rows: (ctx: Ctx, filter, after) => figuresAtOnce(ctx, after, () => collectionFigures(ctx, filter)),
  keyOf: ({ period, projectId }) => [period, projectId],
  when: ({ from, to }) => (from === to ? from : `${from}-${to}`),
  table: (_, locale) => {
    const say = translator(collectionTexts, locale)
    const share = (part: string, whole: string) =>
      ({ kind: 'number', width: 14, total: { part: [part], whole: [whole] } }) as const
    return {
      name: say('collection'),
      columns: [
        [say('period'), (row) => row.period, { width: 10 }],
        [say('project'), (row) => row.projectName, { width: 16 }],
        [say('billCount'), (row) => row.bills, { kind: 'number', width: 10, total: true }],
        [say('billed'), (row) => row.billedFen / 100, { kind: 'yuan', width: 16 }],
        [say('collected'), (row) => row.collectedFen / 100, { kind: 'yuan', width: 16 }],
        [say('overdue'), (row) => row.overdueFen / 100, { kind: 'yuan', width: 16 }],
        [
          measureHeadings('collection.today', locale).value,
          (row) => hundredth(row.rateE4),
          share(say('collected'), say('billed')),
        ],
        [say('measuredOn'), (row) => row.measuredOn, { kind: 'date' }],
        [say('fixed'), (row) => say(row.measured === null ? 'fixed.later' : 'fixed.yes'), { width: 10 }],
        [say('measuredBilled'), (row) => hundredth(row.measured?.billedFen), { kind: 'yuan', width: 16 }],
        [
          say('measuredCollected'),
          (row) => hundredth(row.measured?.collectedFen),
          { kind: 'yuan', width: 16 },
        ],
        [
          measureHeadings('collection.fixed', locale).value,
          (row) => hundredth(row.measured?.rateE4),
          share(say('measuredCollected'), say('measuredBilled')),
        ],
      ],
    }
  },
})
