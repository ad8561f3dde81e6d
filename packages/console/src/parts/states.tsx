import { frame } from '@heju/i18n/console/frame'
import { Alert, Button, Empty, Spin } from 'antd'
import type { ReactNode } from 'react'
import { ApiError } from '../app/api.ts'
import { useTexts } from '../app/language.tsx'

/** While a page's first answer is on its way. */
export function Loading() {
  return (
    <div style={{ display: 'grid', placeItems: 'center', minHeight: 240 }}>
      <Spin />
    </div>
  )
}

/** What went wrong and what to do, with a way to try again. @param words instead of those of the error */
export function Failure({ error, retry, words }: { error: unknown; retry: () => void; words?: string }) {
  const t = useTexts(frame)
  const errorText = useErrorText()
  return (
    <Alert
      type="error"
      showIcon
      title={t('error.title')}
      description={words ?? errorText(error)}
      action={<Button onClick={retry}>{t('retry')}</Button>}
    />
  )
}

/** The text of an error for people: the API's own, or that nothing answered. */
export function useErrorText(): (error: unknown) => string {
  const t = useTexts(frame)
  return (error) => (error instanceof ApiError && error.message !== '' ? error.message : t('error.offline'))
}

/** An empty list: what will appear here and how to begin. */
export function Nothing({ words, children }: { words: string; children?: ReactNode }) {
  return (
    <Empty
      image={Empty.PRESENTED_IMAGE_SIMPLE}
      // Within a table wider than a phone the words would run out of sight.
      style={{ maxWidth: 'min(560px, calc(100vw - 96px))', marginInline: 'auto', whiteSpace: 'normal' }}
      description={words}
    >
      {children}
    </Empty>
  )
}
