// Explanations of what stands at a place, of a typed term, and of quantities.

import { describe, expect, it } from 'vitest'
import { entryAt, explain, quantityAt } from '../../src/knowledge'

/** The explanation at the mark in the text. */
function hover(marked: string) {
  const offset = marked.indexOf('¦')
  const text = marked.replace('¦', '')
  const found = entryAt(text, offset)
  return (
    found && { word: text.slice(found.start, found.end), entry: found.entry?.id, computed: found.computed }
  )
}

describe('hover', () => {
  it.each([
    ['web -->|g¦RPC| orders', 'gRPC', 'grpc'],
    ['api -- Web¦Socket --> gateway', 'WebSocket', 'websocket'],
    ['%% a->b@{ tim¦eout: 300ms }', 'timeout', 'timeout'],
    ['A -->> B: 50¦3 Service Unavailable', '503', 'status-503'],
    ['A -->> B: 404¦', '404', 'status-404'],
    ['subnet 10.0.¦0.0/20', '10.0.0.0/20', 'cidr'],
    ['SLA 99.9¦5%', '99.95%', 'availability'],
    ['p99 80¦0ms', '800ms', 'perception'],
    ['a TU¦RN server', 'TURN server', 'turn'],
    ['retry with exp¦onential backoff', 'exponential backoff', 'backoff'],
  ])('%s', (marked, word, entry) => {
    expect(hover(marked)).toMatchObject({ word, entry })
  })

  it.each([
    ['timeout 2¦s', '2s', 'timeout'],
    ['polling every 5¦s', '5s', 'short-polling'],
    ['DNS TTL: 30¦0s', '300s', 'dns-ttl'],
    ['Half¦Open', 'HalfOpen', 'circuit-breaker'],
    ['retry on 50¦2', '502', 'status-502'],
    ['Zo¦ne A', 'Zone', 'zone'],
    ['Redis ca¦che', 'Redis cache', 'redis-protocol'],
    ['tcp/54¦32', 'tcp/5432', 'sql-protocols'],
    ['availability 95¦%', '95%', 'availability'],
  ])('explains what the word means there: %s', (marked, word, entry) => {
    const found = hover(marked)
    expect([found?.word, found?.entry]).toEqual([word, entry])
  })

  it('gives the duration of a timeout no remark on what people notice', () => {
    expect(hover('timeout 2¦s')?.computed).toBeUndefined()
    expect(hover('p99 2¦s')?.computed).toContain('a wait')
  })

  it.each([
    'Sales region',
    'time zone',
    'edge cases',
    'check availability',
    'login attempts',
    'dependency injection',
    'geo-fencing',
    'stock broker',
    'gift certificate',
    'long tail products',
    'Partition 0',
    'order routing',
    'publish article',
    'poll results',
    'purge old data',
    'stack pop',
    'A-Z index',
    'auth-srv',
    'SOA team',
    'resp',
    "it isn't kept",
    'insert a record',
    'order is created',
    'user not found',
    'request accepted',
    'item gone',
    'Order 500 units',
    'Room 404',
    'Step 100 of 200',
    'conversion ratio 95%',
    'CPU 99%',
    'rollout 95%',
    'seat unavailable',
    'promotion code',
    'call center objective',
    'lazy loading images',
  ])('says nothing on ordinary words: %s', text => {
    for (let offset = 0; offset <= text.length; offset++) {
      expect(entryAt(text, offset), `at ${offset}`).toBeUndefined()
    }
  })

  it('describes products without an entry of their own', () => {
    expect(hover('x[ProxyS¦QL]')?.computed).toBe(
      '**ProxySQL** – a proxy; layer 4; speaks MySQL protocol, SQL on port 6033.',
    )
  })

  it('says nothing of words it does not know', () => {
    expect(hover('the quick br¦own fox')).toBeUndefined()
    expect(hover('turn le¦ft')).toBeUndefined()
    expect(hover('200¦0 users')).toBeUndefined()
    expect(entryAt('', 0)).toBeUndefined()
    expect(entryAt('a', 99)).toBeUndefined()
  })
})

