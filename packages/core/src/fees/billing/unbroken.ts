import { addDays, type CivilDate } from '@heju/kernel'

/** Days on which a tariff charges a place, both included; without an end it goes on. */
interface Assigned {
  tariffId: string
  fromOn: string
  toOn: string | null
}

/**
 * Assignments of one place, those of one tariff that follow one upon the other as one, in the order of their beginning. What
 * parts them is what was said of its days: the place is charged as if they were one.
 */
export function unbroken<T extends Assigned>(assigned: readonly T[]): T[] {
  const joined: T[] = []
  for (const next of assigned.toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1))) {
    const at = joined.findLastIndex(({ tariffId }) => tariffId === next.tariffId)
    const before = joined[at]
    if (before !== undefined && dayAfter(before.toOn) === next.fromOn)
      joined[at] = { ...before, toOn: next.toOn }
    else joined.push(next)
  }
  return joined
}

function dayAfter(day: string | null): string | null {
  return day === null ? null : addDays(day as CivilDate, 1)
}
