import { frame } from '@heju/i18n/console/frame'
import { ApiError } from '../app/api.ts'
import { useTexts } from '../app/language.tsx'
import { Failure } from './states.tsx'

/** A part whose code did not come: for there is no network, or for a new version took it away, which a new page mends. */
export function CodeFailure({ error, retry }: { error: Error; retry: () => void }) {
  const t = useTexts(frame)
  return (
    <Failure
      error={error}
      retry={retry}
      words={t(error instanceof ApiError ? 'error.unfetched' : 'error.page')}
    />
  )
}
