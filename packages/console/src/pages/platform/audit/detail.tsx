import { factsOf } from '@heju/core/platform/audit/fact-texts'
import { formatInstant, formatYuan } from '@heju/kernel'
import { Typography } from 'antd'
import { useLanguage } from '../../../app/language.tsx'
import { useSession } from '../../../app/session.tsx'
import type { Entry } from './api.ts'

const longest = 60

/** The facts of an entry, as short as a row allows; the whole stands in the row's title and in the file. */
export function Detail({ detail }: { detail: Entry['detail'] }) {
  const { locale } = useLanguage()
  const { zone } = useSession().company
  const formats = { yuan: formatYuan, instant: (at: number) => formatInstant(at, zone) }
  return factsOf(detail, locale, formats).map(({ key, name, words }) => (
    <div key={key} title={words} style={{ overflowWrap: 'anywhere' }}>
      <Typography.Text type="secondary">{name}</Typography.Text>{' '}
      {words.length > longest ? `${words.slice(0, longest)}…` : words}
    </div>
  ))
}
