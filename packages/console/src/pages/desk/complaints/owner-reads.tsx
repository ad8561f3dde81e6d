import { complaints as texts } from './texts.ts'
import { Alert, Form } from 'antd'
import { useTexts } from '../../../app/language.tsx'

/** The words of a form as the owner will read them. */
export function OwnerReads({ needed }: { needed: boolean }) {
  const t = useTexts(texts)
  const words = Form.useWatch<string | undefined>('ownerWords') ?? ''
  if (words.trim() === '' && !needed) return null
  return (
    <Alert
      type="info"
      title={t('preview')}
      description={
        <div style={{ whiteSpace: 'pre-wrap', fontSize: 16 }}>{words.trim() || t('preview.empty')}</div>
      }
      style={{ marginBottom: 16 }}
    />
  )
}
