import { translator } from '@heju/i18n'
import * as v from 'valibot'
import type { Ctx } from '../../context.ts'
import { figuresAtOnce, fileEntries, hundredth, listFile } from '../../platform/exports/index.ts'
import { measureHeadings } from '../../insight/measures/shape.ts'
import { complaintFiguresWithSums } from './complaint-figures.ts'
import { figureTexts } from './figure-texts.ts'
import {
  complaintFiguresSchema,
  type ComplaintFigure,
  type ComplaintFiguresQuery,
  type ComplaintMonth,
} from './list-schemas.ts'

export const exportComplaintFiguresSchema = v.object({ ...fileEntries, ...complaintFiguresSchema.entries })

/**
 * Complaints by project and month as a file. Counts are added up, and the share in time follows from them. What cannot be
 * added up, since projects in which nobody complained have no row and an interval is no sum, is said of a month in all as the page
 * says it; of several months, in which the same households stand, it is left out.
 */
export const exportComplaintFigures = listFile({
  schema: exportComplaintFiguresSchema,
  permission: 'complaints.read',
  action: 'complaints.figures_exported',
  detail: ({ from, to }) => ({ fromMonth: from, toMonth: to }),
  rows: (ctx: Ctx, filter, after) => figuresAtOnce(ctx, after, () => figuresOf(ctx, filter)),
  keyOf: ({ month, projectId }) => [month, projectId],
  when: ({ from, to }) => (from === to ? from : `${from}-${to}`),
  table: (_, locale) => {
    const say = translator(figureTexts, locale)
    const thousand = measureHeadings('complaints.per_thousand', locale)
    const onTime = measureHeadings('complaints.on_time', locale)
    type Row = Figure & { projectName: string }
    type Counted = 'complaints' | 'effective' | 'met' | 'missed' | 'running' | 'firstMissed' | 'reopened'
    const count = (name: Counted | 'satisfied' | 'dissatisfied') =>
      [say(name), (row: Row) => row[name], { kind: 'number', width: 10, total: true }] as const
    const rate = (heading: string, of: (row: ComplaintMonth) => number | null | undefined, total?: Share) =>
      [
        heading,
        (row: Row) => hundredth(of(row)),
        {
          kind: 'number',
          width: 12,
          total: total ?? { ofAll: ({ inAll }: Row) => hundredth(inAll && of(inAll)) },
        },
      ] as const
    const inTime = { part: [say('met')], whole: [say('met'), say('missed')] }
    const households = { ofAll: ({ inAll }: Row) => inAll?.households ?? null }
    return {
      name: say('title'),
      columns: [
        [say('month'), (row) => row.month, { width: 10 }],
        [say('project'), (row) => row.projectName, { width: 16 }],
        [...count('complaints')],
        [...count('effective')],
        [say('households'), (row) => row.households, { kind: 'number', width: 10, total: households }],
        [...rate(thousand.value, (row) => row.perThousandE2)],
        [...rate(thousand.low, (row) => row.perThousand?.lowE2)],
        [...rate(thousand.high, (row) => row.perThousand?.highE2)],
        [...rate(onTime.value, (row) => row.onTimeE4, inTime)],
        [...rate(onTime.low, (row) => row.onTime?.lowE4)],
        [...rate(onTime.high, (row) => row.onTime?.highE4)],
        [...count('met')],
        [...count('missed')],
        [...count('running')],
        [...count('firstMissed')],
        [...count('reopened')],
        [...count('satisfied')],
        [...count('dissatisfied')],
      ],
    }
  },
})

type Share = { part: string[]; whole: string[] }
/** Figures, with what the one month that was asked for is in all. */
type Figure = ComplaintFigure & { inAll: ComplaintMonth | undefined }

async function figuresOf(ctx: Ctx, filter: ComplaintFiguresQuery): Promise<Figure[]> {
  const { figures, months } = await complaintFiguresWithSums(ctx, filter)
  const [inAll, ...more] = months
  return figures.map((row) => ({ ...row, inAll: more.length === 0 ? inAll : undefined }))
}
