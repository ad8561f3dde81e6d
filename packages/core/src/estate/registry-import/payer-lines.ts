import { naturalSortKey } from '@heju/kernel'
import type { LineStretch } from '../../fees/billing/index.ts'
import type { Source } from './draft.ts'
import type { LeftOut } from './left-out-places.ts'
import { isSame, isThroughout, payersAfter, type PayersOfPlace } from './payers-after.ts'
import { placeNames } from './place-names.ts'
import type { ToldOccupancy } from './plan-occupancies.ts'
import type { PlanParts } from './plan-parts.ts'
import type { PersonFound } from './plan-people.ts'
import { placeOf, sourcesOf } from './told-by.ts'
import { dayAfter, dayBefore } from './stretches.ts'

/** Who owes from when to when, both days included; nobody is null. */
export interface ShownStretch {
  fromOn: string | null
  toOn: string | null
  payer: string | null
  /** The owner beside one who pays by agreement. */
  liable: string | null
  /** Whether the day is one that no row tells so. */
  fromAssumed: boolean
  toAssumed: boolean
  /** Whether nobody owes on days after somebody did, or on which somebody owes as it is on record. */
  isGap: boolean
}

/** Who pays for a place from when to when once an import is applied, as its bills will be made out. */
export interface PayerLine {
  /** `kind|key` */
  place: string
  name: string
  after: ShownStretch[]
  /** As it is on record. */
  before: ShownStretch[]
  /** Who could owe as well, as co-owners do, and is billed on no day. */
  unbilled: string[]
  sources: Source[]
  /** Whether it may be what was left out before the rows of that told otherwise. */
  leftBefore: boolean
}

export interface PayerLines {
  /** Places where payment changes hands, is bounded in time, or is owed by several, in their order. */
  lines: PayerLine[]
  /** How many places one payer owes for all time: they are not shown. */
  throughout: number
  /** Who is meant by the names of each line: the same for the same workbook and registry. */
  identity: string[]
  /** Places that are shown because they are left out, and for nothing else. */
  onlyLeft: ReadonlySet<string>
}

/**
 * The lines of the places where an import changes who pays, to be looked at by a person. Places that are left out, and those
 * that may be meant by what was left out before its rows told otherwise, stay in sight as long as people would come in.
 */
export function payerLines(
  { draft, existing }: Pick<PlanParts, 'draft' | 'existing'>,
  told: readonly ToldOccupancy[],
  people: ReadonlyMap<string, PersonFound>,
  { out, before }: LeftOut,
): PayerLines {
  const toldBefore = new Set(before.flatMap(({ now }) => now))
  const inSight = new Set([...out.keys(), ...toldBefore])
  const changed = payersAfter(existing, told, inSight)
  const placeName = placeNames(draft, existing)
  const isAsked = (one: PayersOfPlace) => !isThroughout(one) && !isSame(one)
  const shown = changed
    .filter((one) => inSight.has(one.place) || isAsked(one))
    .map((one) => ({ ...one, name: placeName.get(one.place) ?? one.place }))
    .toSorted(inOrder)
  const nameOf = new Map([
    ...existing.people.map(({ id, name }) => [id, name] as const),
    ...[...people.values()].map(({ row }) => [row.id, row.name] as const),
  ])
  // Ids of people who are new are made anew each time.
  const keyOf = new Map([...people].map(([key, { known, row }]) => [row.id, known ? row.id : `new:${key}`]))
  const untaken = Map.groupBy(draft.untaken, placeOf)
  return {
    lines: shown.map((one) => ({
      ...lineOf(one, nameOf),
      sources: sourcesOf(
        toldBefore.has(one.place) ? [...draftsOf(one), ...(untaken.get(one.place) ?? [])] : takenOf(one),
      ),
      leftBefore: toldBefore.has(one.place),
    })),
    throughout: changed.length - shown.length,
    onlyLeft: new Set(shown.flatMap((one) => (isAsked(one) || toldBefore.has(one.place) ? [] : [one.place]))),
    identity: shown.map((one) =>
      idsOf(one)
        .map((id) => keyOf.get(id) ?? id)
        .join(),
    ),
  }
}

