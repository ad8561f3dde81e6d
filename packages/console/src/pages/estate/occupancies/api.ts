import { api } from '../../../app/api.ts'
import type { Send } from '../../../parts/form.ts'

export type Place = Parameters<typeof api.registry.occupancies.$post>[0]['json']['place']
export type Role = Parameters<typeof api.registry.occupancies.$post>[0]['json']['role']

/** Somebody at a place, as both of their pages show it. */
export interface Occupancy {
  occupancyId: string
  role: Role
  shareE4: number | null
  fromOn: string | null
  toOn: string | null
  plate: string | null
  revision: number
}

/** Who is at which place. */
export interface Somebody {
  place: { kind: Place['kind']; id: string }
  personId: string
}

/** A place with what its forms need to say of it. */
export interface NamedPlace {
  place: Place
  name: string
  projectId: string
}

export const giveOccupancy = (
  json: Parameters<typeof api.registry.occupancies.$post>[0]['json'],
  send: Send,
) => send(api.registry.occupancies.$post, { json })

type Change = Parameters<(typeof api.registry.occupancies)[':occupancyId']['$put']>[0]['json']
export const changeOccupancy = ({ occupancyId, ...json }: Change & { occupancyId: string }, send: Send) =>
  send(api.registry.occupancies[':occupancyId'].$put, { param: { occupancyId }, json })

export const endOccupancy = ({ occupancyId, toOn }: { occupancyId: string; toOn: string }, send: Send) =>
  send(api.registry.occupancies[':occupancyId'].end.$post, { param: { occupancyId }, json: { toOn } })
