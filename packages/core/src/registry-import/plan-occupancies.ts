import { newId } from '@heju/kernel'
import { owningRoles, type OccupancyRole } from '../registry/index.ts'
import type { OccupancyDraft } from './draft.ts'
import type { ExistingOccupancy } from './existing.ts'
import type { ImportCount } from './import-rules.ts'
import type { PlanParts } from './plan-parts.ts'
import { placeKeys } from './plan-people.ts'

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
}

/**
 * Works out who is new at which place. An import never ends anything: where the registry has another owner, nothing is
 * changed and it is reported, because a transfer has its own verb, with a day and consequences for debts.
 */
export function planOccupancies(parts: PlanParts, ids: ReadonlyMap<string, string>): OccupanciesPlan {
  const { draft, existing, problems, now } = parts
  const keys = placeKeys(existing)
  const known = Map.groupBy(
    existing.occupancies,
    (one) => keys.get(one.roomId ?? one.parkingSpaceId ?? '') ?? '',
  )
  const count: ImportCount = { created: 0, changed: 0, unchanged: 0 }
  const rows: OccupancyRow[] = []
  for (const [place, told] of Map.groupBy(draft.occupancies, (one) => `${one.place.kind}|${one.place.key}`)) {
    const here = known.get(place) ?? []
    const owners = here.filter((one) => owns(one.role) && one.toOn === null)
    const toldOwners = told.filter((one) => owns(one.role)).map((one) => ids.get(one.personKey))
    const otherOwner = owners.length > 0 && !owners.some(({ personId }) => toldOwners.includes(personId))
    for (const one of told) {
      const personId = ids.get(one.personKey)!
      const same = here.find(
        (is) => is.personId === personId && sameRole(is.role, one.role) && sameTime(is, one),
      )
      if (!same && otherOwner && owns(one.role)) {
        problems.add('owner_differs', one.source)
        continue
      }
      const row = same ? addition(one, same) : newRow(one, personId, owners.length > 0, now)
      if (!same) count.created += 1
      else if (row === null) count.unchanged += 1
      else count.changed += 1
      if (row) rows.push({ ...row, kind: one.place.kind, placeKey: one.place.key })
    }
  }
  return { rows, count }
}

type Row = Omit<OccupancyRow, 'kind' | 'placeKey'>

function newRow(one: OccupancyDraft, personId: string, owned: boolean, now: number): Row {
  const { shareE4, fromOn, toOn, plate } = one
  const role = owned && one.role === 'owner' ? 'co_owner' : one.role
  return { id: newId('occ', now), personId, role, shareE4, fromOn, toOn, plate }
}

/** What the workbook adds to an occupancy that is there; null when nothing. */
function addition(one: OccupancyDraft, is: ExistingOccupancy): Row | null {
  const shareE4 = is.shareE4 === null ? one.shareE4 : null
  const fromOn = is.fromOn === null ? one.fromOn : null
  const plate = is.plate === null ? one.plate : null
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

/** Of one time: what goes on, or what ended on the same day. */
function sameTime(is: ExistingOccupancy, one: OccupancyDraft): boolean {
  return is.toOn === one.toOn
}
