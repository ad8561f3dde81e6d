import { reminders as texts } from './texts.ts'
import { Typography } from 'antd'
import type { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { When } from '../../../parts/figures.tsx'

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof api.reminders.$get>>['json']>>
type Proof = Page['items'][number]['evidence'][number]

/** What proves that a reminder reached its payer, in the order in which it happened. */
export function Evidence({ evidence }: { evidence: readonly Proof[] }) {
  const t = useTexts(texts)
  if (evidence.length === 0) return <Typography.Text type="secondary">{t('evidence.none')}</Typography.Text>
  return evidence.map(({ kind, state, note, at }) => (
    <div key={`${kind} ${state} ${at}`} title={note}>
      {kind === 'sms' ? t(`evidence.sms.${state ?? 'accepted'}`) : t(`evidence.${kind}`)}{' '}
      <Typography.Text type="secondary">
        <When at={at} /> {kind !== 'sms' && note}
      </Typography.Text>
    </div>
  ))
}
