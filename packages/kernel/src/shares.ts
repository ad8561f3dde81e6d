/**
 * A share in 1/10,000; null of nothing. Rounded, but never to all or nothing: 10,000 is every one and 0 is none, since
 * that is what 100 % and 0 % say to whoever reads them.
 */
export function shareE4(part: number, whole: number): number | null {
  if (whole === 0) return null
  if (part === whole) return 10_000
  if (part === 0) return 0
  const rounded = Math.round((part / whole) * 10_000)
  // What lies outside, as more paid than billed, is not held back.
  return part > 0 && part < whole ? Math.min(9_999, Math.max(1, rounded)) : rounded
}

/** A share of 1/10,000 in per cent with one decimal: 9230 is 92.3. 100.0 is all and 0.0 is none. */
export function inPercent(e4: number): string {
  const tenths = Math.round(e4 / 10)
  const held = e4 > 0 && e4 < 10_000 ? Math.min(999, Math.max(1, tenths)) : tenths
  return (held / 10).toFixed(1)
}
