import { fees as texts } from '../pages/fees/bills/texts.ts'
import { useQuery } from '@tanstack/react-query'
import { Select, Spin } from 'antd'
import { useDeferredValue, useState } from 'react'
import { api, call } from '../app/api.ts'
import { useTexts } from '../app/language.tsx'

const ask = async (projectId: string, search: string) => {
  const query = { projectId, search, limit: '20' }
  const [rooms, spaces] = await Promise.all([
    call(api.registry.rooms.$get({ query })),
    call(api.registry['parking-spaces'].$get({ query })),
  ])
  return [
    ...rooms.items.map(({ id, name, owners }) => ({
      value: id,
      label: [name, ...owners.map((owner) => owner.name)].join(' · '),
    })),
    ...spaces.items.map(({ id, code }) => ({ value: id, label: code })),
  ]
}

/** Finds rooms and parking spaces of a project by number, or by whose they are. The form gives value, id and change. */
export function PlaceSelect({
  projectId,
  several = false,
  given,
  ...field
}: {
  projectId: string | undefined
  several?: boolean
  /** A place that may be chosen besides what is found: the one that the form begins with. */
  given?: { id: string; name: string }
  id?: string
  value?: string | string[]
  onChange?: (place: string | string[]) => void
}) {
  const t = useTexts(texts)
  const [typed, setTyped] = useState('')
  const search = useDeferredValue(typed.trim())
  const found = useQuery({
    queryKey: ['places', projectId, search],
    queryFn: () => ask(projectId ?? '', search),
    enabled: projectId !== undefined,
    placeholderData: (before) => before,
  })
  return (
    <Select
      {...field}
      {...(several && { mode: 'multiple' as const })}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder={t('billOne.find')}
      loading={found.isFetching}
      {...(found.isFetching && { notFoundContent: <Spin size="small" /> })}
      options={withGiven(found.data ?? [], given)}
    />
  )
}

function withGiven(
  found: { value: string; label: string }[],
  given: { id: string; name: string } | undefined,
) {
  if (given === undefined || found.some(({ value }) => value === given.id)) return found
  return [{ value: given.id, label: given.name }, ...found]
}
