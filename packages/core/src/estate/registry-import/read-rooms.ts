import type { PersonDraft, RoomDraft } from './draft.ts'
import type { Field } from './headings.ts'
import { textOf, toldOf } from './holders-in.ts'
import { asLeftOut, leftOutBy, mayOwn } from './holders-left-out.ts'
import { registerPlace, type RoomPlace } from './locate-room.ts'
import { isNobody, unsoldWords, vacantWords } from './nobody.ts'
import { holderOf } from './one-holder.ts'
import {
  occupancyOf,
  peopleByNumber,
  readPersons,
  type PersonFields,
  type PersonTold,
} from './read-people.ts'
import { refuseOtherCycle } from './read-cycle.ts'
import { hasFees, readRoomFees } from './read-room-fees.ts'
import { readUse } from './read-use.ts'
import type { RegistryBuilder } from './registry-builder.ts'
import { ownership } from './settle-occupancies.ts'
import type { TableRow } from './table-rows.ts'
import { readFloor, readMovingIn, readScaled, readShare } from './values.ts'
import { roleWords, stateWords } from './vocabulary.ts'
import { largestAreaE2, type OccupancyRole, type RoomState } from '../registry/index.ts'

const developerWords = /房地产|置业|地产|开发|建设/

function isDeveloper(name: string): boolean {
  const at = name.search(developerWords)
  return at !== -1 && name.includes('公司', at)
}

const owners: PersonFields = { name: 'name', phones: ['phone', 'phone2'], id: 'idNumber' }
const others: readonly { fields: PersonFields; role: OccupancyRole }[] = [
  { fields: { name: 'coOwner', phones: ['coOwnerPhone'], id: 'coOwnerId' }, role: 'co_owner' },
  { fields: { name: 'family', phones: ['familyPhone'], id: null }, role: 'family' },
  { fields: { name: 'tenant', phones: ['tenantPhone'], id: 'tenantId' }, role: 'tenant' },
]

/** Reads one row of a table of rooms, with the people, fees and parking spaces that it names. */
export function readRoom(row: TableRow, place: RoomPlace | null, registry: RegistryBuilder): void {
  const draft = place === null ? null : roomDraft(row, place)
  const known = draft === null ? undefined : registry.rooms.get(draft.key)
  const conflict = draft && known && conflictOf(known, draft)
  if (conflict)
    row.problem('room_conflict', conflict, {
      firstRow: known.source.row,
      what: row.heading(conflict) || row.heading('name'),
    })
  if (hasFees(row)) refuseOtherCycle(row)
  const stays = draft === null ? null : readStays(row, known?.state ?? draft.state)
  if (place === null || draft === null || stays === null) return
  if (row.isBad) return leaveOut(row, place, stays, registry)
  registerPlace(place, registry, row.source)
  const room = known ?? draft
  if (known) complete(known, draft)
  else registry.rooms.set(draft.key, draft)
  readOccupants(row, room, stays, registry)
  readRoomFees(row, room.key, registry)
  readSpaces(row, room, registry)
}

/** Notes what would have been there by a row with an error: the room, who has it, and the spaces beside it, which its owners have. */
function leaveOut(row: TableRow, { key }: RoomPlace, { role, own }: Stays, registry: RegistryBuilder): void {
  const { people } = registry
  registry.refuse('room', key, row.source)
  if (toldOf(row).length > 0) registry.leaveOut(leftOutBy(row, { kind: 'room', key }, role, own, people))
  for (const code of spacesBeside(textOf(row, 'parking'))) {
    const space = registry.keyBeside(code, row.source)
    if (space === null) continue
    const now = registry.ownersOf('room', key).filter(({ toOn }) => toOn === null)
    const all = [...registry.leftOutAt(`room|${key}`), ...now.map((one) => asLeftOut(one, people))]
    for (const one of all.filter(mayOwn))
      registry.leaveOut({ ...one, place: { kind: 'parking', key: space }, source: row.source })
  }
}