/** The explanation that a term is the name of. */
const nameOf = (term: string) => explain(term).senses[0]?.entry?.id
const computedFor = (term: string) => explain(term).senses[0]?.computed

describe('explain', () => {
  it.each([
    ['gRPC', 'grpc'],
    ['websockets', 'websocket'],
    ['502', 'status-502'],
    ['502 storm', 'sporadic-502'],
    ['TIME_WAIT', 'time-wait'],
    ['connection refused', 'connection-refused'],
    ['seventh tab hangs', 'seventh-tab-hangs'],
    ['p99', 'percentile'],
    ['turn', 'turn'],
    ['rest', 'rest'],
    ['A record', 'a-record'],
    ['10.0.0.0/24', 'cidr'],
    ['99.9%', 'availability'],
    ['95%', 'availability'],
    ['region', 'region'],
    ['partition', 'partition'],
    ['injection', 'injection'],
    ['attempts', 'retry'],
    ['broker', 'message-queue'],
    ['pool', 'connection-pool'],
    ['half-open', 'circuit-breaker'],
    ['slow start', 'slow-start'],
    ['balancer slow start', 'balancer-slow-start'],
    ['503 vs 504', 'gateway-errors'],
    ['504 vs 503', 'gateway-errors'],
    ['301 vs 302', 'redirects'],
    ['401 vs 403', 'status-401'],
    ['l7 vs l4', 'layer-choice'],
    ['gRPC vs REST', 'api-style-choice'],
    ['difference between tcp and udp', 'transport-choice'],
    ['http/2 vs http/3', 'http-versions'],
    ['Cache-Control: no-store', 'cache-no-store'],
    ['eventual consistency', 'consistency'],
    ['too many open files', 'file-descriptors'],
    ['upstream timed out', 'status-504'],
    ['no healthy upstream', 'status-503'],
    ['socket dies after 60 seconds', 'socket-dies-after-60s'],
    ['request timeout', 'timeout'],
    ['a websocket', 'websocket'],
    ['what is a circuit breaker?', 'circuit-breaker'],
    ['timeout idle', 'idle-timeout'],
    ['HTTP 404', 'status-404'],
    ['404 error', 'status-404'],
    ['5432', 'sql-protocols'],
  ])('%s', (term, id) => {
    expect(nameOf(term)).toBe(id)
  })

  it('explains ports and products', () => {
    expect(computedFor('5432')).toBe('**Port 5432**: PostgreSQL.')
    expect(computedFor(':6379')).toBe('**Port 6379**: Redis, Valkey.')
    expect(computedFor('traefik')).toContain('passes WebSockets on by itself')
  })

  it('takes nothing for a name that is merely spelled like one', () => {
    for (const term of ['grcp', 'websokcet', 'thundring herd', 'OpenAPY', 'srver', 'packer', 'serperr'])
      expect(
        explain(term).senses.map(({ entry }) => entry?.id),
        term,
      ).not.toContain('grpc')
    expect(explain('grcp')).toEqual({ senses: [], related: [], suggestions: ['gRPC'] })
    expect(explain('kuberntes').suggestions).toContain('Kubernetes')
    expect(explain('share').suggestions).not.toContain('Shard')
  })

  it('lists every meaning of a word that has several', () => {
    expect(explain('API gateway').senses.map(({ entry }) => entry?.id)[0]).toBe('api-gateway')
    expect(
      explain('API gateway').senses.some(({ computed }) => computed?.includes('Amazon API Gateway')),
    ).toBe(true)
    expect(nameOf('h2')).toBe('http-2')
    expect(computedFor('H2')).toContain('a database')
  })

  it('offers, as nearest, what speaks of all words of a phrase', () => {
    const nearest = (term: string) => explain(term).related.map(({ id }) => id)
    expect(nameOf('retries multiply')).toBe('retry-layering')
    expect(nameOf('retries at layers multiply')).toBe('retry-layering')
    expect(nearest('does a CDN cache POST requests')).toContain('cdn')
    expect(nearest('purple monkey dishwasher')).toEqual([])
  })

  it('reads what error messages say, whatever stands around it', () => {
    expect(nameOf('dial tcp 127.0.0.1:5432: connect: connection refused')).toBe('connection-refused')
    expect(nameOf('Error: read ECONNRESET at TCP.onStreamRead')).toBe('tcp-reset')
    expect(nameOf('x509: certificate signed by unknown authority')).toBe('tls-handshake-failed')
    expect(nameOf('FATAL: remaining connection slots are reserved')).toBe('pool-exhaustion')
  })

  it('reads lines of HTTP, settings and comparisons', () => {
    expect(nameOf('Retry-After: 120')).toBe('retry-after')
    expect(nameOf('DELETE /users/123')).toBe('delete')
    expect(nameOf('HTTP/1.1 502 Bad Gateway')).toBe('status-502')
    expect(explain('liveness vs readiness').senses.map(({ entry }) => entry?.id)).toEqual([
      'liveness',
      'readiness',
    ])
  })

  it('keeps the H2 database and HTTP/2 apart', () => {
    expect(hover('H¦2 database')?.entry).toBe('product-h2-database')
    expect(hover('over h¦2')?.entry).toBe('http-2')
  })

  it('suggests what may have been meant, or nothing', () => {
    expect(explain('canry deploymet').suggestions[0]).toBe('Canary release')
    for (const term of ['xyzzy', ''])
      expect(explain(term)).toEqual({ senses: [], related: [], suggestions: [] })
  })
})

