import { stoppedWork as texts } from './texts.ts'
import { useQuery } from '@tanstack/react-query'
import { Alert, Flex } from 'antd'
import { useTexts } from '../../../app/language.tsx'
import { When } from '../../../parts/figures.tsx'
import { listStopped, type Stopped } from './api.ts'
import { Decisions } from './decisions.tsx'
import { useWords } from './words.ts'

/** Milliseconds between two looks while the page waits for work that is under way. */
const lookAgain = 10_000
/** A page tells of so many; all of them stand on the page of what stopped. */
const mostShown = '5'

/**
 * Says on the page of a thing that work about it stopped, why, and how to go on. Nothing while all goes well.
 * @param of the thing, or how the kinds begin that a page is about
 * @param underWay something is being done about it, so that it may stop at any moment
 * @param refreshing what the page shows of it, read anew after a decision
 */
export function StoppedNotice({
  of,
  underWay = false,
  refreshing = [],
}: {
  of: { subjectId: string } | { kind: string }
  underWay?: boolean
  refreshing?: readonly (readonly unknown[])[]
}) {
  const { data } = useQuery({
    queryKey: ['stopped-work', 'of', of],
    queryFn: () => listStopped({ ...of, limit: mostShown }),
    refetchInterval: underWay ? lookAgain : false,
  })
  if (data === undefined || data.items.length === 0) return null
  return (
    <Flex vertical gap={8} style={{ marginBottom: 16 }}>
      {data.items.map((stopped) => (
        <Notice key={stopped.id} stopped={stopped} named={'kind' in of} refreshing={refreshing} />
      ))}
    </Flex>
  )
}

function Notice({
  stopped,
  named,
  refreshing,
}: {
  stopped: Stopped
  /** Whether the page shows several things, so that it has to be said which one. */
  named: boolean
  refreshing: readonly (readonly unknown[])[]
}) {
  const t = useTexts(texts)
  const { kind, subject, holds, why } = useWords()(stopped)
  const retrying = stopped.state === 'retrying'
  return (
    <Alert
      role="status"
      type={retrying ? 'warning' : 'error'}
      showIcon
      title={t(retrying ? 'retrying.title' : 'stopped.title', {
        kind: named ? `${kind} · ${subject}` : kind,
      })}
      description={
        <Flex vertical gap={8}>
          <span>
            {why} {holds} {t('since')} <When at={stopped.since} />
          </span>
          <Decisions stopped={stopped} refreshing={refreshing} />
        </Flex>
      }
    />
  )
}
