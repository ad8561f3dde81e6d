import { satisfaction as texts } from '@heju/i18n/console/satisfaction'
import { satisfactionTexts } from '@heju/i18n/texts/satisfaction'
import { formatYuan, type Permission } from '@heju/kernel'
import { Button, Flex, Table, Tag, Tooltip, type TableProps } from 'antd'
import { Link } from 'react-router'
import { useTexts } from '../../app/language.tsx'
import { useMay } from '../../app/session.tsx'
import type { Compared } from './api.ts'
import { Change, Figure, IndexFigure, percent, points } from './figures.tsx'
import { Particulars } from './particulars.tsx'

interface Shown {
  period: string
  rows: readonly Compared[]
  /** What was found alone, where figures of the market stand beside it. */
  withScore: boolean
}

/** Projects with their figures; each figure leads to what it is made of, for who may open that. */
export function CompareTable({ period, rows, withScore }: Shown) {
  const s = useTexts(satisfactionTexts)
  const score = {
    title: s('score'),
    align: 'right' as const,
    render: (_: unknown, { figures }: Compared) => {
      const e2 = figures[0]?.scoreE2 ?? null
      return e2 === null ? '—' : points(e2)
    },
  }
  const columns = [
    ...useSurveyColumns(period, rows),
    ...(withScore ? [score] : []),
    ...useOtherColumns(period),
  ]
  return (
    <Table<Compared>
      size="middle"
      rowKey="projectId"
      columns={columns}
      dataSource={[...rows]}
      pagination={false}
      scroll={{ x: 'max-content' }}
      expandable={{
        expandedRowRender: particularsOf,
        rowExpandable: ({ figures, complaints }) => figures.length > 0 || complaints.count > 0,
      }}
    />
  )
}

function particularsOf(row: Compared) {
  return <Particulars compared={row} />
}

/** The address of a page with a filter, for who holds one of the permissions that it needs. */
function useWay(): (
  needs: readonly Permission[],
  path: string,
  filter: Record<string, string>,
) => string | undefined {
  const may = useMay()
  return (needs, path, filter) =>
    needs.some(may) ? `/console/${path}?${new URLSearchParams(filter)}` : undefined
}

function useSurveyColumns(
  period: string,
  rows: readonly Compared[],
): NonNullable<TableProps<Compared>['columns']> {
  const t = useTexts(texts)
  const s = useTexts(satisfactionTexts)
  const way = useWay()
  const survey = ({ projectId, roundId }: Compared) =>
    roundId === null ? undefined : way(['surveys.read'], 'satisfaction/surveys', { projectId, period })
  return [
    {
      title: rows.every(({ rank }) => rank === null) ? t('apart.reason') : s('place'),
      render: (_, row) => <Place compared={row} rows={rows} />,
    },
    {
      title: s('project'),
      render: (_, { name, state }) => (
        <>
          {name} {state === 'open' && <Tag color="warning">{t('project.provisional')}</Tag>}
        </>
      ),
    },
    {
      title: s('index'),
      align: 'right',
      render: (_, row) => <IndexFigure index={row.figures[0]?.index} to={survey(row)} />,
    },
    {
      title: s('change'),
      align: 'right',
      render: (_, { figures }) => <Change change={figures[0]?.change} />,
    },
    {
      title: s('answers'),
      align: 'right',
      render: (_, row) => (
        <Figure
          value={String(row.answers)}
          below={t('ofHouseholds', { households: row.households })}
          to={survey(row)}
        />
      ),
    },
    {
      title: s('responseRate'),
      align: 'right',
      render: (_, row) => <Figure value={percent(row.responseRateE4)} to={survey(row)} />,
    },
  ]
}

function useOtherColumns(period: string): NonNullable<TableProps<Compared>['columns']> {
  const t = useTexts(texts)
  const s = useTexts(satisfactionTexts)
  const way = useWay()
  const complaintsOf = (projectId: string, term?: 'met' | 'missed') =>
    way(['complaints.read'], 'desk/complaints', {
      // Every complaint that came in, whoever noted it down: what the figures count.
      view: 'all',
      projectId,
      month: period,
      ...(term && { term }),
    })
  return [
    {
      title: s('complaintRate'),
      align: 'right',
      render: (_, { projectId, complaints: { perThousandE2, count } }) => (
        <Figure
          value={perThousandE2 === null ? '—' : points(perThousandE2)}
          below={t('complaintCount', { count })}
          to={complaintsOf(projectId)}
        />
      ),
    },
    {
      title: s('onTimeRate'),
      align: 'right',
      render: (_, { projectId, complaints: { onTimeE4, met, missed } }) => (
        <Figure
          value={percent(onTimeE4)}
          below={
            <Flex gap={8} justify="end">
              <Way to={complaintsOf(projectId, 'met')} words={t('met', { count: met })} />
              <Way to={complaintsOf(projectId, 'missed')} words={t('missed', { count: missed })} />
            </Flex>
          }
        />
      ),
    },
    {
      title: s('collectionRate'),
      align: 'right',
      render: (_, { projectId, collection: { rateE4, billedFen, collectedFen } }) => (
        <Figure
          value={percent(rateE4)}
          below={t('collected', { collected: formatYuan(collectedFen), billed: formatYuan(billedFen) })}
          to={way(['bills.read'], 'fees/bills', { projectId, period })}
        />
      ),
    },
  ]
}

function Way({ to, words }: { to: string | undefined; words: string }) {
  return to === undefined ? words : <Link to={to}>{words}</Link>
}

/** The places that are possible, with those from whom a project cannot be told; apart from the order, why. */
function Place({ compared: { rank, apart }, rows }: { compared: Compared; rows: readonly Compared[] }) {
  const t = useTexts(texts)
  const s = useTexts(satisfactionTexts)
  if (rank === null) return apart === null ? '—' : s(`apart.${apart}`)
  if (rank.alike.length === 0) return rank.place
  const names = rows.filter(({ projectId }) => rank.alike.includes(projectId)).map(({ name }) => name)
  return (
    <>
      {rank.from}–{rank.to}{' '}
      <Tooltip title={s('alike', { projects: names.join('、') })} trigger={['hover', 'focus', 'click']}>
        <Button size="small" type="dashed">
          {t('notDistinct')}
        </Button>
      </Tooltip>
    </>
  )
}
