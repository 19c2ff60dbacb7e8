// The network's part of a call: round trips, connection set-up, bytes.

import { protocolById } from '../../../knowledge'
import type { Figure } from '../../../model/figure'
import { callName } from '../../../model/flows/graph'
import { crossingOf, sourceOf } from '../../../model/regions'
import type { Call } from '../../../model/system'
import { type Setup, setupRoundTrips } from '../../network/handshakes'
import { slowStartRoundTrips } from '../../network/transfer'
import { type Assumptions, milliseconds, noFigure } from '../assumptions'

/** Milliseconds that one attempt of a call spends on the network; 0 when nothing tells. */
export function networkTime(call: Call, assumptions: Assumptions): number {
  const { figures } = call.connection
  const { value: trip, stated, source } = figures.rtt ?? roundTripOf(call)
  if (!stated && trip > 0)
    assumptions.add({ at: callName(call), key: 'rtt', value: milliseconds(trip), source })
  const payload = figures.payload?.value ?? 0
  const onWire = figures.bandwidth && payload > 0 ? (payload / figures.bandwidth.value) * 1000 : 0
  if (trip === 0) return onWire
  const setup = setupOf(call)
  // On an open connection the window has grown already.
  const extraRounds = setup !== 'reused' && payload > 0 ? slowStartRoundTrips(payload) - 1 : 0
  return trip * (1 + setupRoundTrips(setup) + extraRounds) + onWire
}

/** Between two members of groups, which may be in regions of their own; 0 where nothing tells. */
function roundTripOf(call: Call): Pick<Figure<number>, 'value' | 'stated' | 'source'> {
  const crossing = crossingOf(call)
  return { value: crossing?.ms ?? 0, stated: false, source: crossing ? sourceOf(crossing) : noFigure }
}

/** What a call sets up before its request leaves. Unstated, connections are reused. */
export function setupOf({ connection }: Call): Setup {
  const stated = connection.figures.connection?.value
  if (stated === undefined || stated === 'reused') return 'reused'
  const protocol = connection.protocol && protocolById(connection.protocol.value)
  const early = stated === '0-rtt'
  // Only QUIC opens within one round trip and can skip even that.
  if (protocol?.setupRoundTrips.fresh === 1 && protocol.setupRoundTrips.earlyData === 0)
    return early ? 'quic-0rtt' : 'quic'
  const tls = connection.figures.tls?.value
  if (tls === 'none') return 'tcp'
  if (tls === '1.2') return early ? 'tls1.2-resumed' : 'tls1.2'
  const encrypted = tls !== undefined || protocol?.setupRoundTrips.fresh === 2
  if (!encrypted) return 'tcp'
  return early ? 'tls1.3-0rtt' : 'tls1.3'
}
