import { api, call } from '../../app/api.ts'

const headers = (requestId: string) => ({ 'idempotency-key': requestId })

export const readContents = (projectId: string) => call(api.registry.contents.$get({ query: { projectId } }))
export type Contents = Awaited<ReturnType<typeof readContents>>

export const listBuildings = (projectId: string) =>
  call(api.registry.buildings.$get({ query: { projectId } }))
export type Building = Awaited<ReturnType<typeof listBuildings>>['buildings'][number]

type NewBuilding = Parameters<typeof api.registry.buildings.$post>[0]['json']
export const createBuilding = (json: NewBuilding, requestId: string) =>
  call(api.registry.buildings.$post({ header: headers(requestId), json }))

type ChangedBuilding = Parameters<(typeof api.registry.buildings)[':buildingId']['$put']>[0]['json']
export const changeBuilding = (
  { buildingId, ...json }: ChangedBuilding & { buildingId: string },
  requestId: string,
) =>
  call(
    api.registry.buildings[':buildingId'].$put({ param: { buildingId }, header: headers(requestId), json }),
  )

type NewProject = Parameters<typeof api.projects.index.$post>[0]['json']
export const createProject = (json: NewProject, requestId: string) =>
  call(api.projects.index.$post({ header: headers(requestId), json }))

type ChangedProject = Parameters<(typeof api.projects)[':projectId']['$put']>[0]['json']
export const changeProject = (
  { projectId, ...json }: ChangedProject & { projectId: string },
  requestId: string,
) => call(api.projects[':projectId'].$put({ param: { projectId }, header: headers(requestId), json }))
