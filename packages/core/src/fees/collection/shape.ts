export * from './measures.ts'

/** So many days after it fell due, what was collected of a month is measured, to be compared with other months. */
export const measuredAfterDays = 30
