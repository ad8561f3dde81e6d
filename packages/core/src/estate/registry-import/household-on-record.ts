import type { CivilDate } from '@heju/kernel'
import { isTitle, type OccupancyRow } from '../registry/index.ts'
import type { OccupancyDraft } from './draft.ts'
import type { ExistingOccupancy } from './existing.ts'
import type { ToldOccupancy } from './plan-occupancies.ts'
import { isCoOwner, ownership } from './settle-occupancies.ts'
import { dayOfOwner } from './stretches.ts'

/** A co-owner on record without a first day, beside an owner on record who gets his by the workbook. */
export interface InHousehold {
  coOwner: ExistingOccupancy
  /** Id of the occupancy of the owner. */
  owner: string
  /** That of the owner, with whom he came. Null where another owner is there with whom he may have come: it is not told. */
  day: CivilDate | null
}

/** What a workbook tells of those who are at a place on record, by the ids of their occupancies. */
type ToldOnRecord = ReadonlyMap<string, OccupancyDraft>

/** Whom it tells there besides. */
type Coming = OccupancyDraft & { personId: string }

/** The households on record whose owner gets his first day: the co-owners without one came with him, unless they left before. */
export function householdsOf(
  onRecord: readonly ExistingOccupancy[],
  told: ToldOnRecord,
  coming: readonly Coming[],
): InHousehold[] {
  const ownDay = (id: string) => {
    const draft = told.get(id)
    return draft === undefined || draft.fromOfOwner ? null : draft.fromOn
  }
  const begun = onRecord.filter(
    ({ id, role, fromOn }) => ownership(role) === 'owns' && fromOn === null && ownDay(id) !== null,
  )
  const titles = [
    // Who is there without a first day may have been there first.
    ...onRecord.map((is) => ({ ...is, fromOn: is.fromOn ?? ownDay(is.id) ?? '' })),
    ...coming,
  ].filter(({ role }) => isTitle(role))
  const undated = onRecord.filter(
    ({ id, role, fromOn }) => isCoOwner(role) && fromOn === null && ownDay(id) === null,
  )
  return undated.flatMap((coOwner) => {
    const ofOwner = told.get(coOwner.id)?.fromOn ?? null
    // With whom he is told he came; by what is on record, with who has the title.
    const day = ofOwner ?? dayOfOwner(coOwner, titles)
    const own = begun.find(({ id, role }) => (ofOwner !== null || isTitle(role)) && ownDay(id) === day)
    const isToldOtherwise = coming.some(
      ({ personId, role }) => personId === coOwner.personId && ownership(role) === 'owns',
    )
    if (own && !isToldOtherwise) return [{ coOwner, owner: own.id, day }]
    return begun
      .filter(({ id }) => ownDay(id)! <= (coOwner.toOn ?? ownDay(id)!))
      .map(({ id }) => ({ coOwner, owner: id, day: null }))
  })
}

/** Those of a place with the days that their households get, each as far as the owner gets his. */
export function withHouseholds(
  here: readonly ToldOccupancy[],
  households: readonly InHousehold[],
): ToldOccupancy[] {
  const all = [...here]
  for (const { coOwner, owner, day } of households) {
    const at = all.findIndex(({ row }) => row?.id === owner && row.fromOn !== null)
    const ofOwner = all[at]
    if (ofOwner === undefined) continue
    if (day === null) {
      all[at] = { ...ofOwner, householdUnclear: true }
      continue
    }
    const own = all.findIndex(({ known }) => known === coOwner.id)
    const { draft, row } = all[own] ?? { draft: besideOwner(ofOwner, coOwner), row: null }
    const told: ToldOccupancy = {
      draft: { ...draft, fromOn: day, fromAssumed: true, fromOfOwner: true },
      place: ofOwner.place,
      known: coOwner.id,
      becomes: 'changed',
      row: { ...(row ?? asRecorded(coOwner, draft)), fromOn: day },
    }
    if (own === -1) all.push(told)
    else all[own] = told
  }
  return all
}

/** Those on record who get the first day of their owner, with it. */
export function daysOfOwners(
  told: readonly ToldOccupancy[],
): { place: string; personId: string; fromOn: string }[] {
  return told.flatMap(({ known, draft, place, row }) =>
    known !== undefined && draft.fromOfOwner && row !== null && row.fromOn !== null
      ? [{ place, personId: row.personId, fromOn: row.fromOn }]
      : [],
  )
}

/** Whom no row tells: the one that tells the day of his owner does. */
function besideOwner({ draft }: ToldOccupancy, { id, role, toOn }: ExistingOccupancy): OccupancyDraft {
  const { householdOf: _, ...row } = draft
  return {
    ...row,
    personKey: `record:${id}`,
    role,
    toOn: toOn as CivilDate | null,
    shareE4: null,
    plate: null,
  }
}

/** Without anything that is on record already. */
function asRecorded(
  { id, personId, role, toOn }: ExistingOccupancy,
  { place: { kind, key } }: OccupancyDraft,
): OccupancyRow {
  return { id, personId, kind, placeKey: key, role, shareE4: null, fromOn: null, toOn, plate: null }
}
