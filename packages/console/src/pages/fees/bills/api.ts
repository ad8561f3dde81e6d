import { api, call } from '../../../app/api.ts'

export type BillQuery = Parameters<typeof api.bills.$get>[0]['query']
export const listBills = (query: BillQuery) => call(api.bills.$get({ query }))
export type Bill = Awaited<ReturnType<typeof listBills>>['items'][number]
