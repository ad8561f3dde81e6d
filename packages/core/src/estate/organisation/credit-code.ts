/** The signs of a 统一社会信用代码: digits and capitals without I, O, S, V and Z (GB 32100-2015, 4.2). */
const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/**
 * Whether a text is a unified social credit code (统一社会信用代码): 18 signs, the last of which follows from the others,
 * each weighted by a power of 3, modulo 31 (GB 32100-2015, 4.3 and appendix A).
 */
export function isCreditCode(text: string): boolean {
  const values = [...text].map((sign) => signs.indexOf(sign))
  if (values.length !== 18 || values.includes(-1)) return false
  let weight = 1
  let sum = 0
  for (const value of values.slice(0, 17)) {
    sum += value * weight
    weight = (weight * 3) % 31
  }
  return values[17] === (31 - (sum % 31)) % 31
}
