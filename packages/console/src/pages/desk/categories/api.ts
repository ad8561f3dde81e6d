import { api, call } from '../../../app/api.ts'

/** All that there are, also those that were put away, as pages list them: each of the first level before what is under it. */
export async function listAllCategories() {
  const { categories } = await call(api.complaints.categories.$get({ query: { archived: 'true' } }))
  const under = Map.groupBy(categories, ({ parentId }) => parentId)
  return (under.get(null) ?? []).flatMap((top) => [top, ...(under.get(top.id) ?? [])])
}
export type Category = Awaited<ReturnType<typeof listAllCategories>>[number]
