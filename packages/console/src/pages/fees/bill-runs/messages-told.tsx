import { billRuns as texts } from './texts.ts'
import { formatInstant } from '@heju/kernel'
import { Alert, Checkbox, Typography } from 'antd'
import { useTexts } from '../../../app/language.tsx'
import { useSession } from '../../../app/session.tsx'

/** What publishing bills sends. */
export interface Messages {
  mobile: number
  landline: number
  noPhone: number
  complaining: number
  firstAt: number | null
  beforeDue: boolean
}

/** Who is told of bills that are published and when; it can go without the reminder before the due day. */
export function MessagesTold({
  messages,
  without,
  setWithout,
}: {
  messages: Messages
  without: boolean
  setWithout: (without: boolean) => void
}) {
  const t = useTexts(texts)
  return (
    <>
      <Told messages={messages} />
      {messages.beforeDue && (
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
    </>
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
