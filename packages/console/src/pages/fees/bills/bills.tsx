import { billStates } from '@heju/core/fees/billing/shape'
import { feeItemIdSchema } from '@heju/core/fees/items/shape'
import { fees as texts } from './texts.ts'
import { civilDateOf } from '@heju/kernel'
import { Button, Segmented, Tag, Typography } from 'antd'
import { useState } from 'react'
import * as v from 'valibot'
import { Link } from 'react-router'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useMay, useSession } from '../../../app/session.tsx'
import { useFilter } from '../../../parts/address.ts'
import { ExportButton } from '../../../parts/export-button.tsx'
import { Money } from '../../../parts/figures.tsx'
import { ChoiceFilter, DateFilter, Filters, GivenFilter, ProjectFilter } from '../../../parts/filters.tsx'
import { useFeeItems, useItemName } from '../../../parts/fee-items.ts'
import { List } from '../../../parts/list.tsx'
import { useNow } from '../../../parts/now.ts'
import { Page } from '../../../parts/page.tsx'
import { useProjects } from '../../../parts/projects.ts'
import { listBills, type Bill, type BillQuery } from './api.ts'
import { BillOne } from './bill-one.tsx'
import { How } from './how.tsx'
import { VoidBill } from './void-bill.tsx'

const owedStates = ['owed', 'overdue'] as const
const owedFilters = ['any', ...owedStates] as const
const given = ['runId', 'roomId', 'parkingSpaceId', 'personId'] as const
const names = ['owed', 'period', 'projectId', 'feeItem', 'state', ...given] as const

export function Component() {
  const t = useTexts(texts)
  const may = useMay()
  const [{ owed: wishedOwed, feeItem: wishedItem, state: wishedState, ...same }] = useFilter(names)
  const [billing, setBilling] = useState(false)
  const owed = owedStates.find((each) => each === wishedOwed)
  const feeItem = v.is(feeItemIdSchema, wishedItem) ? wishedItem : undefined
  const state = billStates.find((each) => each === wishedState)
  const asked: BillQuery = {
    ...same,
    ...(owed && { owed }),
    ...(feeItem && { feeItem }),
    ...(state && { state }),
  }
  return (
    <Page
      title={t('bills.title')}
      about={t('bills.about')}
      actions={
        <>
          <ExportButton load={() => api.bills.file.$get({ query: asked })} />
          {may('bills.run') && may('bills.publish') && (
            <Button onClick={() => setBilling(true)}>{t('billOne')}</Button>
          )}
        </>
      }
    >
      <BillFilters />
      <Bills asked={asked} />
      {billing && (
        <BillOne
          projectId={same.projectId}
          placeId={same.roomId ?? same.parkingSpaceId}
          close={() => setBilling(false)}
        />
      )}
    </Page>
  )
}

function BillFilters() {
  const t = useTexts(texts)
  const items = useFeeItems()
  const itemName = useItemName()
  const [filter, setFilter] = useFilter(['owed'])
  return (
    <Filters names={names}>
      <Segmented
        value={owedFilters.find((each) => each === filter.owed) ?? 'any'}
        onChange={(next) => setFilter({ owed: next === 'any' ? undefined : next })}
        options={owedFilters.map((value) => ({ value, label: t(`owed.${value}`) }))}
      />
      <DateFilter name="period" label={t('period')} type="month" />
      <ProjectFilter />
      <ChoiceFilter
        name="feeItem"
        label={t('fee')}
        options={items.map((item) => ({ value: item.id, label: itemName(item) }))}
      />
      <ChoiceFilter
        name="state"
        label={t('state.any')}
        options={billStates.map((value) => ({ value, label: t(`state.${value}`) }))}
      />
      <GivenFilter name="runId" label={t('bills.ofRun')} />
      <GivenFilter name="roomId" label={t('bills.ofRoom')} />
      <GivenFilter name="parkingSpaceId" label={t('bills.ofSpace')} />
      <GivenFilter name="personId" label={t('bills.ofPerson')} />
    </Filters>
  )
}

function Bills({ asked }: { asked: BillQuery }) {
  const t = useTexts(texts)
  const may = useMay()
  const { company } = useSession()
  const projects = useProjects()
  const today = civilDateOf(useNow(), company.zone)
  const [voiding, setVoiding] = useState<Bill>()
  return (
    <>
      <List<Bill>
        size="small"
        queryKey={['bills', asked]}
        load={(after) => listBills({ ...asked, ...(after && { after }) })}
        empty={t('bills.empty')}
        columns={[
          { title: t('period'), onPhone: 'name', dataIndex: 'period' },
          // With one project alone the column would say the same in every line.
          ...(projects.length > 1
            ? [{ title: t('project'), dataIndex: 'projectName', onPhone: 'plain' as const }]
            : []),
          {
            title: t('place'),
            onPhone: 'plain',
            render: (_, bill) => <Link to={chargesOf(bill)}>{bill.place}</Link>,
          },
          {
            title: t('payer'),
            onPhone: 'plain',
            render: (_, { payerPersonId, payerName }) => (
              <Link to={`/console/people/${payerPersonId}`}>{payerName}</Link>
            ),
          },
          { title: t('fee'), onPhone: 'name', dataIndex: 'fee' },
          {
            title: t('amount'),
            onPhone: 'end',
            align: 'right',
            render: (_, { amountFen }) => <Money fen={amountFen} />,
          },
          { title: t('how'), onPhone: 'plain', render: (_, bill) => <How bill={bill} /> },
          { title: t('paid'), align: 'right', render: (_, bill) => <Paid bill={bill} /> },
          {
            title: t('state'),
            onPhone: 'plain',
            // The due day stands under the state that it decides, so that all columns fit a small screen.
            render: (_, bill) => (
              <>
                <State bill={bill} today={today} />
                <br />
                <Typography.Text type="secondary">{t('due.on', { day: bill.dueOn })}</Typography.Text>
              </>
            ),
          },
          {
            title: '',
            render: (_, bill) =>
              may('bills.correct') &&
              bill.state === 'published' &&
              bill.paidFen === 0 && (
                <Button size="small" onClick={() => setVoiding(bill)}>
                  {t('void')}
                </Button>
              ),
          },
        ]}
      />
      {voiding !== undefined && <VoidBill bill={voiding} close={() => setVoiding(undefined)} />}
    </>
  )
}

function chargesOf({ roomId, parkingSpaceId, projectId }: Bill): string {
  const place = roomId === null ? `parking/${parkingSpaceId}` : `room/${roomId}`
  return `/console/fees/charges/${place}?projectId=${projectId}`
}

/** What was paid leads to the payments by which it was. */
function Paid({ bill }: { bill: Bill }) {
  const t = useTexts(texts)
  if (bill.paidFen === 0) return <Money fen={0} />
  return (
    <Link to={`/console/fees/payments?billId=${bill.id}`} title={t('bills.payments')}>
      <Money fen={bill.paidFen} />
    </Link>
  )
}

function State({ bill, today }: { bill: Bill; today: string }) {
  const t = useTexts(texts)
  if (bill.state !== 'published') return <Tag>{t(`state.${bill.state}`)}</Tag>
  if (bill.paidFen === bill.amountFen) return <Tag color="success">{t('state.settled')}</Tag>
  return bill.dueOn < today ? (
    <Tag color="error">{t('state.overdue')}</Tag>
  ) : (
    <Tag color="warning">{t('state.owed')}</Tag>
  )
}
