// The explanations are sound, short, sourced, and cover what the product must know.

import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { entries, entryById, renderEntry, topics } from '../../src/knowledge'
import { namesAbroad } from '../../src/knowledge/explanations/names-abroad'
import { fold } from '../../src/knowledge/names/lexicon'

const prose = z.string().min(8).max(700)
const source = z.union([z.string().regex(/^RFC [1-9]\d{1,4}$/), z.httpUrl(), z.url({ protocol: /^https$/ })])
const schema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  title: z.string().min(2).max(60),
  aliases: z.array(z.string().min(1)),
  everyday: z.array(z.string().min(1)).optional(),
  typed: z.array(z.string().min(1)).optional(),
  topic: z.enum(topics),
  what: prose,
  where: prose.optional(),
  cost: prose.optional(),
  use: prose.optional(),
  breaks: prose.optional(),
  numbers: prose.optional(),
  see: z.array(z.string()).optional(),
  sources: z.array(source).min(1),
  confirmed: z
    .string()
    .regex(/^20\d\d-(?:0[1-9]|1[0-2])(?: except .{2,40})?$/)
    .optional(),
})

describe('entries', () => {
  it('number at least 330 and all validate', () => {
    expect(entries().length).toBeGreaterThanOrEqual(330)
    for (const entry of entries()) expect(schema.safeParse(entry).error?.issues, entry.id).toBeUndefined()
  })

  it('share no id and no name; only typed words may have several meanings', () => {
    const owners = new Map<string, string>()
    for (const { id, title, aliases, everyday = [], typed = [] } of entries()) {
      const names = [id, title, ...aliases, ...everyday].filter(
        name => name !== title || !typed.includes(title),
      )
      for (const key of new Set(names.map(fold))) {
        expect(owners.get(key) ?? id, key).toBe(id)
        owners.set(key, id)
      }
    }
    expect(new Set(entries().map(({ id }) => id)).size).toBe(entries().length)
  })

  it('refer only to entries that exist, and not to themselves', () => {
    for (const { id, see = [] } of entries()) {
      for (const other of see) expect(entryById(other), `${id} → ${other}`).toBeDefined()
      expect(see).not.toContain(id)
    }
  })

  it('fit a hover: at most twelve lines', () => {
    for (const entry of entries())
      expect(renderEntry(entry).split('\n').length, entry.id).toBeLessThanOrEqual(12)
  })

  it('end their sentences, and use no straight quotes or British spelling', () => {
    for (const entry of entries()) {
      for (const text of [entry.what, entry.where, entry.cost, entry.use, entry.breaks, entry.numbers]) {
        if (text === undefined) continue
        expect(text, entry.id).toMatch(/[.!?]$/)
        expect(text, entry.id).not.toMatch(
          /\b(?:colour|behaviour|fibre|centre|licen[c]e|signalling|neighbour|favour)\b/i,
        )
        expect(text, entry.id).not.toMatch(/\w'\w/)
      }
    }
  })

  it('render their parts, references and sources', () => {
    const entry = entryById('sse')
    expect(entry && renderEntry(entry)).toMatch(
      /^\*\*Server-Sent Events\*\* – .+\n\n- \*Where:\* .+\n- \*Costs:\* /,
    )
    const rfc = entryById('websocket')
    expect(rfc && renderEntry(rfc)).toContain('[RFC 6455](https://www.rfc-editor.org/rfc/rfc6455)')
  })
})

describe('claims that must not slip back', () => {
  const said = (id: string) => Object.values(entryById(id) ?? {}).join(' ')

  it('a reset, 502 or 504 is retried only if the request is idempotent', () => {
    expect(said('retryable-errors')).toMatch(/Only if idempotent or keyed: [^.]*resets, 500, 502, 504/)
    expect(said('status-codes')).toContain('500, 502 and 504 only if the request is idempotent')
  })

  it('browsers repeat Basic credentials by themselves', () => {
    expect(said('authorization')).toContain('Basic credentials are repeated by the browser itself')
  })

  it('sources are the current and right documents', () => {
    expect(entryById('traceroute')?.sources).toEqual(['RFC 2151'])
    expect(entryById('signaling')?.sources).toEqual(['RFC 9429'])
    expect(entryById('nagle')?.sources).toContain('RFC 896')
    expect(entryById('status-499')?.sources).not.toContain('RFC 9110')
  })

  it('names of concepts in other languages lead to entries that exist, one each', () => {
    const owners = new Map<string, string>()
    for (const [id, names] of Object.entries(namesAbroad)) {
      expect(entryById(id), id).toBeDefined()
      for (const name of names.split(',').map(each => fold(each.trim()))) {
        expect(name.length, `${id}: ${names}`).toBeGreaterThan(0)
        expect(owners.get(name) ?? id, name).toBe(id)
        owners.set(name, id)
      }
    }
  })

  it('every entry says where, what it costs, when to use it, what breaks and what to read next', () => {
    const silent = entries().filter(
      ({ topic, where, cost, numbers, use, breaks, see = [] }) =>
        !((topic === 'status codes' || (where && (cost ?? numbers))) && use && breaks && see.length > 0),
    )
    expect(silent.map(({ id }) => id)).toEqual([])
  })
})

/** What the product must explain, concept by concept, and the entries that do. */
const covered: Readonly<Record<string, string>> = {
  'layers, encapsulation, kernel and user space': 'osi-model',
  'symptom → layer':
    'symptom-to-layer connection-refused connection-timed-out no-route-to-host tls-handshake-failed nxdomain',
  'IP, IPv4, IPv6': 'ip ipv4 ipv6',
  'private addresses': 'private-address',
  'NAT, CGNAT': 'nat cgnat',
  CIDR: 'cidr',
  'subnets, VPC tiers': 'subnet vpc-tiers',
  'routing, BGP, anycast': 'routing bgp anycast',
  'DHCP, ARP, ICMP, MTU, TTL, traceroute': 'dhcp arp icmp mtu ttl-hops traceroute',
  links: 'ethernet',
  TCP: 'tcp flow-control congestion-control',
  'handshake, SYN flood': 'tcp-handshake syn-flood',
  'slow start': 'slow-start',
  'bandwidth–delay product': 'bandwidth-delay-product',
  'head-of-line blocking': 'head-of-line-blocking',
  'TIME_WAIT, ports, keep-alive, Nagle, Fast Open, accept queue':
    'time-wait ephemeral-ports tcp-keepalive nagle tcp-fast-open accept-queue',
  UDP: 'udp udp-amplification',
  QUIC: 'quic connection-migration',
  'transport choice': 'transport-choice',
  'TLS versions, SNI, certificates, 0-RTT': 'tls tls-1-2 tls-1-3 sni certificate zero-rtt session-resumption',
  'mTLS, termination': 'mtls tls-termination',
  DNS: 'dns',
  'record types': 'dns-records a-record cname mx-record txt-record ns-record srv-record',
  'DNS TTL': 'dns-ttl dns-failover',
  'DNS balancing': 'dns-load-balancing geodns',
  'service discovery': 'service-discovery kubernetes-service',
  'HTTP, keep-alive': 'http https keep-alive stateless',
  methods: 'http-methods get head post put patch delete options',
  'status codes':
    'status-codes status-101 status-200 status-201 status-202 status-204 status-301 status-302 status-304 status-307 status-308 status-400 status-401 status-403 status-404 status-405 status-409 status-410 status-422 status-425 status-429 status-500 status-502 status-503 status-504',
  headers:
    'cache-control etag vary content-encoding x-accel-buffering hsts cors retry-after cookies authorization security-headers',
  'HTTP versions': 'http-1-1 http-2 http-3 server-push',
  REST: 'rest pagination api-versioning problem-json',
  GraphQL: 'graphql n-plus-one dataloader',
  gRPC: 'grpc protobuf grpc-status-codes grpc-web',
  'choosing an API style': 'api-style-choice',
  'other protocols': 'json-rpc smtp ftp ssh amqp mqtt kafka redis-protocol sql-protocols',
  polling: 'short-polling long-polling',
  SSE: 'sse',
  WebSocket: 'websocket websocket-fan-out websocket-origin heartbeat',
  WebRTC: 'webrtc signaling ice stun turn sfu',
  escalation: 'escalation',
  'client-side or dedicated balancing': 'client-side-load-balancing load-balancer',
  'L4 and L7': 'l4 l7 nlb alb',
  algorithms:
    'round-robin weighted-round-robin least-connections least-response-time power-of-two-choices ip-hash consistent-hashing modulo-hashing',
  'health checks': 'health-check liveness readiness outlier-ejection',
  'slow start, herds': 'balancer-slow-start thundering-herd',
  'session affinity': 'session-affinity',
  'idle timeouts': 'idle-timeout sporadic-502',
  'single balancer': 'single-point-of-failure',
  'global balancing': 'global-load-balancing',
  proxies: 'forward-proxy reverse-proxy api-gateway service-mesh sidecar',
  deployment: 'blue-green canary rolling-deployment',
  scaling: 'horizontal-scaling',
  timeouts: 'timeout connect-timeout deadline-propagation adaptive-timeout',
  retries: 'retry backoff jitter retry-layering retry-budget retryable-errors',
  idempotency: 'idempotency idempotency-key',
  'circuit breaker, bulkhead': 'circuit-breaker bulkhead resilience-order',
  'rate limits': 'rate-limiting token-bucket load-shedding',
  fallback: 'fallback',
  cascades: 'cascading-failure littles-law failure-modes',
  nines: 'availability serial-availability redundancy',
  'latency components': 'latency-components bandwidth speed-of-light rtt',
  percentiles: 'percentile fan-out tail-latency',
  'first byte': 'round-trips-to-first-byte',
  CDN: 'cdn stale-while-revalidate stale-if-error cache-stampede',
  caching: 'cache cache-hit-ratio cache-aside cache-ttl',
  geography: 'region zone edge-location data-locality',
  postures: 'active-passive active-active cell-based rto-rpo failover',
  'async acknowledgment': 'async-acknowledgment message-queue',
  security: 'ddos mitm injection certificate-pinning never-trust-client public-datastore csrf',
  'symptom pairs':
    'seventh-tab-hangs proxy-buffering socket-dies-after-60s first-pod-spikes stalls-over-vpn reconnect-storm',
  'fallacies, CAP, perception': 'eight-fallacies partition perception',
  'data movement': 'change-data-capture outbox dead-letter-queue at-least-once',
  'sessions and JWT': 'session-vs-jwt',
  'push, offline': 'mobile-push offline-store',
  comparisons: 'gateway-errors redirects layer-choice http-versions consistency message-ordering',
  'further reading': 'scale-thresholds redis-cluster request-id bff hateoas dns-prefetch domain-sharding',
}

describe('coverage', () => {
  for (const [concept, ids] of Object.entries(covered)) {
    it(concept, () => {
      for (const id of ids.split(' ')) expect(entryById(id)?.id, concept).toBe(id)
    })
  }
})
