import nzh from 'nzh/cn'
import { defineError } from './errors.ts'

/** An amount of money in fen (1/100 yuan), always a safe integer. Negative amounts are corrections and refunds. */
export type Fen = number

/**
 * How a fraction of a fen is settled, once per line. All four look at the magnitude, so that a correction of
 * −x is exactly the opposite of x: `half_up` is 四舍五入, `half_even` the banker's rule, `up` away from zero,
 * `down` toward zero.
 */
export type Rounding = 'half_up' | 'half_even' | 'up' | 'down'

/** The amount is not a whole number of fen within ±2^53: a limit of the machine, far beyond any bill. */
export const moneyOutOfRange = defineError('money.out_of_range', 'invalid')
/** The text is not an amount in yuan. */
export const moneyMalformed = defineError('money.malformed', 'invalid')
/** The text has more than two decimals; rounding it silently would change what somebody wrote. */
export const moneyTooPrecise = defineError('money.too_many_decimals', 'invalid')
/** All weights are zero, so there is nothing to share by. */
export const nothingToShareBy = defineError('money.nothing_to_share_by', 'precondition')

/** Returns `value` if it is a safe integer; throws `money.out_of_range` otherwise (fractions, NaN, beyond ±2^53). */
export function asFen(value: number | bigint): Fen {
  const fen = Number(value)
  if (!Number.isSafeInteger(fen)) throw moneyOutOfRange()
  return fen
}

/**
 * `numerator / denominator` in fen, rounded once. The general tool behind late fees, shares and taxes:
 * multiply everything exactly with BigInt first, then call this a single time.
 * @param denominator greater than zero
 */
export function roundToFen(numerator: bigint, denominator: bigint, rounding: Rounding): Fen {
  if (denominator <= 0n) throw moneyOutOfRange()
  const negative = numerator < 0n
  const magnitude = negative ? -numerator : numerator
  const whole = magnitude / denominator
  const remainder = magnitude % denominator
  const rounded = roundsUp(whole, remainder, denominator, rounding) ? whole + 1n : whole
  return asFen(negative ? -rounded : rounded)
}

function roundsUp(whole: bigint, remainder: bigint, denominator: bigint, rounding: Rounding): boolean {
  if (remainder === 0n || rounding === 'down') return false
  if (rounding === 'up') return true
  const twice = remainder * 2n
  if (twice !== denominator) return twice > denominator
  return rounding === 'half_up' || whole % 2n === 1n
}

/** How long a price per month is charged, and how the result is settled. */
export interface Charge {
  /** Whole months; 1 unless given, or 0 when only a `part` is charged. */
  months?: number
  /** A broken month as an exact fraction: `{ days: 16, of: 30 }` is 16 days of a month of 30. */
  part?: { days: number; of: number }
  rounding: Rounding
}

/**
 * price × quantity × time, exact, rounded once to the fen.
 * @param priceE4 yuan per unit and month × 10^4 (2.50 元/㎡·月 is 25000)
 * @param quantityE2 units × 10^2 (89.37 ㎡ is 8937)
 * @throws money.out_of_range when an input is not an integer or the result is beyond ±2^53
 */
export function multiplyToFen(priceE4: number, quantityE2: number, charge: Charge): Fen {
  const { part } = charge
  const months = charge.months ?? (part ? 0 : 1)
  const days = part?.days ?? 0
  const of = part?.of ?? 1
  const timeNumerator = exact(months) * exact(of) + exact(days)
  // Price carries 10^4 and quantity 10^2; one yuan is 10^2 fen, which leaves 10^4 to divide by.
  return roundToFen(exact(priceE4) * exact(quantityE2) * timeNumerator, 10_000n * exact(of), charge.rounding)
}

function exact(value: number): bigint {
  return BigInt(asFen(value))
}

/**
 * Shares a total by weights so that the shares add up to it exactly: each gets its floor, and the fen that are
 * left go to the largest remainders, on a tie to whoever comes first. The order of the weights is therefore
 * part of the input: pass rooms in a stable order.
 * @param weights integers ≥ 0 of any one scale (areas × 10^2, days, …)
 * @throws money.nothing_to_share_by when all weights are zero
 */
