import { newId, type CivilDate } from '@heju/kernel'
import {
  isTitle,
  joinedPlates,
  owningRoles,
  platesIn,
  type OccupancyRole,
  type OccupancyRow,
} from '../registry/index.ts'
import { asWritten } from './codes-alike.ts'
import type { OccupancyDraft, RegistryDraft } from './draft.ts'
import type { ExistingOccupancy } from './existing.ts'
import { householdsOf, withHouseholds } from './household-on-record.ts'
import type { ImportCount } from './import-rules.ts'
import type { PlanParts } from './plan-parts.ts'
import type { Problems } from './problems.ts'
import { placeKeys } from './plan-people.ts'
import { isCoOwner, turnBefore, turnOf } from './settle-occupancies.ts'
import { dayAfter, dayAfterOthers, dayOfOwner, monthOfChange, overlap } from './stretches.ts'
import { placeOf } from './told-by.ts'

/** What becomes of who is told at a place. */
export interface ToldOccupancy {
  /** With the first day that follows from who left. */
  draft: OccupancyDraft
  /** `kind|key` of the place. */
  place: string
  /** Id of what is on record of it. */
  known?: string | undefined
  becomes: 'created' | 'changed' | 'unchanged' | 'refused'
  row: OccupancyRow | null
  /** An owner beside whom somebody on record may have come with him, or with another: it is not told from which day. */
  householdUnclear?: true
}

export interface OccupanciesPlan {
  /** Those of one place stand together, what is completed on record before who is new: that was judged by it. */
  rows: OccupancyRow[]
  count: ImportCount
  /** Keys of people of the draft who stand at no place of it but such as are refused. */
  refused: ReadonlySet<string>
  /** The same, of places that a person leaves out. */
  leftOut: ReadonlySet<string>
}

/**
 * Works out who is new at which place. An import never ends anything and never moves a day that is on record: where the
 * registry has another owner, or has somebody there at other days of the same time, nothing is changed and it is
 * reported. A transfer and a correction have their own verbs, with consequences for debts.
 */
export function planOccupancies(parts: PlanParts, ids: ReadonlyMap<string, string>): ToldOccupancy[] {
  const { draft, existing, problems, now, today } = parts
  const keys = placeKeys(existing)
  const known = Map.groupBy(
    existing.occupancies,
    (one) => keys.get(one.roomId ?? one.parkingSpaceId ?? '') ?? '',
  )
  const found: ToldOccupancy[] = []
  for (const [place, drafts] of Map.groupBy(draft.occupancies, placeOf)) {
    const onRecord = known.get(place) ?? []
    const told = drafts.map((one) => withoutDayOfRoom(one, ids.get(one.personKey), known))
    const ownOf = (one: OccupancyDraft) =>
      onRecord.filter(
        (is) => is.personId === ids.get(one.personKey) && (one.roleAssumed || sameRole(is.role, one.role)),
      )
    const sameAs = (one: OccupancyDraft) => {
      const own = ownOf(one)
      return own.find((is) => is.toOn === one.toOn) ?? own.find((is) => isUndated(one) && runs(is, today))
    }
    const toldOf = new Map(
      told.flatMap((one) => {
        const same = sameAs(one)
        return same ? [[same.id, one] as const] : []
      }),
    )
    const coming = told.filter((one) => sameAs(one) === undefined)
    const households = householdsOf(
      onRecord,
      toldOf,
      coming.map((one) => ({ ...one, personId: ids.get(one.personKey)! })),
    )
    // As it will be: a first day that is not on record is completed, and who left before it was there alone.
    const firstDays = new Map([
      ...[...toldOf].map(([id, { fromOn }]) => [id, fromOn] as const),
      ...households.flatMap(({ coOwner, day }) => (day === null ? [] : [[coOwner.id, day] as const])),
    ])
    const here = onRecord.map((is) => ({ ...is, fromOn: is.fromOn ?? firstDays.get(is.id) ?? null }))
    const planned: ToldOccupancy[] = []
    for (const asTold of told) {
      const personId = ids.get(asTold.personKey)!
      const same = sameAs(asTold)
      const others = here.filter((is) => is.personId !== personId)
      const inTurn = others.filter(isOfTurn(asTold, turnOf))
      const one = begun(asTold, others.filter(isOfTurn(asTold, turnBefore)))
      const differs = same
        ? begunOtherwise(same, asTold) && begunOtherwise(same, one)
        : ownOf(one).some((is) => overlap(is, one))
      if (differs) problems.add('occupancy_differs', one.source)
      const takes = !same && !differs && takesOver(here, told, one, ids)
      if (takes) reportOwner(one, draft, problems)
      const begins = !same || (same.fromOn === null && asTold.fromOn !== null)
      const unclear = !differs && !takes && begins ? changeUnclear(one, inTurn) : undefined
      if (unclear) problems.add('change_from_record_unclear', one.source, unclear)
      if (takes || unclear || (differs && !same)) {
        planned.push({ draft: one, place, becomes: 'refused', row: null })
        continue
      }
      if (same && same.shareE4 !== null && one.shareE4 !== null && same.shareE4 !== one.shareE4)
        problems.add('share_differs', one.source, {
          registered: same.shareE4 / 100,
          told: one.shareE4 / 100,
        })
      const row = same
        ? addition({ ...asTold, fromOn: firstDay(asTold, one) }, same, here)
        : newRow(one, personId, titleIsHeld(here, one), now)
      planned.push({
        draft: one,
        place,
        known: same?.id,
        becomes: !same ? 'created' : row === null ? 'unchanged' : 'changed',
        row: row && { ...row, kind: one.place.kind, placeKey: one.place.key },
      })
    }
    found.push(...withHouseholds(planned, households))
  }
  return found
}

