// Calls that leave their region.

import { greatCircleKm, type Region, type RoundTrip, regionOf, roundTrip } from '../knowledge'
import type { Call, Component } from './system'

export interface Crossing extends RoundTrip {
  readonly from: Region
  readonly to: Region
  readonly km: number
}

/** The way between the regions of a call's two ends; undefined if one is unknown or both are the same. */
export function crossingOf({ caller, callee }: Pick<Call, 'caller' | 'callee'>): Crossing | undefined {
  const [from, to] = [regionOfPart(caller), regionOfPart(callee)]
  if (!from || !to || from === to) return undefined
  return { from, to, km: greatCircleKm(from, to), ...roundTrip(from, to) }
}

/** What tells how long it takes, as an assumption names it. */
export const sourceOf = ({ from, to, source }: Crossing): string => `${from.id} ↔ ${to.id}: ${source}`

const regionOfPart = ({ figures }: Component): Region | undefined =>
  figures.region && regionOf(figures.region.value)
