// The keys that are stated most, by what they are stated of: completion offers them first.

import type { Kind } from '../../knowledge'
import type { AttributePlace } from '../../model/vocabulary'

const usualAt: Readonly<Record<AttributePlace, readonly string[]>> = {
  arrow: ['timeout', 'retries', 'backoff', 'jitter', 'idempotencyKey', 'deadline', 'breaker', 'fallback'],
  node: ['p50', 'p99', 'availability', 'replicas', 'kind', 'tech', 'region', 'managed', 'healthCheck'],
  group: ['kind', 'region', 'network'],
}

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

/** Keys with the usual ones of a place in front, those of this kind of component first. */
export function usualFirst<V>(
  keys: readonly (readonly [string, V])[],
  { place, kind }: { readonly place: AttributePlace | undefined; readonly kind: Kind | undefined },
): readonly (readonly [string, V])[] {
  const ranked = [...((kind && usualOf[kind]) ?? []), ...((place && usualAt[place]) ?? [])]
  const rank = (key: string) => (ranked.includes(key) ? ranked.indexOf(key) : ranked.length)
  return [...keys].sort(([a], [b]) => rank(a) - rank(b))
}
