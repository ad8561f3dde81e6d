import { audit as texts } from '@heju/i18n/console/audit'
import { Alert } from 'antd'
import { useTexts } from '../../app/language.tsx'
import type { Verdict as Found } from './api.ts'

/** Whether the log is as it was written, and what to do when it is not. */
export function Verdict({ verdict, close }: { verdict: Found; close: () => void }) {
  const t = useTexts(texts)
  const { entries, seals, brokenAfter } = verdict
  const kind = brokenAfter !== null ? 'broken' : seals === 0 ? 'none' : 'whole'
  const type = { broken: 'error', none: 'info', whole: 'success' } as const
  const params = { entries, seals, seq: String(brokenAfter ?? 0) }
  return (
    <Alert
      role="status"
      type={type[kind]}
      showIcon
      closable={{ onClose: close }}
      title={t(`verdict.${kind}`, params)}
      description={t(`verdict.${kind}.about`, params)}
      style={{ marginBottom: 16 }}
    />
  )
}
