import { translator } from '@heju/i18n'
import * as v from 'valibot'
import type { Ctx } from '../../context.ts'
import { projects } from '../../estate/projects/index.ts'
import { idSchema } from '../../input.ts'
import { fileEntries, hundredth, listFile } from '../../platform/exports/index.ts'
import { collectedIn, collectionFiguresSchema, collectionOf } from './collection-figures.ts'
import { collectionTexts } from './texts.ts'

export const exportCollectionSchema = v.object({
  ...fileEntries,
  ...collectionFiguresSchema.entries,
  projectId: v.optional(idSchema('proj')),
})
type Filter = { from: string; to: string; projectId?: string | undefined }

/** What was billed and collected, by project and month, as a file: counts and amounts are added up, rates are not. */
export const exportCollection = listFile({
  schema: exportCollectionSchema,
  permission: 'bills.read',
  action: 'billing.collection_exported',
  detail: ({ from, to }) => ({ fromMonth: from, toMonth: to }),
  rows: figuresWithProjects,
  keyOf: ({ period, projectId }) => [period, projectId],
  when: ({ from, to }) => (from === to ? from : `${from}-${to}`),
  table: (_, locale) => {
    const say = translator(collectionTexts, locale)
    const percent = (heading: string) => `${heading} (%)`
    return {
      name: say('collection'),
      columns: [
        [say('period'), (row) => row.period, { width: 10 }],
        [say('project'), (row) => row.projectName, { width: 16 }],
        [say('billCount'), (row) => row.bills, { kind: 'number', width: 10, total: true }],
        [say('billed'), (row) => row.billedFen / 100, { kind: 'yuan', width: 16 }],
        [say('paid'), (row) => row.collectedFen / 100, { kind: 'yuan', width: 16 }],
        [say('overdue'), (row) => row.overdueFen / 100, { kind: 'yuan', width: 16 }],
        [percent(say('rateToday')), (row) => hundredth(row.rateE4), { kind: 'number', width: 14 }],
        [say('measuredOn'), (row) => row.measuredOn, { kind: 'date' }],
        [say('measuredBilled'), (row) => hundredth(row.measured?.billedFen), { kind: 'yuan', width: 16 }],
        [say('measuredPaid'), (row) => hundredth(row.measured?.collectedFen), { kind: 'yuan', width: 16 }],
        [
          percent(say('rateMeasured')),
          (row) => hundredth(row.measured?.rateE4),
          { kind: 'number', width: 14 },
        ],
      ],
    }
  },
})

/** As `figuresAtOnce`, but the names come in the round trip of the figures. */
async function figuresWithProjects(ctx: Ctx, filter: Filter, after: string | undefined) {
  if (after !== undefined) return []
  const { id, name } = projects
  const seen = ctx.projectsWhere('bills.read')
  const [rows, named] = await ctx.db.orm.batch([
    collectedIn(ctx, filter, filter.projectId === undefined ? seen : [filter.projectId]),
    ctx.db.orm.select({ id, name }).from(projects),
  ])
  const names = new Map(named.map((project) => [project.id, project.name]))
  return rows.map((row) => ({ ...collectionOf(ctx, row), projectName: names.get(row.projectId) ?? '' }))
}
