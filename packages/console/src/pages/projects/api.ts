import { api, call, type Keyed } from '../../app/api.ts'

export const readContents = (projectId: string) => call(api.registry.contents.$get({ query: { projectId } }))
export type Contents = Awaited<ReturnType<typeof readContents>>

export const listBuildings = (projectId: string) =>
  call(api.registry.buildings.$get({ query: { projectId } }))
export type Building = Awaited<ReturnType<typeof listBuildings>>['buildings'][number]

type NewBuilding = Parameters<typeof api.registry.buildings.$post>[0]['json']
export const createBuilding = (json: NewBuilding, header: Keyed) =>
  call(api.registry.buildings.$post({ header, json }))

type ChangedBuilding = Parameters<(typeof api.registry.buildings)[':buildingId']['$put']>[0]['json']
export const changeBuilding = (
  { buildingId, ...json }: ChangedBuilding & { buildingId: string },
  header: Keyed,
) => call(api.registry.buildings[':buildingId'].$put({ param: { buildingId }, header, json }))

type NewProject = Parameters<typeof api.projects.$post>[0]['json']
export const createProject = (json: NewProject, header: Keyed) => call(api.projects.$post({ header, json }))

type ChangedProject = Parameters<(typeof api.projects)[':projectId']['$put']>[0]['json']
export const changeProject = (
  { projectId, ...json }: ChangedProject & { projectId: string },
  header: Keyed,
) => call(api.projects[':projectId'].$put({ param: { projectId }, header, json }))
