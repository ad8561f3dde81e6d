import type { ErrorParams } from '@heju/kernel'
import { ImportBudget } from './import-limits.ts'
import { rowKey } from './told-by.ts'

/**
 * `error`: the row is left out. `warning`: the row is taken, something in it is not, or wants a look.
 * `note`: what was done without being asked, for those who wonder.
 */
export type Severity = 'error' | 'warning' | 'note'

/** Every problem by the last part of its code, `registry_import.<cause>`; texts are in the i18n package. */
export const problemSeverities = {
  // Sheets and their columns
  nothing_recognised: 'error',
  sheet_skipped: 'note',
  sheet_hidden: 'note',
  sheet_of_examples: 'note',
  sheet_of_stock: 'note',
  sheet_of_readings: 'note',
  sheet_of_payments: 'note',
  sheet_of_staff: 'note',
  sheet_of_matters: 'note',
  sheet_of_devices: 'note',
  rows_of_other_estates: 'note',
  row_of_estate_left_out: 'error',
  estate_found: 'note',
  column_unknown: 'note',
  column_unused: 'note',
  column_repeated: 'note',
  columns_disagree: 'error',
  placeholder_column: 'note',
  // Rows that are no data
  total_row: 'note',
  note_row: 'note',
  example_row: 'note',
  // Any cell
  formula_error: 'error',
  text_too_long: 'error',
  too_many_in_cell: 'error',
  number_malformed: 'error',
  number_negative: 'error',
  date_malformed: 'warning',
  day_malformed: 'error',
  dates_reversed: 'error',
  value_unknown: 'warning',
  // Buildings and rooms
  building_missing: 'error',
  building_assumed: 'note',
  building_carried_down: 'warning',
  building_not_listed: 'warning',
  room_missing: 'error',
  room_unreadable: 'error',
  rooms_together: 'error',
  room_written_otherwise: 'warning',
  room_of_others: 'error',
  room_told_otherwise: 'error',
  rooms_written_otherwise: 'note',
  rooms_beside_record: 'warning',
  room_twice: 'warning',
  rows_equal: 'error',
  room_of_estate: 'error',
  became_date: 'error',
  room_conflict: 'error',
  floor_malformed: 'warning',
  area_out_of_range: 'error',
  area_merged: 'warning',
  inner_area_larger: 'warning',
  // People
  name_missing: 'error',
  owner_number_taken: 'error',
  owner_missing: 'warning',
  owner_refused: 'warning',
  household_owner_missing: 'warning',
  household_owner_refused: 'warning',
  person_of_refused_row: 'note',
  role_unknown: 'warning',
  phone_malformed: 'warning',
  phone_damaged: 'warning',
  phone_placeholder: 'warning',
  phone_of_many: 'warning',
  phone_extension: 'warning',
  phones_unclear: 'warning',
  id_malformed: 'warning',
  id_damaged: 'warning',
  id_placeholder: 'warning',
  id_of_another: 'warning',
  share_malformed: 'warning',
  share_conflict: 'warning',
  id_conflict: 'warning',
  shares_exceed_whole: 'warning',
  stretches_overlap: 'error',
  change_unclear: 'error',
  change_from_record_unclear: 'error',
  first_day_follows: 'note',
  first_day_of_owner: 'note',
  household_incomplete: 'warning',
  holder_waits: 'warning',
  people_left_out: 'warning',
  // Parking spaces
  space_missing: 'error',
  space_conflict: 'error',
  space_area_large: 'warning',
  space_room_missing: 'warning',
  space_room_refused: 'warning',
  space_owner_refused: 'warning',
  space_room_unlisted: 'error',
  space_lot_unclear: 'error',
  space_lots_many: 'error',
  space_in_lots: 'error',
  space_without_lot: 'error',
  space_beside_unclear: 'warning',
  space_beside_alike: 'warning',
  space_beside_others: 'warning',
  space_of_holders: 'warning',
  space_written_otherwise: 'warning',
  space_of_others: 'error',
  space_told_otherwise: 'error',
  registered_space_of_others: 'error',
  registered_space_told_otherwise: 'error',
  spaces_written_otherwise: 'note',
  spaces_found: 'note',
  space_left_out: 'note',
  // Fee items
  tariff_name_missing: 'error',
  tariff_repeated: 'error',
  tariff_conflict: 'error',
  tariff_same: 'error',
  tariff_name_too_long: 'error',
  tariff_price_decimals: 'error',
  tariff_price_decimals_of_room: 'error',
  tariff_price_out_of_range: 'error',
  tariff_price_out_of_range_of_room: 'error',
  tariff_price_malformed_of_room: 'error',
  tariff_price_negative_of_room: 'error',
  tariff_two_prices: 'error',
  tariff_way_unknown: 'error',
  tariff_price_missing: 'error',
  tariff_unit: 'error',
  tariff_unit_of_room: 'error',
  tariff_period: 'error',
  tariff_period_of_room: 'error',
  tariff_cycle: 'error',
  tariff_one_off: 'warning',
  tariff_surcharge: 'note',
  tariff_missing: 'warning',
  tariff_refused: 'warning',
  tariff_default: 'note',
  tariff_dates_mismatch: 'error',
  tariff_day_of_room: 'error',
  tariff_day_of_none: 'error',
  tariff_days_conflict: 'error',
  tariff_left_out: 'note',
  // Against what is on record already
  tariff_differs: 'error',
  tariff_differs_draft: 'error',
  tariff_differs_of_room: 'error',
  tariff_of_spaces: 'error',
  tariff_is_property: 'error',
  tariff_is_parking: 'error',
  tariff_is_other: 'error',
  tariff_ends_otherwise: 'error',
  tariff_over_before_begun: 'error',
  tariff_begins_after_rooms: 'warning',
  tariff_unclear: 'error',
  room_charged_otherwise: 'warning',
  room_charge_ended: 'warning',
  room_tariff_disabled: 'warning',
  room_charged_by_namesake: 'error',
  room_charged_until: 'error',
  room_charged_before_price: 'error',
  owner_differs: 'warning',
  space_owner_differs: 'warning',
  occupancy_differs: 'warning',
  person_differs: 'warning',
  person_number_differs: 'warning',
  share_differs: 'warning',
} as const satisfies Record<string, Severity>

