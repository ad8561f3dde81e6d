import { addDays, type CivilDate } from '@heju/kernel'
import type { TargetKind } from '../items/index.ts'
import { overlap, type Stretch } from './amounts.ts'
import type { PayerStretch } from './rules.ts'
import { payingRoles } from './targets.ts'

/** Who is what to a place, from when to when, both days included; an end of null is open. */
export interface Occupant {
  personId: string
  role: string
  fromOn: CivilDate | null
  toOn: CivilDate | null
}

/** An agreement by which a user pays (物业管理条例 41). */
export interface Agreement {
  personId: string
  fromOn: CivilDate | null
  toOn: CivilDate | null
}

type Range = { fromOn: CivilDate | null; toOn: CivilDate | null }

/**
 * Who owes a stretch of days, day by day, merged to stretches of the same payer; null where nobody is known.
 *
 * Whoever owned for the whole stretch owes all of it, co-owners being liable for the whole together. Otherwise each day
 * is owed by the first of the paying roles that there is on it: a debt stays with the owner of its time (民法典 945),
 * and what is not sold is its developer's (D128). By agreement a user pays instead and the owner stays liable, on the days
 * on which they are at the place, as whatever: whoever came later or was away in between is not there for an agreement to
 * hold. A user who has become the owner pays alone.
 *
 * `payer-sql.ts` says the same in SQL; a property test holds the two together.
 */
export function payersOf(
  kind: TargetKind,
  stretch: Stretch,
  occupants: readonly Occupant[],
  agreements: readonly Agreement[],
): PayerStretch[] {
  const throughout = payerThroughout(kind, stretch, occupants)
  const stretches: PayerStretch[] = []
  for (const { fromOn: day, toOn } of unchangedParts(stretch, [...occupants, ...agreements])) {
    const owes = throughout ?? payerOn(kind, day, occupants)
    const agreed = agreedPayer(day, occupants, agreements)
    const personId = agreed ?? owes
    const liablePersonId = agreed === undefined || agreed === owes ? null : owes
    const last = stretches.at(-1)
    if (last !== undefined && last.personId === personId && last.liablePersonId === liablePersonId) {
      last.toOn = toOn
    } else {
      stretches.push({ fromOn: day, toOn, personId, liablePersonId })
    }
  }
  return stretches
}

/** A stretch cut where any of the ranges begins or has ended: within a part each day is like its first. */
function unchangedParts(stretch: Stretch, ranges: readonly Range[]): Stretch[] {
  const changes = ranges.flatMap(({ fromOn, toOn }) => [
    ...(fromOn === null ? [] : [fromOn]),
    ...(toOn === null || toOn >= stretch.toOn ? [] : [addDays(toOn, 1)]),
  ])
  const within = changes.filter((day) => day > stretch.fromOn && day <= stretch.toOn)
  const firsts = [stretch.fromOn, ...new Set(within.toSorted())]
  return firsts.map((fromOn, at) => {
    const next = firsts[at + 1]
    return { fromOn, toOn: next === undefined ? stretch.toOn : addDays(next, -1) }
  })
}

/** Who owes every day of the stretch alone, or null when it changes hands or nobody is known. */
function payerThroughout(kind: TargetKind, stretch: Stretch, occupants: readonly Occupant[]): string | null {
  for (const role of payingRoles[kind]) {
    const theirs = occupants.filter((occupant) => occupant.role === role && overlap(occupant, stretch))
    const first = firstEntered(theirs.filter((occupant) => covers(occupant, stretch)))
    if (first !== null || theirs.length > 0) return first
  }
  return null
}

function payerOn(kind: TargetKind, day: CivilDate, occupants: readonly Occupant[]): string | null {
  const there = occupants.filter((occupant) => covers(occupant, { fromOn: day, toOn: day }))
  const role = payingRoles[kind].find((paying) => there.some((occupant) => occupant.role === paying))
  return firstEntered(there.filter((occupant) => occupant.role === role))
}

/** The user who pays a day by agreement and is at the place on it. */
function agreedPayer(
  day: CivilDate,
  occupants: readonly Occupant[],
  agreements: readonly Agreement[],
): string | undefined {
  const onDay = (range: Range) => covers(range, { fromOn: day, toOn: day })
  const isThere = (personId: string) => occupants.some((each) => each.personId === personId && onDay(each))
  return agreements.find((agreement) => onDay(agreement) && isThere(agreement.personId))?.personId
}

/** Ids are given in the order of time. */
function firstEntered(occupants: readonly Occupant[]): string | null {
  const ids = occupants.map((occupant) => occupant.personId).toSorted()
  return ids[0] ?? null
}

function covers({ fromOn, toOn }: Range, stretch: Stretch): boolean {
  return (fromOn === null || fromOn <= stretch.fromOn) && (toOn === null || toOn >= stretch.toOn)
}
