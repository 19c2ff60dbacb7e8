// What states a topic: each key alone, on arrows and on parts, each of the words, and what is drawn.

import { describe, expect, it } from 'vitest'
import { readSystem } from '../../src/model'
import { type OmissionTopic, placesStating } from '../../src/rules/topics'
import { proseSpeaksOf } from '../../src/rules/topics-in-prose'
import { parseDiagram } from '../../src/syntax'

const places = (topic: OmissionTopic, ...lines: readonly string[]): number =>
  placesStating(
    topic,
    readSystem(
      parseDiagram(['flowchart LR', 'a[Order service] --> b[Stock service]', ...lines, ''].join('\n')),
      {},
    ),
  )

const onArrow: Readonly<Partial<Record<OmissionTopic, readonly string[]>>> = {
  timeout: ['timeout: 1s', 'deadline: 1s'],
  'retry policy': [
    'attempts: 2',
    'retries: 2',
    'retryOn: [503]',
    'backoff: fixed',
    'baseDelay: 1s',
    'maxDelay: 1s',
    'jitter: true',
    'hedge: 50ms',
    'stack: [retry, breaker]',
  ],
  breaker: ['breaker: true'],
  'health check': ['healthCheck: true'],
  'dead letter': ['deadLetter: true'],
  idempotency: ['idempotent: true', 'idempotencyKey: true'],
  caching: ['ttl: 1m', 'hitRatio: 90%'],
  heartbeat: ['heartbeat: 30s'],
  replication: ['replication: async', 'lag: 1s'],
}

const onPart: Readonly<Partial<Record<OmissionTopic, readonly string[]>>> = {
  'health check': ['healthCheck: true', 'liveness: [a]', 'readiness: [a]'],
  layer: ['layer: L4'],
  'dead letter': ['deadLetter: true'],
  'rate limit': ['rateLimit: 100/s'],
  replicas: ['replicas: 2', 'quorum: 2', 'failover: 30s'],
  'query limit': ['depthLimit: 5', 'costLimit: 100', 'persistedQueries: true'],
  batching: ['batching: true'],
  'cache fill': ['coalesce: true', 'staleWhileRevalidate: true', 'staleIfError: true'],
  caching: ['ttl: 1m', 'hitRatio: 90%'],
  replication: ['replication: async', 'lag: 1s', 'rpo: 1m'],
  'origin check': ['originCheck: true'],
}

const each = (stated: typeof onArrow) =>
  Object.entries(stated).flatMap(([topic, keys]) => keys.map(key => [topic as OmissionTopic, key] as const))

describe('a topic is stated', () => {
  it.each(each(onArrow))('%s: by an arrow, %s', (topic, key) => {
    const before = places(topic)
    expect(places(topic, `%% a->b@{ ${key} }`)).toBe(before + 1)
  })

  it.each(each(onPart))('%s: by a part, %s', (topic, key) => {
    const before = places(topic)
    expect(places(topic, `%% b@{ ${key} }`)).toBe(before + 1)
    expect(places(topic, `%% a@{ ${key} }`, `%% b@{ ${key} }`)).toBe(before + 2)
  })

  it.each<[OmissionTopic, string]>([
    ['breaker', 'b -->|circuit breaker| c[Mail service]'],
    ['layer', 'b -->|L7| c[Mail service]'],
    ['layer', 'b --> c[Layer 4 balancer]'],
    ['dead letter', 'b --> c[[Orders DLQ]]'],
    ['rate limit', 'b -->|rate-limited| c[Mail service]'],
    ['rate limit', 'b --> c[Throttling proxy]'],
    ['replicas', 'b --> c[3 replicas]'],
    ['replicas', 'b --> c[Standby]'],
    ['idempotency', 'b -->|idempotent| c[Mail service]'],
    ['batching', 'b --> c[DataLoader]'],
    ['caching', 'b --> c[CDN]'],
    ['heartbeat', 'b -->|ping| c[Mail service]'],
    ['replay', 'b -->|Last-Event-ID| c[Mail service]'],
    ['api version', 'b -->|GET /v1/mails| c[Mail service]'],
    ['origin check', 'b -->|origin check| c[Mail service]'],
  ])('%s: by words, %s', (topic, line) => expect(places(topic, line)).toBe(places(topic) + 1))

  it('by a protocol, once for each arrow that names one', () => {
    expect(places('protocol')).toBe(0)
    expect(places('protocol', 'a -->|gRPC| b', 'b -->|HTTP| c[Mail service]')).toBe(2)
  })

  it('by a number of deliveries', () =>
    expect(places('dead letter', 'q[[SQS]] -->|3 attempts| w[Mail worker]', 'a -->|3 attempts| b')).toBe(1))

  it('by an arrow and a part together', () =>
    expect(places('caching', '%% a->b@{ ttl: 1m }', '%% b@{ hitRatio: 90% }', 'b --> c[CDN]')).toBe(3))
})

describe('a document speaks of a topic', () => {
  it.each<[OmissionTopic, string, boolean]>([
    ['caching', 'Files come from a CDN.', true],
    ['caching', 'Files come from a disk.', false],
    ['heartbeat', 'Sockets send a heartbeat.', true],
    ['batching', 'A DataLoader avoids N+1.', true],
    ['origin check', 'CORS is configured.', true],
    ['api version', 'All paths begin with /v1.', true],
    ['replay', 'Clients send Last-Event-ID.', true],
    ['query limit', 'Queries have a depth limit.', true],
    ['cache fill', 'A single-flight cache protects it.', true],
    ['replication', 'RPO is a minute.', true],
    ['timeout', 'When the response is lost or there is a timeout, a scheduler asks the provider.', true],
    ['timeout', 'There is no timeout on calls of the provider.', false],
    ['protocol', 'It communicates by sync HTTP.', true],
    ['breaker', 'Nothing of that.', false],
  ])('%s: %s %s', (topic, prose, expected) => expect(proseSpeaksOf(topic, prose)).toBe(expected))
})