/** Says that a place has another owner on record; a row of a room may tell several spaces. */
function reportOwner({ place, source }: OccupancyDraft, draft: RegistryDraft, problems: Problems): void {
  const space = place.kind === 'parking' && draft.parkingSpaces.find(({ key }) => key === place.key)
  if (!space) return problems.add('owner_differs', source)
  problems.add('space_owner_differs', { ...source, value: space.code }, { space: asWritten(space) })
}

/**
 * A space that somebody has on record gets the first day of the room beside which it stands in the write in which the room gets its
 * own, and only where it has none.
 */
function withoutDayOfRoom(
  one: OccupancyDraft,
  personId: string | undefined,
  known: ReadonlyMap<string, readonly ExistingOccupancy[]>,
): OccupancyDraft {
  const at = (place: string) =>
    (known.get(place) ?? []).filter((is) => is.personId === personId && is.toOn === null)
  if (one.besideRoom === undefined || at(placeOf(one)).length === 0) return one
  const isBegun = [...at(placeOf(one)), ...at(`room|${one.besideRoom}`)].some(({ fromOn }) => fromOn !== null)
  return isBegun ? { ...one, fromOn: null } : one
}

/** Says from which day somebody comes in of whom no row tells it. */
export function reportFirstDays(coming: readonly ToldOccupancy[], problems: Problems): void {
  for (const { draft, row } of coming)
    if (draft.fromAssumed && row !== null && row.fromOn !== null)
      problems.add(draft.fromOfOwner ? 'first_day_of_owner' : 'first_day_follows', draft.source, {
        day: row.fromOn,
      })
}

/** What is to be written of it, without the places that a person leaves out. */
export function occupanciesWithout(
  found: readonly ToldOccupancy[],
  isLeftOut: (place: string) => boolean,
): OccupanciesPlan {
  const [left, kept] = [
    found.filter(({ place }) => isLeftOut(place)),
    found.filter(({ place }) => !isLeftOut(place)),
  ]
  const those = (wanted: ToldOccupancy['becomes']) => kept.filter(({ becomes }) => becomes === wanted)
  const rows = [...Map.groupBy(kept, ({ place }) => place).values()].flatMap((here) =>
    (['changed', 'created'] as const).flatMap((wanted) =>
      here.flatMap(({ becomes, row }) => (becomes === wanted && row ? [row] : [])),
    ),
  )
  const keysOf = (some: readonly ToldOccupancy[]) => new Set(some.map(({ draft }) => draft.personKey))
  const taken = keysOf(kept.filter(({ becomes }) => becomes !== 'refused'))
  return {
    rows,
    count: {
      created: those('created').length,
      changed: those('changed').length,
      unchanged: those('unchanged').length,
    },
    refused: keysOf(those('refused').filter(({ draft }) => !taken.has(draft.personKey))),
    leftOut: keysOf(left.filter(({ draft }) => !taken.has(draft.personKey))),
  }
}

type Row = Omit<OccupancyRow, 'kind' | 'placeKey'>

/**
 * With the first day of the owner on record, of a co-owner, or the one after those on record who left: where none is told, or
 * where it is the last one of somebody, since a day that is on record stays.
 */
function begun(one: OccupancyDraft, before: readonly ExistingOccupancy[]): OccupancyDraft {
  const told = { ...one, fromOn: one.fromAssumed ? null : one.fromOn }
  const onDay = before.some(({ toOn }) => toOn !== null && toOn === told.fromOn)
  const ofOwner =
    told.fromOn === null && isCoOwner(one.role) && !one.sharesTitle ? dayOfOwner(told, before) : null
  const first = ofOwner ?? (onDay ? dayAfter(told.fromOn!) : dayAfterOthers(told, before))
  const isLater = first !== null && first > (one.fromOn ?? '') && first <= (one.toOn ?? first)
  return isLater ? { ...one, fromOn: first, fromAssumed: true, fromOfOwner: ofOwner !== null } : one
}

