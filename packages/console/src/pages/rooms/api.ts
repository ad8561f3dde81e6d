import { api, ApiError, call } from '../../app/api.ts'

export const listRooms = (query: Parameters<typeof api.registry.rooms.$get>[0]['query']) =>
  call(api.registry.rooms.$get({ query }))
export type Room = Awaited<ReturnType<typeof listRooms>>['items'][number]
export type Occupant = Room['owners'][number]

export const readRoom = (roomId: string) => call(api.registry.rooms[':roomId'].$get({ param: { roomId } }))
export type RoomDetail = Awaited<ReturnType<typeof readRoom>>

/** The rooms of a project as a file, to be saved by the browser. Each one is recorded as an export. */
export async function exportRooms(projectId: string, requestId: string): Promise<Blob> {
  const answer = api.registry.rooms.export.$post({
    header: { 'idempotency-key': requestId },
    json: { projectId, format: 'xlsx' },
  })
  const response = await answer.catch(() => undefined)
  if (response?.ok) return response.blob()
  // Refusals come as JSON, like those of every other call.
  if (response !== undefined) await call(Promise.resolve(response))
  throw new ApiError(0, { code: 'offline', message: '', fields: [], params: {} })
}
