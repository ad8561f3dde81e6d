import { daySheet as texts } from './day-sheet-texts.ts'
import { fees } from '../bills/texts.ts'
import { frame } from '../../../app/texts.ts'
import { addDays, civilDateOf, type CivilDate } from '@heju/kernel'
import { useQuery } from '@tanstack/react-query'
import { Button, Card, Flex, Table, Typography, type TableProps } from 'antd'
import { Link } from 'react-router'
import { api, call } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useSession } from '../../../app/session.tsx'
import { useFilter } from '../../../parts/address.ts'
import { ExportButton } from '../../../parts/export-button.tsx'
import { Money } from '../../../parts/figures.tsx'
import { DateFilter, ProjectFilter } from '../../../parts/filters.tsx'
import { useNow } from '../../../parts/now.ts'
import { Ends, Stacked, useNarrow } from '../../../parts/on-phone.tsx'
import { Page } from '../../../parts/page.tsx'
import { useProjectNames, useProjects } from '../../../parts/projects.ts'
import { Sideways } from '../../../parts/sideways.tsx'
import { Failure, Loading, Nothing } from '../../../parts/states.tsx'

type Query = NonNullable<Parameters<(typeof api.payments)['day-sheet']['$get']>[0]>['query']
const load = (query: Query) => call(api.payments['day-sheet'].$get({ query }))
type Sheet = Awaited<ReturnType<typeof load>>
type Row = Sheet['rows'][number]

/** What was taken on a day, to be checked and signed. */
export function Component() {
  const t = useTexts(texts)
  const f = useTexts(frame)
  const { company } = useSession()
  const [{ on, projectId }] = useFilter(['on', 'projectId'])
  const today = civilDateOf(useNow(), company.zone)
  const day = on ?? today
  const of = projectId === undefined ? {} : { projectId }
  const sheet = useQuery({
    queryKey: ['day-sheet', day, projectId],
    queryFn: () => load({ on: day, ...of }),
  })
  const query = { from: day, to: day, ...of }
  return (
    <Page
      title={`${t('title')} · ${day}`}
      about={t('about')}
      actions={
        <>
          <ExportButton load={() => api.payments.file.$get({ query })} />
          <Button onClick={() => print()}>{f('print')}</Button>
        </>
      }
    >
      <DaySelect day={day} today={today} />
      {sheet.isLoadingError && <Failure error={sheet.error} retry={() => void sheet.refetch()} />}
      {sheet.isPending && <Loading />}
      {sheet.data !== undefined && <Taken sheet={sheet.data} projectId={projectId} />}
    </Page>
  )
}

function DaySelect({ day, today }: { day: CivilDate; today: CivilDate }) {
  const t = useTexts(texts)
  const [, setFilter] = useFilter(['on'])
  const moved = (days: number) => () => setFilter({ on: addDays(day, days) })
  return (
    <Flex gap={8} wrap className="no-print" style={{ marginBottom: 16 }}>
      <Button onClick={moved(-1)}>{t('before')}</Button>
      <DateFilter name="on" label={t('day')} type="date" otherwise={today} max={today} />
      <Button onClick={moved(1)} disabled={day >= today}>
        {t('after')}
      </Button>
      <ProjectFilter />
    </Flex>
  )
}

function Taken({ sheet, projectId }: { sheet: Sheet; projectId: string | undefined }) {
  const t = useTexts(texts)
  const { series, openExceptions } = sheet
  return (
    <Card>
      <PaperHead day={sheet.on} projectId={projectId} />
      <Rows sheet={sheet} projectId={projectId} />
      <Flex vertical gap={8} style={{ marginTop: 16 }}>
        {series.map(({ entityId, entity, ...range }) => (
          <span key={entityId}>
            {series.length > 1 && `${entity} · `}
            {t('receipts', range)}
          </span>
        ))}
        {openExceptions > 0 && (
          <Link to="/console/fees/exceptions">{t('exceptions', { count: openExceptions })}</Link>
        )}
      </Flex>
      <Flex gap={160} wrap style={{ marginTop: 40 }} className="print-only">
        <span>{t('signed')}</span>
        <span>{t('checked')}</span>
      </Flex>
    </Card>
  )
}

/** Whose sheet it is, on paper: what the page around it tells on the screen. */
function PaperHead({ day, projectId }: { day: string; projectId: string | undefined }) {
  const t = useTexts(texts)
  const { company } = useSession()
  const projects = useProjects()
  const projectName = useProjectNames()
  const names = projectId === undefined ? projects.map(({ name }) => name) : [projectName(projectId)]
  return (
    <Flex vertical gap={4} className="print-only" style={{ marginBottom: 16 }}>
      <strong style={{ fontSize: 18 }}>{company.name}</strong>
      <span>{t('ofProjects', { projects: names.join('、') })}</span>
      <span>{t('ofDay', { day })}</span>
    </Flex>
  )
}

