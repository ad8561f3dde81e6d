import { api, call } from '../../../app/api.ts'

type StaffQuery = Parameters<typeof api.staff.$get>[0]['query']
export const listStaff = (query: StaffQuery) => call(api.staff.$get({ query }))
export type Colleague = Awaited<ReturnType<typeof listStaff>>['items'][number]

/** @param assignments roles that they would have, as JSON */
export const readHoldings = (staffId: string, assignments?: string) =>
  call(
    api.staff[':staffId'].holdings.$get({
      param: { staffId },
      query: { ...(assignments !== undefined && { assignments }) },
    }),
  )
export type Holdings = Awaited<ReturnType<typeof readHoldings>>

const held = api.staff[':staffId'].held
export const listHeld = (staffId: string, query: Parameters<typeof held.$get>[0]['query']) =>
  call(held.$get({ param: { staffId }, query }))
export type HeldThing = Awaited<ReturnType<typeof listHeld>>['items'][number]