describe('quantities', () => {
  const said = (text: string) => quantityAt(text, 0)?.markdown

  it.each([
    [
      '10.0.0.0/20',
      '/20: **4,096 addresses**, 10.0.0.0–10.0.15.255, private (RFC 1918). Usable hosts: 4,094; 4,091 in an AWS subnet.',
    ],
    [
      '8.8.8.0/24',
      '/24: **256 addresses**, 8.8.8.0–8.8.8.255, public: reachable from the internet. Usable hosts: 254; 251 in an AWS subnet.',
    ],
    [
      '10.0.0.5/31',
      '/31: **2 addresses**, 10.0.0.4–10.0.0.5 (the block begins at 10.0.0.4), private (RFC 1918). Usable hosts: 2; too small for a cloud subnet (/28 at least).',
    ],
    [
      '0.0.0.0/0',
      '/0: **4,294,967,296 addresses**, 0.0.0.0–255.255.255.255, “any address” or “this network”. Usable hosts: 4,294,967,294; 4,294,967,291 in an AWS subnet.',
    ],
    ['127.0.0.1', '127.0.0.1: loopback: this host.'],
    ['99.95%', '**99.95%** available: down 4.38 h a year, 21.6 min in 30 days, 5.04 min a week.'],
    ['99.999%', '**99.999%** available: down 5.26 min a year, 25.9 s in 30 days, 6.05 s a week.'],
    ['100%', '**100%** available: never down, which nothing behind a network is.'],
    ['80ms', '**80 ms**: feels immediate to a user. Light in fiber goes 8,000 km and back in that time.'],
    ['30s', '**30 s**: longer than users stay.'],
    ['2h', '**2 h**: 7,200 s.'],
    ['300s', '**300 s**: 5 min.'],
    [
      '10KB',
      '**10 KB**: 0.08 ms at 1 Gbit/s, 0.8 ms at 100 Mbit/s. A fresh TCP connection needs 1 round trip (slow start).',
    ],
    ['1 GB', '**1 GB**: 8 s at 1 Gbit/s, 1.33 min at 100 Mbit/s.'],
    ['500/s', '**500/s**: 43,200,000 a day; at 100 ms each 50 in flight (Little’s law).'],
    ['1k rps', '**1,000/s**: 86,400,000 a day; at 100 ms each 100 in flight (Little’s law).'],
  ])('%s', (text, markdown) => {
    expect(said(text)).toBe(markdown)
  })

  it('leaves alone what is no quantity', () => {
    for (const text of ['50%', '300.1.1.1', '10.0.0.0/33', 'v1.2.3.4.5', '5 apples', '10:30', 'x99.9']) {
      expect(said(text), text).toBeUndefined()
    }
  })
})