export type Cause = keyof typeof problemSeverities
type ProblemCode = `registry_import.${Cause}`

/** Warnings of what was taken as it stands, and wants a look: all others say what of their row was not. */
export const ofWhatWasTaken: readonly Cause[] = [
  'building_carried_down',
  'building_not_listed',
  'room_written_otherwise',
  'room_twice',
  'rooms_beside_record',
  'inner_area_larger',
  'role_unknown',
  'phones_unclear',
  'shares_exceed_whole',
  'space_area_large',
  'space_written_otherwise',
  'tariff_begins_after_rooms',
]
/** What says of a row that it was taken, and as what. */
const saidOfTaken: readonly Cause[] = [...ofWhatWasTaken, 'phone_extension']
/** What says of a room's row that one of its charges was not taken, and the room was. */
export const ofACharge = [
  'tariff_period_of_room',
  'tariff_unit_of_room',
  'tariff_price_decimals_of_room',
  'tariff_price_out_of_range_of_room',
  'tariff_price_malformed_of_room',
  'tariff_price_negative_of_room',
  'tariff_differs_of_room',
  'tariff_days_conflict',
  'tariff_dates_mismatch',
  'tariff_day_of_room',
  'tariff_day_of_none',
  'room_charged_by_namesake',
  'room_charged_until',
  'room_charged_before_price',
] as const satisfies readonly Cause[]
/** Errors that leave out a part of a row and not the whole. */
const ofAPart: readonly Cause[] = [
  ...ofACharge,
  'stretches_overlap',
  'change_unclear',
  'change_from_record_unclear',
]

/** Whether what is wrong by a code leaves out a part of its row and not the whole. */
export function leavesOutAPart(code: string): boolean {
  return isOneOf(ofAPart, code)
}

export function isOneOf(causes: readonly Cause[], code: string): boolean {
  return causes.some((cause) => code === `registry_import.${cause}`)
}

/** One thing found in a workbook, at its place. */
export interface Problem {
  sheet: string
  /** As the spreadsheet shows it: 1 is the first row. Null: the sheet or column as a whole. */
  row: number | null
  /** The column's letters. Null: the row as a whole. */
  column: string | null
  /** What stands in the cell. It may be personal data: shown to who imports, kept sealed, never logged. */
  value: string | null
  code: ProblemCode
  params: ErrorParams
  severity: Severity
}

export interface Place {
  sheet: string
  row: number | null
  column?: string | null
  value?: string | null
}

/** Gathers what is found while a workbook is read. */
export class Problems {
  readonly list: Problem[]
  readonly #badRows = new Set<string>()
  readonly #budget: ImportBudget

  constructor(found: readonly Problem[] = [], budget = new ImportBudget()) {
    this.list = [...found]
    this.#budget = budget
  }

  /** @throws `registry_import.too_many_entries` */
  add(cause: Cause, place: Place, params: ErrorParams = {}): void {
    this.#budget.take(place.sheet, place.row)
    const severity = problemSeverities[cause]
    const { sheet, row, column = null, value = null } = place
    this.list.push({ sheet, row, column, value, code: `registry_import.${cause}`, params, severity })
    if (severity === 'error' && row !== null) this.#badRows.add(`${sheet}!${row}`)
  }

  /** Those found, each row with one verdict: of one that is left out nothing says that it was taken. */
  get settled(): Problem[] {
    const leftOut = this.leftOut
    return this.list.filter(
      ({ code, sheet, row }) =>
        !(row !== null && isOneOf(saidOfTaken, code) && leftOut.has(rowKey({ sheet, row }))),
    )
  }

  /** The rows that are left out as a whole: `rowKey`. */
  get leftOut(): ReadonlySet<string> {
    const found = this.list.filter(({ severity, code }) => severity === 'error' && !leavesOutAPart(code))
    return new Set(found.flatMap(({ sheet, row }) => (row === null ? [] : [rowKey({ sheet, row })])))
  }

  /** Whether an error was found in the row, so that it is left out. */
  isBad(sheet: string, row: number): boolean {
    return this.#badRows.has(`${sheet}!${row}`)
  }
}
