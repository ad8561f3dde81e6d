import { occupancies as texts } from './texts.ts'
import { people as peopleTexts } from '../people/texts.ts'
import { useQuery } from '@tanstack/react-query'
import { Select, Spin } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTexts } from '../../../app/language.tsx'
import { listSpaces } from '../parking/api.ts'
import { listRooms } from '../rooms/api.ts'

/** Finds a room or parking space of a project by its number. The value is its id, which tells which of the two it is. */
export function PlaceField({
  projectId,
  ...field
}: {
  projectId: string
  id?: string
  value?: string
  onChange?: (placeId: string) => void
}) {
  const t = useTexts(texts)
  const p = useTexts(peopleTexts)
  const [typed, setTyped] = useState('')
  const search = useDeferredValue(typed.trim())
  const rooms = useQuery({
    queryKey: ['rooms', projectId, 'select', search],
    queryFn: () => listRooms({ projectId, search, limit: '20' }),
    placeholderData: (before) => before,
  })
  const spaces = useQuery({
    queryKey: ['spaces', projectId, 'select', search],
    queryFn: () => listSpaces({ projectId, search, limit: '20' }),
    placeholderData: (before) => before,
  })
  const isFetching = rooms.isFetching || spaces.isFetching
  return (
    <Select
      {...field}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder={t('findPlace')}
      loading={isFetching}
      notFoundContent={isFetching ? <Spin size="small" /> : t('findPlace.none')}
      options={[
        ...(rooms.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ...(spaces.data?.items ?? []).map(({ id, code }) => ({
          value: id,
          label: p('place.parking', { name: code }),
        })),
      ]}
    />
  )
}

/** The place that an id names. */
export function placeOf(placeId: string) {
  return { kind: placeId.startsWith('park_') ? ('parking' as const) : ('room' as const), id: placeId }
}
