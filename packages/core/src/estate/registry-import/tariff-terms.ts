import type { TariffTerms } from '../../fees/billing/index.ts'
import type { TariffDraft } from './draft.ts'

/** What a fee item of a workbook costs and is for, as a tariff has it. */
export function termsOf({ way, priceE4, amountFen, feeItem, toOn }: TariffDraft) {
  const more = { feeItem, endsOn: toOn }
  // A fixed amount is a price per room; with an area, an amount comes on top.
  if (way === 'area')
    return { basis: 'area' as const, priceE4: priceE4 ?? 0, additionFen: amountFen ?? 0, ...more }
  return { basis: 'room' as const, priceE4: (amountFen ?? 0) * 100, additionFen: 0, ...more }
}

/** A price as every language reads it: ¥2.50/㎡ + ¥0.30, ¥12.34. */
export function chargeText({ basis, priceE4, additionFen }: TariffTerms): string {
  const price = `¥${yuan(priceE4)}${basis === 'area' ? '/㎡' : ''}`
  return additionFen === 0 ? price : `${price} + ¥${yuan(additionFen * 100)}`
}

/** Yuan with two to four decimals. */
export function yuan(priceE4: number): string {
  return (priceE4 / 10_000).toFixed(4).replace(/0{1,2}$/, '')
}
