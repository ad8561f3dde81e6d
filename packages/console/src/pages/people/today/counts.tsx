import { today as texts } from './texts.ts'
import { useQuery } from '@tanstack/react-query'
import { Card, Flex, Typography } from 'antd'
import { Link } from 'react-router'
import { api, call } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { Nothing } from '../../../parts/states.tsx'
import { useBegun } from './beginning.tsx'
import { stillWaiting } from './still-waiting.ts'

/** How much of each sort waits; the cards and the list of tasks ask for it together. */
const useCounts = () => useQuery({ queryKey: ['tasks', 'counts'], queryFn: load }).data?.counts
const load = () => call(api.tasks.counts.$get())
type Count = Awaited<ReturnType<typeof load>>['counts'][number]

/** The list that stands behind each count. */
const lists: Record<Count['kind'], string> = {
  complaints_overdue: '/console/desk/complaints?view=overdue',
  complaints_due_today: '/console/desk/complaints?view=due_today',
  complaints_mine: '/console/desk/complaints?view=mine',
  complaints_unassigned: '/console/desk/complaints?view=unassigned',
  complaints_no_echo: '/console/desk/complaints?view=no_echo',
  revisits: '/console/desk/revisits',
  complaints_to_summarise: '/console/desk/complaints?view=to_summarise',
  exceptions: '/console/fees/exceptions',
  drafts: '/console/fees/runs',
  bills_overdue: '/console/fees/arrears',
  messages_dead: '/console/desk/messages?state=dead',
  stopped: '/console/stopped',
}
/** What is late already, in the colour of lateness. */
const late: readonly Count['kind'][] = ['complaints_overdue', 'bills_overdue', 'messages_dead', 'stopped']

/** How much of each sort waits for whoever is signed in, each with the way to its list. */
export function Counts() {
  const t = useTexts(texts)
  const counts = useCounts()
  const begun = useBegun()
  // Before anything can wait, a row of noughts tells nothing: the page says how to begin instead.
  const waits = counts?.some(({ count }) => count > 0) === true
  if (counts === undefined || counts.length === 0 || (!begun && !waits)) return null
  return (
    <nav aria-label={t('counts')} style={{ marginBottom: 24 }}>
      <Flex gap={12} wrap>
        {counts.map(({ kind, count }) => (
          <Link key={kind} to={lists[kind]}>
            <Card size="small" hoverable style={{ width: 150 }}>
              <Typography.Text
                strong
                type={count === 0 ? 'secondary' : late.includes(kind) ? 'danger' : undefined}
                style={{ fontSize: 24, fontVariantNumeric: 'tabular-nums' }}
              >
                {count}
              </Typography.Text>
              <br />
              <Typography.Text type="secondary">{t(`count.${kind}`)}</Typography.Text>
            </Card>
          </Link>
        ))}
      </Flex>
    </nav>
  )
}

/** That a tab has no task, which does not mean that nothing waits: then it says what there is, with the way to it. */
export function NothingGiven({ due }: { due: 'today' | 'overdue' | 'all' }) {
  const t = useTexts(texts)
  const waiting = stillWaiting(useCounts() ?? [])
  return (
    <Nothing words={t(`empty.${due}`)}>
      {waiting.length > 0 && (
        <Flex gap={12} wrap justify="center">
          <span>{t('empty.but')}</span>
          {waiting.map(({ kind, count }) => (
            <Link key={kind} to={lists[kind]}>
              {t('empty.one', { what: t(`count.${kind}`), count })}
            </Link>
          ))}
        </Flex>
      )}
    </Nothing>
  )
}
