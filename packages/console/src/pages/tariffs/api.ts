import { api, call } from '../../app/api.ts'

export const readTariff = (tariffId: string) => call(api.tariffs[':tariffId'].$get({ param: { tariffId } }))
export type TariffDetail = Awaited<ReturnType<typeof readTariff>>

/** A room or parking space that is charged. */
export interface Place {
  kind: 'room' | 'parking'
  id: string
}