function roomDraft(row: TableRow, place: RoomPlace): RoomDraft {
  const builtAreaE2 = area(row, 'builtArea')
  const innerAreaE2 = area(row, 'innerArea')
  if (builtAreaE2 !== null && innerAreaE2 !== null && innerAreaE2 > builtAreaE2)
    row.problem('inner_area_larger', 'innerArea')
  const name = row.text('name')
  const state = unsoldWords.test(name)
    ? 'unsold'
    : vacantWords.test(name)
      ? 'vacant'
      : row.meaning<RoomState>('state', stateWords)
  const floor = row.read('floor', readFloor)
  return {
    key: place.key,
    buildingKey: place.building.key,
    unitKey: place.unit?.key ?? '',
    number: place.number,
    floor: floor ?? place.floor,
    floorAssumed: floor === null,
    layout: row.isPlaceholder('layout') ? null : row.text('layout') || null,
    builtAreaE2,
    innerAreaE2,
    chargeAreaE2: area(row, 'chargeArea'),
    use: readUse(row),
    state,
    handedOverOn: row.date('handedOverOn'),
    remark: row.text('remark') || null,
    source: row.source,
  }
}

/** An area of 0 is none; one merged over several rooms is theirs together, and whose part is how large is not said. */
function area(row: TableRow, field: Field): number | null {
  const areaE2 = row.read(field, (cell) => readScaled(cell, 2)) || null
  if (areaE2 !== null && areaE2 > largestAreaE2) row.problem('area_out_of_range', field)
  if (areaE2 === null || !row.isMergedDown(field)) return areaE2
  row.problem('area_merged', field)
  return null
}

const compared = {
  builtAreaE2: 'builtArea',
  innerAreaE2: 'innerArea',
  chargeAreaE2: 'chargeArea',
  use: 'use',
} as const satisfies Partial<Record<keyof RoomDraft, Field>>

/** In what two rows of a room differ that decides what is charged, and to whom. */
function conflictOf(known: RoomDraft, draft: RoomDraft): Field | undefined {
  const told = Object.entries(compared) as [keyof typeof compared, Field][]
  const differing = told.find(
    ([field]) => known[field] !== null && draft[field] !== null && known[field] !== draft[field],
  )
  const states = new Set([known.state, draft.state].filter((state) => state !== null))
  // Of what is lived in, one row may tell the owner's words and one the tenant's; what is not sold, the developer pays.
  const isSold = states.size > 1 && states.has('unsold')
  return differing?.[1] ?? (isSold ? 'state' : undefined)
}

function complete(known: RoomDraft, draft: RoomDraft): void {
  if (known.floorAssumed && !draft.floorAssumed)
    Object.assign(known, { floor: draft.floor, floorAssumed: false })
  const gaps = Object.entries(draft).filter(([field]) => known[field as keyof RoomDraft] === null)
  Object.assign(known, Object.fromEntries(gaps))
}

type Days = ReturnType<TableRow['dates']>
const noDays: Days = { fromOn: null, toOn: null, fromCalculated: false, toCalculated: false }

/** As what the one whom a row is about is at the room, and from when to when he and its tenants are there. */
interface Stays {
  role: OccupancyRole
  own: Days
  ofTenants: Days
  shareE4: number | null
}

/** Read before anybody is taken: a row that tells days of somebody which cannot be, or a share that failed, is left out. */
function readStays(row: TableRow, state: RoomState | null): Stays {
  const role = roleOf(row, state)
  const isLet = role === 'tenant' || row.text('tenant') !== ''
  const ofTenants = isLet ? row.dates('tenantFromOn', 'tenantToOn') : noDays
  const isNamed = row.text('number') !== '' || (row.text('name') !== '' && !isNobody(row.text('name')))
  const own = isNamed ? row.dates('fromOn', 'toOn', readMovingIn) : noDays
  // Lists of tenants have one pair of columns, and tell their days as those of others.
  const isTold = ofTenants.fromOn !== null || ofTenants.toOn !== null
  const shareE4 = row.read('share', readShare)
  return { role, own: role === 'tenant' && isTold ? ofTenants : own, ofTenants, shareE4 }
}

