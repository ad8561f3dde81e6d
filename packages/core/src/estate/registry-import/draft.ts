import type { CivilDate, Fen } from '@heju/kernel'
import type { FeeItem } from '../../fees/items/index.ts'
import type { Problem } from './problems.ts'
import type { Question } from './question.ts'
import type { References } from './references.ts'
import type { SpaceName } from './codes-alike.ts'
import type {
  Gender,
  IdKind,
  OccupancyRole,
  ParkingKind,
  PersonKind,
  RoomState,
  RoomUse,
  Tenure,
} from '../registry/index.ts'

/** Where a row of the draft came from; `row` counts from 1. */
export interface Source {
  sheet: string
  row: number
}

/** A cell as it stands in the workbook, under its heading. */
export interface WrittenCell {
  /** The letters of its column. */
  column: string
  heading: string
  value: string
}

export interface BuildingDraft {
  /** The bare identifier, equal for 3, 3栋 and 三号楼; tells buildings of a project apart. */
  key: string
  /** As shown: 3栋. */
  name: string
  floors: number | null
  source: Source
}

/** 建筑单元: an entrance of a building with its own stair and lift. */
export interface UnitDraft {
  key: string
  buildingKey: string
  name: string
  floors: number | null
  elevator: boolean | null
  source: Source
}

export interface RoomDraft {
  /** building|unit|number in bare form. */
  key: string
  buildingKey: string
  /** Empty for rooms of a building without units. */
  unitKey: string
  /** As on the door: 1501. */
  number: string
  floor: number | null
  /** No column tells the floor: it is guessed from the number, and whatever the registry has stands. */
  floorAssumed: boolean
  layout: string | null
  builtAreaE2: number | null
  innerAreaE2: number | null
  /** 计费面积, where it differs from the built area by agreement. */
  chargeAreaE2: number | null
  use: RoomUse | null
  state: RoomState | null
  handedOverOn: CivilDate | null
  remark: string | null
  source: Source
}

export interface ParkingSpaceDraft {
  /** lot|code in bare form. */
  key: string
  lot: string
  code: string
  kind: ParkingKind | null
  tenure: Tenure | null
  areaE2: number | null
  source: Source
}

export interface PersonDraft {
  /** Unique within the draft. */
  key: string
  /** The company's own number for the customer (业主编号). */
  number: string | null
  name: string
  kind: PersonKind
  /** E.164; the first is the main one. */
  phones: string[]
  idKind: IdKind | null
  idNumber: string | null
  gender: Gender | null
  /** A row of their own tells of them, and not only one of a place that they have. */
  isListed: boolean
  source: Source
}

export interface OccupancyDraft {
  personKey: string
  place: { kind: 'room' | 'parking'; key: string }
  role: OccupancyRole
  /** The workbook names somebody at the place and not as what: whatever the registry has them as stands. */
  roleAssumed: boolean
  /** Share of the ownership in 1/10,000. */
  shareE4: number | null
  fromOn: CivilDate | null
  toOn: CivilDate | null
  /**
   * No first day is told: it is the one after the last day of who was there before, or that of the owner with whom a co-owner
   * came. It differs from none on record.
   */
  fromAssumed: boolean
  /** It is that of the owner. */
  fromOfOwner?: boolean
  /** The day is not told as one: of a month that is told, its first or last; or who comes next is told to begin on it. */
  fromCalculated: boolean
  toCalculated: boolean
  /** Car plates as one text, for parking spaces. */
  plate: string | null
  /** Whose of several holders a plate is, is not told: one that anybody at the place has is known. */
  plateAssumed: boolean
  source: Source
  /** Told as an owner beside one who was told before: a co-owner, who did not come with him. */
  sharesTitle?: true
  /** Key of the owner in whose household they are told. */
  householdOf?: string
  /** Of a parking space: key of the room beside which it stands, whose days these are; a row that tells days of the space decides. */
  besideRoom?: string | undefined
  /** Of a parking space: key of the room by which a list tells whose it is. */
  ofRoom?: string
  /** Other rows that tell of the same. */
  alsoIn?: Source[]
  /** Those of all these that do not name the place: they reach it by the number of its owner. */
  reaching?: Source[]
}

export interface TariffDraft {
  /** The workbook's number for it, or a name made from the price. */
  key: string
  /** The workbook's number for it, as it is written; empty where it has none. */
  code: string
  /** As the workbook has it; once compared with the project's tariffs, as the tariff is called there. */
  name: string
  /** The kind of fee in the workbook's words (物业费, 停车费), else the name. */
  kind: string
  way: 'area' | 'fixed'
  /** Yuan per ㎡ and month × 10^4, for `area`. */
  priceE4: number | null
  /** Per month, for `fixed`; for `area` an addition on top of area × price. */
  amountFen: Fen | null
  /** What it is for, where the workbook says it. */
  feeItem: FeeItem | null
  /** Of a new one: the fee item that it becomes a tariff of, as somebody chose; left out, as its words say. */
  item?: FeeItem
  /** A price that stands beside rooms, and no row of a table of fee items. */
  isOfRoom: boolean
  fromOn: CivilDate | null
  toOn: CivilDate | null
  /** What it was read from, to be shown beside how it was understood. */
  cells: WrittenCell[]
  source: Source
}

/** Which room is charged by which tariff, from when. */
export interface RoomTariffDraft {
  roomKey: string
  tariffKey: string
  fromOn: CivilDate | null
  source: Source
}

/** What a workbook says, in the terms of the registry. */
export interface RegistryDraft {
  buildings: BuildingDraft[]
  units: UnitDraft[]
  rooms: RoomDraft[]
  parkingSpaces: ParkingSpaceDraft[]
  people: PersonDraft[]
  occupancies: OccupancyDraft[]
  /** Those that do not fit with others and are reported: nobody comes in by them, and their rows name their places. */
  untaken: OccupancyDraft[]
  tariffs: TariffDraft[]
  roomTariffs: RoomTariffDraft[]
}

/** How a sheet was understood, for the preview. */
export interface TableSummary {
  sheet: string
  kind: 'buildings' | 'people' | 'tariffs' | 'rooms' | 'parking'
  /** The rows of the headings, counted from 1. */
  headings: { first: number; last: number }
  columns: { column: string; heading: string; field: string }[]
  dataRows: number
  /** How many of its rows tell otherwise than what is on record, which stays; once that is known. */
  otherwise?: number
  /** And what warnings say was not taken of them, where nothing of it is on record. */
  untaken?: number
  /** And how many of its rooms come in without a charge that their rows tell. */
  uncharged?: number
  /** Estates and phases whose rooms come in without their name, by the question about them, in the form of `wordKey`. */
  estates?: { id: string; values: string[] }[]
}

export interface RegistryReading {
  draft: RegistryDraft
  tables: TableSummary[]
  problems: Problem[]
  /** With and without answers. */
  questions: Question[]
  /** By the keys of spaces on record, the lots that they get, and their codes there. */
  lots: ReadonlyMap<string, SpaceName>
  /** What its rows take from one another. */
  references: References
}
