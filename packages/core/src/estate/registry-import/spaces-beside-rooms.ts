import { canonicalCode, placeKey, readRoomName, wordKey, type RoomName } from '../registry/index.ts'
import { ownersToldBy, textOf } from './holders-in.ts'
import { estateOf, isIn, keyOf, type LotsOfEstates } from './lots-of-estates.ts'
import { numberKey } from './people-book.ts'
import type { RegisteredSpace } from './registered-spaces.ts'
import { roomBeside, type Named } from './spaces-named.ts'
import { meaningOf, tenureWords } from './vocabulary.ts'

/** How many others are named at most. */
const most = 5

/**
 * The rooms beside which one code of a space stands, and the lists that tell of it. Estates and buildings number their spaces alike
 * and beside rooms no lot is told, so that rooms of different people may have one space or several.
 */
export class SpaceBesideRooms {
  /** Of the same people in an estate two are enough: one of them is another room than that which is looked at. */
  readonly #rooms: readonly Room[]
  readonly #holders: readonly Told[]
  readonly #known: RegisteredSpace | undefined
  readonly #lot: string
  readonly #lots: LotsOfEstates

  /** @param lot in which it is, on record or by a list */
  constructor(named: readonly Named[], known: RegisteredSpace | undefined, lot: string, lots: LotsOfEstates) {
    const rooms = named.filter(({ field }) => field === 'parking').map(roomOf)
    const alike = Map.groupBy(rooms, ({ estate, people, phones }) => JSON.stringify([estate, people, phones]))
    this.#rooms = [...alike.values()].flatMap(twoOf)
    this.#holders = named.filter(({ field }) => field === 'space').flatMap(ownersOfSpace)
    this.#known = known
    this.#lot = lot
    this.#lots = lots
  }

