import { registerComplaintSchema } from '@heju/core/desk/complaints/shape'
import { complaints as texts } from './texts.ts'
import { useQuery } from '@tanstack/react-query'
import { AutoComplete } from 'antd'
import { useDeferredValue } from 'react'
import { api, call } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { longestOf } from '../../../parts/longest-of.ts'

/** Where something is: a place that was found, by its id, or only what somebody typed. */
export interface PlaceSaid {
  text: string
  id?: string
}

/** Finds rooms, parking spaces and common places of a project as one types; what is none of them stays as it was typed. */
export function PlaceSearch({
  projectId,
  value,
  onChange,
  ...field
}: {
  projectId: string | undefined
  id?: string
  value?: PlaceSaid
  onChange?: (said: PlaceSaid | undefined) => void
}) {
  const t = useTexts(texts)
  const search = useDeferredValue((value?.text ?? '').trim())
  const found = useQuery({
    queryKey: ['places', 'search', projectId, search],
    queryFn: () => call(api.places.search.$get({ query: { projectId: projectId ?? '', search } })),
    enabled: projectId !== undefined,
    placeholderData: (before) => before,
  })
  const options = (found.data?.places ?? []).map(({ id, kind, name }) => ({
    key: id,
    value: name,
    label: `${name} · ${t(`place.${kind === 'common' || kind === 'parking' ? kind : 'room'}`)}`,
    place: id,
  }))
  return (
    <AutoComplete
      {...field}
      value={value?.text ?? ''}
      options={options}
      // Enter takes a place only once one was gone to: what was typed is an answer as well.
      defaultActiveFirstOption={false}
      {...longestOf(registerComplaintSchema.entries.place)}
      onChange={(text: string, option) => {
        const chosen = option !== undefined && 'place' in option ? { id: String(option.place) } : {}
        onChange?.(text === '' ? undefined : { text, ...chosen })
      }}
    />
  )
}
