import type { Write } from '@heju/db'
import type { CivilDate } from '@heju/kernel'
import type { SQL } from 'drizzle-orm'
import type { OthersDecision, TariffState } from '../../fees/billing/index.ts'
import type { Ctx } from '../../context.ts'
import type { MatchedTariffs } from './match-tariffs.ts'
import type { RoomDraft, RoomTariffDraft, TariffDraft } from './draft.ts'

/** What a workbook's fee items become: the billing of the product, as an import needs it. */
export interface TariffPort {
  /**
   * The draft's tariffs among those of the project, and which of its assignments it has already.
   * @param month the first day of the one in which new charges begin of which the workbook does not say
   */
  known(
    ctx: Ctx,
    projectId: string,
    draft: TariffImport & ImportedRooms,
    month: CivilDate,
  ): Promise<KnownTariffs>
  /** Adds tariffs and assignments as part of a write, once: what is there already stays, as long as it is what is told. */
  add(ctx: Ctx, write: Write, projectId: string, draft: TariffsToAdd): void
  /** Whether it would bring rooms under tariffs in use that did not come with the import: a condition, before they are added. */
  chargesOnRecord(projectId: string, draft: TariffsToAdd): SQL
}

export type TariffsToAdd = TariffImport & {
  /** Tariffs of the workbook that the project has; imports that were previewed before these were kept have none. */
  known?: readonly TariffDraft[]
  names: TariffNames
  /** Ids of the rooms that come with the import; imports that were previewed before these were kept have none. */
  newRooms?: readonly string[]
  /** What becomes of other charges for the same, by `TariffDraft.key`. */
  others?: Readonly<Record<string, OthersDecision>>
}

export interface TariffImport {
  tariffs: readonly TariffDraft[]
  roomTariffs: readonly RoomTariffDraft[]
}

/** The rooms of a workbook, those that are new with it too: scopes of tariffs take them in by what it says of them. */
export interface ImportedRooms {
  rooms: readonly Pick<RoomDraft, 'key' | 'buildingKey' | 'use'>[]
}

/** Names of all tariffs of the workbook by their keys: rooms may be assigned to tariffs that are not new. */
export type TariffNames = Readonly<Record<string, string>>

export interface SecondCharge {
  roomKey: string
  tariffKey: string
  other: string
  /** What is not in use charges nothing now: nobody is asked about it, and it ends where the others do. */
  otherState: TariffState
  fromOn: CivilDate
  /** As `chargeText` has it. */
  otherPrice: string
  ownPrice: string
}

export interface UnpricedRoom {
  room: RoomTariffDraft
  name: string
  /** From which day the workbook charges the room. */
  told: CivilDate
  /** The first day that has a price. */
  beginsOn: CivilDate
}

export interface KnownTariffs extends MatchedTariffs {
  /** The fee items in use, with their names: empty for the product's own word. */
  items: readonly { id: string; name: string }[]
  /** What those of the workbook that are in use cost, as `chargeText` has it, by `TariffDraft.key`. */
  charging: ReadonlyMap<string, string>
  /** The days on which rooms are charged by tariffs that the project has, by `roomTariffKey`. */
  assigned: ReadonlyMap<string, readonly { fromOn: string; toOn: string | null }[]>
  /** Rooms on record that the scopes of tariffs in use charge as the workbook says, from the same day: `roomTariffKey`. */
  covered: ReadonlySet<string>
  /** The last day of rooms whose charge by a tariff is over, or would be before it begins, by `roomTariffKey`. */
  ended: ReadonlyMap<string, string>
  /** When new fee items begin of which the workbook does not say, by `TariffDraft.key`. */
  begins: ReadonlyMap<string, CivilDate>
  /** Rooms that another tariff of the name charges, and that are not put under this one. */
  beside: readonly { room: RoomTariffDraft; name: string; other: string; lastOn: string | null }[]
  /** Rooms told from a day before their tariff on record has a price, and not put under it. */
  unpriced: readonly UnpricedRoom[]
  /** Rooms that would be under two tariffs for the same from a day, with the name of the other and what each of them costs. */
  charges: readonly SecondCharge[]
}
