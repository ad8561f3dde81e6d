/** Of what is called beyond chance, at most this share is expected to be chance. */
export const falseShare = 0.05

/**
 * What each of many p-values amounts to once it is known how many were looked at (Benjamini & Hochberg, Controlling the
 * false discovery rate, Journal of the Royal Statistical Society B 57 (1995), 289–300): the least false share at which
 * it is still called a discovery. In the order given. A family is one question about one month; families are neither
 * pooled nor cut anew after a look.
 */
export function adjustForMany(p: readonly number[]): number[] {
  const order = p.map((_, i) => i).toSorted((a, b) => (p[a] ?? 1) - (p[b] ?? 1))
  const adjusted = p.map(() => 1)
  let least = 1
  for (let rank = order.length; rank > 0; rank--) {
    const i = order[rank - 1] ?? 0
    least = Math.min(least, ((p[i] ?? 1) * p.length) / rank)
    adjusted[i] = least
  }
  return adjusted
}

export interface Discoveries {
  /** How many were compared. */
  compared: number
  /** How many go beyond chance. */
  found: number
  /** Of those found, at most so many are expected to be chance, rounded up. */
  falseAtMost: number
  /** How many chance alone would throw up without the correction. */
  uncorrected: number
}

/** What a page says below the flags of a family. */
export function discoveriesOf(p: readonly number[]): Discoveries {
  const found = adjustForMany(p).filter((each) => each <= falseShare).length
  return {
    compared: p.length,
    found,
    falseAtMost: Math.ceil(falseShare * found),
    uncorrected: Math.round(falseShare * p.length),
  }
}
