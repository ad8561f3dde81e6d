import { addDays, addMonths, firstDay, lastDay, periodOf, type CivilDate, type Period } from '@heju/kernel'
import type { TargetKind } from '../items/index.ts'
import { payersOf, type Agreement, type Occupant } from './payers.ts'

/** Who owes, from when to when, both days included; an end of null is open, and nobody known is null. */
export interface LineStretch {
  fromOn: CivilDate | null
  toOn: CivilDate | null
  personId: string | null
  liablePersonId: string | null
}

/**
 * Who owes a place for all time, as whole months of it are billed: in a month in which something changes it is asked day by
 * day, and any other month is owed as its first day is. Neighbours are never the same.
 */
export function payerLine(
  kind: TargetKind,
  occupants: readonly Occupant[],
  agreements: readonly Agreement[],
): LineStretch[] {
  const owed = (fromOn: CivilDate, toOn: CivilDate) => payersOf(kind, { fromOn, toOn }, occupants, agreements)
  const line: LineStretch[] = []
  const add = (stretch: LineStretch) => {
    const last = line.at(-1)
    if (last && last.personId === stretch.personId && last.liablePersonId === stretch.liablePersonId)
      last.toOn = stretch.toOn
    else line.push({ ...stretch })
  }
  const months = monthsOfChange([...occupants, ...agreements])
  let next: CivilDate | null = null
  for (const month of months) {
    const [first, last] = [firstDay(month), lastDay(month)]
    if (next === null || next < first) {
      const before = addDays(first, -1)
      add({ ...owed(before, before)[0]!, fromOn: next, toOn: before })
    }
    for (const stretch of owed(first, last)) add(stretch)
    next = firstDay(addMonths(month, 1))
  }
  const after = next ?? anyDay
  add({ ...owed(after, after)[0]!, fromOn: next, toOn: null })
  return line
}

/** Where nothing ever changes, one day is like any other. */
const anyDay = '2000-01-01' as CivilDate

function monthsOfChange(
  ranges: readonly { fromOn: CivilDate | null; toOn: CivilDate | null }[],
): readonly Period[] {
  const days = ranges.flatMap(({ fromOn, toOn }) => [
    ...(fromOn === null ? [] : [fromOn]),
    ...(toOn === null ? [] : [addDays(toOn, 1)]),
  ])
  return [...new Set(days.map(periodOf))].toSorted()
}
