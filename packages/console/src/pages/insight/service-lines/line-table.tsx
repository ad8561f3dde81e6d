import { noServiceLine } from '@heju/core/estate/service-lines/shape'
import { serviceLineTexts } from '@heju/core/estate/service-lines/texts'
import { serviceLineFigures as texts } from './texts.ts'
import { Typography } from 'antd'
import { useTexts } from '../../../app/language.tsx'
import { MeasureName, useRowsBehind } from '../../../parts/measure.tsx'
import type { Column } from '../../../parts/one-column.tsx'
import { RowsTable } from '../../../parts/rows-table.tsx'
import type { ComplaintFigures } from '../complaint-figures/api.ts'
import type { Comparison } from '../satisfaction/api.ts'
import { Figure, percent, percentRange, points } from '../satisfaction/figures.tsx'

type Row = ComplaintFigures['lines'][number] & Partial<Pick<Comparison['lines'][number], 'satisfaction'>>

/** The service lines of one month: complaints, how many were answered in time and, where surveys are read, what was found. */
export function LineTable({
  month,
  projectId,
  lines,
}: {
  month: string
  projectId?: string | undefined
  lines: readonly Row[]
}) {
  const t = useTexts(texts)
  const withSatisfaction = lines.some(({ satisfaction }) => satisfaction !== undefined)
  return (
    <section style={{ marginTop: 32 }}>
      <Typography.Title level={2} style={{ fontSize: 18 }}>
        {t('title', { month })}
      </Typography.Title>
      <RowsTable<Row>
        label={t('title', { month })}
        size="middle"
        rowKey={({ serviceLine }) => serviceLine ?? noServiceLine}
        columns={useColumns({ month, projectId, withSatisfaction })}
        dataSource={[...lines]}
      />
      <Typography.Paragraph type="secondary" style={{ maxWidth: 900, marginTop: 16 }}>
        {t('help')}
        {withSatisfaction && t('help.satisfaction')}
      </Typography.Paragraph>
    </section>
  )
}

function useColumns({
  month,
  projectId,
  withSatisfaction,
}: {
  month: string
  projectId: string | undefined
  withSatisfaction: boolean
}): readonly Column<Row>[] {
  const t = useTexts(texts)
  const l = useTexts(serviceLineTexts)
  const behind = useRowsBehind()
  const numbers = { align: 'right' as const }
  const count =
    (name: 'complaints' | 'met' | 'missed' | 'running', more: Record<string, string>) =>
    (_: unknown, { serviceLine, [name]: value }: Row) => {
      const narrowed = { serviceLine: serviceLine ?? noServiceLine, ...more }
      const rows = value === 0 ? undefined : behind('complaints.per_thousand', { projectId, month }, narrowed)
      return <Figure value={String(value)} to={rows} />
    }
  const satisfaction: Column<Row> = {
    title: <MeasureName code="satisfaction.index" />,
    ...numbers,
    render: (_, { satisfaction: found }) =>
      found ? (
        <Figure value={points(found.valueE2)} below={t('answered', { answered: found.answered })} />
      ) : (
        '—'
      ),
  }
  return [
    { title: l('serviceLine'), render: (_, { serviceLine }) => l(`line.${serviceLine ?? noServiceLine}`) },
    { title: t('complaints'), ...numbers, render: count('complaints', {}) },
    {
      title: <MeasureName code="complaints.on_time" />,
      ...numbers,
      render: (_, { onTimeE4, onTime }) => <Figure value={percent(onTimeE4)} below={percentRange(onTime)} />,
    },
    { title: t('met'), ...numbers, render: count('met', { term: 'met' }) },
    { title: t('missed'), ...numbers, render: count('missed', { term: 'missed' }) },
    { title: t('running'), ...numbers, render: count('running', { term: 'running' }) },
    ...(withSatisfaction ? [satisfaction] : []),
  ]
}
