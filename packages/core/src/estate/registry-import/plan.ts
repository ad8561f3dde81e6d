import { naturalSortKey, newId } from '@heju/kernel'
import { compare, differing, type Stage } from './compare-drafts.ts'
import type { BuildingDraft, RegistryDraft, RoomDraft, RoomTariffDraft, TariffDraft } from './draft.ts'
import type { Existing, ExistingRoom } from './existing.ts'
import { daysOfOwners } from './household-on-record.ts'
import type { ImportCount, ImportCounts } from './import-rules.ts'
import type { Change, PlanParts } from './plan-parts.ts'
import {
  occupanciesWithout,
  planOccupancies,
  reportFirstDays,
  type ToldOccupancy,
} from './plan-occupancies.ts'
import { planCharges } from './plan-charges.ts'
import { findPeople, planPeople } from './plan-people.ts'
import { payerLines, type PayerLines } from './payer-lines.ts'
import { placeNames, roomNamer } from './place-names.ts'
import { compareCodes, planLots, planSpaces } from './plan-spaces.ts'
import { placesAsRead, type PlaceAsRead } from './places-as-read.ts'
import { spacesAsRead, type SpacesAsRead } from './spaces-as-read.ts'
import type { Problems } from './problems.ts'
import { leftOutNow, type LeftOut } from './left-out-places.ts'
import {
  canonicalCode,
  roomKeyOfToday,
  type LotGiven,
  type OccupancyRow,
  type PersonRow,
} from '../registry/index.ts'
import { placeOf } from './told-by.ts'

/** Rows to write for each stage, in the order of the columns in statements.ts. */
export interface Plan {
  buildings: unknown[][]
  units: unknown[][]
  rooms: unknown[][]
  /** Ids of the rooms that come with the import. */
  newRooms: string[]
  spaces: unknown[][]
  /** The lots that spaces on record get. */
  lots: LotGiven[]
  people: PersonRow[]
  occupancies: OccupancyRow[]
  /** Who pays from when at the places whose payers change. */
  payers: PayerLines
  /** Whose people are left out. */
  leftOut: LeftOut
  asRead: PlaceAsRead[]
  spacesAsRead: SpacesAsRead[]
  tariffs: TariffDraft[]
  knownTariffs: TariffDraft[]
  roomTariffs: RoomTariffDraft[]
  counts: ImportCounts
  changes: Change[]
}

/** Works out what an import would do. Pure, apart from the ids it makes. */
export function planImport(parts: PlanParts): Plan {
  const { draft, existing, known, problems, now } = parts
  const changes: Change[] = []
  const buildings = planBuildings(draft.buildings, existing, now, changes)
  const units = planUnits(draft, existing, now, changes)
  const rooms = planRooms(draft, existing, now, changes)
  compareNumbers(draft, existing, problems)
  compareCodes(draft, existing, problems)
  const spaces = planSpaces(draft, existing, now, changes)
  const found = findPeople(parts)
  const ids = new Map([...found].map(([key, { row }]) => [key, row.id]))
  const told = planOccupancies(parts, ids)
  const untaken = draft.untaken.map((one) => ({ place: placeOf(one), draft: one }))
  const leftOut = leftOutNow([...told, ...untaken], parts.said)
  const payers = payerLines(parts, told, found, leftOut)
  // Where there is no line nothing would be written anyway.
  const out = new Set(payers.lines.flatMap(({ place }) => (leftOut.out.has(place) ? [place] : [])))
  const occupancies = occupanciesWithout(told, (place) => out.has(place))
  const kept = told.filter(({ place }) => !out.has(place))
  reportFirstDays(kept, problems)
  changes.push(...householdChanges(kept, parts))
  reportLeftOut(payers, leftOut, problems)
  const charges = planCharges(parts, changes)
  const onRecord = new Set(existing.rooms.map(({ id }) => id))
  const people = planPeople(found, occupancies, changes)
  return {
    buildings: buildings.rows,
    units: units.rows,
    rooms: rooms.rows,
    newRooms: rooms.rows.map(([id]) => String(id)).filter((id) => !onRecord.has(id)),
    spaces: spaces.rows,
    lots: planLots(draft, existing),
    people: people.rows,
    occupancies: occupancies.rows,
    payers,
    leftOut,
    asRead: placesAsRead(existing, occupancies.rows),
    spacesAsRead: spacesAsRead(draft, existing),
    tariffs: draft.tariffs.filter(({ key }) => !known.tariffs.has(key)),
    knownTariffs: draft.tariffs.filter(({ key }) => known.tariffs.has(key)),
    roomTariffs: charges.rows,
    counts: {
      buildings: buildings.count,
      units: units.count,
      rooms: rooms.count,
      parkingSpaces: spaces.count,
      people: people.count,
      occupancies: occupancies.count,
      tariffs: countNew(draft.tariffs, ({ key }) => known.tariffs.has(key)),
      roomTariffs: charges.count,
    },
    changes,
  }
}

