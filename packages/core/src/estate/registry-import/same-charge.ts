import type { TariffOnRecord, TariffTerms } from '../../fees/billing/index.ts'
import { productItems } from '../../fees/items/index.ts'
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

/** A workbook's words tell the product's items apart; under which of the company's own a charge stands, a person has said. */
export function isSameItem(told: TariffTerms, is: TariffTerms): boolean {
  const isOwn = !productItems.some((item) => item === is.feeItem)
  return told.feeItem === null || told.feeItem === is.feeItem || isOwn
}

function isSameEnd(told: TariffTerms, is: TariffTerms): boolean {
  return told.endsOn === null || told.endsOn === is.endsOn
}
