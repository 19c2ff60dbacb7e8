// Round trips before a request can leave, by what the connection has to set up. DNS comes on top.

export type Setup =
  | 'reused'
  | 'tcp'
  | 'tls1.3'
  | 'tls1.3-0rtt'
  | 'tls1.2'
  | 'tls1.2-resumed'
  | 'quic'
  | 'quic-0rtt'

/** RFC 9293 (TCP), RFC 8446 (TLS 1.3), RFC 5246 (TLS 1.2), RFC 9000 and 9001 (QUIC). */
const SETUP_ROUND_TRIPS: Readonly<Record<Setup, number>> = {
  reused: 0,
  tcp: 1,
  'tls1.3': 2,
  'tls1.3-0rtt': 1,
  'tls1.2': 3,
  'tls1.2-resumed': 2,
  quic: 1,
  'quic-0rtt': 0,
}

/** Round trips until the request can leave. */
export const setupRoundTrips = (setup: Setup): number => SETUP_ROUND_TRIPS[setup]