function Rows({ sheet, projectId }: { sheet: Sheet; projectId: string | undefined }) {
  const t = useTexts(texts)
  const f = useTexts(fees)
  const details = ({ method, recordedBy }: Row) => {
    const filter = new URLSearchParams({ from: sheet.on, to: sheet.on, method, recordedBy })
    if (projectId !== undefined) filter.set('projectId', projectId)
    return `/console/fees/payments?${filter}`
  }
  const narrow = useNarrow()
  const summary = () => sheet.rows.length > 0 && <Sums sheet={sheet} narrow={narrow} />
  const by = ({ cashierName }: Row) => cashierName || t('online')
  const net = (row: Row) => <Money fen={row.takenFen + row.reversedFen} />
  const link = (row: Row) => <Link to={details(row)}>{t('details')}</Link>
  const columns: NonNullable<TableProps<Row>['columns']> = [
    { title: t('cashier'), render: (_, row) => by(row) },
    { title: t('method'), render: (_, { method }) => f(`method.${method}`) },
    { title: t('payments'), align: 'right', dataIndex: 'payments' },
    { title: t('taken'), align: 'right', render: (_, row) => <Money fen={row.takenFen} /> },
    { title: t('reversed'), align: 'right', render: (_, row) => <Money fen={row.reversedFen} /> },
    { title: t('net'), align: 'right', render: (_, row) => net(row) },
    { title: '', className: 'no-print', render: (_, row) => link(row) },
  ]
  // On a phone what the till is counted against stands beside whose it is: columns later it would be out of sight.
  const onOne: (typeof columns)[number] = {
    title: (
      <Stacked beside={besideSheet}>
        <Ends first={t('cashier')} last={t('net')} />
      </Stacked>
    ),
    render: (_, row) => (
      <Stacked beside={besideSheet}>
        <Ends first={`${by(row)} · ${f(`method.${row.method}`)}`} last={<strong>{net(row)}</strong>} />
        <Parts {...row} />
        <span className="no-print">{link(row)}</span>
      </Stacked>
    ),
  }
  return (
    <Sideways label={t('title')}>
      <Table<Row>
        size="middle"
        rowKey={({ method, recordedBy, cashierName }) => `${method} ${recordedBy} ${cashierName}`}
        dataSource={sheet.rows}
        pagination={false}
        locale={{ emptyText: <Nothing words={t('empty')} /> }}
        columns={narrow ? [onOne] : columns}
        summary={summary}
      />
    </Sideways>
  )
}

/** What stands beside the sheet's only column on a phone, in CSS pixels: the page and the card. */
const besideSheet = 114

/** What makes up what is left of money taken, on one line. */
function Parts({ payments, takenFen, reversedFen }: Pick<Row, 'payments' | 'takenFen' | 'reversedFen'>) {
  const t = useTexts(texts)
  return (
    <Typography.Text type="secondary">
      {t('payments')} {payments} · {t('taken')} <Money fen={takenFen} /> · {t('reversed')}{' '}
      <Money fen={reversedFen} />
    </Typography.Text>
  )
}

function Sums({ sheet, narrow }: { sheet: Sheet; narrow: boolean }) {
  const t = useTexts(texts)
  const sum = (of: (row: Row) => number) => sheet.rows.reduce((total, row) => total + of(row), 0)
  const payments = sum((row) => row.payments)
  const takenFen = sum((row) => row.takenFen)
  const reversedFen = sum((row) => row.reversedFen)
  const title = <Typography.Text strong>{t('total')}</Typography.Text>
  const net = (
    <strong>
      <Money fen={sheet.totalFen} />
    </strong>
  )
  const { Row: Line, Cell } = Table.Summary
  if (narrow)
    return (
      <Line>
        <Cell index={0}>
          <Stacked beside={besideSheet}>
            <Ends first={title} last={net} />
            <Parts payments={payments} takenFen={takenFen} reversedFen={reversedFen} />
          </Stacked>
        </Cell>
      </Line>
    )
  return (
    <Line>
      <Cell index={0} colSpan={2}>
        {title}
      </Cell>
      <Cell index={2} align="right">
        {payments}
      </Cell>
      <Cell index={3} align="right">
        <Money fen={takenFen} />
      </Cell>
      <Cell index={4} align="right">
        <Money fen={reversedFen} />
      </Cell>
      <Cell index={5} align="right">
        {net}
      </Cell>
      <Cell index={6} className="no-print" />
    </Line>
  )
}