function readOccupants(
  row: TableRow,
  room: RoomDraft,
  { role, own: ownDays, ofTenants, shareE4 }: Stays,
  registry: RegistryBuilder,
): void {
  const place = { kind: 'room', key: room.key } as const
  const own = readOwners(row, room, registry)
  for (const person of own) {
    if (person === null) registry.leaveOut(leftOutBy(row, place, role, ownDays, registry.people))
    else
      registry.occupancy({
        ...occupancyOf(person, place, role, row),
        ...ownDays,
        shareE4: own.length === 1 ? shareE4 : null,
      })
  }
  for (const { fields, role: otherRole } of others) {
    // Who owns it together with another came and leaves with him.
    const isTogether = otherRole === 'co_owner' && ownership(role) === 'owns'
    const days = otherRole === 'tenant' ? ofTenants : isTogether ? ownDays : noDays
    for (const told of readPersons(row, fields, registry)) {
      const person = see(row, told, null, room, registry)
      registry.occupancy({ ...occupancyOf(person, place, otherRole, row), ...days })
    }
  }
}

function roleOf(row: TableRow, state: RoomState | null): OccupancyRole {
  const told = row.meaning<OccupancyRole>('role', roleWords, 'role_unknown') ?? 'owner'
  return told === 'owner' && state === 'unsold' && isDeveloper(row.text('name')) ? 'developer' : told
}

/** Owners by their number where the people are listed, null for who is not, by name otherwise; a number with a name lists its person. */
function readOwners(row: TableRow, room: RoomDraft, registry: RegistryBuilder): (PersonDraft | null)[] {
  const name = row.text('name')
  if (isNobody(name)) return []
  const told = readPersons(row, owners, registry)
  if (told.length === 0) return peopleByNumber(row, registry)
  const number = told.length === 1 ? row.text('number') || null : null
  return told.map((person) => see(row, person, number, room, registry))
}

function see(
  row: TableRow,
  told: PersonTold,
  number: string | null,
  room: RoomDraft,
  registry: RegistryBuilder,
): PersonDraft {
  return registry.people.see({ ...told, number, source: row.source, at: room.key })
}

/** Parking spaces named beside a room belong to its owners. */
function readSpaces(row: TableRow, room: RoomDraft, registry: RegistryBuilder): void {
  for (const code of spacesBeside(row.text('parking'))) {
    const key = registry.spaceBeside(code, row.source)
    if (key === null) continue
    const place = { kind: 'parking', key } as const
    for (const one of registry.leftOutAt(`room|${room.key}`).filter(mayOwn))
      registry.leaveOut({ ...one, place, source: row.source })
    for (const owner of registry.ownersOf('room', room.key).filter(({ toOn }) => toOn === null)) {
      const person = registry.people.byKey(owner.personKey)
      if (holderOf(person, key, registry) !== person) continue
      const { alsoIn: _, reaching: __, ...own } = owner
      registry.occupancy({ ...own, place, besideRoom: room.key, shareE4: null, source: row.source })
    }
  }
}

/** What goes on with the code before it: 001 号, A - 12. */
const ofNumber = /^(?:-|号|号位|车位|号车位)$/

/** The codes of the spaces that stand beside a room. A word without a number belongs to what follows it: 丁香苑 001, A - 12. */
export function spacesBeside(text: string): string[] {
  const codes = text.split(/[、,/;#+\n]/).flatMap(codesIn)
  return codes.filter((code) => /[\p{L}\p{N}]/u.test(code) && code !== '0')
}

function codesIn(part: string): string[] {
  const codes: string[] = []
  for (const word of part.split(/\s+/)) {
    const last = codes.at(-1) ?? ''
    const goesOn = !/\d/.test(last) || last.endsWith('-') || ofNumber.test(word)
    if (goesOn && codes.length > 0) codes[codes.length - 1] = last + word
    else codes.push(word)
  }
  return codes
}
