import type { AreaKind } from '@heju/core/estate/areas/shape'
import { api, call } from '../../../app/api.ts'

export const listAreas = (query: Parameters<typeof api.areas.$get>[0]['query']) =>
  call(api.areas.$get({ query }))
export type AreaRow = Awaited<ReturnType<typeof listAreas>>['items'][number]

export const listAreaRooms = (query: Parameters<typeof api.areas.rooms.$get>[0]['query']) =>
  call(api.areas.rooms.$get({ query }))
export type AreaRoomRow = Awaited<ReturnType<typeof listAreaRooms>>['items'][number]

export const readArea = (areaId: string) => call(api.areas[':areaId'].$get({ param: { areaId } }))
export type AreaDetail = Awaited<ReturnType<typeof readArea>>

export const placesToChoose = (projectId: string, kind: AreaKind) =>
  call(api.areas.places.$get({ query: { projectId, kind } }))
export type PlaceToChoose = Awaited<ReturnType<typeof placesToChoose>>['places'][number]

export const areasOfRoom = (roomId: string) =>
  call(api.areas['of-room'][':roomId'].$get({ param: { roomId } }))
