import { fees as texts } from '@heju/i18n/console/fees'
import { Button, Form, Input, Modal, Segmented, Select, Tag } from 'antd'
import { useState } from 'react'
import { api, call } from '../../app/api.ts'
import { useTexts } from '../../app/language.tsx'
import { useMay } from '../../app/session.tsx'
import { useFilter } from '../../parts/address.ts'
import { Money } from '../../parts/figures.tsx'
import { useChange } from '../../parts/form.ts'
import { List } from '../../parts/list.tsx'
import { Page } from '../../parts/page.tsx'
import { useProjects } from '../../parts/projects.ts'
import { How } from './how.tsx'

const owedFilters = ['any', 'owed', 'overdue'] as const
const load = (query: Parameters<typeof api.bills.index.$get>[0]['query']) =>
  call(api.bills.index.$get({ query }))
type Bill = Awaited<ReturnType<typeof load>>['items'][number]

export function Component() {
  const t = useTexts(texts)
  const projects = useProjects()
  const [filter, setFilter] = useFilter(['projectId', 'period', 'owed', 'roomId'])
  const owed = owedFilters.find((each) => each === filter.owed) ?? 'any'
  const { projectId, period, roomId } = filter
  const asked = {
    ...(projectId && { projectId }),
    ...(period && { period }),
    ...(roomId && { roomId }),
    ...(owed !== 'any' && { owed }),
  }
  return (
    <Page
      title={t('bills.title')}
      about={t('bills.about')}
      actions={
        <>
          <Segmented
            value={owed}
            onChange={(next) => setFilter({ owed: next === 'any' ? undefined : next })}
            options={owedFilters.map((value) => ({ value, label: t(`owed.${value}`) }))}
          />
          <Input
            type="month"
            aria-label={t('period')}
            value={period ?? ''}
            onChange={(event) => setFilter({ period: event.target.value })}
            style={{ width: 150 }}
          />
          <Select
            aria-label={t('project')}
            allowClear
            placeholder={t('project')}
            value={projectId ?? null}
            onChange={(next) => setFilter({ projectId: next ?? undefined })}
            options={projects.map(({ id, name }) => ({ value: id, label: name }))}
            style={{ minWidth: 160 }}
          />
        </>
      }
    >
      <Bills asked={asked} />
    </Page>
  )
}

function Bills({ asked }: { asked: Parameters<typeof load>[0] }) {
  const t = useTexts(texts)
  const may = useMay()
  const [voiding, setVoiding] = useState<Bill>()
  const [today] = useState(() => new Date().toISOString().slice(0, 10))
  return (
    <>
      <List<Bill>
        queryKey={['bills', asked]}
        load={(after) => load({ ...asked, ...(after && { after }) })}
        empty={t('bills.empty')}
        columns={[
          { title: t('period'), dataIndex: 'period' },
          { title: t('place'), dataIndex: 'place' },
          { title: t('payer'), dataIndex: 'payerName' },
          { title: t('fee'), dataIndex: 'fee' },
          { title: t('how'), render: (_, bill) => <How {...bill} /> },
          { title: t('amount'), align: 'right', render: (_, { amountFen }) => <Money fen={amountFen} /> },
          { title: t('paid'), align: 'right', render: (_, { paidFen }) => <Money fen={paidFen} /> },
          { title: t('due'), dataIndex: 'dueOn' },
          { title: t('state'), render: (_, bill) => <State bill={bill} today={today} /> },
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
      {voiding !== undefined && <VoidDialog bill={voiding} close={() => setVoiding(undefined)} />}
    </>
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

function VoidDialog({ bill, close }: { bill: Bill; close: () => void }) {
  const t = useTexts(texts)
  const [form] = Form.useForm<{ reason: string }>()
  const change = useChange({
    send: (json: { reason: string }, requestId) =>
      call(
        api.bills[':billId'].void.$post({
          param: { billId: bill.id },
          header: { 'idempotency-key': requestId },
          json,
        }),
      ),
    refreshes: [['bills']],
    form,
    onDone: close,
  })
  return (
    <Modal
      title={`${t('void')} · ${bill.place} ${bill.period}`}
      open
      onCancel={close}
      onOk={form.submit}
      confirmLoading={change.isPending}
    >
      <p>{t('void.about')}</p>
      <Form form={form} layout="vertical" onFinish={(fields) => change.mutate(fields)}>
        <Form.Item name="reason" label={t('void.reason')} rules={[{ required: true, min: 2 }]}>
          <Input maxLength={200} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
