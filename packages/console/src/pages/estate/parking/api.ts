import { api, call } from '../../../app/api.ts'
import type { Send } from '../../../parts/form.ts'

const spaces = api.registry['parking-spaces']
export const listSpaces = (query: Parameters<typeof spaces.$get>[0]['query']) => call(spaces.$get({ query }))
export type Space = Awaited<ReturnType<typeof listSpaces>>['items'][number]

export const readSpace = (parkingSpaceId: string) =>
  call(spaces[':parkingSpaceId'].$get({ param: { parkingSpaceId } }))
export type SpaceDetail = Awaited<ReturnType<typeof readSpace>>

export const createSpace = (json: Parameters<typeof spaces.$post>[0]['json'], send: Send) =>
  send(spaces.$post, { json })

type Changed = Parameters<(typeof spaces)[':parkingSpaceId']['$put']>[0]['json']
export const changeSpace = ({ parkingSpaceId, ...json }: Changed & { parkingSpaceId: string }, send: Send) =>
  send(spaces[':parkingSpaceId'].$put, { param: { parkingSpaceId }, json })
