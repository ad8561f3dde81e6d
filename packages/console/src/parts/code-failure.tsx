import { frame } from '../app/texts.ts'
import { ApiError } from '../app/api.ts'
import { useTexts } from '../app/language.tsx'
import { Failure } from './states.tsx'

/**
 * A part whose code did not come. Where there is no network it is tried again; what a new version took away comes with a
 * new page alone, of which `Leaving` asks where something was entered.
 */
export function CodeFailure({ error, retry }: { error: Error; retry: () => void }) {
  const t = useTexts(frame)
  if (error instanceof ApiError)
    return <Failure error={error} retry={retry} words={t('error.part.unfetched')} />
  return (
    <Failure error={error} retry={() => location.reload()} action={t('reload')} words={t('error.part')} />
  )
}
