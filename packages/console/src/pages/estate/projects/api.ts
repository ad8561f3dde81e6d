import { api, call } from '../../../app/api.ts'
import type { Send } from '../../../parts/form.ts'

export const readContents = (projectId: string) => call(api.registry.contents.$get({ query: { projectId } }))
export type Contents = Awaited<ReturnType<typeof readContents>>

export const listBuildings = (projectId: string) =>
  call(api.registry.buildings.$get({ query: { projectId } }))
export type Building = Awaited<ReturnType<typeof listBuildings>>['buildings'][number]

type NewBuilding = Parameters<typeof api.registry.buildings.$post>[0]['json']
export const createBuilding = (json: NewBuilding, send: Send) => send(api.registry.buildings.$post, { json })

type ChangedBuilding = Parameters<(typeof api.registry.buildings)[':buildingId']['$put']>[0]['json']
export const changeBuilding = (
  { buildingId, ...json }: ChangedBuilding & { buildingId: string },
  send: Send,
) => send(api.registry.buildings[':buildingId'].$put, { param: { buildingId }, json })

type NewProject = Parameters<typeof api.projects.$post>[0]['json']
export const createProject = (json: NewProject, send: Send) => send(api.projects.$post, { json })

type ChangedProject = Parameters<(typeof api.projects)[':projectId']['$put']>[0]['json']
export const changeProject = ({ projectId, ...json }: ChangedProject & { projectId: string }, send: Send) =>
  send(api.projects[':projectId'].$put, { param: { projectId }, json })
