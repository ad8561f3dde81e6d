import { frame } from '../app/texts.ts'
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

/** What trying again cannot change: the role may not see it, or it is not there. */
const ends: readonly number[] = [403, 404]

/**
 * Why something could not be read and what to do, with a way to try again where that can help. Whoever's role may not see it
 * is told so and not that something failed, whichever page or part of one it is.
 * @param words instead of those of the error
 * @param action what the way is called when it is another one
 */
export function Failure({
  error,
  retry,
  words,
  action,
}: {
  error: unknown
  retry: () => void
  words?: string
  action?: string
}) {
  const t = useTexts(frame)
  if (error instanceof ApiError && ends.includes(error.status))
    return (
      <Nothing
        words={
          error.status === 403 ? t('error.notAllowed') : (words ?? apiText(error) ?? t('error.part.missing'))
        }
      />
    )
  return (
    <Alert
      type="error"
      showIcon
      title={t('error.title')}
      description={words ?? apiText(error) ?? t('error.part.unfetched')}
      action={<Button onClick={retry}>{action ?? t('retry')}</Button>}
    />
  )
}

/**
 * The text of an error of what was sent, for people: the API's own, or that nothing answered; with `entered`, where a form was
 * filled in, also that what was entered is there.
 */
export function useErrorText(): (error: unknown, entered?: boolean) => string {
  const t = useTexts(frame)
  return (error, entered = false) => apiText(error) ?? t(entered ? 'error.offline.entered' : 'error.offline')
}

/** The API's own text of an error; none where nothing answered. */
function apiText(error: unknown): string | undefined {
  return error instanceof ApiError && error.message !== '' ? error.message : undefined
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
