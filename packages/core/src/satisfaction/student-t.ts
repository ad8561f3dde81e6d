/** Two-sided 95 % quantiles of Student's t for 1 to 9 degrees of freedom (NIST/SEMATECH e-Handbook, 1.3.6.7.2). */
const fewDegrees = [12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.306, 2.2622] as const
/** Of the normal distribution, which t comes to with many degrees of freedom. */
const z = 1.959963985

/**
 * How many standard errors an interval of 95 % confidence reaches to each side.
 * From 10 degrees of freedom on by the expansion of Abramowitz & Stegun 26.7.5, good to four decimals there.
 * @param degrees degrees of freedom, at least 1
 */
export function studentT95(degrees: number): number {
  const tabled = fewDegrees[Math.floor(degrees) - 1]
  if (tabled !== undefined) return tabled
  const [z3, z5, z7] = [z ** 3, z ** 5, z ** 7]
  return (
    z +
    (z3 + z) / (4 * degrees) +
    (5 * z5 + 16 * z3 + 3 * z) / (96 * degrees ** 2) +
    (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * degrees ** 3)
  )
}
