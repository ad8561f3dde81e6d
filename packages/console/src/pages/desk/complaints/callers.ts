import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api, call } from '../../../app/api.ts'

const find = (search: string) => call(api.registry.callers.$get({ query: { search } }))
type Found = Awaited<ReturnType<typeof find>>
type Caller = Found['callers'][number]

/** Whom or what a complaint is about: who calls and the room they mean, one of the two at least. */
export interface Party {
  /** Of a choice among others. */
  key: string
  caller?: Caller
  room?: { id: string; name: string }
  projectId: string
  projectName: string
}

/** Who may be calling, each with each of their rooms; of what was typed now, never of what was typed before. */
export function useCallers(search: string) {
  const found = useQuery({
    queryKey: ['callers', search],
    queryFn: () => find(search),
    enabled: search !== '',
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  })
  const parties = useMemo(() => found.data && partiesOf(found.data), [found.data])
  return { isFetching: found.isFetching, parties }
}

function partiesOf({ callers, emptyRooms }: Found): Party[] {
  return [
    ...callers.flatMap((caller) => {
      const { personId, projectId, projectName, rooms } = caller
      const party = { caller, projectId, projectName }
      if (rooms.length === 0) return [{ key: personId, ...party }]
      return rooms.map((room) => ({ key: `${personId} ${room.id}`, ...party, room }))
    }),
    ...emptyRooms.map(({ id, name, projectId, projectName }) => ({
      key: id,
      room: { id, name },
      projectId,
      projectName,
    })),
  ]
}
