// Figures in the words in which labels state them.

import { type AttributePlace, writtenValue } from '../../../model/vocabulary'

type Phrase = (value: string) => string

/** The phrase for a figure in the label of a call or of a component; undefined where labels have no words for it. */
export function phraseIn(place: AttributePlace, key: string, value: unknown): string | undefined {
  const table = place === 'arrow' ? ofCalls : ofComponents
  const written = writtenValue(key, value)
  if (typeof value === 'boolean') return flags[place === 'arrow' ? 'arrow' : 'node'][`${key}: ${written}`]
  return Object.hasOwn(table, key) ? table[key]?.(written) : undefined
}

const counted =
  (one: string, several: string): Phrase =>
  value =>
    value === '0' ? `no ${several}` : `${value} ${value === '1' ? one : several}`

const percentiles: Readonly<Record<string, Phrase>> = {
  p50: value => `p50 ${value}`,
  p95: value => `p95 ${value}`,
  p99: value => `p99 ${value}`,
  latency: value => `latency ${value}`,
}

const ofCalls: Readonly<Record<string, Phrase>> = {
  ...percentiles,
  timeout: value => `${value} timeout`,
  deadline: value => `${value} deadline`,
  connectTimeout: value => `connect timeout ${value}`,
  idleTimeout: value => `${value} idle timeout`,
  retries: counted('retry', 'retries'),
  attempts: counted('attempt', 'attempts'),
  backoff: value => `${value} backoff`,
  baseDelay: value => `base delay ${value}`,
  maxDelay: value => `max delay ${value}`,
  jitter: value => `${value} jitter`,
  hedge: value => `hedged after ${value}`,
  rtt: value => `rtt ${value}`,
  availability: value => `availability ${value}`,
  errorRate: value => `${value} error rate`,
  share: value => `${value} of traffic`,
  calls: counted('call', 'calls'),
  hitRatio: value => `hit ratio ${value}`,
  ttl: value => `ttl ${value}`,
  interval: value => `every ${value}`,
  heartbeat: value => `heartbeat every ${value}`,
  lag: value => `replication lag ${value}`,
  rate: value => value,
}

const ofComponents: Readonly<Record<string, Phrase>> = {
  ...percentiles,
  replicas: counted('replica', 'replicas'),
  availability: value => `${value} SLA`,
  timeout: value => `${value} timeout`,
  rto: value => `rto ${value}`,
  failover: value => `failover ${value}`,
  ttl: value => `ttl ${value}`,
  hitRatio: value => `hit ratio ${value}`,
  idleTimeout: value => `${value} idle timeout`,
  capacity: value => `capacity ${value}`,
  rate: value => `traffic ${value}`,
  rateLimit: value => `rate limit ${value}`,
}

const flags: Readonly<Record<'arrow' | 'node', Readonly<Record<string, string>>>> = {
  arrow: {
    'jitter: true': 'jitter',
    'breaker: true': 'circuit breaker',
    'breaker: false': 'no circuit breaker',
    'idempotent: true': 'idempotent',
    'idempotencyKey: true': 'idempotency key',
    'optional: true': 'optional',
  },
  node: {
    'managed: true': 'managed',
    'rateLimit: true': 'rate limit',
    'healthCheck: true': 'health checks',
    'sticky: true': 'sticky sessions',
    'coalesce: true': 'coalescing',
    'deadLetter: true': 'with DLQ',
  },
}
