import { api, call } from '../../../app/api.ts'

export type UnansweredQuery = Parameters<typeof api.satisfaction.unanswered.$get>[0]['query']
export const listUnanswered = (query: UnansweredQuery) => call(api.satisfaction.unanswered.$get({ query }))
export type Household = Awaited<ReturnType<typeof listUnanswered>>['items'][number]
