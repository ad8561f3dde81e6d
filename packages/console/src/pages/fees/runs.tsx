import { fees as texts } from '@heju/i18n/console/fees'
import { formatYuan } from '@heju/kernel'
import { useQuery } from '@tanstack/react-query'
import { App, Button, Descriptions, Drawer, Flex, Form, Input, Select, Table, Tag } from 'antd'
import { useState } from 'react'
import { api, call } from '../../app/api.ts'
import { useTexts } from '../../app/language.tsx'
import { useMay } from '../../app/session.tsx'
import { Money } from '../../parts/figures.tsx'
import { useChange } from '../../parts/form.ts'
import { useNewId } from '../../parts/ids.ts'
import { List } from '../../parts/list.tsx'
import { Page } from '../../parts/page.tsx'
import { useProjects } from '../../parts/projects.ts'
import { Failure, Loading } from '../../parts/states.tsx'

const load = (after?: string) => call(api.billRuns.index.$get({ query: after ? { after } : {} }))
type Run = Awaited<ReturnType<typeof load>>['items'][number]
const colors = {
  draft: 'default',
  computing: 'processing',
  ready: 'warning',
  published: 'success',
  discarded: 'default',
} as const

export function Component() {
  const t = useTexts(texts)
  const may = useMay()
  const [drafting, setDrafting] = useState(false)
  const [open, setOpen] = useState<string>()
  return (
    <Page
      title={t('runs.title')}
      about={t('runs.about')}
      actions={
        may('bills.run') && (
          <Button type="primary" onClick={() => setDrafting(true)}>
            {t('runs.draft')}
          </Button>
        )
      }
    >
      <List<Run>
        queryKey={['bill-runs']}
        load={load}
        empty={t('runs.empty')}
        rowHref={({ id }) => setOpen(id)}
        columns={[
          { title: t('period'), dataIndex: 'period' },
          { title: t('project'), dataIndex: 'projectName' },
          { title: t('runs.bills'), align: 'right', dataIndex: 'bills' },
          { title: t('runs.total'), align: 'right', render: (_, { totalFen }) => <Money fen={totalFen} /> },
          { title: t('runs.skips'), align: 'right', dataIndex: 'skips' },
          { title: t('due'), dataIndex: 'dueOn' },
          {
            title: t('state'),
            render: (_, { state }) => <Tag color={colors[state]}>{t(`run.${state}`)}</Tag>,
          },
        ]}
      />
      {drafting && <DraftForm close={() => setDrafting(false)} onDone={setOpen} />}
      {open !== undefined && <RunSheet runId={open} close={() => setOpen(undefined)} />}
    </Page>
  )
}

interface Fields {
  projectId: string
  period: string
  dueOn?: string
}

