import { complaintFigures as texts } from './texts.ts'
import { sumOfCounts } from '@heju/core/desk/complaints/shape'
import { frame } from '../../../app/texts.ts'
import { shareE4, type Period } from '@heju/kernel'
import { MeasureName, useRowsBehind } from '../../../parts/measure.tsx'
import { useTexts } from '../../../app/language.tsx'
import { useProjectNames } from '../../../parts/projects.ts'
import type { Column } from '../../../parts/one-column.tsx'
import { useMonthName } from '../../../parts/month-name.ts'
import { RowsTable } from '../../../parts/rows-table.tsx'
import { Nothing } from '../../../parts/states.tsx'
import { Figure, percent, percentRange, points, pointsRange } from '../satisfaction/figures.tsx'
import type { ComplaintFigure, ComplaintFigures } from './api.ts'

/** The projects in one month, or the months of one project, the latest first; each number leads to what it counts. */
export function FiguresTable({
  to,
  ofProject,
  figures,
  months,
}: {
  to: Period
  ofProject: boolean
} & Pick<ComplaintFigures, 'figures' | 'months'>) {
  const t = useTexts(texts)
  const monthName = useMonthName()
  const columns = useColumns(ofProject)
  const rows = ofProject ? figures.toReversed() : figures.filter(({ month }) => month === to)
  const total = ofProject ? sumOfMonths(rows) : months.find(({ month }) => month === to)
  return (
    <RowsTable<Row>
      label={t('title')}
      size="middle"
      rowKey={({ projectId, month }) => `${projectId ?? ''} ${month ?? ''}`}
      rowClassName={isTotal}
      columns={columns}
      dataSource={rows.length > 1 && total !== undefined ? [...rows, total] : rows}
      locale={{ emptyText: <Nothing words={t('empty.month', { month: monthName(to) })} /> }}
    />
  )
}

/** A row of the list, or that of all of them, which is of no one project or month. */
type Row = Omit<ComplaintFigure, 'projectId' | 'month'> & { projectId?: string; month?: string }
const isTotal = ({ projectId }: Row) => (projectId === undefined ? 'total-row' : '')

/**
 * The months of one project in all. How many were in time follows from the cases; for a thousand households there is no
 * number of a year, since its months have the same households.
 */
function sumOfMonths(rows: readonly ComplaintFigure[]): Omit<Row, 'projectId' | 'month'> {
  const counts = sumOfCounts(rows)
  return {
    ...counts,
    households: 0,
    perThousandE2: null,
    perThousand: null,
    onTimeE4: shareE4(counts.met, counts.met + counts.missed),
    onTime: null,
  }
}

function useColumns(ofProject: boolean): readonly Column<Row>[] {
  const t = useTexts(texts)
  const f = useTexts(frame)
  const projectName = useProjectNames()
  const behind = useRowsBehind()
  const rowsOf = ({ projectId, month }: Row, filter: Record<string, string>) =>
    projectId === undefined || month === undefined
      ? undefined
      : behind('complaints.per_thousand', { projectId, month }, filter)
  const count =
    (name: 'complaints' | 'effective' | 'met' | 'missed' | 'running', filter: Record<string, string>) =>
    (_: unknown, row: Row) => <Figure value={String(row[name])} to={rowsOf(row, filter)} />
  const plain = (name: 'firstMissed' | 'reopened' | 'satisfied' | 'dissatisfied') => (_: unknown, row: Row) =>
    String(row[name])
  const numbers = { align: 'right' as const }
  return [
    {
      title: t(ofProject ? 'month' : 'project'),
      render: (_, { month, projectId }) =>
        projectId === undefined ? f('total') : ofProject ? month : projectName(projectId),
    },
    { title: t('complaints'), ...numbers, render: count('complaints', {}) },
    { title: t('effective'), ...numbers, render: count('effective', { nature: 'effective' }) },
    {
      title: <MeasureName code="complaints.per_thousand" />,
      ...numbers,
      render: (_, { perThousandE2, perThousand, households }) =>
        perThousandE2 === null ? (
          '—'
        ) : (
          <Figure
            value={points(perThousandE2)}
            below={`${pointsRange(perThousand)} ${t('households', { households })}`}
          />
        ),
    },
    {
      title: <MeasureName code="complaints.on_time" />,
      ...numbers,
      render: (_, { onTimeE4, onTime }) => <Figure value={percent(onTimeE4)} below={percentRange(onTime)} />,
    },
    { title: t('met'), ...numbers, render: count('met', { term: 'met' }) },
    { title: t('missed'), ...numbers, render: count('missed', { term: 'missed' }) },
    { title: t('running'), ...numbers, render: count('running', { term: 'running' }) },
    { title: t('firstMissed'), ...numbers, render: plain('firstMissed') },
    { title: t('reopened'), ...numbers, render: plain('reopened') },
    { title: t('satisfied'), ...numbers, render: plain('satisfied') },
    { title: t('dissatisfied'), ...numbers, render: plain('dissatisfied') },
  ]
}
