// The normal distribution: cumulative probability, tail and quantile, to double precision.

/**
 * P(Z ≤ z) for a standard normal Z; absolute error below 1e-15, relative error in the tails below 3e-9.
 * Hart (1968) as given by West, "Better approximations to cumulative normal functions" (2005).
 */
export const normalCdf = (z: number): number => (z > 0 ? 1 - lowerTail(z) : lowerTail(-z))

/** P(Z > z), accurate far into the tail (no 1 − x). */
export const normalTail = (z: number): number => normalCdf(-z)

/**
 * The z with P(Z ≤ z) = p, for 0 < p < 1; relative error about 1e-16.
 * Wichura, algorithm AS 241 (PPND16), Applied Statistics 37 (1988).
 */
export function normalQuantile(p: number): number {
  if (!(p > 0)) return -Infinity
  if (p >= 1) return Infinity
  const q = p - 0.5
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q
    return (q * polynomial(CENTER[0], r)) / polynomial(CENTER[1], r)
  }
  const r = Math.sqrt(-Math.log(q < 0 ? p : 1 - p))
  const z =
    r <= 5
      ? polynomial(MIDDLE[0], r - 1.6) / polynomial(MIDDLE[1], r - 1.6)
      : polynomial(FAR[0], r - 5) / polynomial(FAR[1], r - 5)
  return q < 0 ? -z : z
}

function lowerTail(x: number): number {
  if (x > 37) return 0
  const density = Math.exp((-x * x) / 2)
  if (x < 7.07106781186547) return (density * polynomial(HART[0], x)) / polynomial(HART[1], x)
  const fraction = x + 1 / (x + 2 / (x + 3 / (x + 4 / (x + 0.65))))
  return density / fraction / 2.506628274631
}

/** Coefficients from the constant term up. */
function polynomial(coefficients: readonly number[], x: number): number {
  let sum = 0
  for (let i = coefficients.length - 1; i >= 0; i--) sum = sum * x + coefficients[i]!
  return sum
}

const HART = [
  [
    220.206867912376, 221.213596169931, 112.079291497871, 33.912866078383, 6.37396220353165,
    0.700383064443688, 0.0352624965998911,
  ],
  [
    440.413735824752, 793.826512519948, 637.333633378831, 296.564248779674, 86.7807322029461, 16.064177579207,
    1.75566716318264, 0.0883883476483184,
  ],
] as const

const CENTER = [
  [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987,
    67265.7709270087, 33430.57558358813, 2509.0809287301227,
  ],
  [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
    28729.085735721943, 5226.495278852854,
  ],
] as const

const MIDDLE = [
  [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
    0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
  ],
  [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
    0.0005475938084995345, 1.0507500716444169e-9,
  ],
] as const

const FAR = [
  [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
    0.0012426609473880784, 0.000027115555687434876, 2.0103343992922881e-7,
  ],
  [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
    0.000018463183175100548, 1.421511758316446e-7, 2.0442631033899397e-15,
  ],
] as const
