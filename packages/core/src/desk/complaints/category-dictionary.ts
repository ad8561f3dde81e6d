import type { ServiceLine } from '../../estate/service-lines/index.ts'

/**
 * What complaints are about: the one list into which the documents' three taxonomies (D92, D93, D94) are merged, with its
 * second level, and the service line that each of the first level belongs to (D8). The codes name texts in every language.
 */
export const categoryDictionary = [
  {
    code: 'facilities',
    line: 'building_equipment',
    children: ['air_conditioning', 'lighting', 'water', 'power', 'lift'],
  },
  { code: 'services', line: 'customer_service', children: ['attitude', 'quality', 'mail'] },
  { code: 'fees', line: 'customer_service', children: [], aboutFees: true },
  { code: 'building_quality', line: 'building_fabric', children: [] },
  { code: 'renovation', line: 'building_fabric', children: [] },
  { code: 'vehicles', line: 'traffic', children: [] },
  { code: 'community_events', line: 'customer_service', children: [] },
  { code: 'incidents', line: 'security', children: [] },
  { code: 'neighbours', line: 'customer_service', children: [] },
  { code: 'misunderstanding', line: 'customer_service', children: [] },
  { code: 'other', line: 'customer_service', children: [] },
] as const satisfies readonly {
  code: string
  line: ServiceLine
  children: readonly string[]
  aboutFees?: boolean
}[]

/** What staff judge a complaint to have been (认识不足); nobody who complains is asked to call it that. */
export const categoriesOfStaff: readonly string[] = ['misunderstanding']

export const categoryCodes: readonly string[] = categoryDictionary.flatMap(({ code, children }) => [
  code,
  ...children,
])
