import { numberKey } from './people-book.ts'
import { refuseOtherCycle } from './read-cycle.ts'
import type { RegistryBuilder } from './registry-builder.ts'
import type { TableRow } from './table-rows.ts'
import { readScaled } from './values.ts'

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

/** Reads one row of a table of fee items. */
export function readTariff(row: TableRow, registry: RegistryBuilder): void {
  const title = row.text('title') || row.text('kind')
  const key = numberKey(row.text('code') || title)
  if (title === '') row.problem('tariff_name_missing', 'title')
  else if (registry.tariffs.has(key))
    row.problem('tariff_repeated', row.text('code') === '' ? 'title' : 'code')
  const priceE4 = row.read('price', (cell) => readScaled(cell, 4)) || null
  const amountFen = row.read('amount', (cell) => readScaled(cell, 2)) || null
  const way = wayOf(row, priceE4)
  if (way === 'area' && priceE4 === null) row.problem('tariff_price_missing', 'price')
  if (way === 'fixed' && amountFen === null && priceE4 === null) row.problem('tariff_price_missing', 'amount')
  // A price of a year is not that of a month, and what it would be is not for us to say.
  const period = (['price', 'amount', 'pricedBy', 'way'] as const).find((field) => row.isOfOtherPeriod(field))
  if (period) row.problem('tariff_period', period)
  const isOnce = row.meaning<'once' | 'again'>('recurrence', onceWords) === 'once'
  if (!isOnce) refuseOtherCycle(row)
  const dates = row.dates('fromOn', 'toOn')
  if (isOnce && !row.isBad && way !== null) row.problem('tariff_one_off', 'recurrence')
  if (isOnce || row.isBad || way === null) {
    registry.refuse('tariff', key, row.source)
    return
  }
  if (way === 'area' && amountFen !== null) row.problem('tariff_surcharge', 'amount')
  const fixed = amountFen ?? Math.round((priceE4 ?? 0) / 100)
  registry.tariffs.set(key, {
    key,
    name: distinctName(title, row.text('code'), registry),
    kind: row.text('kind') || title,
    way,
    priceE4: way === 'area' ? priceE4 : null,
    amountFen: way === 'area' ? amountFen : fixed,
    ...dates,
    source: row.source,
  })
}

/** Tariffs of a project are told apart by name: a second one of a name takes its number along. */
function distinctName(title: string, code: string, registry: RegistryBuilder): string {
  const taken = [...registry.tariffs.values()].some(({ name }) => name === title)
  return taken ? `${title}(${code})` : title
}

/** By its formula or unit; without either, a price is per ㎡ and an amount is fixed. */
function wayOf(row: TableRow, priceE4: number | null): Way | null {
  const field = row.table.columns.has('way') && row.text('way') !== '' ? 'way' : 'pricedBy'
  if (row.text(field) !== '') return row.meaning<Way>(field, wayWords, 'tariff_way_unknown')
  return priceE4 === null ? 'fixed' : 'area'
}
