// The network's part of a call: round trips, connection set-up, bytes.

import { protocolById, regionOf, roundTrip } from '../../../knowledge'
import { callName } from '../../../model/flows/graph'
import type { Call } from '../../../model/system'
import { type Setup, setupRoundTrips } from '../../network/handshakes'
import { slowStartRoundTrips } from '../../network/transfer'
import { type Assumptions, milliseconds } from '../assumptions'

/** Milliseconds that one attempt of a call spends on the network; 0 when nothing tells. */
export function networkTime(call: Call, assumptions: Assumptions): number {
  const { figures } = call.connection
  const { rtt } = figures
  if (rtt && !rtt.stated)
    assumptions.add({ at: callName(call), key: 'rtt', value: milliseconds(rtt.value), source: rtt.source })
  const trip = rtt?.value ?? betweenRegions(call, assumptions)
  const payload = figures.payload?.value ?? 0
  const onWire = figures.bandwidth && payload > 0 ? (payload / figures.bandwidth.value) * 1000 : 0
  if (trip === 0) return onWire
  const setup = setupOf(call)
  // On an open connection the window has grown already.
  const extraRounds = setup !== 'reused' && payload > 0 ? slowStartRoundTrips(payload) - 1 : 0
  return trip * (1 + setupRoundTrips(setup) + extraRounds) + onWire
}

/** The measured or estimated round trip between two stated regions. */
function betweenRegions(call: Call, assumptions: Assumptions): number {
  const from = call.caller.figures.region?.value
  const to = call.callee.figures.region?.value
  if (from === undefined || to === undefined || from === to) return 0
  const [a, b] = [regionOf(from), regionOf(to)]
  if (!a || !b || a === b) return 0
  const { ms, source } = roundTrip(a, b)
  assumptions.add({ at: callName(call), key: 'rtt', value: milliseconds(ms), source })
  return ms
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
