import { measureOf } from '@heju/core/insight/measures/shape'
import { satisfaction as texts } from './texts.ts'
import { satisfactionTexts } from '@heju/core/insight/satisfaction/texts'
import { formatYuan } from '@heju/kernel'
import { Button, Flex, Table, Tag, Tooltip, Typography, type TableProps } from 'antd'
import { Link } from 'react-router'
import { MeasureName, useRowsBehind } from '../../../parts/measure.tsx'
import { useTexts } from '../../../app/language.tsx'
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

function useSurveyColumns(
  period: string,
  rows: readonly Compared[],
): NonNullable<TableProps<Compared>['columns']> {
  const t = useTexts(texts)
  const s = useTexts(satisfactionTexts)
  const behind = useRowsBehind()
  const survey = ({ projectId, roundId }: Compared) =>
    roundId === null ? undefined : behind('satisfaction.index', { projectId, month: period })
  return [
    {
      title: rows.every(({ rank }) => rank === null) ? t('unranked.reason') : s('place'),
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
      title: <MeasureName code="satisfaction.index" />,
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
      title: <MeasureName code="satisfaction.response" />,
      align: 'right',
      render: (_, row) => <Figure value={percent(row.responseRateE4)} to={survey(row)} />,
    },
  ]
}

function useOtherColumns(period: string): NonNullable<TableProps<Compared>['columns']> {
  const t = useTexts(texts)
  const behind = useRowsBehind()
  const month = { month: period }
  return [
    {
      title: <MeasureName code="complaints.per_thousand" />,
      align: 'right',
      render: (_, { projectId, complaints: { perThousandE2, perThousand, count, beyond } }) => (
        <Figure
          value={perThousandE2 === null ? '—' : points(perThousandE2)}
          below={
            <>
              {pointsRange(perThousand)}
              <br />
              {t('complaintCount', { count })}
              {count > 0 && count < (measureOf('complaints.per_thousand').least as number) && (
                <div>{t('rate.few')}</div>
              )}
              {beyond !== null && (
                <div>
                  <Beyond beyond={beyond} />
                </div>
              )}
            </>
          }
          to={behind('complaints.per_thousand', { projectId, ...month })}
        />
      ),
    },
    {
      title: <MeasureName code="complaints.effective" />,
      align: 'right',
      render: (_, { projectId, complaints: { effective } }) => (
        <Figure
          value={String(effective)}
          below={t('effective.aim')}
          to={behind('complaints.effective', { projectId, ...month })}
        />
      ),
    },
    {
      title: <MeasureName code="complaints.on_time" />,
      align: 'right',
      render: (_, { projectId, complaints: { onTimeE4, onTime, onTimeBeyond, met, missed } }) => (
        <Figure
          value={percent(onTimeE4)}
          below={
            <>
              {percentRange(onTime)}
              <Flex gap={8} justify="end">
                <Way
                  to={behind('complaints.on_time', { projectId, ...month })}
                  words={t('met', { count: met })}
                />
                <Way
                  to={behind('complaints.on_time', { projectId, ...month }, { term: 'missed' })}
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
      title: <MeasureName code="collection.fixed" />,
      align: 'right',
      render: (_, { projectId, collection }) => (
        <Collection collection={collection} to={behind('collection.fixed', { projectId, ...month })} />
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
  const { rank, unrankedBecause, answers, byStaff } = compared
  if (rank === null) return unrankedBecause === null ? '—' : s(`unranked.${unrankedBecause}`)
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
