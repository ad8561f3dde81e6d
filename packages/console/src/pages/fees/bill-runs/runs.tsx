import { billRuns as texts } from './texts.ts'
import { fees } from '../bills/texts.ts'
import { Button, Progress, Tag } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { api, call } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useMay } from '../../../app/session.tsx'
import { useFilter } from '../../../parts/address.ts'
import { Money } from '../../../parts/figures.tsx'
import { Filters, ProjectFilter } from '../../../parts/filters.tsx'
import { List } from '../../../parts/list.tsx'
import { Page } from '../../../parts/page.tsx'
import { DraftRun } from './draft-run.tsx'

const load = (query: Parameters<(typeof api)['bill-runs']['$get']>[0]['query']) =>
  call(api['bill-runs'].$get({ query }))
type Run = Awaited<ReturnType<typeof load>>['items'][number]
const colors = {
  draft: 'default',
  computing: 'processing',
  ready: 'warning',
  published: 'success',
  discarded: 'default',
} as const

/** How far a run is, in colour and words. */
export function RunState({ run }: { run: Pick<Run, 'state'> }) {
  const t = useTexts(texts)
  return <Tag color={colors[run.state]}>{t(`run.${run.state}`)}</Tag>
}

/** How much of a run is computed. */
export function RunProgress({ run }: { run: Pick<Run, 'stepsDone' | 'steps'> }) {
  return <Progress percent={Math.floor((run.stepsDone * 100) / run.steps)} size="small" />
}

export function Component() {
  const t = useTexts(texts)
  const f = useTexts(fees)
  const may = useMay()
  const navigate = useNavigate()
  const [{ projectId }] = useFilter(['projectId'])
  const [drafting, setDrafting] = useState(false)
  const draft = may('bills.run') && (
    <Button type="primary" onClick={() => setDrafting(true)}>
      {t('runs.draft')}
    </Button>
  )
  const open = (id: string) => void navigate(`/console/fees/runs/${id}`)
  return (
    <Page title={t('runs.title')} about={t('runs.about')} actions={draft}>
      <Filters names={['projectId']}>
        <ProjectFilter />
      </Filters>
      <List<Run>
        queryKey={['bill-runs', 'list', projectId]}
        load={(after) => load({ ...(projectId && { projectId }), ...(after && { after }) })}
        empty={t('runs.empty')}
        rowHref={({ id }) => open(id)}
        columns={[
          {
            title: f('period'),
            onPhone: 'name',
            render: (_, { id, period }) => <Link to={`/console/fees/runs/${id}`}>{period}</Link>,
          },
          { title: f('project'), onPhone: 'name', dataIndex: 'projectName' },
          { title: t('runs.bills'), align: 'right', dataIndex: 'bills' },
          {
            title: t('runs.total'),
            onPhone: 'end',
            align: 'right',
            render: (_, { totalFen }) => <Money fen={totalFen} />,
          },
          { title: t('runs.skips'), align: 'right', dataIndex: 'skips' },
          { title: f('due'), dataIndex: 'dueOn' },
          {
            title: f('state'),
            onPhone: 'plain',
            render: (_, run) => (
              <>
                <RunState run={run} />
                {run.state === 'computing' && <RunProgress run={run} />}
              </>
            ),
          },
        ]}
      />
      {drafting && <DraftRun projectId={projectId} close={() => setDrafting(false)} onDone={open} />}
    </Page>
  )
}
