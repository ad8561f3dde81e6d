/** Square metres as a form holds them; nothing where none is known. @param e2 ㎡ × 10^2 */
export const squareMetres = (e2: number | null): number | null => (e2 === null ? null : e2 / 100)

/** ㎡ × 10^2 of square metres as typed, to the second decimal. */
export const areaE2 = (metres: number | null | undefined): number | null =>
  metres == null ? null : Math.round(metres * 100)
