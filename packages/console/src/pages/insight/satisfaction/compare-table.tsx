import type { OutcomeOfTerm } from '@heju/core/desk/complaints/shape'
import { satisfaction as texts } from './texts.ts'
import { satisfactionTexts } from '@heju/core/insight/satisfaction/texts'
import { formatYuan, type Permission } from '@heju/kernel'
import { Button, Flex, Table, Tag, Tooltip, Typography, type TableProps } from 'antd'
import { Link } from 'react-router'
import { useTexts } from '../../../app/language.tsx'
import { useMay } from '../../../app/session.tsx'
import type { Compared } from './api.ts'
import {
  Beyond,
  Change,
  Figure,
  IndexFigure,
  percent,
  percentRange,
  points,
  pointsRange,
} from './figures.tsx'
import { Particulars } from './particulars.tsx'

/** With fewer complaints than this, one more or less moves the rate far. */
const fewCases = 10

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
      render: (_, row) => (
        <IndexFigure index={row.figures[0]?.index} allHeard={row.allHeard} to={survey(row)} />
      ),
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
  const complaintsOf = (
    projectId: string,
    more: { term?: Exclude<OutcomeOfTerm, 'running'>; nature?: 'effective' } = {},
  ) =>
    way(['complaints.read'], 'desk/complaints', {
      // Every complaint that came in, whoever noted it down: what the figures count.
      view: 'all',
      projectId,
      month: period,
      ...more,
    })
  return [
    {
      title: s('complaintRate'),
      align: 'right',
      render: (_, { projectId, complaints: { perThousandE2, perThousand, count, beyond } }) => (
        <Figure
          value={perThousandE2 === null ? '—' : points(perThousandE2)}
          below={
            <>
              {pointsRange(perThousand)}
              <br />
              {t('complaintCount', { count })}
              {count > 0 && count < fewCases && <div>{t('rate.few')}</div>}
              {beyond !== null && (
                <div>
                  <Beyond beyond={beyond} />
                </div>
              )}
            </>
          }
          to={complaintsOf(projectId)}
        />
      ),
    },
    {
      title: s('effectiveComplaints'),
      align: 'right',
      render: (_, { projectId, complaints: { effective } }) => (
        <Figure
          value={String(effective)}
          below={t('effective.aim')}
          to={complaintsOf(projectId, { nature: 'effective' })}
        />
      ),
    },
    {
      title: s('onTimeRate'),
      align: 'right',
      render: (_, { projectId, complaints: { onTimeE4, onTime, onTimeBeyond, met, missed } }) => (
        <Figure
          value={percent(onTimeE4)}
          below={
            <>
              {percentRange(onTime)}
              <Flex gap={8} justify="end">
                <Way to={complaintsOf(projectId, { term: 'met' })} words={t('met', { count: met })} />
                <Way
                  to={complaintsOf(projectId, { term: 'missed' })}
                  words={t('missed', { count: missed })}
                />
              </Flex>
              {onTimeBeyond !== null && <Beyond beyond={onTimeBeyond} />}
            </>
          }
        />
      ),
    },
    {
      title: s('collectionRate'),
      align: 'right',
      render: (_, { projectId, collection }) => (
        <Collection collection={collection} to={way(['bills.read'], 'fees/bills', { projectId, period })} />
      ),
    },
  ]
}

function Way({ to, words }: { to: string | undefined; words: string }) {
  return to === undefined ? words : <Link to={to}>{words}</Link>
}

/** What months are compared by, once its day is over, and what it is today. */
function Collection({ collection, to }: { collection: Compared['collection']; to: string | undefined }) {
  const t = useTexts(texts)
  if (collection === null) return '—'
  const { rateE4, billedFen, collectedFen, measured, measuredOn } = collection
  const today = t('collectedToday', { rate: percent(rateE4) })
  const day = measuredOn.slice(5)
  return (
    <Figure
      value={measured === null ? today : percent(measured.rateE4)}
      below={
        // The last of many columns: it is read without pushing the table, rather in more lines.
        <div style={{ whiteSpace: 'normal', maxWidth: 112, marginInlineStart: 'auto' }}>
          {measured === null ? t('notMeasured', { day }) : t('measuredOn', { day })}
          {measured !== null && <div>{today}</div>}
          <div>{t('collected', { collected: formatYuan(collectedFen), billed: formatYuan(billedFen) })}</div>
        </div>
      }
      to={to}
    />
  )
}

/** The places that it may hold, why, and how much of it staff noted down; apart from the order, why. */
function Place({ compared, rows }: { compared: Compared; rows: readonly Compared[] }) {
  const t = useTexts(texts)
  const s = useTexts(satisfactionTexts)
  const { rank, apart, answers, byStaff } = compared
  if (rank === null) return apart === null ? '—' : s(`apart.${apart}`)
  const { from, to, of, tied } = rank
  if (of === 1) return t('place.only')
  const known = rows.filter(({ projectId }) => rank.alike.includes(projectId)).map(({ name }) => name)
  const because = t('place.because', {
    of,
    above: from - 1,
    below: of - to,
    alike: to - from,
    names: known.length === 0 ? '' : t('place.names', { projects: known.join('、') }),
  })
  return (
    <div style={{ whiteSpace: 'nowrap' }}>
      <strong>{t(from === to ? 'place.one' : 'place.range', { from, to })}</strong>{' '}
      {tied && <Tag>{t('place.tied')}</Tag>}
      {/* A click focuses the button as well: listened to both, the second would shut what the first opened. */}
      <Tooltip title={because} trigger={['hover', 'focus']}>
        <Button size="small" type="text" aria-label={`${t('place.why')} ${compared.name}`}>
          {t('place.why')}
        </Button>
      </Tooltip>
      <Typography.Text type="secondary" style={{ display: 'block', fontSize: 12 }}>
        {t('place.sure')}
      </Typography.Text>
      {byStaff > 0 && (
        <Typography.Text
          type={byStaff * 4 > answers ? 'warning' : 'secondary'}
          style={{ display: 'block', fontSize: 12 }}
        >
          {t('byStaff', { count: byStaff, answers })}
        </Typography.Text>
      )}
    </div>
  )
}
