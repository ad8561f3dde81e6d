/** What may be new about a run, in the order of its tabs. */
export const sorts = ['changed', 'added', 'gone'] as const

/** The tab that has most to tell, of equal ones the first. */
export function mostNews(counts: Readonly<Record<(typeof sorts)[number], number>>): (typeof sorts)[number] {
  return sorts.toSorted((a, b) => counts[b] - counts[a])[0] ?? 'changed'
}
