import { today as texts } from './texts.ts'
import { taskTexts } from '@heju/core/platform/tasks/texts'
import { Button, Flex, Segmented, Tag, Typography, type TableProps } from 'antd'
import { useNavigate } from 'react-router'
import { api, call } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useSession } from '../../../app/session.tsx'
import { useFilter } from '../../../parts/address.ts'
import { When } from '../../../parts/figures.tsx'
import { useCommand } from '../../../parts/form.ts'
import { List } from '../../../parts/list.tsx'
import { Stacked, useNarrow } from '../../../parts/on-phone.tsx'
import { Page } from '../../../parts/page.tsx'
import { useProjectNames } from '../../../parts/projects.ts'
import { useNow } from '../../../parts/now.ts'
import { Beginning } from './beginning.tsx'
import { Counts, NothingGiven } from './counts.tsx'

const spans = ['today', 'overdue', 'all'] as const
type Span = (typeof spans)[number]
const load = (due: Span, after?: string) => call(api.tasks.$get({ query: { due, ...(after && { after }) } }))
type Task = Awaited<ReturnType<typeof load>>['items'][number]

/** What waits for whoever is signed in, the most urgent first. */
export function Component() {
  const t = useTexts(texts)
  const { staff } = useSession()
  const [filter, setFilter] = useFilter(['due'])
  const due = spans.find((span) => span === filter.due) ?? 'today'
  return (
    <Page title={t('title')} about={t('hello', { name: staff.name })}>
      <Beginning />
      <Counts />
      <Typography.Title level={2} style={{ fontSize: 16, margin: '0 0 12px' }}>
        {t('tasks')}
      </Typography.Title>
      <Segmented<Span>
        value={due}
        onChange={(next) => setFilter({ due: next })}
        options={spans.map((value) => ({ value, label: t(`due.${value}`) }))}
        style={{ marginBottom: 16 }}
      />
      <Tasks due={due} />
    </Page>
  )
}

function Tasks({ due }: { due: Span }) {
  const t = useTexts(texts)
  const say = useTexts(taskTexts)
  const navigate = useNavigate()
  const projectName = useProjectNames()
  const now = useNow()
  const narrow = useNarrow()
  const where = ({ projectId }: Task) => (projectId === null ? '' : projectName(projectId))
  const term = ({ dueAt }: Task) => (
    <>
      <When at={dueAt} /> {dueAt < now && <Tag color="error">{t('due.overdue')}</Tag>}
    </>
  )
  const done = ({ id, byHand }: Task) => byHand && <Finish taskId={id} />
  const columns: NonNullable<TableProps<Task>['columns']> = [
    { title: t('what'), render: (_, { kind, params }) => say(kind, params) },
    { title: t('project'), render: (_, task) => where(task) },
    { title: t('due'), render: (_, task) => term(task) },
    { title: '', render: (_, task) => done(task) },
  ]
  // On a phone all of it stands under what there is to do: beside it, it would be out of sight.
  const onOne: (typeof columns)[number] = {
    title: t('what'),
    render: (_, task) => (
      <Stacked>
        {say(task.kind, task.params)}
        <Typography.Text type="secondary">{where(task)}</Typography.Text>
        <Flex justify="space-between" align="center" gap={8} wrap>
          <span>
            {t('due')} {term(task)}
          </span>
          {done(task)}
        </Flex>
      </Stacked>
    ),
  }
  return (
    <List<Task>
      queryKey={['tasks', due]}
      load={(after) => load(due, after)}
      empty={<NothingGiven due={due} />}
      rowHref={(task) => void navigate(addressOf(task))}
      columns={narrow ? [onOne] : columns}
    />
  )
}

/** Takes a task off the list that somebody has seen to. Each has its own change: only the one that was pressed turns. */
function Finish({ taskId }: { taskId: string }) {
  const t = useTexts(texts)
  const finish = useCommand({
    command: api.tasks[':taskId'].finish.$post,
    asks: (id: string) => ({ param: { taskId: id } }),
    refreshes: [['tasks']],
    done: t('finished'),
  })
  return (
    <Button
      size="small"
      loading={finish.isPending}
      // The second click of two may meet the next task, which has moved up by then.
      onClick={({ detail }) => detail < 2 && finish.mutate(taskId)}
    >
      {t('finish')}
    </Button>
  )
}

/** Where a task is worked on. */
function addressOf({ kind, subjectId }: Task): string {
  if (kind === 'reminder_by_hand') return '/console/fees/reminders?reach=by_hand'
  if (kind === 'handed_over') return '/console/desk/complaints?view=mine'
  return kind.startsWith('complaint')
    ? `/console/desk/complaints/${subjectId}`
    : '/console/satisfaction/surveys'
}
