import { measuredAfterDays } from '@heju/core/fees/collection/shape'
import { collection as texts } from './collection-texts.ts'
import { frame } from '../../../app/texts.ts'
import { addMonths, inPercent, periodAt, shareE4 } from '@heju/kernel'
import { useQuery } from '@tanstack/react-query'
import { Typography } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { api, call } from '../../../app/api.ts'
import { MeasureName } from '../../../parts/measure.tsx'
import { useTexts } from '../../../app/language.tsx'
import { useSession } from '../../../app/session.tsx'
import { useFilter } from '../../../parts/address.ts'
import { isMonthOfOurTime } from '../../../parts/address-values.ts'
import { ExportButton } from '../../../parts/export-button.tsx'
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
  const f = useTexts(frame)
  const { company } = useSession()
  const [thisMonth] = useState(() => periodAt(Date.now(), company.zone))
  const [filter] = useFilter(['from', 'to', 'projectId'], { from: isMonthOfOurTime, to: isMonthOfOurTime })
  const to = filter.to ?? thisMonth
  const from = filter.from ?? addMonths(to, -monthsBefore)
  const inOrder = from <= to
  const figures = useQuery({
    queryKey: ['bills', 'collection', from, to],
    queryFn: () => readFigures({ from, to }),
    enabled: inOrder,
  })
  return (
    <Page
      title={t('title')}
      about={t('about', { days: measuredAfterDays })}
      actions={
        <ExportButton
          load={() =>
            api.bills.collection.file.$get({
              query: { from, to, ...(filter.projectId && { projectId: filter.projectId }) },
            })
          }
        />
      }
    >
      <ArrearsPages />
      <Filters names={['from', 'to', 'projectId']}>
        <ProjectFilter />
        <DateFilter
          name="from"
          label={t('from')}
          type="month"
          otherwise={from}
          wrong={inOrder ? undefined : f('filter.order')}
        />
        <DateFilter name="to" label={t('to')} type="month" otherwise={to} />
      </Filters>
      {!inOrder ? null : figures.isPending ? (
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

/** A project's month, or all that are shown, which are of no one project. */
type Row = Omit<Figure, 'projectId' | 'measuredOn'> & { projectId?: string; measuredOn?: string }

/** All of it: amounts are added up, and rates follow from them. Measured is what has been by now. */
export function inAll(figures: readonly Figure[], total: string): Row {
  const sum = (of: (row: Figure) => number) => figures.reduce((all, row) => all + of(row), 0)
  const billedFen = sum((row) => row.billedFen)
  const collectedFen = sum((row) => row.collectedFen)
  const then = {
    billedFen: sum(({ measured }) => measured?.billedFen ?? 0),
    collectedFen: sum(({ measured }) => measured?.collectedFen ?? 0),
  }
  return {
    period: total,
    bills: sum((row) => row.bills),
    billedFen,
    collectedFen,
    overdueFen: sum((row) => row.overdueFen),
    rateE4: shareE4(collectedFen, billedFen),
    dueOn: '',
    measured: figures.every(({ measured }) => measured === null)
      ? null
      : { ...then, rateE4: shareE4(then.collectedFen, then.billedFen) },
  }
}

/** Months and projects, the newest first, and what they are in all. */
function Figures({ figures }: { figures: readonly Figure[] }) {
  const t = useTexts(texts)
  const f = useTexts(frame)
  const projectName = useProjectNames()
  if (figures.length === 0) return <Nothing words={t('empty')} />
  return (
    <RowsTable<Row>
      label={t('title')}
      size="middle"
      rowKey={({ projectId, period }) => `${projectId ?? ''} ${period}`}
      rowClassName={({ projectId }) => (projectId === undefined ? 'total-row' : '')}
      dataSource={figures.length > 1 ? [...figures.toReversed(), inAll(figures, f('total'))] : figures}
      columns={[
        { title: t('month'), onPhone: 'name', dataIndex: 'period' },
        {
          title: t('project'),
          onPhone: 'name',
          render: (_, { projectId }) => projectId && projectName(projectId),
        },
        {
          title: t('bills'),
          align: 'right',
          render: (_, { projectId, period, bills }) =>
            projectId === undefined ? (
              bills
            ) : (
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
        {
          title: <MeasureName code="collection.today" />,
          align: 'right',
          render: (_, { rateE4 }) => <Rate rateE4={rateE4} />,
        },
        {
          title: <MeasureName code="collection.fixed" />,
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
function Measured({ figure: { measured, measuredOn } }: { figure: Row }) {
  const t = useTexts(texts)
  if (measured === null)
    return (
      <Typography.Text type="secondary">
        {measuredOn === undefined ? '—' : t('later', { day: measuredOn })}
      </Typography.Text>
    )
  return (
    <>
      <Rate rateE4={measured.rateE4} />
      <Typography.Text type="secondary" style={{ display: 'block', fontSize: 12 }}>
        {measuredOn === undefined ? t('asOf.measured') : t('asOf', { day: measuredOn })}
      </Typography.Text>
    </>
  )
}
