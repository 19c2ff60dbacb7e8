// The keys that are stated most, by what they are stated of: completion offers them first.

import type { Kind } from '../knowledge'

const usual = [
  ...['p50', 'p99', 'replicas', 'kind', 'tech', 'region', 'managed'],
  ...['timeout', 'retries', 'backoff', 'jitter', 'idempotencyKey', 'deadline', 'breaker', 'fallback'],
  ...['availability', 'healthCheck'],
]

const usualOf: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  balancer: ['layer', 'algorithm', 'healthCheck', 'idleTimeout', 'managed'],
  gateway: ['layer', 'rateLimit', 'healthCheck', 'idleTimeout', 'replicas'],
  proxy: ['layer', 'idleTimeout', 'upgrade', 'buffering', 'replicas'],
  cdn: ['hitRatio', 'staleWhileRevalidate', 'coalesce', 'managed', 'p99'],
  cache: ['hitRatio', 'coalesce', 'p50', 'p99', 'availability'],
  database: ['p50', 'p99', 'availability', 'replicas', 'replication', 'lag', 'managed'],
  queue: ['deadLetter', 'managed', 'availability', 'replicas'],
  stream: ['deadLetter', 'managed', 'availability', 'replicas'],
  dns: ['ttl', 'healthCheck', 'availability'],
  external: ['p50', 'p99', 'availability', 'rateLimit'],
}

/** Keys with the usual ones in front, those of this kind of component first. */
export function usualFirst<V>(
  keys: readonly (readonly [string, V])[],
  kind: Kind | undefined,
): readonly (readonly [string, V])[] {
  const ranked = [...((kind && usualOf[kind]) ?? []), ...usual]
  const rank = (key: string) => (ranked.includes(key) ? ranked.indexOf(key) : ranked.length)
  return [...keys].sort(([a], [b]) => rank(a) - rank(b))
}
