import type {
  BuildingDraft,
  OccupancyDraft,
  ParkingSpaceDraft,
  RegistryDraft,
  RoomDraft,
  RoomTariffDraft,
  TariffDraft,
  UnitDraft,
} from './draft.ts'
import { PeopleBook } from './people-book.ts'

/** Gathers a draft from the tables of a workbook, each thing once. */
export class RegistryBuilder {
  readonly people: PeopleBook
  readonly buildings = new Map<string, BuildingDraft>()
  readonly units = new Map<string, UnitDraft>()
  readonly rooms = new Map<string, RoomDraft>()
  readonly spaces = new Map<string, ParkingSpaceDraft>()
  readonly tariffs = new Map<string, TariffDraft>()
  readonly #owners = new Map<string, OccupancyDraft[]>()
  readonly #occupancies = new Map<string, OccupancyDraft>()
  readonly #roomTariffs = new Map<string, RoomTariffDraft>()

  /** @param registered see `PeopleBook` */
  constructor(registered?: ReadonlyMap<string, string>) {
    this.people = new PeopleBook(registered)
  }

  /** Adds a building or completes the one that is known. */
  building(draft: BuildingDraft): BuildingDraft {
    const known = this.buildings.get(draft.key)
    if (known) known.floors ??= draft.floors
    else this.buildings.set(draft.key, draft)
    return known ?? draft
  }

  unit(draft: UnitDraft): void {
    const key = `${draft.buildingKey}|${draft.key}`
    const known = this.units.get(key)
    if (known) {
      known.floors ??= draft.floors
      known.elevator ??= draft.elevator
    } else this.units.set(key, draft)
  }

  /** Adds who is what to a place, once; of several owners of a place the later ones are co-owners. */
  occupancy(draft: OccupancyDraft): void {
    const place = `${draft.place.kind}|${draft.place.key}`
    const same = this.#occupancies.get(`${place}|${draft.personKey}|${ownership(draft)}`)
    if (same) {
      same.shareE4 ??= draft.shareE4
      same.fromOn ??= draft.fromOn
      same.toOn ??= draft.toOn
      same.plate ??= draft.plate
      return
    }
    const second =
      draft.role === 'owner' &&
      draft.toOn === null &&
      this.ownersOf(draft.place.kind, draft.place.key).length > 0
    this.#occupancies.set(
      `${place}|${draft.personKey}|${ownership(draft)}`,
      second ? { ...draft, role: 'co_owner' } : draft,
    )
    if (ownership(draft) === 'owns')
      this.#owners.set(place, [...this.ownersOf(draft.place.kind, draft.place.key), draft])
  }

  /** The ownerships of a place, the first owner first. */
  ownersOf(kind: 'room' | 'parking', key: string): readonly OccupancyDraft[] {
    return this.#owners.get(`${kind}|${key}`) ?? []
  }

  /** Everything that a person owns. */
  get ownerships(): readonly OccupancyDraft[] {
    return [...this.#owners.values()].flat()
  }

  roomTariff(draft: RoomTariffDraft): void {
    this.#roomTariffs.set(`${draft.roomKey}|${draft.tariffKey}`, draft)
  }

  get draft(): RegistryDraft {
    return {
      buildings: [...this.buildings.values()],
      units: [...this.units.values()],
      rooms: [...this.rooms.values()],
      parkingSpaces: [...this.spaces.values()],
      people: [...this.people.all],
      occupancies: [...this.#occupancies.values()],
      tariffs: [...this.tariffs.values()],
      roomTariffs: [...this.#roomTariffs.values()],
    }
  }
}

/** Owner and co-owner are one thing when the same person stands in two rows. */
function ownership({ role }: OccupancyDraft): string {
  return role === 'owner' || role === 'co_owner' ? 'owns' : role
}
