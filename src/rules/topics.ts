// What a design may go into or leave out, and where a diagram goes into it.

import type { Connection, System } from '../model/system'
import type { ArrowAttributes, NodeAttributes } from '../model/vocabulary'
import { drawsChecks } from './queries/health-checks'
import { statesProtocol } from './queries/protocols-named'

/** The keys that state something of a topic, and what else in a picture does. */
interface Statements {
  readonly arrow?: readonly (keyof ArrowAttributes)[]
  readonly node?: readonly (keyof NodeAttributes)[]
  /** In the words of an arrow or a box. */
  readonly words?: RegExp
  /** Drawn, in how many places. */
  readonly drawn?: (system: System) => number
}

const statements = {
  timeout: { arrow: ['timeout', 'deadline'] },
  protocol: { drawn: ({ connections }) => connections.filter(statesProtocol).length },
  'retry policy': {
    arrow: ['attempts', 'retries', 'retryOn', 'backoff', 'baseDelay', 'maxDelay', 'jitter', 'hedge', 'stack'],
  },
  breaker: { arrow: ['breaker'], words: /\bcircuit[- ]?breakers?\b/i },
  'health check': {
    arrow: ['healthCheck'],
    node: ['healthCheck', 'liveness', 'readiness'],
    drawn: system => (drawsChecks(system) ? 1 : 0),
  },
  layer: { node: ['layer'], words: /\bL[47]\b|\blayer[- ]?[47]\b/i },
  'dead letter': {
    arrow: ['deadLetter'],
    node: ['deadLetter'],
    words: /\bdlq\b|\bdead[- ]?letters?\b/i,
    drawn: ({ connections }) => connections.filter(isRedelivered).length,
  },
  'rate limit': { node: ['rateLimit'], words: /\brate[- ]?limit|\bthrottl/i },
  direction: { drawn: ({ connections }) => connections.filter(isDirected).length },
  replicas: { node: ['replicas', 'quorum', 'active', 'failover'], words: /\breplicas?\b|\bstandby\b/i },
  idempotency: { arrow: ['idempotent', 'idempotencyKey'], words: /\bidempoten/i },
  'query limit': { node: ['depthLimit', 'costLimit', 'persistedQueries'] },
  batching: { node: ['batching'], words: /\bdata ?loader/i },
  'cache fill': { node: ['coalesce', 'staleWhileRevalidate', 'staleIfError'] },
  caching: { arrow: ['ttl', 'hitRatio'], node: ['ttl', 'hitRatio'], words: /\bcdn\b/i },
  heartbeat: { arrow: ['heartbeat'], words: /\bheartbeats?\b|\bping\b/i },
  replay: { words: /\blast-event-id\b|\breplays?\b/i },
  replication: { arrow: ['replication', 'lag'], node: ['replication', 'lag', 'rpo'] },
  'api version': { words: /\/v\d|\bapi[- ]version\b/i },
  'origin check': { node: ['originCheck'], words: /\borigin check/i },
} as const satisfies Readonly<Record<string, Statements>>

export type OmissionTopic = keyof typeof statements

/** In how many places a diagram states something of a topic; by its author, here or in what holds for it. */
export function placesStating(topic: OmissionTopic, system: System): number {
  const { arrow = [], node = [], words, drawn }: Statements = statements[topic]
  const { components, connections } = system
  const says = (text: string) => words?.test(text) ?? false
  const arrows = connections.filter(
    ({ figures, arrow: { text } }) => arrow.some(key => figures[key]?.stated) || says(text),
  )
  const parts = components.filter(({ figures, text }) => node.some(key => figures[key]?.stated) || says(text))
  return arrows.length + parts.length + (drawn?.(system) ?? 0)
}

/** Whoever says how often a message is tried has thought of those that never succeed. */
const isRedelivered = ({ role, figures }: Connection): boolean =>
  role.value === 'delivery' && (figures.attempts ?? figures.retries)?.stated === true

const isDirected = ({ direction }: Connection): boolean => direction.value !== 'unknown'
