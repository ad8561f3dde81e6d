import { rooms as texts } from '@heju/i18n/console/rooms'
import { Tag } from 'antd'
import { useTexts } from '../../app/language.tsx'

/** The last day of being something somewhere, or that it runs on. */
export function Span({ toOn }: { toOn: string | null }) {
  const t = useTexts(texts)
  return toOn === null ? <Tag color="success">{t('present')}</Tag> : <>{toOn}</>
}
