// Whether light gets so far in the time that somebody claims.

import { roundTripMs, silicaMargin, VACUUM_KM_PER_MS } from '../../knowledge/regions/distance'

export type RoundTripVerdict = 'impossible' | 'faster-than-fiber' | 'possible'

/** Whether a claimed round trip (milliseconds) can be: not below light in vacuum, hardly below light in fiber. */
export function judgeRoundTrip(km: number, claimedMs: number): RoundTripVerdict {
  if (claimedMs < roundTripMs(km, VACUUM_KM_PER_MS)) return 'impossible'
  return claimedMs < roundTripMs(km) * silicaMargin ? 'faster-than-fiber' : 'possible'
}
