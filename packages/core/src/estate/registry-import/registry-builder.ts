import type {
  BuildingDraft,
  OccupancyDraft,
  ParkingSpaceDraft,
  RegistryDraft,
  RoomDraft,
  RoomTariffDraft,
  Source,
  TariffDraft,
  UnitDraft,
} from './draft.ts'
import { joinedPlates, platesIn, spaceKey } from '../registry/index.ts'
import type { HolderLeftOut, LeftOut } from './holders-left-out.ts'
import { ImportBudget } from './import-limits.ts'
import { PeopleBook } from './people-book.ts'
import type { Registered } from './registered.ts'
import { besideKey } from './spaces-named.ts'
import type { NamesBeside } from './spaces-of-others.ts'
import { RegisteredSpaces } from './registered-spaces.ts'
import { ownership } from './settle-occupancies.ts'
import { sameStretch } from './stretches.ts'
import { placeOf } from './told-by.ts'

/** What other rows refer to: by its number, or by the key of a room. */
type Listed = 'tariff' | 'person' | 'room'

/** Gathers a draft from the tables of a workbook, each thing once. */
export class RegistryBuilder {
  readonly people: PeopleBook
  readonly buildings = new Map<string, BuildingDraft>()
  readonly units = new Map<string, UnitDraft>()
  readonly rooms = new Map<string, RoomDraft>()
  readonly spaces = new Map<string, ParkingSpaceDraft>()
  readonly tariffs = new Map<string, TariffDraft>()
  /** Those of tables of fee items, once these are read. */
  listedTariffs: readonly TariffDraft[] = []
  /** Rows that tell one person's share of one place otherwise than a row before. */
  readonly sharesTwice: { first: OccupancyDraft; other: OccupancyDraft }[] = []
  readonly #occupancies: OccupancyDraft[] = []
  readonly #byPlace = new Map<string, OccupancyDraft[]>()
  readonly #dropped = new Set<OccupancyDraft>()
  readonly #refused = new Map<string, Source>()
  readonly #leftOut = new Map<string, HolderLeftOut[]>()
  readonly #roomTariffs = new Map<string, RoomTariffDraft>()
  readonly #unclearDays = new Set<string>()

  #listedBuildings: ReadonlySet<string> = new Set()
  readonly #knownBuildings: ReadonlySet<string>
  readonly #namesBeside: NamesBeside
  readonly #registeredSpaces: RegisteredSpaces
  readonly #budget: ImportBudget

  constructor(
    { people, names, spaces, buildings }: Pick<Registered, 'people' | 'names' | 'spaces' | 'buildings'> = {},
    budget = new ImportBudget(),
    beside: NamesBeside = new Map(),
  ) {
    this.#budget = budget
    this.#namesBeside = beside
    this.people = new PeopleBook(people, names, budget)
    this.#knownBuildings = new Set(buildings?.keys())
    this.#registeredSpaces = spaces ?? new RegisteredSpaces([])
  }

