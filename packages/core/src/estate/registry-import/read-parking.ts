import type { ParkingSpaceDraft, PersonDraft } from './draft.ts'
import { toldOf } from './holders-in.ts'
import { leftOutBy, mayOwn } from './holders-left-out.ts'
import type { RoomLocator, RoomPlace } from './locate-room.ts'
import { holderCalled, holderOf } from './one-holder.ts'
import {
  occupancyOf,
  peopleByNumber,
  readPersons,
  type PersonFields,
  type PersonTold,
} from './read-people.ts'
import type { RegistryBuilder } from './registry-builder.ts'
import { isDateCell } from '../../platform/spreadsheets/index.ts'
import type { TableRow } from './table-rows.ts'
import { joinedPlates, platesIn, spaceKey } from '../registry/index.ts'
import { readScaled } from './values.ts'
import { parkingKindWords, roleWords, tenureWords } from './vocabulary.ts'
import type { OccupancyRole, ParkingKind, Tenure } from '../registry/index.ts'

/** A space is some 12 ㎡, one for the disabled or a lorry up to twice as much. */
const largeAreaE2 = 6000

const owner: PersonFields = { name: 'name', phones: ['phone', 'phone2'], id: 'idNumber' }

/** Reads one row of a table of parking spaces, with who has the space. */
export function readParkingSpace(row: TableRow, locator: RoomLocator, registry: RegistryBuilder): void {
  const draft = spaceDraft(row, registry)
  const known = registry.spaces.get(draft.key)
  const sameArea = !known || known.areaE2 === null || draft.areaE2 === null || known.areaE2 === draft.areaE2
  const sameKind = !known || known.kind === null || draft.kind === null || known.kind === draft.kind
  const conflict = !sameArea ? 'area' : !sameKind ? 'kind' : null
  if (conflict)
    row.problem('space_conflict', conflict, { firstRow: known!.source.row, what: row.heading(conflict) })
  const days = row.dates('fromOn', 'toOn')
  const told = row.meaning<OccupancyRole>('role', roleWords, 'role_unknown')
  const plates = platesIn(row.text('plate'))
  const named = namedIn(row, locator, registry)
  const place = { kind: 'parking', key: draft.key } as const
  const role = told ?? (draft.tenure === 'let' ? 'tenant' : 'owner')
  // All cells are read before anything is taken: what an error says to be left out brings no space.
  if (row.isBad) {
    const isOfSomebody = toldOf(row).length > 0 || named.isByRoom
    if (draft.code !== '' && isOfSomebody)
      registry.leaveOut(leftOutBy(row, place, role, days, registry.people))
    return
  }
  const space = registry.space(draft)
  const people = holders(row, space, named, registry)
  for (const [at, person] of people.entries()) {
    if (person === null) registry.leaveOut(leftOutBy(row, place, role, days, registry.people))
    else
      registry.occupancy({
        ...occupancyOf(person, place, role, row),
        ...days,
        plate: joinedPlates(platesOf(at, people.length, plates)),
        roleAssumed: told === null,
        plateAssumed: people.length > 1,
        ...(named.isByRoom && named.room ? { ofRoom: named.room.key } : {}),
      })
  }
}

/** One each where there are as many plates as people; else the first has them all. */
function platesOf(at: number, people: number, plates: readonly string[]): readonly string[] {
  if (people === plates.length) return plates.slice(at, at + 1)
  return at === 0 ? plates : []
}

function spaceDraft(row: TableRow, registry: RegistryBuilder): ParkingSpaceDraft {
  const code = row.text('space')
  const lot = registry.lotOf([...row.buildingParts, row.text('lot')].join(''), code)
  if (isDateCell(row.cell('space'))) row.problem('became_date', 'space')
  else if (code === '') row.problem('space_missing', 'space')
  const areaE2 = row.read('area', (cell) => readScaled(cell, 2)) || null
  if (areaE2 !== null && areaE2 > largeAreaE2) row.problem('space_area_large', 'area')
  return {
    key: spaceKey(lot, code),
    lot,
    code,
    kind: row.meaning<ParkingKind>('kind', parkingKindWords),
    tenure: row.meaning<Tenure>('tenure', tenureWords),
    areaE2,
    source: row.source,
  }
}

/** Whom a row names as the holders of its space, by name, by number or as the owners of a room. */
interface Named {
  told: PersonTold[]
  number: string
  room: RoomPlace | null
  /** Nothing but a room tells whose it is. */
  isByRoom: boolean
}

function namedIn(row: TableRow, locator: RoomLocator, registry: RegistryBuilder): Named {
  const written = row.text('room') || row.text('address')
  const told = readPersons(row, owner, registry)
  const number = row.text('number')
  const room = written === '' ? null : locator.locate(row)
  const isUnnamed = told.length === 0 && number === ''
  // Whoever owns it is not told here: the space would be nobody's.
  if (room !== null && isUnnamed && !registry.rooms.has(room.key) && locator.isRegistered(room))
    row.problem('space_room_unlisted', 'room')
  return { told, number, room, isByRoom: isUnnamed && written !== '' }
}

/** The owner of a room beside which the space stands, where the list tells nothing of the holder but this name. */
function ownerBeside(
  { name, phones, id }: PersonTold,
  space: ParkingSpaceDraft,
  registry: RegistryBuilder,
): PersonDraft | undefined {
  return phones.length > 0 || id !== null ? undefined : holderCalled(name, space.key, registry)
}

/** Who has the space: by number, by name, or as the owners of the room that is named. Null for one who does not come in. */
function holders(
  row: TableRow,
  space: ParkingSpaceDraft,
  { told, number, room }: Named,
  registry: RegistryBuilder,
): (PersonDraft | null)[] {
  if (told.length > 0) {
    const at = room?.key ?? `parking|${space.key}`
    const own = told.length === 1 ? number || null : null
    return told.map(
      (person) =>
        (own === null ? ownerBeside(person, space, registry) : undefined) ??
        registry.people.see({ ...person, number: own, source: row.source, at }),
    )
  }
  if (number !== '') return peopleByNumber(row, registry)
  if (room === null) return []
  if (!registry.rooms.has(room.key)) {
    const refused = registry.refusedRow('room', room.key)
    row.problem(refused ? 'space_room_refused' : 'space_room_missing', 'room', { ...refused })
    return [null]
  }
  const leftOut = registry.leftOutAt(`room|${room.key}`).find(mayOwn)
  if (leftOut) {
    const { sheet: otherSheet, row: otherRow } = leftOut.source
    row.problem('space_owner_refused', 'room', { otherSheet, otherRow })
  }
  const ofToday = registry.ownersOf('room', room.key).filter(({ toOn }) => toOn === null)
  const owners = new Set(ofToday.map(({ personKey }) => personKey))
  const here = registry.people.all.filter(({ key }) => owners.has(key))
  return [...(leftOut ? [null] : []), ...here.map((person) => holderOf(person, space.key, registry))]
}
