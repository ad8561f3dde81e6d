import type { OccupancyDraft, Source } from './draft.ts'
import { keysOf, type HolderLeftOut, type LeftOut } from './holders-left-out.ts'
import type { PeopleBook } from './people-book.ts'
import type { Registered } from './registered.ts'
import { changeOnOneDay, overlap, type Stretch } from './stretches.ts'

/** One who comes in, with the days that are told of him: those of others move them. */
export interface Coming {
  one: OccupancyDraft
  told: Stretch
}

/** Those of a place who have it one after the other. */
export interface Turn {
  /** In the order in which they are told. */
  coming: readonly Coming[]
  leftOut: readonly HolderLeftOut[]
}

/**
 * Who has to wait for those of his turn who are left out, each with the row of one: by the corrected file another would pay than
 * by a workbook that is right at once.
 * - Who is told after one who may be there at the same time would come in as the owner, and that one become a co-owner;
 * - who tells no first day, and comes after one who may have left, would owe for the days of that one;
 * - who leaves on the day on which that one may have come would owe it.
 *
 * So nobody waits who is told before and goes on, nor beside an owner who comes in and stays. A successor waits for the row of his
 * predecessor unless it tells a last day and he a later first one, and a predecessor for that of his successor unless it tells a
 * first day, and another one than his last. Who waits is left out himself for those after him. Who is on record stays what he is.
 */
export function whoWaits(
  { coming, leftOut }: Turn,
  isOnRecord: (one: OccupancyDraft) => boolean,
  people: PeopleBook,
): ReadonlyMap<OccupancyDraft, Source> {
  const waiting = new Map<OccupancyDraft, Source>()
  const away = [...leftOut]
  let known = -1
  while (away.length > 0 && known !== away.length) {
    known = away.length
    const left = coming.filter(({ one }) => !waiting.has(one))
    for (const [at, each] of left.entries()) {
      if (isOnRecord(each.one)) continue
      const before = left.slice(0, at)
      const other = away.find((holder) => waitsFor(each, holder, before, people))
      if (other === undefined) continue
      waiting.set(each.one, other.source)
      away.push(waitingAs(each, coming))
    }
  }
  return waiting
}

function waitingAs({ one, told }: Coming, coming: readonly Coming[]): HolderLeftOut {
  const { place, role, source } = one
  const all = coming.map((is) => is.one)
  const before = all.slice(0, all.indexOf(one))
  const unclear = { isFirstUnclear: told.fromOn === null, isLastUnclear: told.toOn !== null }
  return { place, role, source, ...told, ...unclear, people: [], before }
}

function waitsFor(
  { one, told }: Coming,
  left: HolderLeftOut,
  before: readonly Coming[],
  people: PeopleBook,
): boolean {
  if (keysOf(one, people).some((key) => left.people.includes(key))) return false
  const [fromOn, toOn] = [left.isFirstUnclear ? null : left.fromOn, left.isLastUnclear ? null : left.toOn]
  if (told.fromOn === null && (left.isLastUnclear || toOn !== null)) return true
  if (told.toOn !== null && (left.isFirstUnclear || fromOn === told.toOn)) return true
  const days = { fromOn, toOn }
  // Of one who came on his last day that day is his alone, and so may be that of whose first day is not known.
  const isChange = !left.isFirstUnclear && changeOnOneDay(days, told) !== null
  if (left.before.includes(one) || !overlap(days, told) || isChange) return false
  return !before.some((is) => is.told.toOn === null && overlap(is.told, told))
}

/**
 * Whether a co-owner who tells no first day may have come with an owner who does not come in, or after him: not where he is told
 * with one who has a day, nor where another is there on his last day and none of those can be, or none of them tells a day.
 */
export function mayHaveCome(
  { toOn }: OccupancyDraft,
  of: { own: readonly OccupancyDraft[]; holders: readonly OccupancyDraft[]; away: readonly LeftOut[] },
): boolean {
  const isThere = (days: Stretch) =>
    overlap({ fromOn: days.fromOn, toOn: days.toOn }, { fromOn: toOn ?? endless, toOn })
  const isBegun = ({ fromOn, fromAssumed }: OccupancyDraft) => fromOn !== null && !fromAssumed
  if (of.own.some(isBegun)) return false
  if (!of.holders.some((one) => one.toOn === null)) return true
  const told = of.away.filter(
    (one) => one.isFirstUnclear || one.isLastUnclear || one.fromOn !== null || one.toOn !== null,
  )
  const came = of.holders.some((one) => isBegun(one) && isThere(one))
  return told.some((one) => !came || one.isLastUnclear || isThere(one))
}

const endless = '9999-12-31'

/** Whether somebody has the place by the registry, now. */
export function onRecord(
  { owners, spaces }: Registered,
  people: PeopleBook,
): (one: OccupancyDraft) => boolean {
  return (one) => {
    const { kind, key } = one.place
    const holders = (kind === 'room' ? owners?.get(key) : spaces?.get(key)?.holders.flat()) ?? []
    return keysOf(one, people).some((each) => holders.includes(each))
  }
}
