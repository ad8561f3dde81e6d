import { api, call } from '../../app/api.ts'

export const listMerchants = () => call(api.merchants.index.$get())
export type Merchant = Awaited<ReturnType<typeof listMerchants>>['merchants'][number]

export type MerchantInput = Parameters<typeof api.merchants.index.$put>[0]['json']
export const saveMerchant = (json: MerchantInput, requestId: string) =>
  call(api.merchants.index.$put({ header: { 'idempotency-key': requestId }, json }))

const of = (merchantRef: string, requestId: string) => ({
  param: { merchantRef },
  header: { 'idempotency-key': requestId },
})
export const proveMerchant = (id: string, requestId: string) =>
  call(api.merchants[':merchantRef'].proof.$post(of(id, requestId)))
export const retireMerchant = (id: string, requestId: string) =>
  call(api.merchants[':merchantRef'].retirement.$post(of(id, requestId)))
