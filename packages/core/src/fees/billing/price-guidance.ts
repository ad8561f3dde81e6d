import { invalidInput } from '@heju/kernel'
import type { PriceRegime } from '../../estate/projects/index.ts'
import { additionNotGuided, guidanceMissing, priceOutOfRange } from './errors.ts'
import { largestAdditionFen, largestPriceE4, type TariffBasis } from './rules.ts'

export interface Guidance {
  grade: string
  baseE4: number
  /** In 1/10,000 of the base price. */
  rangeE4: number
}

/** The lowest and the highest price that a guidance allows, yuan × 10^4; both may be asked. */
export function guidedRange({ baseE4, rangeE4 }: Guidance): { lowE4: number; highE4: number } {
  const [base, range] = [BigInt(baseE4), BigInt(rangeE4)]
  const low = base * (10_000n - range)
  return {
    // Up for the low end and down for the high one: a fraction beyond the range is beyond it.
    lowE4: Number((low + 9_999n) / 10_000n),
    highE4: Number((base * (10_000n + range)) / 10_000n),
  }
}

/**
 * Under 政府指导价 a charge of an item that is guided, as the property fee is, names its grade and stays within the range around the grade's base price (D117, D118).
 * @throws `billing.guidance_missing`, `billing.addition_not_guided`, `billing.price_out_of_range` with the range
 */
export function requireGuided(
  regime: PriceRegime,
  item: { guided: boolean },
  price: { priceE4: number; additionFen: number },
  guidance: Guidance | null,
): void {
  if (regime !== 'guided' || !item.guided) return
  if (guidance === null) throw guidanceMissing()
  if (price.additionFen > 0) throw additionNotGuided()
  const { lowE4, highE4 } = guidedRange(guidance)
  if (price.priceE4 >= lowE4 && price.priceE4 <= highE4) return
  throw priceOutOfRange({ low: yuan(lowE4), high: yuan(highE4), grade: guidance.grade })
}

/**
 * A price by the square metre is multiplied by areas, so it and what is added to it may be no larger than what 64 bits hold
 * then.
 * @throws `request.invalid`
 */
export function requireInBounds(
  basis: TariffBasis,
  { priceE4, additionFen }: { priceE4: number; additionFen: number },
): void {
  const most = { priceE4: largestPriceE4[basis], additionFen: largestAdditionFen }
  const fields = Object.entries({ priceE4, additionFen }).flatMap(([path, value]) => {
    const requirement = most[path as keyof typeof most]
    return value <= requirement ? [] : [{ path, code: 'field.max_value', params: { requirement } }]
  })
  if (fields.length > 0) throw invalidInput({}, { fields })
}

function yuan(priceE4: number): string {
  return (priceE4 / 10_000).toFixed(4).replace(/0{1,2}$/, '')
}
