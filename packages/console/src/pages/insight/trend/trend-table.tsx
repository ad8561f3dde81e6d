import { satisfactionTexts } from '@heju/core/insight/satisfaction/texts'
import { trend as texts } from './texts.ts'
import { shareE4 } from '@heju/kernel'
import { Link } from 'react-router'
import { MeasureName } from '../../../parts/measure.tsx'
import { useTexts } from '../../../app/language.tsx'
import { useMay } from '../../../app/session.tsx'
import { useProjectNames } from '../../../parts/projects.ts'
import { RowsTable } from '../../../parts/rows-table.tsx'
import { IndexFigure, percent } from '../satisfaction/figures.tsx'
import type { TrendPoint } from './api.ts'

/** The same figures month by month, the newest first. */
export function TrendTable({ points }: { points: readonly TrendPoint[] }) {
  const t = useTexts(texts)
  const s = useTexts(satisfactionTexts)
  const may = useMay()
  const projectName = useProjectNames()
  const several = new Set(points.map(({ methodology }) => methodology)).size > 1
  const href = ({ projectId, period }: TrendPoint) =>
    may('surveys.read') ? `/console/satisfaction/surveys?projectId=${projectId}&period=${period}` : undefined
  return (
    <RowsTable<TrendPoint>
      label={t('title')}
      size="middle"
      rowKey={({ projectId, period }) => `${projectId} ${period}`}
      dataSource={points.toReversed()}
      columns={[
        { title: s('period'), onPhone: 'name', dataIndex: 'period' },
        {
          title: s('project'),
          onPhone: 'name',
          render: (_, { projectId }) => projectName(projectId),
        },
        {
          title: <MeasureName code="satisfaction.index" />,
          align: 'right',
          onPhone: 'end',
          render: (_, { index, answers, households }) => (
            <IndexFigure index={index} allHeard={answers === households} />
          ),
        },
        {
          title: s('answers'),
          align: 'right',
          render: (_, point) => {
            const to = href(point)
            return to === undefined ? point.answers : <Link to={to}>{point.answers}</Link>
          },
        },
        { title: s('answered'), align: 'right', dataIndex: 'answered' },
        {
          title: <MeasureName code="satisfaction.response" />,
          align: 'right',
          render: (_, { answers, households }) => percent(shareE4(answers, households)),
        },
        ...(several ? [{ title: t('questionnaire'), dataIndex: 'methodology' as const }] : []),
        {
          title: s('note'),
          onPhone: 'plain' as const,
          render: (_: unknown, { unrankedBecause }: TrendPoint) =>
            unrankedBecause === null ? '' : s(`unranked.${unrankedBecause}`),
        },
      ]}
    />
  )
}
