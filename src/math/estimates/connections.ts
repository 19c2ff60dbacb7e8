// Connections: ports, handshakes, and the links of a call between many.

/** Local ports that Linux gives out by default, and the seconds a closed one stays in TIME_WAIT. */
export const LINUX_PORTS = 28_232
const TIME_WAIT_SECONDS = 60

/** New connections a second from one address to one destination before ports run out: about 470 on Linux. */
export const connectionRateLimit = (ports = LINUX_PORTS, timeWaitSeconds = TIME_WAIT_SECONDS): number =>
  ports / timeWaitSeconds

/** Handshakes a second at a balancer: rate × (1 − reuse). */
export const handshakeRate = (ratePerSecond: number, reuse: number): number => ratePerSecond * (1 - reuse)

export interface MediaLinks {
  /** Streams that each participant sends and receives. */
  readonly up: number
  readonly down: number
  /** Links altogether. */
  readonly links: number
}

/** A mesh sends to everyone: n − 1 up, n(n − 1)/2 links. */
export const meshLinks = (participants: number): MediaLinks => ({
  up: participants - 1,
  down: participants - 1,
  links: (participants * (participants - 1)) / 2,
})

/** A selective forwarding unit takes one stream and sends n − 1. */
export const forwardingLinks = (participants: number): MediaLinks => ({
  up: 1,
  down: participants - 1,
  links: participants,
})

/** Bits a second through TURN relays: the share of calls without a direct path (10 to 20%) × their bitrate. */
export const relayBandwidth = (calls: number, share: number, bitsPerSecond: number): number =>
  calls * share * bitsPerSecond

/** Hosts in an IPv4 block: 2^(32 − prefix) less network and broadcast; /31 has 2 (RFC 3021), /32 one. */
export function ipv4Hosts(prefix: number, reserved = 2): number {
  if (prefix >= 32) return 1
  if (prefix === 31) return 2
  return Math.max(0, 2 ** (32 - prefix) - reserved)
}
