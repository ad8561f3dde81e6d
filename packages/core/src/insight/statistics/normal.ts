/** The density of the standard normal distribution. */
export function normalDensity(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)
}

/**
 * Φ: the share of a standard normal distribution below z, to about fifteen digits, and to eight beyond seven
 * standard deviations in either tail. Hart's rational
 * approximation as given by West, Better approximations to cumulative normal functions, Wilmott Magazine (2005), 70–76.
 */
export function normalCdf(z: number): number {
  const reach = Math.abs(z)
  const tail = reach > 37 ? 0 : upperTail(reach)
  return z > 0 ? 1 - tail : tail
}

function upperTail(z: number): number {
  const decay = Math.exp((-z * z) / 2)
  if (z < 7.07106781186547) {
    const above = polynomial(
      z,
      [
        3.52624965998911e-2, 0.700383064443688, 6.37396220353165, 33.912_866_078_383, 112.079291497871,
        221.213596169931, 220.206867912376,
      ],
    )
    const below = polynomial(
      z,
      [
        8.83883476483184e-2, 1.75566716318264, 16.064_177_579_207, 86.7807322029461, 296.564248779674,
        637.333633378831, 793.826512519948, 440.413735824752,
      ],
    )
    return (decay * above) / below
  }
  const fraction = z + 1 / (z + 2 / (z + 3 / (z + 4 / (z + 0.65))))
  return decay / fraction / 2.506_628_274_631
}

/**
 * Φ⁻¹: where a standard normal distribution has the share p below it, to about sixteen digits (Wichura, Algorithm AS
 * 241, Applied Statistics 37 (1988), 477–484, routine PPND16).
 * @param p between 0 and 1; for a small upper tail ask for the lower one and turn the sign
 */
export function normalQuantile(p: number): number {
  if (p <= 0) return -Infinity
  if (p >= 1) return Infinity
  const q = p - 0.5
  if (Math.abs(q) <= 0.425) return q * rational(0.180625 - q * q, middle)
  const r = Math.sqrt(-Math.log(Math.min(p, 1 - p)))
  const reach = r <= 5 ? rational(r - 1.6, shoulder) : rational(r - 5, tail)
  return q < 0 ? -reach : reach
}

type Rational = readonly [above: readonly number[], below: readonly number[]]

/** Coefficients of AS 241, the highest power first. */
const middle: Rational = [
  [
    2.5090809287301227e3, 3.343057558358813e4, 6.72657709270087e4, 4.592195393154987e4, 1.373169376550946e4,
    1.9715909503065513e3, 1.3314166789178438e2, 3.3871328727963665,
  ],
  [
    5.226495278852854e3, 2.8729085735721943e4, 3.930789580009271e4, 2.1213794301586597e4, 5.394196021424751e3,
    6.871870074920579e2, 4.231333070160091e1, 1,
  ],
]
const shoulder: Rational = [
  [
    7.745450142783414e-4, 2.2723844989269184e-2, 2.417807251774506e-1, 1.2704582524523684, 3.6478483247632045,
    5.769497221460691, 4.630337846156546, 1.4234371107496835,
  ],
  [
    1.0507500716444169e-9, 5.475938084995345e-4, 1.5198666563616457e-2, 1.4810397642748008e-1,
    6.897673349851e-1, 1.6763848301838038, 2.053191626637759, 1,
  ],
]
const tail: Rational = [
  [
    2.0103343992922881e-7, 2.7115555687434876e-5, 1.2426609473880784e-3, 2.6532189526576124e-2,
    2.9656057182850487e-1, 1.7848265399172913, 5.463784911164114, 6.657904643501103,
  ],
  [
    2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 7.868691311456133e-4,
    1.4875361290850615e-2, 1.369298809227358e-1, 5.99832206555888e-1, 1,
  ],
]

function rational(r: number, [above, below]: Rational): number {
  return polynomial(r, above) / polynomial(r, below)
}

/** By Horner's scheme, the coefficient of the highest power first. */
function polynomial(x: number, coefficients: readonly number[]): number {
  return coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0)
}
