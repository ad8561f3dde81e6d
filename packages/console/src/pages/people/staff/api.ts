import { api, call } from '../../../app/api.ts'

type StaffQuery = Parameters<typeof api.staff.$get>[0]['query']
export const listStaff = (query: StaffQuery) => call(api.staff.$get({ query }))
export type Colleague = Awaited<ReturnType<typeof listStaff>>['items'][number]
