import { fees as texts } from '@heju/i18n/console/fees'
import { formatYuan } from '@heju/kernel'
import { useQuery } from '@tanstack/react-query'
import { Button, Card, Col, Form, Input, List, Result, Row, Segmented, Select, Table } from 'antd'
import { useState } from 'react'
import { api, call } from '../../app/api.ts'
import { useTexts } from '../../app/language.tsx'
import { useFilter } from '../../parts/address.ts'
import { Money } from '../../parts/figures.tsx'
import { useChange } from '../../parts/form.ts'
import { useNewId } from '../../parts/ids.ts'
import { Page } from '../../parts/page.tsx'
import { useProjects } from '../../parts/projects.ts'
import { Failure, Loading, Nothing } from '../../parts/states.tsx'

/** Where money is taken: find the room, choose the bills, take it, print the receipt. */
export function Component() {
  const t = useTexts(texts)
  const [filter, setFilter] = useFilter(['projectId', 'search', 'roomId'])
  const projects = useProjects()
  const projectId = filter.projectId ?? projects[0]?.id
  return (
    <Page title={t('desk.title')} about={t('desk.about')}>
      <Row gutter={[16, 16]}>
        <Col xs={24} lg={9}>
          <Card size="small">
            <Select
              aria-label={t('project')}
              value={projectId ?? null}
              onChange={(next) => setFilter({ projectId: next ?? undefined, roomId: undefined })}
              options={projects.map(({ id, name }) => ({ value: id, label: name }))}
              style={{ width: '100%', marginBottom: 8 }}
            />
            <Input.Search
              aria-label={t('desk.search')}
              placeholder={t('desk.search')}
              defaultValue={filter.search}
              onSearch={(search) => setFilter({ search, roomId: undefined })}
              autoFocus
            />
            {projectId !== undefined && filter.search !== undefined && (
              <Rooms
                projectId={projectId}
                search={filter.search}
                choose={(roomId) => setFilter({ roomId })}
              />
            )}
          </Card>
        </Col>
        <Col xs={24} lg={15}>
          {filter.roomId === undefined ? (
            <Nothing words={t('desk.begin')} />
          ) : (
            <Owed key={filter.roomId} roomId={filter.roomId} />
          )}
        </Col>
      </Row>
    </Page>
  )
}

function Rooms({
  projectId,
  search,
  choose,
}: {
  projectId: string
  search: string
  choose: (roomId: string) => void
}) {
  const rooms = useQuery({
    queryKey: ['rooms', 'desk', projectId, search],
    queryFn: () => call(api.registry.rooms.$get({ query: { projectId, search, limit: '20' } })),
  })
  if (rooms.error) return <Failure error={rooms.error} />
  return (
    <List
      size="small"
      loading={rooms.isPending}
      dataSource={rooms.data?.items ?? []}
      renderItem={({ id, name, owners }) => (
        <List.Item>
          <Button type="link" onClick={() => choose(id)}>
            {name} · {owners.map((owner) => owner.name).join('、')}
          </Button>
        </List.Item>
      )}
    />
  )
}

function Owed({ roomId }: { roomId: string }) {
  const t = useTexts(texts)
  const owed = useQuery({
    queryKey: ['bills', 'owed', roomId],
    queryFn: () => call(api.bills.owed.$get({ query: { roomId } })),
  })
  const [chosen, setChosen] = useState<string[]>()
  const [receiptId, setReceiptId] = useState<string>()
  if (owed.isPending) return <Loading />
  if (owed.error) return <Failure error={owed.error} />
  if (receiptId !== undefined) return <Taken receiptId={receiptId} />
  const { bills } = owed.data
  if (bills.length === 0) return <Nothing words={t('desk.none')} />
  const ids = chosen ?? bills.map(({ id }) => id)
  const lines = bills
    .filter(({ id }) => ids.includes(id))
    .map(({ id, amountFen, paidFen }) => ({ billId: id, amountFen: amountFen - paidFen }))
  return (
    <Card size="small" title={bills[0]?.place}>
      <Table
        size="small"
        rowKey="id"
        pagination={false}
        dataSource={bills}
        rowSelection={{ selectedRowKeys: ids, onChange: (keys) => setChosen(keys.map(String)) }}
        columns={[
          { title: t('period'), dataIndex: 'period' },
          { title: t('fee'), dataIndex: 'fee' },
          { title: t('due'), dataIndex: 'dueOn' },
          {
            title: t('amount'),
            align: 'right',
            render: (_, { amountFen, paidFen }) => <Money fen={amountFen - paidFen} />,
          },
        ]}
      />
      <Take lines={lines} onTaken={setReceiptId} />
    </Card>
  )
}

const methods = ['cash', 'transfer', 'pos'] as const
interface Fields {
  method: (typeof methods)[number]
  referenceNo?: string
  paidOn: string
}

function Take({
  lines,
  onTaken,
}: {
  lines: { billId: string; amountFen: number }[]
  onTaken: (receiptId: string) => void
}) {
  const t = useTexts(texts)
  const [form] = Form.useForm<Fields>()
  const method = Form.useWatch('method', form)
  const [paymentId] = useNewId('pay')
  const [today] = useState(() => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10))
  const take = useChange({
    send: (fields: Fields, requestId) =>
      call(
        api.payments.index.$post({
          header: { 'idempotency-key': requestId },
          json: { ...fields, paymentId, lines },
        }),
      ),
    refreshes: [['payments']],
    form,
    done: t('desk.taken'),
    onDone: (answer) => onTaken(answer.receiptId),
  })
  const total = lines.reduce((sum, { amountFen }) => sum + amountFen, 0)
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      style={{ marginTop: 16 }}
      initialValues={{ method: 'cash', paidOn: today }}
      onFinish={(fields) => take.mutate(fields)}
    >
      <Form.Item name="method" label={t('desk.method')}>
        <Segmented options={methods.map((value) => ({ value, label: t(`method.${value}`) }))} />
      </Form.Item>
      {method !== undefined && method !== 'cash' && (
        <Form.Item name="referenceNo" label={t('desk.reference')} rules={[{ required: true }]}>
          <Input maxLength={60} />
        </Form.Item>
      )}
      <Form.Item name="paidOn" label={t('desk.paidOn')}>
        <Input type="date" max={today} />
      </Form.Item>
      <Button
        type="primary"
        size="large"
        block
        htmlType="submit"
        disabled={lines.length === 0}
        loading={take.isPending}
      >
        {t('desk.take', { amount: formatYuan(total) })}
      </Button>
    </Form>
  )
}

function Taken({ receiptId }: { receiptId: string }) {
  const t = useTexts(texts)
  return (
    <Result
      status="success"
      title={t('desk.taken')}
      extra={
        <Button type="primary" href={`/receipts/${receiptId}`} target="_blank">
          {t('desk.receipt')}
        </Button>
      }
    />
  )
}
