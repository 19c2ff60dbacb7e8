// What can be stated about a node: what it is, how fast, how available, and how it treats those who call it.

import { kinds } from '../../knowledge/recognition/kind'
import {
  capacity,
  count,
  duration,
  flag,
  flagOrDuration,
  flagOrOneOf,
  flagOrRate,
  flagOrText,
  names,
  oneOf,
  rate,
  share,
  text,
} from './forms'
import { key } from './key'
import { algorithm, percentiles, replication } from './latency'
import { standby } from './standby'
import { trust } from './trust'

const identity = {
  kind: key(oneOf(kinds), 'What the node is, where its name and shape do not tell.', [
    'service',
    'database',
    'cache',
    'queue',
  ]),
  tech: key(text, 'The technology, by its usual name.', ['postgres', 'redis', 'kafka', 'nginx']),
  managed: key(flag, 'Run by a provider: the availability is that of the whole, replicas included.'),
  entry: key(flag, 'Requests start here.'),
}

const reliability = {
  availability: key(share, 'The share of time one replica is up; of the whole where the node is managed.'),
  replicas: key(count, 'How many copies run.'),
  quorum: key(count, 'How many replicas must be up; one if unstated.', ['2']),
  commonCause: key(share, 'The share of failures that take all replicas at once (β); 10% if unstated.', [
    '10%',
    '2%',
  ]),
  fails: key(
    oneOf(['hang', 'refuse'], { hangs: 'hang', refuses: 'refuse', timeout: 'hang', 'fail-fast': 'refuse' }),
    'What callers notice while it is down: nothing until they time out (hang), or an error at once (refuse). `hang` if unstated, unless a health check or a circuit breaker takes it out or no timeout would end the wait.',
  ),
  ...standby(
    'Whether it serves (active) or stands by for its like (passive); of several replicas, whether all serve.',
    'a failed replica',
  ),
}

const time = {
  ...percentiles('its own work on one request, without what it calls'),
  coldStart: key(duration, 'What a request takes more that meets a fresh instance.', ['800ms', '1.2s']),
  coldStarts: key(share, 'The share of requests that do.', ['3%']),
  timeout: key(duration, 'The deadline for handling one request.'),
  ttl: key(duration, 'How long what it hands out may be kept.', ['60s', '5m']),
}

const place = {
  region: key(text, 'The region it runs in.', ['us-east-1', 'eu-west-1']),
  zone: key(names, 'The availability zones it runs in.', ['us-east-1a', '[us-east-1a, us-east-1b]']),
  public: key(flag, 'Reachable from the internet.'),
  network: key(oneOf(['lan', 'private', 'public']), 'The kind of network it stands in.'),
  audience: key(oneOf(['public', 'partner', 'internal']), 'Who may call it.'),
  trust,
}

const balancing = {
  layer: key(
    oneOf(['L4', 'L7'], { 4: 'L4', 7: 'L7', 'layer 4': 'L4', 'layer 7': 'L7' }),
    'Whether it forwards connections (L4) or requests (L7).',
  ),
  algorithm: key(algorithm, 'How it chooses a server.', [
    'round-robin',
    'least-connections',
    'power-of-two',
    'consistent-hash',
  ]),
  healthCheck: key(flagOrText, 'The check that takes a failed server out: its path, interval or kind.', [
    '/healthz',
    '10s',
    'true',
  ]),
  liveness: key(names, 'What its liveness check touches; none for a shallow check.', ['none']),
  readiness: key(names, 'What its readiness check touches; none for a shallow check.', ['none']),
  idleTimeout: key(duration, 'How long it keeps a silent connection from its clients.', ['60s', '350s']),
  upstreamIdleTimeout: key(duration, 'How long it keeps a silent connection to its servers.', ['60s']),
  maxConnectionAge: key(duration, 'How long a connection may live before clients must open a new one.', [
    '5m',
  ]),
  sticky: key(
    flagOrOneOf(['cookie', 'source-ip', 'header'], { ip: 'source-ip', 'client-ip': 'source-ip' }),
    'Whether a client stays with one server, and by what.',
  ),
  upgrade: key(flag, 'It passes HTTP upgrades on, as WebSocket needs.'),
  buffering: key(flag, 'It collects a response before passing it on; server-sent events need this off.', [
    'false',
  ]),
  tls: key(
    oneOf(['none', 'terminate', 'passthrough', 'mtls'], {
      true: 'terminate',
      false: 'none',
      on: 'terminate',
      off: 'none',
    }),
    'What it does with TLS.',
  ),
}

const caching = {
  hitRatio: key(share, 'The share of reads answered from the cache.', ['90%', '95%']),
  coalesce: key(flag, 'Concurrent misses of one key become one fill.'),
  staleWhileRevalidate: key(flagOrDuration, 'An expired entry is served while a fresh one is fetched.'),
  staleIfError: key(flagOrDuration, 'An expired entry is served while the origin fails.'),
}

const protection = {
  rateLimit: key(flagOrRate, 'How many requests it admits.'),
  depthLimit: key(count, 'The deepest GraphQL query it accepts.', ['10']),
  costLimit: key(count, 'The costliest GraphQL query it accepts.', ['1000']),
  persistedQueries: key(flag, 'Only registered GraphQL queries are accepted.'),
  batching: key(flag, 'Its resolvers load in batches.'),
  originCheck: key(flag, 'It checks the Origin header of WebSocket handshakes.'),
  soleRetrier: key(flag, 'Only this layer retries, whatever else the figures say.'),
  deadLetter: key(flagOrText, 'Where messages go that cannot be handled.', ['true', 'orders-dlq']),
}

const data = {
  data: key(names, 'What kind of data it holds.', ['personal', '[health, identity]', 'card']),
  replication: key(replication, 'How writes reach the other replicas.'),
  lag: key(duration, 'How far a replica is behind.', ['500ms']),
  rpo: key(duration, 'The largest window of writes that may be lost.', ['5s']),
  rto: key(duration, 'The longest outage that is accepted.', ['5m']),
  conflicts: key(text, 'What resolves concurrent writes.', [
    'crdt',
    'last-write-wins',
    'home-region',
    'consensus',
    'none',
  ]),
  pooler: key(flagOrText, 'A connection pooler stands in front.', ['true', 'pgbouncer']),
}

const load = {
  capacity: key(capacity, 'The requests it can serve, with all its replicas.'),
  concurrency: key(count, 'The calls that each replica works on at once: its pool size.', ['100']),
  rate: key(rate, 'The requests that arrive here from outside.'),
}

export const nodeVocabulary = {
  ...identity,
  ...reliability,
  ...time,
  ...place,
  ...balancing,
  ...caching,
  ...protection,
  ...data,
  ...load,
} as const
