// Distance on the earth, and what light allows over it.

export interface Coordinates {
  /** Degrees north and east. */
  readonly latitude: number
  readonly longitude: number
}

/** Mean earth radius, IUGG. */
const EARTH_RADIUS_KM = 6371.0088

/** Light in glass, rounded down as everyone does; pure silica is 204. */
export const FIBER_KM_PER_MS = 200
export const VACUUM_KM_PER_MS = 299.792458
/** Light in pure silica is up to 2% faster than the round figure: a floor counts as missed below this share of it. */
export const silicaMargin = 0.98

/** Great-circle distance in kilometers (haversine). */
export function greatCircleKm(a: Coordinates, b: Coordinates): number {
  const rad = Math.PI / 180
  const latitude = Math.sin(((b.latitude - a.latitude) * rad) / 2)
  const longitude = Math.sin(((b.longitude - a.longitude) * rad) / 2)
  const h = latitude ** 2 + Math.cos(a.latitude * rad) * Math.cos(b.latitude * rad) * longitude ** 2
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)))
}

export const oneWayMs = (km: number, kmPerMs: number = FIBER_KM_PER_MS): number => km / kmPerMs

export const roundTripMs = (km: number, kmPerMs: number = FIBER_KM_PER_MS): number =>
  2 * oneWayMs(km, kmPerMs)

/**
 * The round trip to expect between places nobody measured: 13.4 + 1.52 × fiber floor, milliseconds.
 * Least squares over 496 pairs of AWS regions (cloudping.co, yearly p50, May 2025); 10th to 90th
 * percentile of the residual −26 … +31%.
 */
export const expectedRoundTripMs = (km: number): number => 13.4 + 1.52 * roundTripMs(km)
