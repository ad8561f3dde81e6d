import { api, call } from '../../../app/api.ts'
import type { Send } from '../../../parts/form.ts'

export const listMerchants = () => call(api.merchants.$get())
export type Merchant = Awaited<ReturnType<typeof listMerchants>>['merchants'][number]

export type MerchantInput = Parameters<typeof api.merchants.$put>[0]['json']
export const saveMerchant = (json: MerchantInput, send: Send) => send(api.merchants.$put, { json })

const of = (merchantRef: string) => ({ param: { merchantRef } })
export const proveMerchant = (id: string, send: Send) =>
  send(api.merchants[':merchantRef'].proof.$post, of(id))
export const retireMerchant = (id: string, send: Send) =>
  send(api.merchants[':merchantRef'].retirement.$post, of(id))
