import type { CivilDate, Fen } from '@heju/kernel'
import type { FeeItem } from '../items/index.ts'
import type { TariffBasis, TariffState } from './rules.ts'

/** A fee item as a workbook gives it. */
export interface ImportedTariff {
  name: string
  /** For what it is. */
  item: FeeItem
  basis: 'area' | 'room'
  /** Yuan × 10^4 per month and m², or room. */
  priceE4: number
  /** 附加费, per month and room. */
  additionFen: Fen
  fromOn: CivilDate | null
  toOn: CivilDate | null
}

/** What a workbook says of a charge, and what of that a tariff of the same name must not say otherwise. */
export interface TariffTerms {
  basis: TariffBasis
  priceE4: number
  additionFen: Fen
  /** Null: a workbook does not say. */
  feeItem: FeeItem | null
  /** The last day of its last price; null: no end, and of a workbook, that it does not say. */
  endsOn: CivilDate | null
}

/** A tariff of a project, by the price that holds today, the next to come where none does, or else the last. */
export interface TariffOnRecord extends TariffTerms {
  name: string
  feeItem: FeeItem
  /** Whether a place has one charge of that item a day. */
  exclusive: number
  state: TariffState
  /** The first day of its first price. */
  beginsOn: CivilDate
}

/** That a room is charged by a tariff; both by what a workbook knows of them. */
export interface ImportedAssignment {
  /** `rooms.key` */
  roomKey: string
  tariffName: string
  fromOn: CivilDate | null
}

/** A room and a tariff that charges it, on these days. */
export interface AssignedRoom {
  roomKey: string
  tariffName: string
  fromOn: CivilDate
  toOn: string | null
}

/** A room of a workbook, by what the scopes of tariffs take it in by. */
export interface ImportedRoom {
  /** `rooms.key` */
  roomKey: string
  /** `buildings.key`; null: the workbook has no row of the room, which is on record or not at all. */
  buildingKey: string | null
  /** Null: the workbook does not say. */
  use: string | null
}

/** A room that would get a second charge of the same item, with the tariff that it is under already. */
export interface SecondCharge {
  roomKey: string
  tariffName: string
  /** The day from which it would be. */
  fromOn: CivilDate
  other: string
  /** What is not in use charges nothing now, and ends like the others where it is replaced. */
  otherState: TariffState
}