/** What somebody on record gets as his first day: that of an owner who comes with the list is none for him. */
function firstDay(asTold: OccupancyDraft, one: OccupancyDraft): CivilDate | null {
  if (asTold.fromOfOwner) return null
  return asTold.fromAssumed && one.fromOfOwner ? one.fromOn : asTold.fromOn
}

/** Whether somebody on record has a place in the turn of who is told. @param turnIn which turn that is */
function isOfTurn(
  { place, role }: OccupancyDraft,
  turnIn: typeof turnOf,
): (is: ExistingOccupancy) => boolean {
  const turn = turnIn(place.kind, role)
  return (is) => turn !== null && turnOf(place.kind, is.role) === turn
}

/** The days of a month of which two would be there in turn, one of them on record. */
function changeUnclear(one: OccupancyDraft, inTurn: readonly ExistingOccupancy[]) {
  return inTurn.flatMap((is) => monthOfChange(is, one) ?? [])[0]
}

/** The registry has another first day for what goes on, or ended on that day. */
function begunOtherwise(is: ExistingOccupancy, one: OccupancyDraft): boolean {
  return is.fromOn !== null && one.fromOn !== null && !one.fromAssumed && is.fromOn !== one.fromOn
}

/** Whether the registry has other owners at that time, and the workbook names none of them as there then. */
function takesOver(
  here: readonly ExistingOccupancy[],
  told: readonly OccupancyDraft[],
  one: OccupancyDraft,
  ids: ReadonlyMap<string, string>,
): boolean {
  if (!owns(one.role)) return false
  const there = here.filter((is) => holdsOn(is, one))
  const titled = there.filter(({ role }) => isTitle(role))
  // Who is told beside a co-owner alone is another owner than the one who has the title.
  const owners = titled.length > 0 ? titled : there
  const beside = told.filter((other) => owns(other.role) && overlap(other, one))
  const toldOwners = beside.map(({ personKey }) => ids.get(personKey))
  return owners.length > 0 && !owners.some(({ personId }) => toldOwners.includes(personId))
}

/** A place has one owner at a time; who joins him is a co-owner. */
function titleIsHeld(here: readonly ExistingOccupancy[], one: OccupancyDraft): boolean {
  return here.some((is) => isTitle(is.role) && overlap(is, one))
}

/** Whether somebody owns a place on days of another. A co-owner who leaves is not succeeded by anybody. */
function holdsOn(is: ExistingOccupancy, one: OccupancyDraft): boolean {
  return owns(is.role) && (is.toOn === null || isTitle(is.role)) && overlap(is, one)
}

function newRow(one: OccupancyDraft, personId: string, owned: boolean, now: number): Row {
  const { shareE4, fromOn, toOn, plate } = one
  const role = owned && one.role === 'owner' ? 'co_owner' : one.role
  return { id: newId('occ', now), personId, role, shareE4, fromOn, toOn, plate }
}

/** Nothing is said of the days: whoever is there today is meant, also where the registry knows their last day. */
function isUndated({ fromOn, toOn, fromAssumed }: OccupancyDraft): boolean {
  return (fromOn === null || fromAssumed) && toOn === null
}

function runs({ fromOn, toOn }: ExistingOccupancy, day: string): boolean {
  return (fromOn ?? '') <= day && (toOn ?? day) >= day
}

/** What the workbook adds to an occupancy that is there; null when nothing. A plate is added to those that are known. */
function addition(
  one: OccupancyDraft,
  is: ExistingOccupancy,
  here: readonly ExistingOccupancy[],
): Row | null {
  const shareE4 = is.shareE4 === null ? one.shareE4 : null
  const fromOn = is.fromOn === null ? one.fromOn : null
  const known = new Set((one.plateAssumed ? here : [is]).flatMap(({ plate }) => platesIn(plate ?? '')))
  const plate = joinedPlates(platesIn(one.plate ?? '').filter((each) => !known.has(each)))
  if (shareE4 === null && fromOn === null && plate === null) return null
  return { id: is.id, personId: is.personId, role: is.role, shareE4, fromOn, toOn: is.toOn, plate }
}

const owning: readonly OccupancyRole[] = owningRoles

function owns(role: OccupancyRole): boolean {
  return owning.includes(role)
}

/** Who of the owners is first is not told again: owner and co-owner are one. */
function sameRole(a: OccupancyRole, b: OccupancyRole): boolean {
  return a === b || (owns(a) && owns(b))
}
