import { rooms as texts } from './texts.ts'
import { civilDateOf } from '@heju/kernel'
import { Tag } from 'antd'
import { useTexts } from '../../../app/language.tsx'
import { useSession } from '../../../app/session.tsx'
import { useNow } from '../../../parts/now.ts'
import { standingOn } from '../../fees/tariffs/standing.ts'

/** The last day of being something somewhere, or that it runs on, or that it has not begun yet. */
export function Span({ fromOn, toOn }: { fromOn: string | null; toOn: string | null }) {
  const t = useTexts(texts)
  const { company } = useSession()
  const standing = standingOn({ fromOn: fromOn ?? '', toOn }, civilDateOf(useNow(), company.zone))
  if (toOn !== null) return <>{toOn}</>
  return standing === 'coming' ? (
    <Tag color="processing">{t('later', { from: fromOn ?? '' })}</Tag>
  ) : (
    <Tag color="success">{t('present')}</Tag>
  )
}
