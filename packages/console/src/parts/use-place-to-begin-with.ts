import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api, call } from '../app/api.ts'

/** A form that asks for a project and for a room or parking space of it. */
interface AsksPlace {
  getFieldValue(name: 'place'): unknown
  setFields(fields: { name: 'projectId' | 'place'; value: string; touched: false; errors: [] }[]): void
}

/** Reads a room or a parking space by its id. */
async function read(id: string): Promise<{ id: string; name: string; projectId: string }> {
  if (id.startsWith('park_')) {
    const param = { parkingSpaceId: id }
    const { projectId, code } = await call(api.registry['parking-spaces'][':parkingSpaceId'].$get({ param }))
    return { id, name: code, projectId }
  }
  const { projectId, name } = await call(api.registry.rooms[':roomId'].$get({ param: { roomId: id } }))
  return { id, name, projectId }
}

/**
 * The place that is looked at while a form is opened, if it is one, with it and its project filled in unless another was
 * chosen by the time it is known.
 */
export function usePlaceToBeginWith(form: AsksPlace, placeId: string | undefined) {
  const place = useQuery({
    queryKey: ['place', placeId],
    queryFn: () => read(placeId ?? ''),
    enabled: placeId !== undefined,
  }).data
  useEffect(() => {
    if (place !== undefined && form.getFieldValue('place') === undefined)
      // Nobody entered it.
      form.setFields([
        { name: 'projectId', value: place.projectId, touched: false, errors: [] },
        { name: 'place', value: place.id, touched: false, errors: [] },
      ])
  }, [form, place])
  return place
}
