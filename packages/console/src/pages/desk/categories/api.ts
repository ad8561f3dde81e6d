import { api, call } from '../../../app/api.ts'

/** All that there are, also those that were put away, as pages list them: each of the first level before what is under it. */
export async function listAllCategories() {
  return (await call(api.complaints.categories.$get({ query: { archived: 'true' } }))).categories
}
export type Category = Awaited<ReturnType<typeof listAllCategories>>[number]