/** The first days that co-owners on record get by that of their owner: no row tells them. */
function householdChanges(
  told: readonly ToldOccupancy[],
  { draft, existing }: Pick<PlanParts, 'draft' | 'existing'>,
): Change[] {
  const days = daysOfOwners(told)
  if (days.length === 0) return []
  const placeName = placeNames(draft, existing)
  const personName = new Map(existing.people.map(({ id, name }) => [id, name]))
  return days.map(({ place, personId, fromOn }) => ({
    kind: 'occupancy',
    name: `${placeName.get(place) ?? ''} ${personName.get(personId) ?? ''}`,
    fields: [{ field: 'fromOn', before: null, after: fromOn }],
  }))
}

/** Says at each row of a place that was left out that its people did not come in. */
function reportLeftOut({ lines }: PayerLines, { out }: LeftOut, problems: Problems): void {
  for (const { place, name } of lines)
    for (const source of out.get(place)?.rows ?? [])
      problems.add('people_left_out', { ...source, value: name }, { place: name })
}

function countNew<T>(all: readonly T[], isKnown: (one: T) => boolean): ImportCount {
  const unchanged = all.filter(isKnown).length
  return { created: all.length - unchanged, changed: 0, unchanged }
}

function planBuildings(
  drafts: readonly BuildingDraft[],
  existing: Existing,
  now: number,
  changes: Change[],
): Stage {
  const known = new Map(existing.buildings.map((building) => [building.key, building]))
  return compare(
    drafts,
    ({ key }) => known.get(key),
    (draft, is) => differing(draft, is, ['floors']),
    ({ key, name, floors }, is) => [is?.id ?? newId('bldg', now), key, name, naturalSortKey(name), floors],
    ({ name }, fields) => changes.push({ kind: 'building', name, fields }),
  )
}

function planUnits({ units }: RegistryDraft, existing: Existing, now: number, changes: Change[]): Stage {
  const known = new Map(existing.units.map((unit) => [`${unit.buildingKey}|${unit.key}`, unit]))
  return compare(
    units,
    ({ buildingKey, key }) => known.get(`${buildingKey}|${key}`),
    (draft, is) => differing(draft, is, ['floors', 'elevator']),
    ({ buildingKey, key, name, floors, elevator }, is) => [
      is?.id ?? newId('unit', now),
      buildingKey,
      key,
      name,
      naturalSortKey(name),
      floors,
      elevator === null ? null : Number(elevator),
    ],
    ({ name }, fields) => changes.push({ kind: 'unit', name, fields }),
  )
}

function planRooms(draft: RegistryDraft, existing: Existing, now: number, changes: Change[]): Stage {
  const known = new Map(existing.rooms.map((room) => [room.key, room]))
  const nameOf = roomNamer(draft, existing)
  return compare(
    draft.rooms.map((room) => ({
      ...room,
      // A guess is for a room that is new: it neither changes nor completes what is on record.
      floor: room.floorAssumed && known.has(room.key) ? null : room.floor,
      areaE2: chargedArea(room, known.get(room.key)),
      name: nameOf(room),
    })),
    ({ key }) => known.get(key),
    (room, is) =>
      differing(room, is, [
        'floor',
        'layout',
        'areaE2',
        'builtAreaE2',
        'innerAreaE2',
        'use',
        'state',
        'handedOverOn',
        'remark',
      ]),
    (room, is) => [
      is?.id ?? newId('room', now),
      room.key,
      room.buildingKey,
      room.unitKey,
      room.number,
      room.name,
      naturalSortKey(room.name),
      room.floor,
      room.layout,
      room.areaE2,
      room.builtAreaE2,
      room.innerAreaE2,
      room.use,
      room.state,
      room.handedOverOn,
      room.remark,
    ],
    ({ name }, fields) => changes.push({ kind: 'room', name, fields }),
  )
}

/** Says where the workbook writes rooms otherwise than the registry (802, 0802), and where that has one room twice. */
function compareNumbers(draft: RegistryDraft, existing: Existing, problems: Problems): void {
  const known = new Map(existing.rooms.map((room) => [room.key, room]))
  const twice = Map.groupBy(existing.rooms, ({ key }) => roomKeyOfToday(key))
  const otherwise = draft.rooms.filter(({ key, number }) => {
    const is = known.get(key)
    return is !== undefined && is.number !== number && canonicalCode(is.number) === canonicalCode(number)
  })
  const [first] = otherwise
  if (first) {
    const params = { rooms: otherwise.length, number: first.number, registered: known.get(first.key)!.number }
    problems.add(
      'rooms_written_otherwise',
      { sheet: first.source.sheet, row: null, value: first.number },
      params,
    )
  }
  for (const room of draft.rooms) {
    const same = twice.get(room.key) ?? []
    if (same.length > 1)
      problems.add(
        'room_twice',
        { ...room.source, value: room.number },
        { rooms: same.map(({ name }) => name).join('、') },
      )
  }
}

/** What fees are calculated by: the agreed area; an agreement that is on record outlives a list of built areas. */
function chargedArea(room: RoomDraft, known: ExistingRoom | undefined): number | null {
  if (room.chargeAreaE2 !== null) return room.chargeAreaE2
  const agreed = known && known.areaE2 !== null && known.areaE2 !== known.builtAreaE2
  return agreed ? null : room.builtAreaE2
}
