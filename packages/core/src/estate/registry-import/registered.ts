import { nameKey, owningRoles, platesIn, wordKey, type OccupancyRole } from '../registry/index.ts'
import type { Existing, ExistingOccupancy } from './existing.ts'
import type { Field } from './headings.ts'
import type { RoomPlace } from './locate-room.ts'
import { numberKey } from './people-book.ts'
import type { RegisteredEstates } from './registered-estates.ts'
import { RegisteredSpaces } from './registered-spaces.ts'
import { formOf } from './written-otherwise.ts'

/** What the registry has already and a workbook may refer to. */
export interface Registered {
  /** Names of people by `numberKey` of the company's number for them. */
  people?: ReadonlyMap<string, string>
  /** Names of people by `nameKey`: what looks like two names and is one. */
  names?: ReadonlySet<string>
  /** Rooms by their names, as `wordKey` has them, and by their keys. */
  rooms?: ReadonlyMap<string, RoomPlace>
  /** Names of buildings by their keys. */
  buildings?: ReadonlyMap<string, string>
  /** Who owns the rooms now, by their keys: names and the company's numbers for them. */
  owners?: ReadonlyMap<string, readonly string[]>
  spaces?: RegisteredSpaces
  estates?: RegisteredEstates
}

/** The registry of a project, as it is asked while a workbook is read. */
export function registeredOf(existing: Existing): Registered {
  return {
    people: numbered(existing),
    names: new Set(existing.people.map(({ name }) => nameKey(name))),
    rooms: named(existing),
    buildings: new Map(existing.buildings.map(({ key, name }) => [key, name])),
    owners: ownersOf(existing),
    spaces: spacesOf(existing),
    estates: estatesOf(existing),
  }
}

/** Who is at the rooms or spaces now, by their ids. */
function presentAt({ people, occupancies }: Existing, place: 'roomId' | 'parkingSpaceId') {
  const persons = new Map(people.map((person) => [person.id, person]))
  const present = occupancies.filter((one) => one[place] !== null && one.toOn === null)
  return Map.groupBy(
    present.map((one) => {
      const { name, number } = persons.get(one.personId) ?? { name: '', number: null }
      return { ...one, known: [nameKey(name), numberKey(number ?? '')].filter(Boolean) }
    }),
    (one) => one[place]!,
  )
}

function ownersOf(existing: Existing): ReadonlyMap<string, readonly string[]> {
  const here = presentAt(existing, 'roomId')
  const isOwner = ({ role }: ExistingOccupancy) => (owningRoles as readonly OccupancyRole[]).includes(role)
  return new Map(
    existing.rooms.map(({ id, key }) => [
      key,
      (here.get(id) ?? []).filter(isOwner).flatMap(({ known }) => known),
    ]),
  )
}

function spacesOf(existing: Existing): RegisteredSpaces {
  const here = presentAt(existing, 'parkingSpaceId')
  const buildingsOf = buildingsByPerson(existing)
  return new RegisteredSpaces(
    existing.spaces.map(({ id, key, lot, code, kind, tenure, areaE2 }) => {
      const own = here.get(id) ?? []
      const plates = own.flatMap(({ plate }) => platesIn(plate ?? ''))
      const facts: [Field, string | number | null][] = [
        ['kind', kind],
        ['tenure', tenure],
        ['area', areaE2],
        ['plate', plates.toSorted().join() || null],
      ]
      return {
        key,
        lot,
        code,
        buildings: own.flatMap(({ personId }) => buildingsOf.get(personId) ?? []),
        form: formOf(`${lot}|${code}`),
        holders: [own.flatMap(({ known }) => known), []],
        facts: new Map(facts.flatMap(([field, fact]) => (fact === null ? [] : [[field, fact] as const]))),
        isShared: false,
      }
    }),
  )
}

/** The names of the buildings where people have rooms now, by their ids. */
function buildingsByPerson(existing: Existing): ReadonlyMap<string, readonly string[]> {
  const nameOf = new Map(existing.buildings.map(({ key, name }) => [key, name]))
  const buildingOf = new Map(existing.rooms.map(({ id, key }) => [id, nameOf.get(key.split('|')[0]!)]))
  const present = [...presentAt(existing, 'roomId').values()].flat()
  const by = Map.groupBy(present, ({ personId }) => personId)
  return new Map(
    [...by].map(([personId, own]) => [
      personId,
      [...new Set(own.flatMap(({ roomId }) => buildingOf.get(roomId!) ?? []))],
    ]),
  )
}

function estatesOf({ rooms, spaces, project, estates }: Existing): RegisteredEstates {
  const taken = Map.groupBy(estates, ({ question }) => question)
  return {
    isEmpty: rooms.length + spaces.length === 0,
    project,
    taken: new Map([...taken].map(([id, own]) => [id, new Set(own.map(({ value }) => value))])),
  }
}

/** Rooms by name and by key, with building and unit as the registry calls them: our own lists read again, whatever is in a name. */
function named({ rooms, buildings, units }: Existing): ReadonlyMap<string, RoomPlace> {
  const buildingOf = new Map(buildings.map(({ key, name }) => [key, name]))
  const unitOf = new Map(units.map(({ buildingKey, key, name }) => [`${buildingKey}|${key}`, name]))
  return new Map(
    rooms.flatMap(({ key, name, number, floor }) => {
      const [buildingKey = '', unitKey = ''] = key.split('|')
      const building = buildingOf.get(buildingKey)
      const unit = unitOf.get(`${buildingKey}|${unitKey}`)
      if (building === undefined || (unitKey !== '' && unit === undefined)) return []
      const place: RoomPlace = {
        key,
        building: { key: buildingKey, name: building },
        unit: unit === undefined ? null : { key: unitKey, name: unit },
        number,
        floor,
      }
      return [[wordKey(name), place] as const, [key, place] as const]
    }),
  )
}

/** Names by the company's number, as far as one number means one person. */
function numbered({ people }: Existing): ReadonlyMap<string, string> {
  const byNumber = Map.groupBy(
    people.filter(({ number }) => number !== null),
    ({ number }) => numberKey(number!),
  )
  return new Map(
    [...byNumber].flatMap(([number, [one, other]]) => (one && !other ? [[number, one.name]] : [])),
  )
}
