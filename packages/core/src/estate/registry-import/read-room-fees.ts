import { feeItemOf, largestPriceE4 } from '../../fees/billing/index.ts'
import { wordKey } from '../registry/index.ts'
import type { Cell } from '../../platform/spreadsheets/index.ts'
import type { RoomTariffDraft, TariffDraft } from './draft.ts'
import { numberKey } from './people-book.ts'
import { ChargeDays, placesIn, type ChargeDay } from './read-charge-days.ts'
import type { RegistryBuilder } from './registry-builder.ts'
import { otherUnit, otherUnitNamed } from './read-unit.ts'
import type { TableRow } from './table-rows.ts'
import { cellText } from './text.ts'
import { yuan } from './tariff-terms.ts'
import { isTooFine, readScaled, type Reading } from './values.ts'

/**
 * Reads which fee items a room is charged by: numbers of the fee table, several parted by `#` with as many dates
 * (1#2 from 2020-06-10#2020-07-10), or a price per ㎡ of its own, which becomes a tariff.
 */
export function readRoomFees(row: TableRow, roomKey: string, registry: RegistryBuilder): void {
  const codes = placesIn(row.text('tariffs'))
  const days = new ChargeDays(row, codes)
  const found = codes.map((code) => registry.tariffs.get(numberKey(code)))
  const own = ownName(
    row,
    codes.filter((code, at) => found[at] === undefined && /^\D+$/.test(code)),
  )
  const priceKey = readOwnPrice(row, own.name, registry)
  const isPriced = row.columnsHave('areaPrice') && Number(row.text('areaPrice')) !== 0
  const unclear = !isPriced && isOfNone(found, days)
  if (unclear) row.problem('tariff_day_of_none', 'propertyFromOn', { heading: row.heading('propertyFromOn') })
  for (const [at, code] of codes.entries()) {
    const tariff = found[at]
    const refused = registry.refusedRow('tariff', numberKey(code))
    if (tariff) {
      const charged = { roomKey, tariffKey: tariff.key }
      if (unclear) registry.refuseRoomTariff(charged)
      else {
        // The only charge of a row is meant, whatever it is called.
        const isMeant = isProperty(tariff) || (found.length === 1 && !isPriced)
        charge(row, charged, days.ofNumber(at, isMeant), registry)
      }
    } else if (code === '0') row.problem('tariff_default', 'tariffs')
    else if (refused) row.problem('tariff_refused', 'tariffs', { tariff: code, ...refused })
    else if (code !== '' && !(priceKey !== null && own.named.includes(code)))
      row.problem('tariff_missing', 'tariffs', { tariff: code })
  }
  if (priceKey !== null) charge(row, { roomKey, tariffKey: priceKey }, days.ofPrice(own.isProperty), registry)
}

const propertyFee = '物业费'

/**
 * What the price beside a room is of: the property fee, unless the row says in a word what it charges and the heading of the
 * price names none. The name tells no price, which may be put right and followed by others.
 * @param words of the column of fee items, those that no fee item has as its number
 * @returns `named`: those of the words that mean it
 */
function ownName(row: TableRow, words: readonly string[]) {
  const ofProperty = words.filter((word) => feeItemOf(word) === 'property')
  const [word] = words
  const isOfWord =
    words.length === 1 &&
    ofProperty.length === 0 &&
    !/物业|管理费|物管/.test(cellText(row.heading('areaPrice')))
  return isOfWord
    ? { name: word!, isProperty: false, named: words }
    : { name: propertyFee, isProperty: true, named: ofProperty }
}

/** A day of the property fee alone, where several others are charged. */
function isOfNone(found: readonly (TariffDraft | undefined)[], days: ChargeDays): boolean {
  const isOther = (tariff: TariffDraft | undefined) => tariff !== undefined && !isProperty(tariff)
  return found.length > 1 && found.every(isOther) && days.tellsPropertyAlone
}

function isProperty({ feeItem, kind }: TariffDraft): boolean {
  return (feeItem ?? feeItemOf(kind)) === 'property'
}

function charge(
  row: TableRow,
  charged: Pick<RoomTariffDraft, 'roomKey' | 'tariffKey'>,
  day: ChargeDay,
  registry: RegistryBuilder,
): void {
  if ('wrong' in day) return registry.refuseRoomTariff(charged)
  const other = registry.roomTariff({ ...charged, fromOn: day.on, source: row.source })
  if (other === null) return
  const params = { otherSheet: other.sheet, otherRow: other.row }
  row.problem('tariff_days_conflict', 'tariffFromOn', params)
}

/** The numbers of fee items that a cell names. */
export function codesIn(text: string): string[] {
  return placesIn(text).filter(Boolean)
}

/** Whether the row says what the room is charged. */
export function hasFees(row: TableRow): boolean {
  return [row.text('tariffs'), row.text('areaPrice')].some((text) => text !== '' && Number(text) !== 0)
}

/** Adds the price that stands beside a room to the fee items. @returns its key; null where there is none that can be taken */
function readOwnPrice(row: TableRow, name: string, registry: RegistryBuilder): string | null {
  if (row.isOfOtherPeriod('areaPrice', 'pricedBy')) {
    row.problem('tariff_period_of_room', 'areaPrice')
    return null
  }
  const unit = otherUnit(row, 'areaPrice', 'area') ?? otherUnitNamed(row, 'pricedBy', 'area')
  if (unit !== undefined) {
    if (row.text('areaPrice') !== '') row.problem('tariff_unit_of_room', 'areaPrice', { unit })
    return null
  }
  if (isTooFine(row.cell('areaPrice'), 4)) {
    row.problem('tariff_price_decimals_of_room', 'areaPrice', { decimals: 4 })
    return null
  }
  const priceE4 = row.read('areaPrice', readRoomPrice) || null
  if (priceE4 === null) return null
  if (priceE4 > largestPriceE4.area) {
    row.problem('tariff_price_out_of_range_of_room', 'areaPrice')
    return null
  }
  const key = `${name} ${yuan(priceE4)}`
  const listed = listedAt(name, priceE4, registry)
  if (listed !== undefined) return listed.key
  if (!registry.tariffs.has(key)) {
    registry.tariffs.set(key, {
      key,
      code: '',
      name,
      kind: name,
      way: 'area',
      priceE4,
      amountFen: null,
      feeItem: null,
      isOfRoom: true,
      fromOn: null,
      toOn: null,
      cells: row.written(
        name === propertyFee ? ['areaPrice', 'pricedBy'] : ['tariffs', 'areaPrice', 'pricedBy'],
      ),
      source: row.source,
    })
  }
  return key
}

/** A price that cannot be read leaves out the charge alone: the room is taken by then. */
function readRoomPrice(cell: Cell): Reading<number> {
  const reading = readScaled(cell, 4)
  if (!('wrong' in reading)) return reading
  return {
    wrong:
      reading.wrong === 'number_negative'
        ? 'tariff_price_negative_of_room'
        : 'tariff_price_malformed_of_room',
  }
}

/** The fee item of the table that is this charge: named twice it would be charged twice. */
function listedAt(name: string, priceE4: number, registry: RegistryBuilder): TariffDraft | undefined {
  const alike = registry.listedTariffs
    .filter((one) => one.way === 'area' && one.priceE4 === priceE4 && wordKey(one.name) === wordKey(name))
    .filter(({ amountFen, toOn }) => amountFen === null && toOn === null)
  return alike.length === 1 ? alike[0] : undefined
}
