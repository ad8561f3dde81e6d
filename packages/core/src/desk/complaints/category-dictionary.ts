/**
 * What complaints are about: the one list into which the documents' three taxonomies (D92, D93, D94) are merged, with its
 * second level. The codes name texts in every language.
 */
export const categoryDictionary = [
  { code: 'facilities', children: ['air_conditioning', 'lighting', 'water', 'power', 'lift'] },
  { code: 'services', children: ['attitude', 'quality', 'mail'] },
  { code: 'fees', children: [], aboutFees: true },
  { code: 'building_quality', children: [] },
  { code: 'renovation', children: [] },
  { code: 'vehicles', children: [] },
  { code: 'community_events', children: [] },
  { code: 'incidents', children: [] },
  { code: 'neighbours', children: [] },
  { code: 'misunderstanding', children: [] },
  { code: 'other', children: [] },
] as const satisfies readonly { code: string; children: readonly string[]; aboutFees?: boolean }[]

/** What staff judge a complaint to have been (认识不足); nobody who complains is asked to call it that. */
export const categoriesOfStaff: readonly string[] = ['misunderstanding']

export const categoryCodes: readonly string[] = categoryDictionary.flatMap(({ code, children }) => [
  code,
  ...children,
])
