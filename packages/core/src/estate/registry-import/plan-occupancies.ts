import { newId } from '@heju/kernel'
import { joinedPlates, owningRoles, platesIn, type OccupancyRole } from '../registry/index.ts'
import type { OccupancyDraft } from './draft.ts'
import type { ExistingOccupancy } from './existing.ts'
import type { ImportCount } from './import-rules.ts'
import type { PlanParts } from './plan-parts.ts'
import { placeKeys } from './plan-people.ts'
import { overlap } from './stretches.ts'

/** An occupancy to write; the place is found by its key when it is written. */
export interface OccupancyRow {
  id: string
  personId: string
  kind: 'room' | 'parking'
  placeKey: string
  role: OccupancyRole
  shareE4: number | null
  fromOn: string | null
  toOn: string | null
  plate: string | null
}

export interface OccupanciesPlan {
  rows: OccupancyRow[]
  count: ImportCount
  /** Keys of people of the draft who stand at no place of it but such as are refused. */
  refused: ReadonlySet<string>
}

/**
 * Works out who is new at which place. An import never ends anything and never moves a day that is on record: where the
 * registry has another owner, or has somebody there at other days of the same time, nothing is changed and it is
 * reported. A transfer and a correction have their own verbs, with consequences for debts.
 */
export function planOccupancies(parts: PlanParts, ids: ReadonlyMap<string, string>): OccupanciesPlan {
  const { draft, existing, problems, now, today } = parts
  const keys = placeKeys(existing)
  const known = Map.groupBy(
    existing.occupancies,
    (one) => keys.get(one.roomId ?? one.parkingSpaceId ?? '') ?? '',
  )
  const count: ImportCount = { created: 0, changed: 0, unchanged: 0 }
  const rows: OccupancyRow[] = []
  const refused = new Set<string>()
  const taken = new Set<string>()
  for (const [place, told] of Map.groupBy(draft.occupancies, (one) => `${one.place.kind}|${one.place.key}`)) {
    const here = known.get(place) ?? []
    for (const one of told) {
      const personId = ids.get(one.personKey)!
      const own = here.filter(
        (is) => is.personId === personId && (one.roleAssumed || sameRole(is.role, one.role)),
      )
      const same =
        own.find((is) => is.toOn === one.toOn) ?? own.find((is) => isUndated(one) && runs(is, today))
      const differs = same ? begunOtherwise(same, one) : own.some((is) => overlap(is, one))
      if (differs) problems.add('occupancy_differs', one.source)
      if (!same && (differs || takesOver(here, told, one, ids))) {
        if (!differs) problems.add('owner_differs', one.source)
        refused.add(one.personKey)
        continue
      }
      if (same && same.shareE4 !== null && one.shareE4 !== null && same.shareE4 !== one.shareE4)
        problems.add('share_differs', one.source, {
          registered: same.shareE4 / 100,
          told: one.shareE4 / 100,
        })
      taken.add(one.personKey)
      const row = same ? addition(one, same, here) : newRow(one, personId, titleIsHeld(here, one), now)
      if (!same) count.created += 1
      else if (row === null) count.unchanged += 1
      else count.changed += 1
      if (row) rows.push({ ...row, kind: one.place.kind, placeKey: one.place.key })
    }
  }
  return { rows, count, refused: new Set([...refused].filter((key) => !taken.has(key))) }
}

type Row = Omit<OccupancyRow, 'kind' | 'placeKey'>

/** The registry has another first day for what goes on, or ended on that day. */
function begunOtherwise(is: ExistingOccupancy, one: OccupancyDraft): boolean {
  return is.fromOn !== null && one.fromOn !== null && is.fromOn !== one.fromOn
}

/** Whether the registry has other owners at that time, and the workbook names none of them. */
function takesOver(
  here: readonly ExistingOccupancy[],
  told: readonly OccupancyDraft[],
  one: OccupancyDraft,
  ids: ReadonlyMap<string, string>,
): boolean {
  if (!owns(one.role)) return false
  const owners = here.filter((is) => owns(is.role) && is.toOn === null && overlap(is, one))
  const toldOwners = told.filter(({ role }) => owns(role)).map(({ personKey }) => ids.get(personKey))
  return owners.length > 0 && !owners.some(({ personId }) => toldOwners.includes(personId))
}

/** A place has one owner at a time; who joins him is a co-owner. */
function titleIsHeld(here: readonly ExistingOccupancy[], one: OccupancyDraft): boolean {
  return here.some((is) => owns(is.role) && is.toOn === null && overlap(is, one))
}

function newRow(one: OccupancyDraft, personId: string, owned: boolean, now: number): Row {
  const { shareE4, fromOn, toOn, plate } = one
  const role = owned && one.role === 'owner' ? 'co_owner' : one.role
  return { id: newId('occ', now), personId, role, shareE4, fromOn, toOn, plate }
}

/** Nothing is said of the days: whoever is there today is meant, also where the registry knows their last day. */
function isUndated({ fromOn, toOn }: OccupancyDraft): boolean {
  return fromOn === null && toOn === null
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
