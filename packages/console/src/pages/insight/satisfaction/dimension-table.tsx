import type { Dimension } from '@heju/core/insight/satisfaction/shape'
import { satisfaction as texts } from './texts.ts'
import { satisfactionTexts } from '@heju/core/insight/satisfaction/texts'
import { chartSeries } from '@heju/look'
import { Flex, Table } from 'antd'
import { Link } from 'react-router'
import { MeasureName } from '../../../parts/measure.tsx'
import { useTexts } from '../../../app/language.tsx'
import { useNarrow } from '../../../parts/on-phone.tsx'
import { oneColumn, type Column } from '../../../parts/one-column.tsx'
import type { Round } from './api.ts'
import { Change, IndexFigure } from './figures.tsx'

type Spread = Round['spreads'][number]

/** The six dimensions: what was expected, what was found, and how often each answer was given. */
export function DimensionTable(shown: { round: Round; projectId: string; period: string }) {
  const t = useTexts(texts)
  const s = useTexts(satisfactionTexts)
  const { round } = shown
  const narrow = useNarrow()
  const figureOf = (dimension: Dimension) => round.figures.find(({ measure }) => measure === dimension)
  const side = (which: 'expected' | 'perceived') => [
    {
      title: `${s(which)} · ${t('mean')}`,
      align: 'right' as const,
      render: (_: unknown, row: Spread) => mean(row[which]),
    },
    {
      title: `${s(which)} · ${t('spread')}`,
      render: (_: unknown, row: Spread) => <Bars spread={row} which={which} {...shown} />,
    },
  ]
  const columns: Column<Spread>[] = [
    { title: t('dimension'), render: (_, { dimension }) => s(`measure.${dimension}`) },
    {
      title: <MeasureName code="satisfaction.index" />,
      align: 'right',
      render: (_, { dimension }) => (
        <IndexFigure index={figureOf(dimension)?.index} allHeard={round.allHeard} />
      ),
    },
    {
      title: s('change'),
      align: 'right',
      render: (_, { dimension }) => <Change change={figureOf(dimension)?.change} />,
    },
    ...side('expected'),
    ...side('perceived'),
    {
      title: t('low'),
      align: 'right',
      render: (_, { dimension }) => t('lowCount', { count: figureOf(dimension)?.low ?? 0 }),
    },
  ]
  return (
    <Table<Spread>
      size="middle"
      rowKey="dimension"
      dataSource={round.spreads}
      pagination={false}
      {...(narrow ? {} : { scroll: { x: 'max-content' } })}
      style={{ marginBottom: 24 }}
      columns={narrow ? [oneColumn(columns)] : columns}
    />
  )
}

function mean(counts: readonly number[]): string {
  const answers = counts.reduce((sum, count) => sum + count, 0)
  const total = counts.reduce((sum, count, i) => sum + count * (i + 1), 0)
  return answers === 0 ? '—' : (total / answers).toFixed(2)
}

/** Five small bars with their counts; those of what was found lead to the answers that they count. */
function Bars({
  spread,
  which,
  projectId,
  period,
}: {
  spread: Spread
  which: 'expected' | 'perceived'
  projectId: string
  period: string
}) {
  const t = useTexts(texts)
  const s = useTexts(satisfactionTexts)
  const counts = spread[which]
  const most = Math.max(1, ...counts)
  const { dimension } = spread
  const bars = counts.map((count, i) => ({ count, value: i + 1, height: Math.round((count / most) * 28) }))
  if (which === 'expected') {
    return (
      <Flex gap={6} role="img" aria-label={t('spread.about', { list: counts.join('、') })}>
        {bars.map((bar) => (
          <Bar key={bar.value} {...bar} fill={chartSeries[1]?.color} />
        ))}
      </Flex>
    )
  }
  return (
    <Flex gap={6}>
      {bars.map((bar) => (
        <Link
          key={bar.value}
          to={`?${new URLSearchParams({ projectId, period, dimension, perceived: String(bar.value) })}`}
          aria-label={t('spread.one', {
            dimension: s(`measure.${dimension}`),
            value: bar.value,
            count: bar.count,
          })}
        >
          <Bar {...bar} fill={chartSeries[0]?.color} />
        </Link>
      ))}
    </Flex>
  )
}

function Bar({ count, height, fill }: { count: number; height: number; fill: string | undefined }) {
  return (
    <div style={{ width: 26, textAlign: 'center', fontSize: 12, fontVariantNumeric: 'tabular-nums' }}>
      <div style={{ height: 30, display: 'flex', alignItems: 'end' }}>
        <div style={{ width: '100%', height: Math.max(1, height), background: fill }} />
      </div>
      {count}
    </div>
  )
}
