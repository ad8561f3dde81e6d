/** What complaints of a project and month are counted by. Counts of several add up; rates, and households of months, do not. */
const counts = [
  'complaints',
  'effective',
  'met',
  'missed',
  'running',
  'firstMet',
  'firstMissed',
  'reopened',
  'satisfied',
  'dissatisfied',
] as const
export type ComplaintCounts = Record<(typeof counts)[number], number>

/** The counts of some projects and months in all. */
export function sumOfCounts(rows: readonly ComplaintCounts[]): ComplaintCounts {
  const sums = counts.map((name) => [name, rows.reduce((all, row) => all + row[name], 0)])
  return Object.fromEntries(sums) as ComplaintCounts
}
