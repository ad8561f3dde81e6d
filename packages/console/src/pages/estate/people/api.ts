import { api, call } from '../../../app/api.ts'

export const listPeople = (query: Parameters<typeof api.registry.people.$get>[0]['query']) =>
  call(api.registry.people.$get({ query }))
export type ListedPerson = Awaited<ReturnType<typeof listPeople>>['items'][number]
export type PersonPlace = ListedPerson['places'][number]

export const readPerson = (personId: string) =>
  call(api.registry.people[':personId'].$get({ param: { personId } }))
export type PersonDetail = Awaited<ReturnType<typeof readPerson>>
