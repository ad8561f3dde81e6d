import { api, call } from '../../../app/api.ts'

const common = api.places.common
export type CommonPlaceFilter = Parameters<typeof common.$get>[0]['query']
export const listCommonPlaces = (query: CommonPlaceFilter) => call(common.$get({ query }))
export type CommonPlace = Awaited<ReturnType<typeof listCommonPlaces>>['items'][number]

export const listParents = (projectId: string) => call(api.places.parents.$get({ query: { projectId } }))
export type ParentPlace = Awaited<ReturnType<typeof listParents>>['parents'][number]

/** What is fetched of places, by key. */
export const placeKeys = [['common-places'], ['places']] as const