  /** Where else others have a space of this code: estates, lots, buildings or rooms. */
  othersOf(one: Named): string[] {
    const own = roomOf(one)
    const isHeld = this.#isHeldBy(own)
    const others = new Set<string>()
    for (const other of this.#rooms) {
      if (others.size === most) break
      // Of two namesakes nothing tells whose it is.
      if (isApart(own, other) && (!isHeld || areNamesakes(own, other)))
        others.add(areOfTwoEstates(own, other) ? other.estateName : other.written)
    }
    return own.estate === '' || isHeld
      ? [...others]
      : [...others, ...this.#othersElsewhere(own)].slice(0, most)
  }

  /** Who owns the space by a list of spaces, where that names none of the owners of the room. */
  otherHoldersOf(one: Named): string[] {
    const own = roomOf(one)
    const told = this.#holders.filter((holder) => areComparable(holder, own) || isOfOtherRoom(holder, own))
    return this.#isHeldBy(own) ? [] : [...new Set(told.map(({ written }) => written))].slice(0, most)
  }

  #isHeldBy(own: Room): boolean {
    const onRecord = new Set((this.#known?.holders ?? []).flat())
    const isOf = own.people.some((person) => onRecord.has(person))
    return isOf || this.#holders.some((holder) => shareOne(holder, own) || isOfRoom(holder, own))
  }

  #othersElsewhere({ estate, estateName }: Room): string[] {
    const buildings = this.#known?.buildings ?? []
    const isHere = buildings.some((building) => isIn(estate, keyOf(building)))
    return [
      ...(this.#lots.isElsewhere(estateName, this.#lot) ? [this.#lot] : []),
      ...(isHere ? [] : buildings),
    ]
  }
}

/** Whom a row names. */
interface Told {
  /** Names and numbers; none where it does not say. */
  people: readonly string[]
  phones: readonly string[]
  isByName: boolean
  /** The company's number for whom it names, if there is one person; else empty. */
  number: string
  /** The room by which a list tells the holder; null where it names one, or no room that can be read. */
  room: RoomName | null
  written: string
}

/** A room beside which a space stands, with who owns it now. */
interface Room extends Told {
  estateName: string
  /** In the form in which estates compare; empty where none is told. */
  estate: string
  building: string
  door: string
}

function toldBy({ row, ownersTold: people }: Named, written: string): Told {
  const phones = textOf(row, 'phone').match(/\d{7,}/g) ?? []
  const number = numberKey(textOf(row, 'number'))
  return {
    people,
    phones,
    isByName: people.some((person) => person !== number),
    number: people.includes(number) ? number : '',
    room: null,
    written,
  }
}

function ownersOfSpace(one: Named): Told[] {
  const { row } = one
  const isLet = textOf(row, 'role') === '' && meaningOf(tenureWords, textOf(row, 'tenure')) === 'let'
  if (isLet) return []
  if (ownersToldBy(row).length > 0) return [toldBy(one, textOf(row, 'name') || textOf(row, 'number'))]
  const written = textOf(row, 'room') || textOf(row, 'address')
  return written === '' ? [] : [{ ...toldBy(one, written), room: readRoomName(written) }]
}

function roomOf(one: Named): Room {
  const { row, building } = one
  const estateName = estateOf(row)
  const door = textOf(row, 'room') || textOf(row, 'address')
  const name = readRoomName(door)
  return {
    ...toldBy(one, roomBeside(one)),
    room: name && {
      building: name.building ?? building,
      unit: name.unit ?? textOf(row, 'unit'),
      number: name.number,
    },
    estateName,
    estate: keyOf(estateName),
    building: wordKey(building),
    door: wordKey(`${textOf(row, 'unit')}|${door}`),
  }
}

/** Whether a list tells the holder of a space by this room. */
function isOfRoom({ room }: Told, own: Room): boolean {
  return room !== null && own.room !== null && areOneRoom(room, own.room)
}

/** Whether it tells him by another room, of which the registry knows no owner. What one of them does not say may be the same. */
function isOfOtherRoom({ room, people }: Told, own: Room): boolean {
  return room !== null && people.length === 0 && own.room !== null && !areOneRoom(room, own.room)
}

function areOneRoom(one: RoomName, other: RoomName): boolean {
  const isSame = (a: string | null, b: string | null) => {
    const [here, there] = [placeKey(a ?? ''), placeKey(b ?? '')]
    return here === '' || there === '' || here === there
  }
  const isNumber = canonicalCode(one.number) === canonicalCode(other.number)
  return isNumber && isSame(one.building, other.building) && isSame(one.unit, other.unit)
}

/** Whether one of them is the same person; namesakes with numbers or phones of their own are not. */
function shareOne(one: Told, other: Told): boolean {
  if (one.number !== '' && other.number !== '') return one.number === other.number
  const isOfOther =
    one.phones.length > 0 &&
    other.phones.length > 0 &&
    !one.phones.some((phone) => other.phones.includes(phone))
  return !isOfOther && areNamesakes(one, other)
}

/** Whether they have a name or number in common. */
function areNamesakes(one: Told, other: Told): boolean {
  return one.people.some((person) => other.people.includes(person))
}

/** Whether who is told here and there can be told apart: a number says nothing of a name. */
function areComparable(one: Told, other: Told): boolean {
  const areTold = one.people.length > 0 && other.people.length > 0
  return areTold && ((one.isByName && other.isByName) || (one.number !== '' && other.number !== ''))
}

function twoOf([first, ...more]: readonly Room[]): Room[] {
  const other = more.find((room) => !isOneRoom(first!, room))
  return other === undefined ? [first!] : [first!, other]
}

function areOfTwoEstates(one: Room, other: Room): boolean {
  return one.estate !== '' && other.estate !== '' && one.estate !== other.estate
}

/** Whether rooms are of several people, and of several estates or not one room. */
function isApart(one: Room, other: Room): boolean {
  if (shareOne(one, other)) return false
  return areOfTwoEstates(one, other) || (areComparable(one, other) && !isOneRoom(one, other))
}

function isOneRoom(one: Room, other: Room): boolean {
  return one.building === other.building && one.door === other.door
}
