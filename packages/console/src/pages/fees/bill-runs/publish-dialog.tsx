import { billRuns as texts } from './texts.ts'
import { formatYuan } from '@heju/kernel'
import { useQuery } from '@tanstack/react-query'
import { Modal, Typography } from 'antd'
import { useState } from 'react'
import { api, call } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useChosen } from '../../../parts/entered.ts'
import { Failure, Loading } from '../../../parts/states.tsx'
import type { Run } from './api.ts'
import { TwiceTold } from '../tariffs/twice-told.tsx'
import { MessagesTold } from './messages-told.tsx'
import { Outdated } from './redraft.tsx'

const readMessages = (runId: string) => call(api['bill-runs'][':runId'].messages.$get({ param: { runId } }))

/** What publishing does, who is told of it and when; it can go without the first reminder. */
export function PublishDialog({
  run,
  pending,
  outdated,
  close,
  publish,
}: {
  run: Pick<Run, 'id' | 'projectId' | 'period' | 'dueOn' | 'bills' | 'totalFen'>
  pending: boolean
  /** Why it cannot be published any more as it is. */
  outdated: Error | undefined
  close: () => void
  publish: (remind: boolean) => void
}) {
  const t = useTexts(texts)
  const [without, setWithout] = useState(false)
  useChosen(without)
  const messages = useQuery({
    // Beside what publishing fetches anew: the dialog would wait for what it has told already.
    queryKey: ['bill-run-messages', run.id],
    queryFn: () => readMessages(run.id),
    staleTime: 0,
  })
  if (outdated !== undefined)
    return (
      <Modal open title={t('runs.publish')} footer={null} onCancel={close}>
        <Outdated run={run} error={outdated} />
      </Modal>
    )
  return (
    <Modal
      open
      title={t('runs.publish')}
      okText={t('runs.publish')}
      okButtonProps={{ loading: pending, disabled: messages.isPending }}
      onOk={() => publish(!without)}
      onCancel={close}
    >
      <Typography.Paragraph>
        {t('runs.publish.confirm', { bills: run.bills, total: formatYuan(run.totalFen) })}
      </Typography.Paragraph>
      <TwiceTold of={{ projectId: run.projectId, period: run.period }} />
      {messages.isPending && <Loading />}
      {messages.error !== null && <Failure error={messages.error} retry={() => void messages.refetch()} />}
      {messages.data !== undefined && (
        <MessagesTold messages={messages.data} without={without} setWithout={setWithout} />
      )}
    </Modal>
  )
}
