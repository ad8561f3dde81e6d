import { api, call } from '../../app/api.ts'

export const readTariff = (tariffId: string) => call(api.tariffs[':tariffId'].$get({ param: { tariffId } }))
export type TariffDetail = Awaited<ReturnType<typeof readTariff>>

/** A room or parking space that is charged. */
export interface Place {
  kind: 'room' | 'parking'
  id: string
}

/** By what a place is charged, and who pays. */
export const readCharges = ({ kind, id }: Place) =>
  kind === 'room'
    ? call(api.tariffs.rooms[':roomId'].$get({ param: { roomId: id } }))
    : call(api.tariffs['parking-spaces'][':parkingSpaceId'].$get({ param: { parkingSpaceId: id } }))
export type Charges = Awaited<ReturnType<typeof readCharges>>
