import { feeItemOf, largestAdditionFen, largestPriceE4, longestTariffName } from '../../fees/billing/index.ts'
import { wordKey } from '../registry/index.ts'
import type { TariffDraft } from './draft.ts'
import type { Field } from './headings.ts'
import { isAlike } from './same-charge.ts'
import { numberKey } from './people-book.ts'
import { refuseOtherCycle } from './read-cycle.ts'
import { otherUnit, otherUnitNamed } from './read-unit.ts'
import type { RegistryBuilder } from './registry-builder.ts'
import type { TableRow } from './table-rows.ts'
import { yuan } from './tariff-terms.ts'
import { isTooFine, readScaled } from './values.ts'

type Way = 'area' | 'fixed'

const wayWords = {
  exact: { '1001': 'area', '2002': 'fixed' } as Record<string, Way>,
  containing: [
    [/面积|平方|平米|㎡|m2/, 'area'],
    [/固定|每户|元\/户|包干|按户|车位|定额|元\/月/, 'fixed'],
  ] as [RegExp, Way][],
}

const onceWords = {
  exact: {},
  containing: [
    [/一次|单次|临时/, 'once'],
    [/周期|每月|月|年|季/, 'again'],
  ] as [RegExp, 'once' | 'again'][],
}

/** A row of a table of fee items, with what it tells if that can be taken. */
interface Told {
  row: TableRow
  key: string
  draft: TariffDraft | null
}

/**
 * Reads the rows of all tables of fee items. They are looked at together: rooms name them by number, and rows of one number
 * that say different things leave open which is meant, whichever stands first.
 */
export function readTariffs(rows: readonly TableRow[], registry: RegistryBuilder): void {
  const told = rows.map(readTariff)
  for (const own of Map.groupBy(told, ({ key }) => key).values()) refuseRepeated(own)
  const taken = told.filter(({ row, draft }) => draft !== null && !row.isBad)
  for (const own of Map.groupBy(taken, ({ draft }) => wordKey(draft!.name)).values()) refuseAlike(own)
  for (const { row, key, draft } of told) {
    if (draft !== null && !row.isBad) registry.tariffs.set(key, draft)
    else if (!registry.tariffs.has(key)) registry.refuse('tariff', key, row.source)
  }
  registry.listedTariffs = [...registry.tariffs.values()]
}

function readTariff(row: TableRow): Told {
  const title = row.text('title') || row.text('kind')
  const code = row.text('code')
  const key = numberKey(code || title)
  if (title === '') row.problem('tariff_name_missing', 'title')
  if (title.length > longestTariffName) {
    const params = { name: title, characters: title.length, most: longestTariffName }
    row.problem('tariff_name_too_long', row.text('title') ? 'title' : 'kind', params)
  }
  const priceE4 = row.read('price', (cell) => readScaled(cell, 4)) || null
  const amountFen = row.read('amount', (cell) => readScaled(cell, 2)) || null
  const way = wayOf(row, priceE4)
  if (way !== null) refusePrices(row, way, { priceE4, amountFen })
  // A price of a year is not that of a month, and what it would be is not for us to say.
  const period = (['price', 'amount', 'pricedBy', 'way'] as const).find((field) => row.isOfOtherPeriod(field))
  if (period) row.problem('tariff_period', period)
  const isOnce = row.meaning<'once' | 'again'>('recurrence', onceWords) === 'once'
  if (!isOnce) refuseOtherCycle(row)
  const { fromOn, toOn } = row.dates('fromOn', 'toOn')
  if (isOnce && !row.isBad && way !== null) row.problem('tariff_one_off', 'recurrence')
  if (isOnce || row.isBad || way === null) return { row, key, draft: null }
  if (way === 'area' && amountFen !== null)
    row.problem('tariff_surcharge', 'amount', { amount: `¥${yuan(amountFen * 100)}` })
  const fixed = amountFen ?? (priceE4 ?? 0) / 100
  const kind = row.text('kind')
  const draft = {
    key,
    code,
    name: title,
    kind: kind || title,
    way,
    priceE4: way === 'area' ? priceE4 : null,
    amountFen: way === 'area' ? amountFen : fixed,
    feeItem: toldItem(title, kind),
    isOfRoom: false,
    fromOn,
    toOn,
    cells: row.written(),
    source: row.source,
  }
  return { row, key, draft }
}

