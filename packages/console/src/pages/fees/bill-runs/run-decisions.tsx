import { billRuns as texts } from './texts.ts'
import { Button, Tooltip } from 'antd'
import { useState } from 'react'
import { ApiError, api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useMay } from '../../../app/session.tsx'
import { useAskFirst } from '../../../parts/ask-first.ts'
import { useCommand } from '../../../parts/form.ts'
import type { Run } from './api.ts'
import { PublishDialog } from './publish-dialog.tsx'
import { settledByRedraft } from './redraft-of.ts'
import { Redraft } from './redraft.tsx'

/** Publish a draft, draft it anew, or drop it. */
export function RunDecisions({
  run,
}: {
  run: Pick<Run, 'id' | 'projectId' | 'period' | 'dueOn' | 'state' | 'bills' | 'totalFen'>
}) {
  const t = useTexts(texts)
  const may = useMay()
  const askFirst = useAskFirst()
  const [publishing, setPublishing] = useState(false)
  const param = { runId: run.id }
  const refreshes = [['bill-runs'], ['bills'], ['tasks']]
  const publish = useCommand({
    command: api['bill-runs'][':runId'].publish.$post,
    asks: (query: { remind: 'yes' | 'no' }) => ({ param, query }),
    refreshes,
    done: t('runs.published'),
    told: isOutdated,
    outdated: { keys: [['bill-run-messages', run.id]] },
    onDone: () => setPublishing(false),
  })
  const discard = useCommand({
    command: api['bill-runs'][':runId'].discard.$post,
    asks: () => ({ param }),
    refreshes,
    done: t('runs.discarded'),
  })
  if (run.state === 'published' || run.state === 'discarded') return null
  const askToDiscard = () =>
    askFirst({
      title: t('runs.discard'),
      content: t('runs.discard.confirm', { bills: run.bills }),
      okText: t('runs.discard'),
      okButtonProps: { danger: true },
      onOk: () => discard.mutateAsync(),
    })
  const blocked = run.state !== 'ready' ? 'computing' : run.bills === 0 ? 'nothing' : undefined
  const outdated = isOutdated(publish.error) ? publish.error : undefined
  const close = () => {
    setPublishing(false)
    publish.reset()
  }
  return (
    <>
      {may('bills.run') && (
        <Button danger loading={discard.isPending} onClick={askToDiscard}>
          {t('runs.discard')}
        </Button>
      )}
      {run.state === 'ready' && <Redraft run={run} />}
      {may('bills.publish') && (
        <Tooltip title={blocked && t(`runs.publish.${blocked}`)}>
          <Button
            type="primary"
            disabled={blocked !== undefined}
            loading={publish.isPending}
            onClick={() => setPublishing(true)}
          >
            {t('runs.publish')}
          </Button>
        </Tooltip>
      )}
      {publishing && (
        <PublishDialog
          run={run}
          pending={publish.isPending}
          outdated={outdated}
          close={close}
          publish={(remind) => publish.mutate({ remind: remind ? 'yes' : 'no' })}
        />
      )}
    </>
  )
}

/** Whether publishing was refused for what drafting anew settles: the dialog says it, with the way on. */
function isOutdated(error: unknown): error is ApiError {
  return error instanceof ApiError && settledByRedraft(error.code)
}
