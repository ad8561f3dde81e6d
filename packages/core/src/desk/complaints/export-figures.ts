import { translator } from '@heju/i18n'
import * as v from 'valibot'
import type { Ctx } from '../../context.ts'
import { figuresAtOnce, fileEntries, hundredth, listFile } from '../../platform/exports/index.ts'
import { complaintFigures } from './complaint-figures.ts'
import { figureTexts } from './figure-texts.ts'
import { complaintFiguresSchema, type ComplaintFigure } from './list-schemas.ts'

export const exportComplaintFiguresSchema = v.object({ ...fileEntries, ...complaintFiguresSchema.entries })

/**
 * Complaints by project and month as a file: counts are added up, and rates, whose households and cases stand beside them, are
 * not.
 */
export const exportComplaintFigures = listFile({
  schema: exportComplaintFiguresSchema,
  permission: 'complaints.read',
  action: 'complaints.figures_exported',
  detail: ({ from, to }) => ({ fromMonth: from, toMonth: to }),
  rows: (ctx: Ctx, filter, after) => figuresAtOnce(ctx, after, () => complaintFigures(ctx, filter)),
  keyOf: ({ month, projectId }) => [month, projectId],
  when: ({ from, to }) => (from === to ? from : `${from}-${to}`),
  table: (_, locale) => {
    const say = translator(figureTexts, locale)
    type Row = ComplaintFigure & { projectName: string }
    type Counted = 'complaints' | 'effective' | 'met' | 'missed' | 'running' | 'firstMissed' | 'reopened'
    const count = (name: Counted | 'satisfied' | 'dissatisfied') =>
      [say(name), (row: Row) => row[name], { kind: 'number', width: 10, total: true }] as const
    const rate = (heading: string, of: (row: Row) => number | null | undefined) =>
      [heading, (row: Row) => hundredth(of(row)), { kind: 'number', width: 12 }] as const
    return {
      name: say('title'),
      columns: [
        [say('month'), (row) => row.month, { width: 10 }],
        [say('project'), (row) => row.projectName, { width: 16 }],
        [...count('complaints')],
        [...count('effective')],
        [say('households'), (row) => row.households, { kind: 'number', width: 10 }],
        [...rate(say('perThousand'), (row) => row.perThousandE2)],
        [...rate(say('perThousand.low'), (row) => row.perThousand?.lowE2)],
        [...rate(say('perThousand.high'), (row) => row.perThousand?.highE2)],
        [...rate(say('onTime'), (row) => row.onTimeE4)],
        [...rate(say('onTime.low'), (row) => row.onTime?.lowE4)],
        [...rate(say('onTime.high'), (row) => row.onTime?.highE4)],
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
