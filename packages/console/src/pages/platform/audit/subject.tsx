import { FilterOutlined } from '@ant-design/icons'
import { audit as texts } from './texts.ts'
import { auditTexts, thingOf } from '@heju/core/platform/audit/texts'
import { Button, Flex } from 'antd'
import { Link } from 'react-router'
import { useTexts } from '../../../app/language.tsx'
import type { Entry } from './api.ts'

/** Pages of things, by the prefix of their ids; what has none is named only. */
const pages: Readonly<Record<string, (id: string) => string>> = {
  cmpl: (id) => `/console/desk/complaints/${id}`,
  room: (id) => `/console/rooms/${id}`,
  pers: (id) => `/console/people/${id}`,
  imp: (id) => `/console/import/${id}`,
  rcp: (id) => `/receipts/${id}`,
  proj: (id) => `/console/rooms?projectId=${id}`,
  stf: () => '/console/settings/staff',
  mch: () => '/console/settings/merchant',
}

/** What an entry is about: its name, a link where it has a page, and a way to all that was done to it. */
export function Subject({ entry, only }: { entry: Entry; only: (subjectId: string) => void }) {
  const t = useTexts(texts)
  const a = useTexts(auditTexts)
  const { subjectId, subjectName } = entry
  const thing = thingOf(subjectId)
  const name = subjectName ?? (thing in auditTexts ? a(thing as keyof typeof auditTexts) : subjectId)
  const page = pages[subjectId.slice(0, subjectId.indexOf('_'))]?.(subjectId)
  return (
    <Flex gap={4} align="center">
      {page === undefined ? (
        <span style={{ overflowWrap: 'anywhere' }}>{name}</span>
      ) : page.startsWith('/console') ? (
        <Link to={page}>{name}</Link>
      ) : (
        <a href={page} target="_blank" rel="noreferrer">
          {name}
        </a>
      )}
      <Button
        type="text"
        size="small"
        icon={<FilterOutlined />}
        title={t('subject.filter')}
        aria-label={`${t('subject.filter')} ${name}`}
        onClick={() => only(subjectId)}
      />
    </Flex>
  )
}
