import { arrears as texts } from './arrears-texts.ts'
import { fees } from './texts.ts'
import { formatYuan } from '@heju/kernel'
import { useQuery } from '@tanstack/react-query'
import { Card, Flex, Statistic, Tag } from 'antd'
import { Link } from 'react-router'
import { api, call } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useMay } from '../../../app/session.tsx'
import { useFilter } from '../../../parts/address.ts'
import { ExportButton } from '../../../parts/export-button.tsx'
import { Money } from '../../../parts/figures.tsx'
import { Filters, ProjectFilter } from '../../../parts/filters.tsx'
import { List } from '../../../parts/list.tsx'
import { Page } from '../../../parts/page.tsx'
import { ArrearsPages } from './arrears-pages.tsx'

type Query = Parameters<typeof api.bills.arrears.$get>[0]['query']
const load = (query: Query) => call(api.bills.arrears.$get({ query }))
type Page1 = Awaited<ReturnType<typeof load>>
type Arrears = Page1['items'][number]

/** Who should have paid by now, and the way to take the money. */
export function Component() {
  const t = useTexts(texts)
  const [{ projectId }] = useFilter(['projectId'])
  const asked: Query = projectId === undefined ? {} : { projectId }
  return (
    <Page
      title={t('title')}
      about={t('about')}
      actions={<ExportButton load={() => api.bills.arrears.file.$get({ query: asked })} />}
    >
      <ArrearsPages />
      <Filters names={['projectId']}>
        <ProjectFilter />
      </Filters>
      <Totals asked={asked} />
      <ArrearsList asked={asked} />
    </Page>
  )
}

function Totals({ asked }: { asked: Query }) {
  const t = useTexts(texts)
  const { data } = useQuery({
    queryKey: ['arrears', 'total', asked],
    queryFn: () => load({ ...asked, limit: '1' }),
  })
  if (data === undefined || data.total.bills === 0) return null
  const { total } = data
  const money = {
    total: total.owedFen,
    upTo30: total.upTo30Fen,
    upTo90: total.upTo90Fen,
    older: total.olderFen,
  }
  return (
    <Card size="small" style={{ marginBottom: 16 }}>
      <Flex gap={40} wrap>
        {Object.entries(money).map(([name, fen]) => (
          <Statistic key={name} title={t(name as keyof typeof money)} value={formatYuan(fen)} />
        ))}
        <Statistic title={t('payers')} value={total.payers} />
        <Statistic title={t('bills')} value={total.bills} />
      </Flex>
    </Card>
  )
}

function ArrearsList({ asked }: { asked: Query }) {
  const t = useTexts(texts)
  const f = useTexts(fees)
  const loadRows = async (after: string | undefined) => {
    const page = await load({ ...asked, ...(after && { after }) })
    return {
      ...page,
      items: page.items.map((item) => ({ ...item, id: `${item.place.id} ${item.payer.id}` })),
    }
  }
  return (
    <List<Arrears & { id: string }>
      queryKey={['arrears', 'list', asked]}
      load={loadRows}
      empty={t('empty')}
      columns={[
        {
          title: f('place'),
          onPhone: 'name',
          render: (_, row) => <Link to={billsOf(row)}>{row.place.name}</Link>,
        },
        { title: f('project'), onPhone: 'plain', dataIndex: 'projectName' },
        {
          title: f('payer'),
          onPhone: 'plain',
          render: (_, { payer }) => <Link to={`/console/people/${payer.id}`}>{payer.name}</Link>,
        },
        { title: t('bills'), align: 'right', dataIndex: 'bills' },
        {
          title: t('owed'),
          onPhone: 'end',
          align: 'right',
          render: (_, { owedFen }) => <Money fen={owedFen} />,
        },
        { title: t('oldestDue'), dataIndex: 'oldestDueOn' },
        { title: t('age'), align: 'right', render: (_, { daysOverdue }) => <Age days={daysOverdue} /> },
        { title: '', render: (_, row) => <ToDesk row={row} /> },
      ]}
    />
  )
}

function Age({ days }: { days: number }) {
  const t = useTexts(texts)
  const color = days > 90 ? 'error' : days > 30 ? 'warning' : 'default'
  return (
    <Tag color={color} style={{ marginInlineEnd: 0 }}>
      {t('days', { days })}
    </Tag>
  )
}

function ToDesk({ row: { place, projectId } }: { row: Arrears }) {
  const t = useTexts(texts)
  const may = useMay()
  if (!may('payments.record')) return null
  const name = place.kind === 'room' ? 'roomId' : 'parkingSpaceId'
  return <Link to={`/console/fees/desk?projectId=${projectId}&${name}=${place.id}`}>{t('collect')}</Link>
}

function billsOf({ place, payer }: Arrears): string {
  const name = place.kind === 'room' ? 'roomId' : 'parkingSpaceId'
  return `/console/fees/bills?owed=overdue&${name}=${place.id}&personId=${payer.id}`
}
