// The protocols that an arrow can speak: layer, style, cost of opening a connection, and their names.

import type { ProtocolId, ProtocolLayer, ProtocolRow, ProtocolStyle } from './protocol-table'
import { protocolRows } from './protocol-table'

export type { ProtocolId, ProtocolLayer, ProtocolStyle } from './protocol-table'

/** Round trips before a request can leave, DNS excluded (MATH: reused connections cost none). */
export interface SetupRoundTrips {
  /** A new connection with TLS 1.3 where the protocol is encrypted by default. */
  readonly fresh: number
  /** The same with TLS 1.2. */
  readonly tls12: number
  /** Resumed with early data (0-RTT), where that exists. */
  readonly earlyData: number
}

export interface Protocol {
  readonly id: ProtocolId
  readonly name: string
  readonly aliases: readonly string[]
  /** Names that are everyday words too: they count only in this spelling. */
  readonly everyday: readonly string[]
  readonly layer: ProtocolLayer
  readonly style: ProtocolStyle
  /** The server can speak without being asked. */
  readonly twoWay: boolean
  /** One connection outlives a single exchange by design. */
  readonly persistent: boolean
  readonly encrypted: boolean | 'optional'
  /** Carried by HTTP. */
  readonly http: boolean
  readonly defaultPort?: number
  readonly setupRoundTrips: SetupRoundTrips
}

const setups = {
  tcp: { fresh: 1, tls12: 1, earlyData: 1 },
  tls: { fresh: 2, tls12: 3, earlyData: 1 },
  quic: { fresh: 1, tls12: 1, earlyData: 0 },
  udp: { fresh: 0, tls12: 0, earlyData: 0 },
  nothing: { fresh: 0, tls12: 0, earlyData: 0 },
} as const

export const protocols: readonly Protocol[] = protocolRows.map(complete)

const byId = new Map<string, Protocol>(protocols.map(protocol => [protocol.id, protocol]))

/** The protocol with that canonical id; undefined for any other word. */
export function protocolById(id: ProtocolId): Protocol
export function protocolById(id: string): Protocol | undefined
export function protocolById(id: string): Protocol | undefined {
  return byId.get(id)
}

/** The protocol as an arrow's label names it: "Kafka", without what its full name adds in brackets, which Mermaid refuses there. */
export const protocolLabel = (id: ProtocolId): string =>
  protocolById(id)
    .name.replace(/ \(.*\)$/, '')
    .replace(/ (?:wire )?protocol$/, '')

function complete(row: ProtocolRow & { readonly id: ProtocolId }): Protocol {
  return {
    id: row.id,
    name: row.name,
    aliases: row.aliases ?? [],
    everyday: row.everyday ?? [],
    layer: row.layer ?? 'application',
    style: row.style ?? 'request',
    twoWay: row.twoWay ?? false,
    persistent: row.persistent ?? false,
    encrypted: row.encrypted ?? 'optional',
    http: row.http ?? false,
    ...(row.port === undefined ? {} : { defaultPort: row.port }),
    setupRoundTrips: setups[row.over ?? 'tcp'],
  }
}
