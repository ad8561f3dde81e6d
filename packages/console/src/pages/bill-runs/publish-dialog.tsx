import { billRuns as texts } from '@heju/i18n/console/bill-runs'
import { formatInstant, formatYuan } from '@heju/kernel'
import { useQuery } from '@tanstack/react-query'
import { Alert, Checkbox, Modal, Typography } from 'antd'
import { useState } from 'react'
import { api, call } from '../../app/api.ts'
import { useTexts } from '../../app/language.tsx'
import { useSession } from '../../app/session.tsx'
import { Failure, Loading } from '../../parts/states.tsx'
import type { Run } from './api.ts'

const readMessages = (runId: string) => call(api.billRuns[':runId'].messages.$get({ param: { runId } }))
type Messages = Awaited<ReturnType<typeof readMessages>>

/** What publishing does, who is told of it and when; it can go without the first reminder. */
export function PublishDialog({
  run,
  pending,
  close,
  publish,
}: {
  run: Pick<Run, 'id' | 'bills' | 'totalFen'>
  pending: boolean
  close: () => void
  publish: (remind: boolean) => void
}) {
  const t = useTexts(texts)
  const [without, setWithout] = useState(false)
  const messages = useQuery({
    queryKey: ['bill-runs', run.id, 'messages'],
    queryFn: () => readMessages(run.id),
  })
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
      {messages.isPending && <Loading />}
      {messages.error !== null && <Failure error={messages.error} retry={() => void messages.refetch()} />}
      {messages.data !== undefined && <Told messages={messages.data} />}
      {messages.data?.beforeDue && (
        <Checkbox
          checked={without}
          onChange={({ target }) => setWithout(target.checked)}
          style={{ marginTop: 12 }}
        >
          {t('messages.without')}
          <br />
          <Typography.Text type="secondary">{t('messages.without.hint')}</Typography.Text>
        </Checkbox>
      )}
    </Modal>
  )
}

function Told({ messages }: { messages: Messages }) {
  const t = useTexts(texts)
  const { company } = useSession()
  const { mobile, landline, noPhone, complaining, firstAt } = messages
  if (firstAt === null) return <Alert type="info" showIcon title={t('messages.none')} />
  return (
    <Alert
      type="info"
      showIcon
      title={t('messages.title')}
      description={
        <>
          <div>{t('messages.sent', { mobile, at: formatInstant(firstAt, company.zone) })}</div>
          {landline + noPhone > 0 && <div>{t('messages.byHand', { landline, noPhone })}</div>}
          {complaining > 0 && <div>{t('messages.complaining', { complaining })}</div>}
        </>
      }
    />
  )
}
