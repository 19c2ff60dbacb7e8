// Standards by their numbers: what each is called and which explanation tells it.

import { type Entry, entries } from '../../knowledge'
import { type Amount, type AmountReader, phrase } from './amount'

export const standardReaders: readonly AmountReader[] = [
  {
    pattern: phrase('(\\d{4})'),
    read: ([, number]) => (titles.has(Number(number)) ? standard(Number(number)) : undefined),
  },
  { pattern: phrase('rfc ?-?(\\d{3,5})'), read: ([, number]) => standard(Number(number)) },
]

/** Number, title, and the explanation to read with it; `→` names the standard that replaced it. */
const titles: ReadonlyMap<number, readonly [title: string, entry: string]> = new Map([
  [768, ['User Datagram Protocol', 'udp']],
  [791, ['Internet Protocol', 'ipv4']],
  [792, ['Internet Control Message Protocol', 'icmp']],
  [793, ['Transmission Control Protocol → RFC 9293', 'tcp']],
  [826, ['An Ethernet Address Resolution Protocol', 'arp']],
  [896, ['Congestion Control in IP/TCP Internetworks', 'nagle']],
  [1034, ['Domain Names – Concepts and Facilities', 'dns']],
  [1035, ['Domain Names – Implementation and Specification', 'dns']],
  [1122, ['Requirements for Internet Hosts', 'osi-model']],
  [1918, ['Address Allocation for Private Internets', 'private-address']],
  [2131, ['Dynamic Host Configuration Protocol', 'dhcp']],
  [2308, ['Negative Caching of DNS Queries', 'nxdomain']],
  [2616, ['HTTP/1.1 → RFC 9110 and 9112', 'http-1-1']],
  [2782, ['A DNS RR for specifying the location of services (SRV)', 'srv-record']],
  [2818, ['HTTP Over TLS → RFC 9110', 'https']],
  [3550, ['RTP: A Transport Protocol for Real-Time Applications', 'sip-rtp']],
  [3261, ['SIP: Session Initiation Protocol', 'sip-rtp']],
  [4271, ['A Border Gateway Protocol 4', 'bgp']],
  [4632, ['Classless Inter-domain Routing (CIDR)', 'cidr']],
  [4987, ['TCP SYN Flooding Attacks and Common Mitigations', 'syn-flood']],
  [5246, ['TLS 1.2', 'tls-1-2']],
  [5321, ['Simple Mail Transfer Protocol', 'smtp']],
  [5681, ['TCP Congestion Control', 'congestion-control']],
  [5789, ['PATCH Method for HTTP', 'patch']],
  [5861, ['HTTP Cache-Control Extensions for Stale Content', 'stale-while-revalidate']],
  [5905, ['Network Time Protocol Version 4', 'ntp']],
  [6066, ['TLS Extensions (server_name)', 'sni']],
  [6265, ['HTTP State Management Mechanism', 'cookies']],
  [6298, ['Computing TCP’s Retransmission Timer', 'retransmission']],
  [6455, ['The WebSocket Protocol', 'websocket']],
  [6585, ['Additional HTTP Status Codes (429, 431)', 'status-429']],
  [6598, ['Shared Address Space (100.64.0.0/10)', 'cgnat']],
  [6749, ['The OAuth 2.0 Authorization Framework', 'oauth']],
  [6797, ['HTTP Strict Transport Security', 'hsts']],
  [6928, ['Increasing TCP’s Initial Window', 'slow-start']],
  [6960, ['Online Certificate Status Protocol', 'ocsp']],
  [7230, ['HTTP/1.1 Message Syntax and Routing → RFC 9112', 'http-1-1']],
  [7231, ['HTTP/1.1 Semantics and Content → RFC 9110', 'http']],
  [7234, ['HTTP/1.1 Caching → RFC 9111', 'cache-control']],
  [7301, ['TLS Application-Layer Protocol Negotiation', 'sni']],
  [7413, ['TCP Fast Open', 'tcp-fast-open']],
  [7519, ['JSON Web Token', 'session-vs-jwt']],
  [7540, ['HTTP/2 → RFC 9113', 'http-2']],
  [7541, ['HPACK: Header Compression for HTTP/2', 'http-2']],
  [7807, ['Problem Details for HTTP APIs → RFC 9457', 'problem-json']],
  [8030, ['Generic Event Delivery Using HTTP Push', 'mobile-push']],
  [8200, ['Internet Protocol, Version 6', 'ipv6']],
  [8259, ['The JSON Data Interchange Format', 'json']],
  [8305, ['Happy Eyeballs Version 2', 'ipv6']],
  [8441, ['Bootstrapping WebSockets with HTTP/2', 'websocket']],
  [8445, ['Interactive Connectivity Establishment', 'ice']],
  [8446, ['TLS 1.3', 'tls-1-3']],
  [8484, ['DNS Queries over HTTPS', 'encrypted-dns']],
  [8489, ['Session Traversal Utilities for NAT', 'stun']],
  [8555, ['Automatic Certificate Management Environment (ACME)', 'certificate']],
  [8656, ['Traversal Using Relays around NAT', 'turn']],
  [8825, ['Overview: Real-Time Protocols for Browser-Based Applications', 'webrtc']],
  [9000, ['QUIC: A UDP-Based Multiplexed and Secure Transport', 'quic']],
  [9001, ['Using TLS to Secure QUIC', 'quic']],
  [9110, ['HTTP Semantics', 'http']],
  [9111, ['HTTP Caching', 'cache-control']],
  [9112, ['HTTP/1.1', 'http-1-1']],
  [9113, ['HTTP/2', 'http-2']],
  [9114, ['HTTP/3', 'http-3']],
  [9204, ['QPACK: Field Compression for HTTP/3', 'http-3']],
  [9218, ['Extensible Prioritization Scheme for HTTP', 'http-priorities']],
  [9293, ['Transmission Control Protocol', 'tcp']],
  [9438, ['CUBIC for Fast and Long-Distance Networks', 'congestion-control']],
  [9457, ['Problem Details for HTTP APIs', 'problem-json']],
  [9460, ['Service Binding via the DNS (SVCB and HTTPS)', 'dns-records']],
])

function standard(number: number): Amount | undefined {
  const citing = entries().filter(({ sources }) => sources.includes(`RFC ${number}`))
  const [title, entry = citing[0]?.id] = titles.get(number) ?? []
  if (entry === undefined) return undefined
  const others = citing.filter(({ id }) => id !== entry)
  const also = others.length === 0 ? '' : ` Also the source of: ${titlesOf(others)}.`
  const called = title === undefined ? '' : `: ${title}`
  return {
    computed: `**RFC ${number}**${called} (https://www.rfc-editor.org/rfc/rfc${number}).${also}`,
    entry,
  }
}

const MOST_TITLES = 6

const titlesOf = (all: readonly Entry[]): string => {
  const told = all.slice(0, MOST_TITLES).map(({ title }) => title)
  return told.join(', ') + (all.length > told.length ? ` and ${all.length - told.length} more` : '')
}