function DraftForm({ close, onDone }: { close: () => void; onDone: (runId: string) => void }) {
  const t = useTexts(texts)
  const [form] = Form.useForm<Fields>()
  const projects = useProjects()
  const [runId] = useNewId('brun')
  const [month] = useState(() => new Date().toISOString().slice(0, 7))
  const draft = useChange({
    send: ({ projectId, period, dueOn }: Fields, requestId) =>
      call(
        api.billRuns.index.$post({
          header: { 'idempotency-key': requestId },
          json: { runId, projectId, period, ...(dueOn && { dueOn }) },
        }),
      ),
    refreshes: [['bill-runs']],
    form,
    done: t('runs.drafted'),
    onDone: () => {
      close()
      onDone(runId)
    },
  })
  return (
    <Drawer
      title={t('runs.draft')}
      open
      onClose={close}
      size={400}
      extra={
        <Button type="primary" loading={draft.isPending} onClick={form.submit}>
          {t('runs.draft')}
        </Button>
      }
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={{ period: month, projectId: projects[0]?.id }}
        onFinish={(fields) => draft.mutate(fields)}
      >
        <Form.Item name="projectId" label={t('project')} rules={[{ required: true }]}>
          <Select options={projects.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
        <Form.Item name="period" label={t('period')} rules={[{ required: true }]}>
          <Input type="month" />
        </Form.Item>
        <Form.Item name="dueOn" label={t('runs.dueOn')} extra={t('runs.dueOn.hint')}>
          <Input type="date" />
        </Form.Item>
      </Form>
    </Drawer>
  )
}

function RunSheet({ runId, close }: { runId: string; close: () => void }) {
  const t = useTexts(texts)
  const run = useQuery({
    queryKey: ['bill-runs', runId],
    queryFn: () => call(api.billRuns[':runId'].$get({ param: { runId } })),
    refetchInterval: ({ state }) =>
      state.data?.state === 'computing' || state.data?.state === 'draft' ? 1_000 : false,
  })
  return (
    <Drawer
      title={run.data === undefined ? t('runs.title') : `${run.data.projectName} · ${run.data.period}`}
      open
      onClose={close}
      size={640}
    >
      {run.isPending && <Loading />}
      {run.error !== null && <Failure error={run.error} />}
      {run.data !== undefined && (
        <Flex vertical gap={16}>
          <Descriptions
            column={2}
            size="small"
            items={[
              {
                key: 'state',
                label: t('state'),
                children: <Tag color={colors[run.data.state]}>{t(`run.${run.data.state}`)}</Tag>,
              },
              { key: 'due', label: t('due'), children: run.data.dueOn },
              { key: 'bills', label: t('runs.bills'), children: run.data.bills },
              { key: 'total', label: t('runs.total'), children: <Money fen={run.data.totalFen} /> },
            ]}
          />
          <Table
            size="small"
            rowKey="tariffId"
            pagination={false}
            dataSource={run.data.tariffs}
            columns={[
              { title: t('fee'), dataIndex: 'name' },
              { title: t('runs.bills'), dataIndex: 'bills', align: 'right' },
              {
                title: t('runs.total'),
                align: 'right',
                render: (_, { totalFen }) => <Money fen={totalFen} />,
              },
            ]}
          />
          {run.data.skips > 0 && <Skips runId={runId} />}
          <Decisions run={run.data} />
        </Flex>
      )}
    </Drawer>
  )
}

function Skips({ runId }: { runId: string }) {
  const t = useTexts(texts)
  const loadSkips = async (after?: string) => {
    const page = await call(
      api.billRuns[':runId'].skips.$get({ param: { runId }, query: after ? { after } : {} }),
    )
    return {
      ...page,
      items: page.items.map((item) => ({
        ...item,
        id: `${item.place.id} ${item.tariff?.id} ${item.reason}`,
      })),
    }
  }
  return (
    <section>
      <h2 style={{ fontSize: 16 }}>{t('runs.skipped')}</h2>
      <List
        size="small"
        queryKey={['bill-runs', runId, 'skips']}
        load={loadSkips}
        empty=""
        columns={[
          { title: t('place'), render: (_, { place }) => place.name },
          { title: t('fee'), render: (_, { tariff }) => tariff?.name ?? '' },
          { title: t('kind'), render: (_, { reason }) => t(`skip.${reason}`) },
        ]}
      />
    </section>
  )
}

function Decisions({ run }: { run: Pick<Run, 'id' | 'state' | 'bills' | 'totalFen'> }) {
  const t = useTexts(texts)
  const may = useMay()
  const { modal } = App.useApp()
  const of = (requestId: string) => ({ param: { runId: run.id }, header: { 'idempotency-key': requestId } })
  const refreshes = [['bill-runs'], ['bills']]
  const publish = useChange({
    send: (_: string, requestId) => call(api.billRuns[':runId'].publish.$post(of(requestId))),
    refreshes,
    done: t('runs.published'),
  })
  const discard = useChange({
    send: (_: string, requestId) => call(api.billRuns[':runId'].discard.$post(of(requestId))),
    refreshes,
  })
  if (run.state === 'published' || run.state === 'discarded') return null
  const ask = () =>
    modal.confirm({
      title: t('runs.publish'),
      content: t('runs.publish.confirm', { bills: run.bills, total: formatYuan(run.totalFen) }),
      okText: t('runs.publish'),
      onOk: () => publish.mutateAsync(run.id),
    })
  return (
    <Flex gap={8}>
      {may('bills.publish') && (
        <Button
          type="primary"
          disabled={run.state !== 'ready'}
          loading={publish.isPending}
          onClick={() => void ask()}
        >
          {t('runs.publish')}
        </Button>
      )}
      {may('bills.run') && (
        <Button loading={discard.isPending} onClick={() => discard.mutate(run.id)}>
          {t('runs.discard')}
        </Button>
      )}
    </Flex>
  )
}
