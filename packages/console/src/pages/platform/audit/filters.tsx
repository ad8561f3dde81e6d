import { audit as texts } from './texts.ts'
import { auditTexts } from '@heju/core/platform/audit/texts'
import { useQuery } from '@tanstack/react-query'
import { Button, Flex, Select, Tag } from 'antd'
import { useState } from 'react'
import { api, call } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useFilter } from '../../../parts/address.ts'
import { isDayOfOurTime } from '../../../parts/address-values.ts'
import { DateFilter } from '../../../parts/filters.tsx'

const filterNames = ['actorId', 'action', 'from', 'to', 'subjectId'] as const

/** What the address narrows the log to. */
export const useAuditFilter = () =>
  useFilter(filterNames, {
    from: isDayOfOurTime,
    to: isDayOfOurTime,
    action: (code: string) => codes.includes(code),
  })

/** Narrows the log to a person, an action, days and an object; all of it in the address. */
export function Filters() {
  const t = useTexts(texts)
  const [filter, setFilter] = useAuditFilter()
  const { subjectId } = filter
  const none = Object.values(filter).every((value) => value === undefined)
  return (
    <Flex gap={8} wrap align="center" style={{ marginBottom: 16 }}>
      <PersonSelect />
      <ActionSelect />
      {(['from', 'to'] as const).map((name) => (
        <DateFilter key={name} name={name} label={t(name)} type="date" />
      ))}
      {subjectId !== undefined && (
        <Tag closable onClose={() => setFilter({ subjectId: undefined })}>
          {t('subject.only', { name: subjectId })}
        </Tag>
      )}
      {!none && (
        <Button
          type="link"
          onClick={() => setFilter(Object.fromEntries(filterNames.map((name) => [name, undefined])))}
        >
          {t('clear')}
        </Button>
      )}
    </Flex>
  )
}

const findStaff = (search: string) =>
  call(api.staff.$get({ query: { limit: '50', ...(search !== '' && { search }) } }))

function PersonSelect() {
  const t = useTexts(texts)
  const [{ actorId }, setFilter] = useFilter(['actorId'])
  const [search, setSearch] = useState('')
  const found = useQuery({
    queryKey: ['staff', 'find', search],
    queryFn: () => findStaff(search),
    placeholderData: (before) => before,
  })
  return (
    <Select
      aria-label={t('person')}
      placeholder={t('person.any')}
      allowClear
      showSearch={{ filterOption: false, onSearch: setSearch }}
      value={actorId ?? null}
      onChange={(next) => setFilter({ actorId: next ?? undefined })}
      options={(found.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      style={{ minWidth: 150 }}
    />
  )
}

const codes = Object.keys(auditTexts)
  .filter((key) => key.startsWith('action.'))
  .map((key) => key.slice('action.'.length))
const areas = [...new Set(codes.map((code) => code.split('.')[0] ?? ''))]

function ActionSelect() {
  const t = useTexts(texts)
  const a = useTexts(auditTexts)
  const [{ action }, setFilter] = useAuditFilter()
  const name = (key: string) => a(key as keyof typeof auditTexts)
  return (
    <Select
      aria-label={a('what')}
      placeholder={t('action.any')}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      value={action ?? null}
      onChange={(next) => setFilter({ action: next ?? undefined })}
      options={areas.map((area) => ({
        label: name(`area.${area}`),
        title: area,
        options: codes
          .filter((code) => code.startsWith(`${area}.`))
          .map((code) => ({ value: code, label: name(`action.${code}`) })),
      }))}
      style={{ minWidth: 200 }}
    />
  )
}
