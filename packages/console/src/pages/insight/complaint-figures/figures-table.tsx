import { complaintFigures as texts } from './texts.ts'
import type { Period } from '@heju/kernel'
import { useTexts } from '../../../app/language.tsx'
import { useMay } from '../../../app/session.tsx'
import { useProjectNames } from '../../../parts/projects.ts'
import type { Column } from '../../../parts/one-column.tsx'
import { RowsTable } from '../../../parts/rows-table.tsx'
import { Nothing } from '../../../parts/states.tsx'
import { Figure, percent, percentRange, points, pointsRange } from '../satisfaction/figures.tsx'
import type { ComplaintFigure } from './api.ts'

/** The projects in one month, or the months of one project, the latest first; each number leads to what it counts. */
export function FiguresTable({
  to,
  ofProject,
  figures,
}: {
  to: Period
  ofProject: boolean
  figures: readonly ComplaintFigure[]
}) {
  const t = useTexts(texts)
  const columns = useColumns(ofProject)
  const rows = ofProject ? figures.toReversed() : figures.filter(({ month }) => month === to)
  return (
    <RowsTable<ComplaintFigure>
      label={t('title')}
      size="middle"
      rowKey={({ projectId, month }) => `${projectId} ${month}`}
      columns={columns}
      dataSource={rows}
      locale={{ emptyText: <Nothing words={t('empty.month', { month: to })} /> }}
    />
  )
}

function useColumns(ofProject: boolean): readonly Column<ComplaintFigure>[] {
  const t = useTexts(texts)
  const projectName = useProjectNames()
  const wayOf = useWay()
  const count =
    (name: 'complaints' | 'effective' | 'met' | 'missed' | 'running', filter: Record<string, string>) =>
    (_: unknown, row: ComplaintFigure) => <Figure value={String(row[name])} to={wayOf(row, filter)} />
  const plain =
    (name: 'firstMissed' | 'reopened' | 'satisfied' | 'dissatisfied') => (_: unknown, row: ComplaintFigure) =>
      String(row[name])
  const numbers = { align: 'right' as const }
  return [
    {
      title: t(ofProject ? 'month' : 'project'),
      render: (_, { month, projectId }) => (ofProject ? month : projectName(projectId)),
    },
    { title: t('complaints'), ...numbers, render: count('complaints', {}) },
    { title: t('effective'), ...numbers, render: count('effective', { nature: 'effective' }) },
    {
      title: t('perThousand'),
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
      title: t('onTime'),
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

/** The list of what a number counts, for who may open it. */
function useWay() {
  const may = useMay()
  return ({ projectId, month }: ComplaintFigure, filter: Record<string, string>) =>
    may('complaints.read')
      ? `/console/desk/complaints?${new URLSearchParams({ view: 'all', projectId, month, ...filter })}`
      : undefined
}
