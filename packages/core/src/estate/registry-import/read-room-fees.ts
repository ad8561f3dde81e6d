import { largestPriceE4 } from '../../fees/billing/index.ts'
import { numberKey } from './people-book.ts'
import type { RoomTariffDraft } from './draft.ts'
import type { RegistryBuilder } from './registry-builder.ts'
import { isDateCell, type Cell } from '../../platform/spreadsheets/index.ts'
import { otherUnit, otherUnitNamed } from './read-unit.ts'
import type { TableRow } from './table-rows.ts'
import { yuan } from './tariff-terms.ts'
import { cellText } from './text.ts'
import { isTooFine, readDate, readScaled } from './values.ts'

/**
 * Reads which fee items a room is charged by: numbers of the fee table, several parted by `#` with as many dates
 * (1#2 from 2020-06-10#2020-07-10), or a price per ㎡ of its own, which becomes a tariff.
 */
export function readRoomFees(row: TableRow, roomKey: string, registry: RegistryBuilder): void {
  const codes = codesIn(row.text('tariffs'))
  const dates = splitDates(row.cell('tariffFromOn'))
  const one = dates.length === 1
  if (codes.length > 0 && dates.length > 0 && !one && dates.length !== codes.length) {
    row.problem('tariff_dates_mismatch', 'tariffFromOn', { tariffs: codes.length, dates: dates.length })
  }
  codes.forEach((code, at) => {
    const fromOn = row.read('tariffFromOn', () => readDate((one ? dates[0] : dates[at]) ?? null))
    const tariff = registry.tariffs.get(numberKey(code))
    const refused = registry.refusedRow('tariff', numberKey(code))
    if (tariff) charge(row, { roomKey, tariffKey: tariff.key, fromOn, source: row.source }, registry)
    else if (code === '0') row.problem('tariff_default', 'tariffs')
    else if (refused) row.problem('tariff_refused', 'tariffs', { tariff: code, ...refused })
    else row.problem('tariff_missing', 'tariffs', { tariff: code })
  })
  readOwnPrice(row, roomKey, registry)
}

function charge(row: TableRow, draft: RoomTariffDraft, registry: RegistryBuilder): void {
  const other = registry.roomTariff(draft)
  if (other === null) return
  const params = { otherSheet: other.sheet, otherRow: other.row }
  row.problem('tariff_days_conflict', 'tariffFromOn', params)
}

/** The numbers of fee items that a cell names. */
export function codesIn(text: string): string[] {
  return text.split(/[#、,;/\s]+/).filter(Boolean)
}

/** Whether the row says what the room is charged. */
export function hasFees(row: TableRow): boolean {
  return [row.text('tariffs'), row.text('areaPrice')].some((text) => text !== '' && Number(text) !== 0)
}

function splitDates(cell: Cell): Cell[] {
  if (cell === null || isDateCell(cell) || typeof cell === 'number') return cell === null ? [] : [cell]
  return cellText(cell)
    .split(/[#、;\s]+/)
    .filter(Boolean)
}

function readOwnPrice(row: TableRow, roomKey: string, registry: RegistryBuilder): void {
  if (row.isOfOtherPeriod('areaPrice', 'pricedBy')) {
    row.problem('tariff_period_of_room', 'areaPrice')
    return
  }
  const unit = otherUnit(row, 'areaPrice', 'area') ?? otherUnitNamed(row, 'pricedBy', 'area')
  if (unit !== undefined) {
    if (row.text('areaPrice') !== '') row.problem('tariff_unit_of_room', 'areaPrice', { unit })
    return
  }
  if (isTooFine(row.cell('areaPrice'), 4)) {
    row.problem('tariff_price_decimals_of_room', 'areaPrice', { decimals: 4 })
    return
  }
  const priceE4 = row.read('areaPrice', (cell) => readScaled(cell, 4)) || null
  if (priceE4 === null) return
  if (priceE4 > largestPriceE4.area) {
    row.problem('tariff_price_out_of_range_of_room', 'areaPrice')
    return
  }
  const key = `物业费 ${yuan(priceE4)}`
  if (!registry.tariffs.has(key)) {
    registry.tariffs.set(key, {
      key,
      code: '',
      name: `物业费 ${yuan(priceE4)}元/㎡·月`,
      kind: '物业费',
      way: 'area',
      priceE4,
      amountFen: null,
      feeItem: null,
      isOfRoom: true,
      fromOn: null,
      toOn: null,
      cells: row.written(['areaPrice', 'pricedBy']),
      source: row.source,
    })
  }
  const fromOn = row.columnsHave('tariffs') ? null : row.date('tariffFromOn')
  charge(row, { roomKey, tariffKey: key, fromOn, source: row.source }, registry)
}
