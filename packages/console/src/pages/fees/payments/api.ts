import { api, call } from '../../../app/api.ts'

export type PaymentQuery = Parameters<typeof api.payments.$get>[0]['query']
export const listPayments = (query: PaymentQuery) => call(api.payments.$get({ query }))
export type Payment = Awaited<ReturnType<typeof listPayments>>['items'][number]
