// The vocabulary: every key that rules speak of exists, reads its own examples, and is explained.

import { expect, test } from 'vitest'
import {
  arrowVocabulary,
  groupVocabulary,
  type Key,
  nodeVocabulary,
  referenceTable,
  vocabularyFor,
} from '../../src/model/vocabulary'
import { scalarOf } from '../../src/syntax/yaml'

const places = { node: nodeVocabulary, arrow: arrowVocabulary, group: groupVocabulary }

const keys = {
  node: `kind tech availability replicas quorum commonCause active failover mttr coverage p50 p95 p99 latency timeout region
    zone layer algorithm healthCheck liveness readiness idleTimeout upstreamIdleTimeout sticky upgrade buffering hitRatio
    coalesce staleWhileRevalidate staleIfError rateLimit public network audience tls managed ttl depthLimit costLimit
    persistedQueries batching deadLetter replication lag rpo rto conflicts maxConnectionAge soleRetrier capacity concurrency
    rate originCheck pooler entry`,
  arrow: `protocol method mode timeout deadline connectTimeout attempts retries backoff baseDelay maxDelay jitter idempotent
    idempotencyKey breaker stack hedge fallback optional order share calls errorRate p50 p95 p99 latency availability rtt tls
    connection payload bandwidth heartbeat interval pool rate flow idleTimeout deadLetter`,
  group: 'region zone network kind replicas',
}

test.each(['node', 'arrow', 'group'] as const)('the %s vocabulary has every key of the notation', place => {
  for (const key of keys[place].split(/\s+/)) expect(Object.keys(vocabularyFor(place))).toContain(key)
})

const entries = Object.entries(places).flatMap(([place, vocabulary]) =>
  Object.entries<Key>(vocabulary).map(([name, key]) => ({ place, name, key })),
)

test.each(entries)('$place $name reads its own examples and says what it is', ({ key }) => {
  expect(key.description).toMatch(/^[A-Z].*\.$/)
  for (const example of [...key.examples, ...(key.choices ?? [])]) {
    const list = /^\[(.*)\]$/.exec(example)?.[1]
    const raw = list === undefined ? scalarOf(example) : list.split(', ')
    expect(key.read(raw), example).toHaveProperty('value')
    expect(referenceTable()).toContain(key.description)
  }
})

test.each([
  [nodeVocabulary.layer, 4, 'L4'],
  [nodeVocabulary.algorithm, 'Least Connections', 'least-connections'],
  [nodeVocabulary.tls, true, 'terminate'],
  [nodeVocabulary.sticky, 'source_ip', 'source-ip'],
  [nodeVocabulary.zone, 'a', ['a']],
  [nodeVocabulary.liveness, 'none', []],
  [nodeVocabulary.rateLimit, '100/s', 100],
  [nodeVocabulary.healthCheck, 'on', true],
  [arrowVocabulary.tls, 1.2, '1.2'],
  [arrowVocabulary.retries, 'unlimited', Number.POSITIVE_INFINITY],
  [arrowVocabulary.order, 2, 2],
  [arrowVocabulary.backoff, false, 'none'],
  [arrowVocabulary.jitter, 'full', 'full'],
  [arrowVocabulary.hedge, '50ms', 50],
  [arrowVocabulary.calls, 2.5, 2.5],
] as const)('%# reads %o as %o', (key, raw, value) => {
  expect(key.read(raw)).toEqual({ value })
})

test.each([
  [nodeVocabulary.replicas, 1.5],
  [nodeVocabulary.replicas, -1],
  [nodeVocabulary.kind, ['service']],
  [nodeVocabulary.tech, null],
  [arrowVocabulary.calls, 0],
  [arrowVocabulary.retries, 2.5],
  [arrowVocabulary.jitter, 'some'],
  [arrowVocabulary.timeout, -3],
])('%# refuses %o', (key, raw) => {
  expect(key.read(raw)).not.toHaveProperty('value')
})
