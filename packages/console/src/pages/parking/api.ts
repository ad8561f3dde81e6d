import { api, call, type Keyed } from '../../app/api.ts'

const spaces = api.registry['parking-spaces']
export const listSpaces = (query: Parameters<typeof spaces.$get>[0]['query']) => call(spaces.$get({ query }))
export type Space = Awaited<ReturnType<typeof listSpaces>>['items'][number]

export const readSpace = (parkingSpaceId: string) =>
  call(spaces[':parkingSpaceId'].$get({ param: { parkingSpaceId } }))
export type SpaceDetail = Awaited<ReturnType<typeof readSpace>>

export const createSpace = (json: Parameters<typeof spaces.$post>[0]['json'], header: Keyed) =>
  call(spaces.$post({ header, json }))

type Changed = Parameters<(typeof spaces)[':parkingSpaceId']['$put']>[0]['json']
export const changeSpace = (
  { parkingSpaceId, ...json }: Changed & { parkingSpaceId: string },
  header: Keyed,
) => call(spaces[':parkingSpaceId'].$put({ param: { parkingSpaceId }, header, json }))
