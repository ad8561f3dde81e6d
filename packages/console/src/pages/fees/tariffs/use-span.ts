import { charges as texts } from './charge-texts.ts'
import { civilDateOf } from '@heju/kernel'
import { useTexts } from '../../../app/language.tsx'
import { useSession } from '../../../app/session.tsx'
import { useNow } from '../../../parts/now.ts'
import { standingOn, type Days } from './standing.ts'

/** Says from when to when something holds: what has not begun does not hold until today. */
export function useSpan(): (days: Days) => string {
  const t = useTexts(texts)
  const { company } = useSession()
  const today = civilDateOf(useNow(), company.zone)
  return ({ fromOn, toOn }) =>
    toOn !== null
      ? `${fromOn} – ${toOn}`
      : standingOn({ fromOn, toOn }, today) === 'coming'
        ? t('span.from', { from: fromOn })
        : `${fromOn} – ${t('now')}`
}
