import { rooms as texts } from '@heju/i18n/console/rooms'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTexts } from '../../app/language.tsx'
import { listPeople } from '../people/api.ts'

/** Finds somebody of a project by name, phone or last four digits. The form gives value, id and change. */
export function PersonSelect({
  projectId,
  ...field
}: {
  projectId: string
  id?: string
  value?: string
  onChange?: (personId: string) => void
}) {
  const t = useTexts(texts)
  const [typed, setTyped] = useState('')
  const search = useDeferredValue(typed.trim())
  const found = useQuery({
    queryKey: ['people', projectId, 'select', search],
    queryFn: () => listPeople({ projectId, search, limit: '20' }),
    placeholderData: (before) => before,
  })
  return (
    <Select
      {...field}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder={t('transfer.find')}
      loading={found.isFetching}
      notFoundContent={t('transfer.notFound')}
      options={(found.data?.items ?? []).map(({ id, name, phones }) => ({
        value: id,
        label: phones[0] === undefined ? name : `${name} ${phones[0]}`,
      }))}
    />
  )
}
