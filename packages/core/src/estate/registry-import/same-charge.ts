import type { TariffOnRecord, TariffTerms } from '../../fees/billing/index.ts'
import type { TariffDraft } from './draft.ts'
import { termsOf } from './tariff-terms.ts'

export function isSame(told: TariffTerms, is: TariffOnRecord): boolean {
  return isSamePrice(told, is) && isSameItem(told, is) && isSameEnd(told, is)
}

/**
 * Whether two fee items of a workbook would be one tariff: the rooms of the one may be on record under the other. What one of
 * them leaves open does not tell them apart, but for its last day: none is told of what goes on.
 */
export function isAlike(one: TariffDraft, other: TariffDraft): boolean {
  const [a, b] = [termsOf(one), termsOf(other)]
  return isSamePrice(a, b) && (isSameItem(a, b) || b.feeItem === null) && a.endsOn === b.endsOn
}

export function isSamePrice(told: TariffTerms, is: TariffTerms): boolean {
  return told.basis === is.basis && told.priceE4 === is.priceE4 && told.additionFen === is.additionFen
}

export function isSameItem(told: TariffTerms, is: TariffTerms): boolean {
  return told.feeItem === null || told.feeItem === is.feeItem
}

function isSameEnd(told: TariffTerms, is: TariffTerms): boolean {
  return told.endsOn === null || told.endsOn === is.endsOn
}