export function allocate(totalFen: Fen, weights: readonly number[]): Fen[] {
  const total = exact(totalFen)
  const magnitude = total < 0n ? -total : total
  const exactWeights = weights.map(exact)
  if (exactWeights.some((weight) => weight < 0n)) throw moneyOutOfRange()
  const sum = exactWeights.reduce((a, b) => a + b, 0n)
  if (sum === 0n) throw nothingToShareBy()
  const shares = exactWeights.map((weight, index) => {
    const product = magnitude * weight
    return { index, fen: product / sum, remainder: product % sum }
  })
  const left = Number(magnitude - shares.reduce((a, share) => a + share.fen, 0n))
  const byRemainder = shares.toSorted((a, b) => compareBigInt(b.remainder, a.remainder) || a.index - b.index)
  for (const share of byRemainder.slice(0, left)) share.fen += 1n
  return shares.map((share) => asFen(total < 0n ? -share.fen : share.fen))
}

function compareBigInt(a: bigint, b: bigint): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** `¥1,234.50`; a negative amount is `-¥1,234.50`. `symbol: ''` leaves the sign of the currency out, for table cells. */
export function formatYuan(fen: Fen, options: { symbol?: string } = {}): string {
  const { yuan, cents, negative } = split(fen)
  const grouped = yuan.replace(/\B(?=(?:\d{3})+$)/g, ',')
  return `${negative ? '-' : ''}${options.symbol ?? '¥'}${grouped}.${cents}`
}

/** How much more or less: `+¥25.66`, `−¥359.24`, `¥0.00`. */
export function formatDifference(fen: Fen): string {
  const sign = fen > 0 ? '+' : fen < 0 ? '−' : ''
  return sign + formatYuan(Math.abs(asFen(fen)))
}

/** `1234.50`: plain, for spreadsheets and for providers that take yuan as text. */
export function yuanText(fen: Fen): string {
  const { yuan, cents, negative } = split(fen)
  return `${negative ? '-' : ''}${yuan}.${cents}`
}

function split(fen: Fen): { yuan: string; cents: string; negative: boolean } {
  const digits = String(Math.abs(asFen(fen))).padStart(3, '0')
  return { yuan: digits.slice(0, -2), cents: digits.slice(-2), negative: fen < 0 }
}

/**
 * Reads an amount in yuan as people write it: `1234.5`, `1,234.50`, `¥1,234.50`, `１２３４．５０元`, `-12`.
 * A comma is accepted only between groups of three digits, because elsewhere it is as likely a decimal sign.
 * @throws money.malformed, money.too_many_decimals, money.out_of_range; each carries no text of the input
 */
export function parseYuan(text: string): Fen {
  // NFKC folds full-width digits, commas, stops and ￥ (U+FFE5) to their plain forms.
  const plain = text.normalize('NFKC').replaceAll(/\s/g, '')
  const match = /^(-?)[¥]?(-?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?元?$/.exec(plain)
  if (!match || (match[1] && match[2])) throw moneyMalformed()
  const [, minus, innerMinus, yuan = '', decimals = ''] = match
  if (decimals.length > 2) throw moneyTooPrecise({ decimals: decimals.length })
  const fen = asFen(BigInt(yuan.replaceAll(',', '') + decimals.padEnd(2, '0')))
  return minus || innerMinus ? 0 - fen : fen
}

/**
 * The amount in capitals for receipts: 壹仟肆佰零玖元伍角整. The form follows the rules for filling in vouchers that
 * are annexed to the payment and settlement measures (支付结算办法 附件一, 第二 and 第五条): 整 closes an amount that ends
 * at 元 or 角, never one with 分; one 零 stands for any run of zeros. The prefix 人民币 is the form's to print.
 */
export function toChineseCapitals(fen: Fen): string {
  return nzh.toMoney(yuanText(fen), { outSymbol: false, forceZheng: true })
}