/** What is charged is taken as it is written, or not at all. */
function refusePrices(
  row: TableRow,
  way: Way,
  { priceE4, amountFen }: { priceE4: number | null; amountFen: number | null },
): void {
  if (way === 'area' && priceE4 === null) row.problem('tariff_price_missing', 'price')
  if (way === 'fixed' && amountFen === null && priceE4 === null) row.problem('tariff_price_missing', 'amount')
  const fields = [
    { field: 'price', decimals: way === 'fixed' ? 2 : 4 },
    { field: 'amount', decimals: 2 },
  ] as const
  for (const { field, decimals } of fields)
    if (isTooFine(row.cell(field), decimals)) row.problem('tariff_price_decimals', field, { decimals })
  refuseUnits(row, way, { priceE4, amountFen })
  // A telephone number in the wrong column is no price.
  if (priceE4 !== null && priceE4 > largestPriceE4[way === 'area' ? 'area' : 'room'])
    row.problem('tariff_price_out_of_range', 'price')
  const mostFen = way === 'area' ? largestAdditionFen : largestPriceE4.room / 100
  if (amountFen !== null && amountFen > mostFen) row.problem('tariff_price_out_of_range', 'amount')
  if (way === 'fixed' && priceE4 !== null && amountFen !== null && priceE4 !== amountFen * 100)
    row.problem('tariff_two_prices', 'price')
}

/** A unit matters where there is a price in it; one that the row tells by itself matters in any case. */
function refuseUnits(
  row: TableRow,
  way: Way,
  { priceE4, amountFen }: { priceE4: number | null; amountFen: number | null },
): void {
  const refuse = (field: Field, unit: string | undefined) => {
    if (unit !== undefined) row.problem('tariff_unit', field, { unit })
  }
  if (priceE4 !== null) refuse('price', otherUnit(row, 'price', way))
  // What is added to a price by area is an amount per room.
  if (amountFen !== null) refuse('amount', otherUnit(row, 'amount', 'fixed'))
  for (const field of ['pricedBy', 'way', 'title'] as const) refuse(field, otherUnitNamed(row, field, way))
}

/** The same row once more is told; rows of one number that say different things are all left out. */
function refuseRepeated(own: readonly Told[]): void {
  if (own.length < 2 || own.every(({ draft }) => draft === null)) return
  const [first] = own as [Told, ...Told[]]
  const isOne = new Set(own.map(({ draft }) => said(draft))).size === 1
  for (const one of own) {
    const field = one.row.text('code') === '' ? 'title' : 'code'
    if (!isOne) one.row.problem('tariff_conflict', field, rowOf(own.find((other) => other !== one)!))
    else if (one !== first) one.row.problem('tariff_repeated', field)
  }
}

/** Two numbers for what cannot be told apart. */
function refuseAlike(own: readonly Told[]): void {
  for (const one of own) {
    const same = own.find((other) => other !== one && isAlike(one.draft!, other.draft!))
    if (same !== undefined) one.row.problem('tariff_same', 'title', rowOf(same))
  }
}

function rowOf({ row: { source } }: Told) {
  return { otherSheet: source.sheet, otherRow: source.row }
}

function said(draft: TariffDraft | null): string {
  return draft === null ? '' : JSON.stringify({ ...draft, cells: [], source: null })
}

/** What a fee item is for: by its kind, or by a name that leaves no doubt. Null: the workbook does not say. */
function toldItem(title: string, kind: string): TariffDraft['feeItem'] {
  if (kind !== '') return feeItemOf(kind)
  return /物业.{0,4}费|停车|车位|泊位/.test(title) ? feeItemOf(title) : null
}

/** By its formula or unit; without either, a price is per ㎡ and an amount is fixed. */
function wayOf(row: TableRow, priceE4: number | null): Way | null {
  const field = row.table.columns.has('way') && row.text('way') !== '' ? 'way' : 'pricedBy'
  if (row.text(field) !== '') return row.meaning<Way>(field, wayWords, 'tariff_way_unknown')
  return priceE4 === null ? 'fixed' : 'area'
}
