import type { CivilDate } from '@heju/kernel'

/** The days of an occupancy, both included; null where not known, or where it goes on. */
export interface Stretch {
  fromOn: string | null
  toOn: string | null
}

const ever = { first: '', last: '9999-12-31' }

/** Whether two stretches have a day in common. What is not known reaches as far as it can. */
export function overlap(a: Stretch, b: Stretch): boolean {
  return (
    (a.fromOn ?? ever.first) <= (b.toOn ?? ever.last) && (b.fromOn ?? ever.first) <= (a.toOn ?? ever.last)
  )
}

/**
 * Whether two rows tell of one stretch: with the same days, or one without any beside one that goes on. A row without
 * days beside one that has ended may be a return, and is not taken for the same.
 */
export function sameStretch(a: Stretch, b: Stretch): boolean {
  if (a.fromOn === b.fromOn && a.toOn === b.toOn) return true
  const undated = (one: Stretch) => one.fromOn === null && one.toOn === null
  return (undated(a) && b.toOn === null) || (undated(b) && a.toOn === null)
}

/** The two in order when the last day of one is the first of the other, and the one that ends has days before it. */
export function changeOnOneDay<S extends Stretch>(a: S, b: S): { ends: S; begins: S } | null {
  if (a.toOn !== null && a.toOn === b.fromOn && a.fromOn !== a.toOn && b.toOn !== b.fromOn)
    return { ends: a, begins: b }
  if (b.toOn !== null && b.toOn === a.fromOn && b.fromOn !== b.toOn && a.toOn !== a.fromOn)
    return { ends: b, begins: a }
  return null
}

/**
 * The days that both have where one leaves and the other comes within one month, and the two have more than a day in common:
 * who owes these is not told. It is so where both are told as months.
 */
export function monthOfChange(a: Stretch, b: Stretch): { fromOn: string; toOn: string } | null {
  const [before, after] = (a.fromOn ?? ever.first) < (b.fromOn ?? ever.first) ? [a, b] : [b, a]
  const { toOn } = before
  const { fromOn } = after
  if (fromOn === null || toOn === null || fromOn.slice(0, 7) !== toOn.slice(0, 7)) return null
  const isChange = (before.fromOn ?? ever.first) < fromOn && toOn < (after.toOn ?? ever.last)
  return isChange && fromOn < toOn ? { fromOn, toOn } : null
}

/** The first day of who is told without one: he came after those who left before he does. Null where nobody did. */
export function dayAfterOthers(one: Stretch, others: readonly Stretch[]): CivilDate | null {
  if (one.fromOn !== null) return null
  const left = others.flatMap(({ toOn }) => (toOn !== null && toOn < (one.toOn ?? ever.last) ? [toOn] : []))
  const last = left.toSorted().at(-1)
  return last === undefined ? null : dayAfter(last)
}

/**
 * The first day of a co-owner who is told without one: that of the owner with whom he is there on his last day, the earliest
 * where there are several; of one whose last day is told, and comes after that of all owners, that of the last of these. Null
 * where no day of theirs is told.
 */
export function dayOfOwner(one: Stretch, owners: readonly Stretch[]): CivilDate | null {
  const last = one.toOn ?? ever.last
  const begun = owners.filter(({ fromOn }) => fromOn !== null && fromOn <= last)
  const ends = begun.map(({ toOn }) => toOn ?? ever.last).toSorted()
  const until = one.toOn === null ? last : [last, ends.at(-1) ?? last].toSorted()[0]!
  const days = begun.flatMap(({ fromOn, toOn }) => (until <= (toOn ?? ever.last) ? [fromOn!] : []))
  return (days.toSorted()[0] as CivilDate | undefined) ?? null
}

export function dayBefore(day: string): CivilDate {
  return daysOn(day, -1)
}

export function dayAfter(day: string): CivilDate {
  return daysOn(day, 1)
}

function daysOn(day: string, days: number): CivilDate {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10) as CivilDate
}
