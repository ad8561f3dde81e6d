import { billRuns as texts } from '@heju/i18n/console/bill-runs'
import { App, Button } from 'antd'
import { useState } from 'react'
import { api, call } from '../../app/api.ts'
import { useTexts } from '../../app/language.tsx'
import { useMay } from '../../app/session.tsx'
import { useChange } from '../../parts/form.ts'
import type { Run } from './api.ts'
import { PublishDialog } from './publish-dialog.tsx'

/** Publish a draft, or drop it. */
export function RunDecisions({
  run,
}: {
  run: Pick<Run, 'id' | 'projectId' | 'state' | 'bills' | 'totalFen'>
}) {
  const t = useTexts(texts)
  const may = useMay()
  const { modal } = App.useApp()
  const [publishing, setPublishing] = useState(false)
  const of = (requestId: string) => ({ param: { runId: run.id }, header: { 'idempotency-key': requestId } })
  const refreshes = [['bill-runs'], ['bills'], ['tasks']]
  const publish = useChange({
    send: (query: { remind: 'yes' | 'no' }, requestId) =>
      call(api.billRuns[':runId'].publish.$post({ ...of(requestId), query })),
    refreshes,
    done: t('runs.published'),
    onDone: () => setPublishing(false),
  })
  const discard = useChange({
    send: (_: string, requestId) => call(api.billRuns[':runId'].discard.$post(of(requestId))),
    refreshes,
    done: t('runs.discarded'),
  })
  if (run.state === 'published' || run.state === 'discarded') return null
  const askToDiscard = () =>
    modal.confirm({
      title: t('runs.discard'),
      content: t('runs.discard.confirm', { bills: run.bills }),
      okText: t('runs.discard'),
      okButtonProps: { danger: true },
      onOk: () => discard.mutate(run.id),
    })
  return (
    <>
      {may('bills.run') && (
        <Button danger loading={discard.isPending} onClick={() => void askToDiscard()}>
          {t('runs.discard')}
        </Button>
      )}
      {may('bills.publish') && (
        <Button
          type="primary"
          disabled={run.state !== 'ready' || run.bills === 0}
          loading={publish.isPending}
          onClick={() => setPublishing(true)}
        >
          {t('runs.publish')}
        </Button>
      )}
      {publishing && (
        <PublishDialog
          run={run}
          pending={publish.isPending}
          close={() => setPublishing(false)}
          publish={(remind) => publish.mutate({ remind: remind ? 'yes' : 'no' })}
        />
      )}
    </>
  )
}
