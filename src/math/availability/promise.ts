// Whether what is reached keeps a promise.

/**
 * Two or three digits of what is missing to 100% are shown, and what is stated bears no more. A ten-thousandth of
 * it lies below that: whoever writes 99.9% and reaches 99.899996% has kept the promise.
 */
const TOLERANCE = 1e-4
/** Sums of parts that never fail are this exact; for a promise of 100%. */
const ROUNDING = 1e-12

/** Both are fractions. */
export const fallsShort = (unavailability: number, promised: number): boolean =>
  unavailability > (1 - promised) * (1 + TOLERANCE) + ROUNDING