/**
 * All whose rows tell of a place, also those who do not come in: for one that may be meant by what was left out. Of one that is
 * left out the line stays as it was, since the question goes by it.
 */
const draftsOf = ({ told }: PayersOfPlace) => told.map(({ draft }) => draft)
const takenOf = ({ told }: PayersOfPlace) =>
  told.flatMap(({ becomes, draft }) => (becomes === 'refused' ? [] : [draft]))

function lineOf(
  one: PayersOfPlace & { name: string },
  nameOf: Names,
): Omit<PayerLine, 'leftBefore' | 'sources'> {
  const { place, name, before, after, unbilled } = one
  const assumed = assumedDays(one)
  return {
    place,
    name,
    after: after.map((stretch, at) => ({
      ...shownStretch(stretch, nameOf, assumed),
      isGap: stretch.personId === null && (at > 0 || isOwed(before, stretch.toOn)),
    })),
    before: before.map((stretch) => ({ ...shownStretch(stretch, nameOf, nothingAssumed), isGap: false })),
    unbilled: unbilled.map((id) => nameOf.get(id) ?? ''),
  }
}

/** Whether anybody owes on days up to one. */
function isOwed(line: readonly LineStretch[], toOn: string | null): boolean {
  return line.some(({ personId, fromOn }) => personId !== null && (toOn === null || (fromOn ?? '') <= toOn))
}

type Names = ReadonlyMap<string, string>

interface Assumed {
  isFirst: (day: string) => boolean
  isLast: (day: string) => boolean
}
const nothingAssumed: Assumed = { isFirst: () => false, isLast: () => false }

function shownStretch(
  { fromOn, toOn, personId, liablePersonId }: LineStretch,
  nameOf: Names,
  assumed: Assumed,
): Omit<ShownStretch, 'isGap'> {
  const named = (id: string | null) => (id === null ? null : (nameOf.get(id) ?? ''))
  return {
    fromOn,
    toOn,
    payer: named(personId),
    liable: named(liablePersonId),
    fromAssumed: fromOn !== null && assumed.isFirst(fromOn),
    toAssumed: toOn !== null && assumed.isLast(toOn),
  }
}

/**
 * The days that no row tells so: those of who is there, and the turn of a month at which the bills pass from one to the other
 * while both are there.
 */
function assumedDays({ told, ends }: PayersOfPlace): Assumed {
  const [first, last] = [new Set<string>(), new Set<string>()]
  for (const { draft, row, householdUnclear } of told) {
    if ((draft.fromAssumed || draft.fromCalculated) && row?.fromOn) first.add(row.fromOn)
    if (draft.toCalculated && row?.toOn) last.add(row.toOn)
    // Whoever owes up to then may have come with him.
    if (householdUnclear && row?.fromOn && !ends.last.has(dayBefore(row.fromOn)))
      last.add(dayBefore(row.fromOn))
  }
  // A co-owner came on the day that the row of his owner tells.
  for (const { draft } of told)
    if (!draft.fromAssumed && !draft.fromCalculated) first.delete(draft.fromOn ?? '')
  return {
    isFirst: (day) => first.has(day) || !(ends.first.has(day) || ends.last.has(dayBefore(day))),
    isLast: (day) => last.has(day) || !(ends.last.has(day) || ends.first.has(dayAfter(day))),
  }
}

function idsOf({ before, after, unbilled }: PayersOfPlace): string[] {
  const owing = [...before, ...after].flatMap(({ personId, liablePersonId }) => [personId, liablePersonId])
  return [...owing.map((id) => id ?? ''), ...unbilled]
}

/** Rooms before spaces, each in the order in which people count. */
function inOrder(a: { place: string; name: string }, b: { place: string; name: string }): number {
  const keyOf = ({ place, name }: typeof a) => `${place.startsWith('room|') ? 0 : 1}${naturalSortKey(name)}`
  return keyOf(a) < keyOf(b) ? -1 : 1
}

/** Whether there are days that no row tells so. */
export function hasAssumed({ after }: PayerLine): boolean {
  return after.some(({ fromAssumed, toAssumed }) => fromAssumed || toAssumed)
}

export function hasGap({ after }: PayerLine): boolean {
  return after.some(({ isGap }) => isGap)
}
