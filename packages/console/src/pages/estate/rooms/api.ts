import { api, call } from '../../../app/api.ts'
import type { Send } from '../../../parts/form.ts'

export const listRooms = (query: Parameters<typeof api.registry.rooms.$get>[0]['query']) =>
  call(api.registry.rooms.$get({ query }))
export type Room = Awaited<ReturnType<typeof listRooms>>['items'][number]
/** What narrows the list. */
export type RoomFilter = Omit<Parameters<typeof api.registry.rooms.file.$get>[0]['query'], 'format'>
export type Occupant = Room['owners'][number]

/** Rooms that are on record twice, as 0802 and 802. */
export const listRoomsTwice = (projectId: string) =>
  call(api.registry.rooms.twice.$get({ query: { projectId } }))

export type RoomTwice = Awaited<ReturnType<typeof listRoomsTwice>>['pairs'][number]
/** They were looked at and are two. */
export const tellRoomsApart = ({ first, second }: RoomTwice, send: Send) =>
  send(api.registry.rooms[':roomId'].apart.$post, {
    param: { roomId: first.id },
    json: { otherId: second.id },
  })
/** Takes one of the two out; the other stays. */
export const archiveDouble = ({ roomId, keptId }: { roomId: string; keptId: string }, send: Send) =>
  send(api.registry.rooms[':roomId'].archive.$post, { param: { roomId }, json: { keptId } })

export const readRoom = (roomId: string) => call(api.registry.rooms[':roomId'].$get({ param: { roomId } }))
export type RoomDetail = Awaited<ReturnType<typeof readRoom>>

type NewRoom = Parameters<typeof api.registry.rooms.$post>[0]['json']
export const createRoom = (json: NewRoom, send: Send) => send(api.registry.rooms.$post, { json })

type ChangedRoom = Parameters<(typeof api.registry.rooms)[':roomId']['$put']>[0]['json']
export const changeRoom = ({ roomId, ...json }: ChangedRoom & { roomId: string }, send: Send) =>
  send(api.registry.rooms[':roomId'].$put, { param: { roomId }, json })
