import { api, call, type Keyed } from '../../app/api.ts'

export const listMerchants = () => call(api.merchants.$get())
export type Merchant = Awaited<ReturnType<typeof listMerchants>>['merchants'][number]

export type MerchantInput = Parameters<typeof api.merchants.$put>[0]['json']
export const saveMerchant = (json: MerchantInput, header: Keyed) => call(api.merchants.$put({ header, json }))

const of = (merchantRef: string, header: Keyed) => ({
  param: { merchantRef },
  header,
})
export const proveMerchant = (id: string, header: Keyed) =>
  call(api.merchants[':merchantRef'].proof.$post(of(id, header)))
export const retireMerchant = (id: string, header: Keyed) =>
  call(api.merchants[':merchantRef'].retirement.$post(of(id, header)))