  /** Notes that a row of a list was left out: whoever refers to what it tells is told so, and not that it is not there. */
  refuse(kind: Listed, key: string, source: Source): void {
    if (key !== '' && !this.#refused.has(`${kind}|${key}`)) this.#refused.set(`${kind}|${key}`, source)
  }

  /** The row that would have told of it, if that was left out, as a problem names it. */
  refusedRow(kind: Listed, key: string): { otherSheet: string; otherRow: number } | undefined {
    const source = this.#refused.get(`${kind}|${key}`)
    return source && { otherSheet: source.sheet, otherRow: source.row }
  }

  /** Adds a building or completes the one that is known. */
  building(draft: BuildingDraft): BuildingDraft {
    const known = this.buildings.get(draft.key)
    if (known) known.floors ??= draft.floors
    else this.buildings.set(draft.key, draft)
    return known ?? draft
  }

  /** What is told until now is what lists of buildings tell; rooms come later. */
  buildingsListed(): void {
    this.#listedBuildings = new Set(this.buildings.keys())
  }

  /** Whether lists of buildings, if there are any, do not have a building, and the registry has none either: it is new. */
  isUnlisted(key: string): boolean {
    return this.#listedBuildings.size > 0 && !this.#listedBuildings.has(key) && !this.#knownBuildings.has(key)
  }

  unit(draft: UnitDraft): void {
    const key = `${draft.buildingKey}|${draft.key}`
    const known = this.units.get(key)
    if (known) {
      known.floors ??= draft.floors
      known.elevator ??= draft.elevator
    } else this.units.set(key, draft)
  }

  /** Adds who is what to a place, and from when to when. Rows that tell of one stretch are one. */
  occupancy(draft: OccupancyDraft): void {
    const key = placeOf(draft)
    const here = this.#byPlace.get(key) ?? []
    const same = here.find(
      (one) =>
        one.personKey === draft.personKey &&
        ownership(one.role) === ownership(draft.role) &&
        areOneStretch(one, draft),
    )
    if (same) {
      if (same.shareE4 !== null && draft.shareE4 !== null && same.shareE4 !== draft.shareE4)
        this.sharesTwice.push({ first: same, other: draft })
      same.shareE4 ??= draft.shareE4
      Object.assign(same, firstDayOf(same, draft))
      same.alsoIn = [...(same.alsoIn ?? []), draft.source]
      if (draft.reaching) same.reaching = [...(same.reaching ?? []), ...draft.reaching]
      same.plate = joinedPlates([...platesIn(same.plate ?? ''), ...platesIn(draft.plate ?? '')])
      return
    }
    this.#budget.take(draft.source.sheet, draft.source.row)
    const own = { ...draft }
    this.#occupancies.push(own)
    this.#byPlace.set(key, [...here, own])
  }

  /** Notes whom a row tells at a place, and that he does not come in. */
  leaveOut(holder: LeftOut): void {
    const key = placeOf(holder)
    const before = this.#byPlace.get(key) ?? []
    this.#leftOut.set(key, [...this.leftOutAt(key), { ...holder, before }])
  }

  /** Who was left out at a place, as `placeOf` has it. */
  leftOutAt(place: string): readonly HolderLeftOut[] {
    return this.#leftOut.get(place) ?? []
  }

  /** The key that a space beside a room of a row that is left out has, or would have; null where it is left out itself. */
  keyBeside(code: string, source: Source): string | null {
    const name = this.#namesBeside.get(besideKey(source, code))
    if (name === undefined) return spaceKey(this.lotOf('', code), code)
    return name && spaceKey(name.lot, name.code)
  }

  /** A space that stands beside a room. @returns its key; null where it is left out */
  spaceBeside(code: string, source: Source): string | null {
    const name = this.#namesBeside.get(besideKey(source, code)) ?? null
    if (name === null) return null
    const key = spaceKey(name.lot, name.code)
    if (!this.spaces.has(key)) {
      this.#budget.take(source.sheet, source.row)
      this.spaces.set(key, { key, ...name, kind: null, tenure: null, areaE2: null, source })
    }
    return key
  }

  /** The lot of a space that is written without all of it, by the registry; as told otherwise. */
  lotOf(lot: string, code: string): string {
    const lots = this.#registeredSpaces.lotsOf(lot, code)
    return lots.length === 1 ? lots[0]! : lot
  }

  /** A space of a list of spaces, added, or completed where it stands beside a room. */
  space(draft: ParkingSpaceDraft): ParkingSpaceDraft {
    const known = this.spaces.get(draft.key)
    if (!known) {
      this.#budget.take(draft.source.sheet, draft.source.row)
      this.spaces.set(draft.key, draft)
      return draft
    }
    known.kind = draft.kind ?? known.kind
    known.tenure = draft.tenure ?? known.tenure
    known.areaE2 = draft.areaE2 ?? known.areaE2
    return known
  }

  get occupancies(): readonly OccupancyDraft[] {
    return this.#occupancies.filter((one) => !this.#dropped.has(one))
  }

  /** Leaves out what turned out not to fit. */
  drop(occupancy: OccupancyDraft): void {
    this.#dropped.add(occupancy)
  }

  isDropped(occupancy: OccupancyDraft): boolean {
    return this.#dropped.has(occupancy)
  }

  /** The ownerships of a place, the first owner first. */
  ownersOf(kind: 'room' | 'parking', key: string): readonly OccupancyDraft[] {
    return (this.#byPlace.get(`${kind}|${key}`) ?? []).filter(({ role }) => ownership(role) === 'owns')
  }

  /** Everything that a person owns. */
  get ownerships(): readonly OccupancyDraft[] {
    return this.occupancies.filter(({ role }) => ownership(role) === 'owns')
  }

  /**
   * Adds that a room is charged by a fee item, once. From which of two days, is not for the order of rows to say.
   * @returns where another day is told; then the room is not charged by it
   */
  roomTariff(draft: RoomTariffDraft): Source | null {
    this.#budget.take(draft.source.sheet, draft.source.row, 1)
    const key = `${draft.roomKey}|${draft.tariffKey}`
    const known = this.#roomTariffs.get(key)
    if (known === undefined || known.fromOn === null) this.#roomTariffs.set(key, draft)
    else if (draft.fromOn !== null && draft.fromOn !== known.fromOn) {
      this.#unclearDays.add(key)
      return known.source
    }
    return null
  }

  /** Leaves out what a room is charged by a fee item, whatever other rows say: a row tells a first day that cannot be taken. */
  refuseRoomTariff({ roomKey, tariffKey }: Pick<RoomTariffDraft, 'roomKey' | 'tariffKey'>): void {
    this.#unclearDays.add(`${roomKey}|${tariffKey}`)
  }

  get draft(): RegistryDraft {
    return {
      buildings: [...this.buildings.values()],
      units: [...this.units.values()],
      rooms: [...this.rooms.values()],
      parkingSpaces: [...this.spaces.values()],
      people: [...this.people.all],
      occupancies: [...this.occupancies],
      untaken: [...this.#dropped],
      tariffs: [...this.tariffs.values()],
      roomTariffs: [...this.#roomTariffs].flatMap(([key, one]) => (this.#unclearDays.has(key) ? [] : [one])),
    }
  }
}

/** Whether rows tell of one stretch. A code beside a room tells that its owner has the space now, and by the room since when. */
function areOneStretch(one: OccupancyDraft, other: OccupancyDraft): boolean {
  const isBeside = one.besideRoom !== undefined || other.besideRoom !== undefined
  return sameStretch(one, other) || (isBeside && one.toOn === null && other.toOn === null)
}

/** The day that a row tells of the place itself, else the earliest of the rooms beside which it stands. */
function firstDayOf(one: OccupancyDraft, other: OccupancyDraft) {
  const told = [one, other].filter(({ fromOn }) => fromOn !== null)
  const ofPlace = told.filter(({ besideRoom }) => besideRoom === undefined)
  const [first] = (ofPlace.length > 0 ? ofPlace : told).toSorted((a, b) => (a.fromOn! < b.fromOn! ? -1 : 1))
  const { fromOn = null, fromCalculated = false, besideRoom } = first ?? {}
  return { fromOn, fromCalculated, besideRoom }
}
