import type { TargetKind } from '@heju/core/fees/items/shape'
import { api, call } from '../../../app/api.ts'

export const readTariff = (tariffId: string) => call(api.tariffs[':tariffId'].$get({ param: { tariffId } }))
export type TariffDetail = Awaited<ReturnType<typeof readTariff>>

/** Tariffs of a project, or of all, as they are kept for every page. */
export const tariffsOf = (projectId: string | undefined) => ({
  queryKey: ['tariffs', 'list', projectId],
  queryFn: () => call(api.tariffs.$get({ query: projectId === undefined ? {} : { projectId } })),
})
export type Tariff = Awaited<ReturnType<ReturnType<typeof tariffsOf>['queryFn']>>['tariffs'][number]

/** A room or parking space that is charged. */
export interface Place {
  kind: TargetKind
  id: string
}

/** By what a place is charged, and who pays. */
export const readCharges = ({ kind, id }: Place) =>
  kind === 'room'
    ? call(api.tariffs.rooms[':roomId'].$get({ param: { roomId: id } }))
    : call(api.tariffs['parking-spaces'][':parkingSpaceId'].$get({ param: { parkingSpaceId: id } }))
export type Charges = Awaited<ReturnType<typeof readCharges>>
