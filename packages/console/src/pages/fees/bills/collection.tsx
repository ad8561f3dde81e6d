import { measuredAfterDays } from '@heju/core/fees/billing/shape'
import { collection as texts } from './collection-texts.ts'
import { addMonths, inPercent, periodAt } from '@heju/kernel'
import { useQuery } from '@tanstack/react-query'
import { Typography } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { api, call } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useSession } from '../../../app/session.tsx'
import { useFilter } from '../../../parts/address.ts'
import { isMonthOfOurTime } from '../../../parts/address-values.ts'
import { Money } from '../../../parts/figures.tsx'
import { DateFilter, Filters, ProjectFilter } from '../../../parts/filters.tsx'
import { Page } from '../../../parts/page.tsx'
import { useProjectNames } from '../../../parts/projects.ts'
import { RowsTable } from '../../../parts/rows-table.tsx'
import { Failure, Loading, Nothing } from '../../../parts/states.tsx'
import { ArrearsPages } from './arrears-pages.tsx'

const readFigures = (query: { from: string; to: string }) => call(api.bills.collection.$get({ query }))
type Figure = Awaited<ReturnType<typeof readFigures>>['figures'][number]

/** Half a year is shown where nothing else is asked for. */
const monthsBefore = 5

/** What was billed and collected, project by project and month by month. */
export function Component() {
  const t = useTexts(texts)
  const { company } = useSession()
  const [thisMonth] = useState(() => periodAt(Date.now(), company.zone))
  const [filter] = useFilter(['from', 'to', 'projectId'], { from: isMonthOfOurTime, to: isMonthOfOurTime })
  const to = filter.to ?? thisMonth
  const from = filter.from ?? addMonths(to, -monthsBefore)
  const figures = useQuery({
    queryKey: ['bills', 'collection', from, to],
    queryFn: () => readFigures({ from, to }),
  })
  return (
    <Page title={t('title')} about={t('about', { days: measuredAfterDays })}>
      <ArrearsPages />
      <Filters names={['from', 'to', 'projectId']}>
        <ProjectFilter />
        <DateFilter name="from" label={t('from')} type="month" otherwise={from} />
        <DateFilter name="to" label={t('to')} type="month" otherwise={to} />
      </Filters>
      {figures.isPending ? (
        <Loading />
      ) : figures.isLoadingError ? (
        <Failure error={figures.error} retry={() => void figures.refetch()} />
      ) : (
        <Figures
          figures={figures.data.figures.filter(
            ({ projectId }) => filter.projectId === undefined || projectId === filter.projectId,
          )}
        />
      )}
    </Page>
  )
}

/** Months and projects, the newest first. */
function Figures({ figures }: { figures: readonly Figure[] }) {
  const t = useTexts(texts)
  const projectName = useProjectNames()
  if (figures.length === 0) return <Nothing words={t('empty')} />
  return (
    <RowsTable<Figure>
      label={t('title')}
      size="middle"
      rowKey={({ projectId, period }) => `${projectId} ${period}`}
      dataSource={figures.toReversed()}
      columns={[
        { title: t('month'), onPhone: 'name', dataIndex: 'period' },
        { title: t('project'), onPhone: 'name', render: (_, { projectId }) => projectName(projectId) },
        {
          title: t('bills'),
          align: 'right',
          render: (_, { projectId, period, bills }) => (
            <Link to={`/console/fees/bills?projectId=${projectId}&period=${period}`}>{bills}</Link>
          ),
        },
        { title: t('billed'), align: 'right', render: (_, { billedFen }) => <Money fen={billedFen} /> },
        {
          title: t('collected'),
          align: 'right',
          render: (_, { collectedFen }) => <Money fen={collectedFen} />,
        },
        { title: t('overdue'), align: 'right', render: (_, { overdueFen }) => <Money fen={overdueFen} /> },
        { title: t('today'), align: 'right', render: (_, { rateE4 }) => <Rate rateE4={rateE4} /> },
        {
          title: t('measured'),
          align: 'right',
          onPhone: 'end',
          render: (_, row) => <Measured figure={row} />,
        },
      ]}
    />
  )
}

function Rate({ rateE4 }: { rateE4: number | null }) {
  const t = useTexts(texts)
  return rateE4 === null ? t('nothing') : `${inPercent(rateE4)}%`
}

/** The rate by which months are compared, with its day; before that day is over there is none. */
function Measured({ figure: { measured, measuredOn } }: { figure: Figure }) {
  const t = useTexts(texts)
  if (measured === null)
    return <Typography.Text type="secondary">{t('later', { day: measuredOn })}</Typography.Text>
  return (
    <>
      <Rate rateE4={measured.rateE4} />
      <Typography.Text type="secondary" style={{ display: 'block', fontSize: 12 }}>
        {t('asOf', { day: measuredOn })}
      </Typography.Text>
    </>
  )
}
