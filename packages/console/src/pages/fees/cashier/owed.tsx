import type { TargetKind } from '@heju/core/fees/items/shape'
import { desk as texts } from './texts.ts'
import { fees } from '../bills/texts.ts'
import { civilDateOf, type CivilDate } from '@heju/kernel'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Card, InputNumber, Table, Tag, Typography, type TableProps } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { api, call } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useSession } from '../../../app/session.tsx'
import { useChosen } from '../../../parts/entered.ts'
import { Money } from '../../../parts/figures.tsx'
import { useNow } from '../../../parts/now.ts'
import { useNarrow } from '../../../parts/on-phone.tsx'
import { Sideways } from '../../../parts/sideways.tsx'
import { Failure, Loading, Nothing } from '../../../parts/states.tsx'
import type { Bill } from '../bills/api.ts'
import { isDue } from './is-due.ts'
import { TakeMoney, type Taken } from './take-money.tsx'
import { TakenMoney } from './taken-money.tsx'

interface Place {
  kind: TargetKind
  id: string
}
const owedOf = ({ kind, id }: Place) =>
  kind === 'room'
    ? call(api.bills.owed.$get({ query: { roomId: id } }))
    : call(api.bills.owed['parking-spaces'][':parkingSpaceId'].$get({ param: { parkingSpaceId: id } }))
const leftOf = ({ amountFen, paidFen }: Bill) => amountFen - paidFen

/** What a household owes, and the taking of it. */
export function Owed({ place, next }: { place: Place; next: () => void }) {
  const t = useTexts(texts)
  const queries = useQueryClient()
  const owed = useQuery({ queryKey: ['bills', 'owed', place], queryFn: () => owedOf(place) })
  const [taken, setTaken] = useState<Taken>()
  if (owed.isPending) return <Loading />
  if (owed.isLoadingError) return <Failure error={owed.error} retry={() => void owed.refetch()} />
  if (taken !== undefined) {
    const again = () =>
      void queries.invalidateQueries({ queryKey: ['bills'] }).then(() => setTaken(undefined))
    return <TakenMoney taken={taken} again={again} next={next} />
  }
  const { bills } = owed.data
  if (bills.length > 0) return <Choose bills={bills} onTaken={setTaken} />
  const filter = place.kind === 'room' ? 'roomId' : 'parkingSpaceId'
  return (
    <Nothing words={t('desk.none')}>
      <Link to={`/console/fees/bills?${filter}=${place.id}`}>{t('desk.history')}</Link>
    </Nothing>
  )
}

/** What is due is chosen at first: most households pay all of that. What is due later is paid early only by who wants to. */
function Choose({ bills, onTaken }: { bills: Bill[]; onTaken: (taken: Taken) => void }) {
  const t = useTexts(texts)
  const { company } = useSession()
  const today = civilDateOf(useNow(), company.zone)
  const [due] = useState(() => bills.filter((bill) => isDue(bill, today)).map(({ id }) => id))
  const [chosen, setChosen] = useState(due)
  const [parts, setParts] = useState<Record<string, number>>({})
  const isPart = (bill: Bill) => (parts[bill.id] ?? leftOf(bill)) !== leftOf(bill)
  const isChosenAnew = (bill: Bill) => chosen.includes(bill.id) !== due.includes(bill.id)
  useChosen(bills.some((bill) => isPart(bill) || isChosenAnew(bill)))
  const [first] = bills
  const lines = bills
    .filter(({ id }) => chosen.includes(id))
    .map((bill) => ({ billId: bill.id, amountFen: parts[bill.id] ?? leftOf(bill) }))
  const title = [...new Set(bills.map(({ place }) => place))].join('、')
  return (
    <Card size="small" title={`${title} · ${first?.payerName ?? ''}`}>
      <Sideways label={t('desk.owed')}>
        <OwedTable
          bills={bills}
          today={today}
          chosen={chosen}
          choose={setChosen}
          parts={parts}
          setPart={(billId, fen) => setParts((current) => ({ ...current, [billId]: fen }))}
        />
      </Sideways>
      {bills.some((bill) => !isDue(bill, today)) && (
        <Typography.Paragraph type="secondary" style={{ margin: '8px 0 0' }}>
          {t('desk.notDue')}
        </Typography.Paragraph>
      )}
      <TakeMoney lines={lines} onTaken={onTaken} />
    </Card>
  )
}

function OwedTable({
  bills,
  today,
  chosen,
  choose,
  parts,
  setPart,
}: {
  bills: Bill[]
  today: CivilDate
  chosen: string[]
  choose: (ids: string[]) => void
  parts: Record<string, number>
  setPart: (billId: string, fen: number) => void
}) {
  const t = useTexts(texts)
  const f = useTexts(fees)
  const narrow = useNarrow()
  const noneDue = !bills.some((bill) => isDue(bill, today))
  const due = ({ dueOn }: Bill) => (
    <>
      {dueOn} {dueOn < today && <Tag color="error">{f('state.overdue')}</Tag>}
    </>
  )
  const part = (bill: Bill) => (
    <InputNumber
      aria-label={t('desk.now.of', { place: bill.place, period: bill.period })}
      size="small"
      min={0.01}
      max={leftOf(bill) / 100}
      precision={2}
      controls={false}
      disabled={!chosen.includes(bill.id)}
      value={(parts[bill.id] ?? leftOf(bill)) / 100}
      onChange={(yuan) => setPart(bill.id, yuan === null ? leftOf(bill) : Math.round(yuan * 100))}
      style={{ width: 100 }}
    />
  )
  const columns: TableProps<Bill>['columns'] = [
    { title: f('period'), dataIndex: 'period' },
    { title: f('place'), dataIndex: 'place' },
    { title: f('fee'), dataIndex: 'fee' },
    { title: f('due'), render: (_, bill) => due(bill) },
    { title: t('desk.owed'), align: 'right', render: (_, bill) => <Money fen={leftOf(bill)} /> },
    { title: t('desk.now'), align: 'right', render: (_, bill) => part(bill) },
  ]
  // On a phone the money stands beside what it is for: in columns of their own it would be out of sight.
  const onPhone: TableProps<Bill>['columns'] = [
    {
      title: f('fee'),
      render: (_, bill) => (
        <div style={{ width: 'calc(100vw - 264px)', whiteSpace: 'normal' }}>
          {bill.fee} {bill.period}
          <Typography.Text type="secondary" style={{ display: 'block' }}>
            {bill.place}
          </Typography.Text>
          <Typography.Text type="secondary">
            {f('due')} {due(bill)}
          </Typography.Text>
        </div>
      ),
    },
    {
      title: t('desk.now'),
      align: 'right',
      render: (_, bill) => (
        <>
          {t('desk.owed')} <Money fen={leftOf(bill)} />
          <div>{part(bill)}</div>
        </>
      ),
    },
  ]
  return (
    <Table<Bill>
      size="small"
      rowKey="id"
      pagination={false}
      dataSource={bills}
      rowSelection={{
        selectedRowKeys: chosen,
        onChange: (keys) => choose(keys.map(String)),
        getCheckboxProps: ({ id, place, period, fee }) => ({
          'aria-label': `${place} ${period} ${fee}`,
          autoFocus: noneDue && id === bills[0]?.id,
        }),
        getTitleCheckboxProps: () => ({ 'aria-label': t('desk.owed') }),
      }}
      columns={narrow ? onPhone : columns}
    />
  )
}
