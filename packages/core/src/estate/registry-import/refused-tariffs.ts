import { longestTariffName, type TariffOnRecord } from '../../fees/billing/index.ts'
import type { ProductItem } from '../../fees/items/index.ts'
import type { TariffDraft } from './draft.ts'
import type { Cause } from './problems.ts'
import { isSameItem, isSamePrice } from './same-charge.ts'
import { chargeText, termsOf } from './tariff-terms.ts'

/** A fee item that is not taken, and what is said of it at its row. */
export interface RefusedTariff {
  tariff: TariffDraft
  cause: Cause
  params: Record<string, string | number>
}

export function unclear(tariff: TariffDraft, fitting: readonly TariffOnRecord[]): RefusedTariff {
  const names = fitting.map(({ name }) => name).join('、')
  return tariff.isOfRoom
    ? {
        tariff,
        cause: 'tariff_differs_of_room',
        params: { name: names, registered: names, told: chargeText(termsOf(tariff)) },
      }
    : { tariff, cause: 'tariff_unclear', params: { name: tariff.name, names } }
}

/** Says what is on record and what the workbook says instead. */
export function differing(tariff: TariffDraft, open: readonly TariffOnRecord[]): RefusedTariff {
  const told = termsOf(tariff)
  const [first] = open as [TariffOnRecord, ...TariffOnRecord[]]
  const { name } = first
  const values = {
    name: open.map((one) => one.name).join('、'),
    registered: open.map(chargeText).join('、'),
    told: chargeText(told),
  }
  if (tariff.isOfRoom) return { tariff, cause: 'tariff_differs_of_room', params: values }
  if (open.length === 1 && isSamePrice(told, first)) {
    // Of one of the company's own items a workbook says nothing.
    if (!isSameItem(told, first))
      return {
        tariff,
        cause: `tariff_is_${first.feeItem as ProductItem}`,
        params: { name, told: tariff.kind },
      }
    const [registered, end] = [first.endsOn ?? '—', told.endsOn ?? '—']
    return { tariff, cause: 'tariff_ends_otherwise', params: { name, registered, told: end } }
  }
  if (open.length === 1 && first.basis === 'parking_space')
    return { tariff, cause: 'tariff_of_spaces', params: values }
  const isDraft = open.some(({ state }) => state === 'draft')
  return { tariff, cause: isDraft ? 'tariff_differs_draft' : 'tariff_differs', params: values }
}

export function tooLong(tariff: TariffDraft, name: string): RefusedTariff {
  const params = { name, characters: name.length, most: longestTariffName }
  return { tariff, cause: 'tariff_name_too_long', params }
}
