import { billRuns as texts } from './texts.ts'
import { fees } from '../bills/texts.ts'
import { formatDifference, formatYuan } from '@heju/kernel'
import { useQuery } from '@tanstack/react-query'
import { Card, Flex, Statistic, Table } from 'antd'
import { Link, useParams } from 'react-router'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useMay } from '../../../app/session.tsx'
import { ExportButton } from '../../../parts/export-button.tsx'
import { Money, When } from '../../../parts/figures.tsx'
import { Page } from '../../../parts/page.tsx'
import { Sideways } from '../../../parts/sideways.tsx'
import { Failure, Loading } from '../../../parts/states.tsx'
import { StoppedNotice } from '../../platform/stopped-work/stopped-notice.tsx'
import { DoubleCharges } from '../tariffs/double-charges.tsx'
import { readRun, type Run } from './api.ts'
import { NoTariff } from './no-tariff.tsx'
import { Changes, useChangesOf } from './run-changes.tsx'
import { RunDecisions } from './run-decisions.tsx'
import { Skips } from './run-skips.tsx'
import { ToCheck } from './to-check.tsx'
import { RunProgress, RunState } from './runs.tsx'

const underWay = (run: Run | undefined) => run?.state === 'computing' || run?.state === 'draft'

/** One month of one project: looked at, then published or dropped. */
export function Component() {
  const t = useTexts(texts)
  const { runId = '' } = useParams()
  const run = useQuery({
    queryKey: ['bill-runs', runId],
    queryFn: () => readRun(runId),
    refetchInterval: ({ state }) => (underWay(state.data) ? 1_000 : false),
  })
  if (run.data !== undefined) return <Sheet key={run.data.id} run={run.data} />
  return (
    <Page title={t('runs.title')}>
      {run.error ? <Failure error={run.error} retry={() => void run.refetch()} /> : <Loading />}
    </Page>
  )
}

function Sheet({ run }: { run: Run }) {
  const t = useTexts(texts)
  const may = useMay()
  return (
    <Page
      title={`${run.projectName} · ${run.period}`}
      about={
        <Flex gap={12} wrap align="center">
          <RunState run={run} />
          <span>
            {t('runs.dueOn')} {run.dueOn}
          </span>
          <span>
            {t('runs.createdAt')} <When at={run.createdAt} />
          </span>
          {run.publishedAt !== null && (
            <span>
              {t('runs.publishedAt')} <When at={run.publishedAt} />
            </span>
          )}
          <Link to="/console/fees/runs">{t('runs.back')}</Link>
        </Flex>
      }
      actions={<RunDecisions run={run} />}
    >
      <StoppedNotice of={{ subjectId: run.id }} underWay={underWay(run)} refreshing={[['bill-runs']]} />
      {underWay(run) ? (
        <Card>
          <p>{t('runs.progress', { done: run.stepsDone, steps: run.steps })}</p>
          <RunProgress run={run} />
        </Card>
      ) : (
        <Flex vertical gap={16}>
          {run.state === 'ready' && <ToCheck run={run} />}
          {run.state === 'ready' && may('tariffs.read') && (
            <DoubleCharges projectId={run.projectId} period={run.period} />
          )}
          {run.bills === 0 && run.tariffs.length === 0 && <NoTariff run={run} />}
          <Sums run={run} />
          {run.state !== 'discarded' && run.bills > 0 && (
            <>
              <ByTariff run={run} />
              <Changes runId={run.id} />
            </>
          )}
          {run.skips > 0 && <Skips run={run} />}
        </Flex>
      )}
    </Page>
  )
}

function Sums({ run }: { run: Run }) {
  const t = useTexts(texts)
  // A draft without bills has nothing to be compared: what there is of its month was billed before.
  const changes = useChangesOf(run.id, run.bills > 0 && run.state !== 'discarded').data
  const difference = changes === undefined ? undefined : changes.totalFen - changes.previousFen
  return (
    <Card size="small">
      <Flex gap={48} wrap>
        <Statistic title={t('runs.total')} value={formatYuan(run.totalFen)} />
        <Statistic title={t('runs.bills')} value={run.bills} />
        <Statistic title={t('runs.skips')} value={run.skips} />
        {difference !== undefined && (
          <Statistic
            title={t(changes?.totalFen === run.totalFen ? 'runs.change' : 'runs.changeOfMonth')}
            value={
              changes?.previousFen === 0
                ? t('runs.notComparable')
                : difference === 0
                  ? t('runs.sameAsBefore')
                  : formatDifference(difference)
            }
          />
        )}
      </Flex>
    </Card>
  )
}

function ByTariff({ run }: { run: Run }) {
  const t = useTexts(texts)
  const f = useTexts(fees)
  const state = run.state === 'published' ? {} : { state: 'draft' as const }
  const exported = () => api.bills.file.$get({ query: { runId: run.id, ...state } })
  const href = `/console/fees/bills?runId=${run.id}${run.state === 'published' ? '' : '&state=draft'}`
  return (
    <Card
      size="small"
      title={t('runs.byTariff')}
      extra={
        <Flex gap={12} align="center" wrap>
          <Link to={href}>{t('runs.openBills')}</Link>
          <ExportButton load={exported} label={t('runs.exportBills')} />
        </Flex>
      }
    >
      <Sideways label={t('runs.byTariff')}>
        <Table
          size="small"
          rowKey="tariffId"
          pagination={false}
          dataSource={run.tariffs}
          columns={[
            {
              title: f('fee'),
              render: (_, { tariffId, name }) => <Link to={`/console/fees/tariffs/${tariffId}`}>{name}</Link>,
            },
            { title: t('runs.bills'), dataIndex: 'bills', align: 'right' },
            {
              title: t('runs.total'),
              align: 'right',
              render: (_, { totalFen }) => <Money fen={totalFen} />,
            },
          ]}
        />
      </Sideways>
    </Card>
  )
}
