// Connections that live for hours, dealt out one after another.

import { hasKind } from '../../model/ends'
import { setsBehind } from '../../model/flows/replicas'
import type { Call, Component, Connection, Figure, System } from '../../model/system'
import { annotateArrow } from '../fixes/annotate'
import { restatePart } from '../fixes/restate-part'
import { labelSpanOf, nameSpan } from '../queries/places'
import { sameName } from '../queries/same-name'
import { defineRule, type Fix, type Report } from '../rule'

export const persistentConnectionsRoundRobin = defineRule({
  id: 'persistent-connections-round-robin',
  category: 'load-balancing',
  speaksOf: 'hazard',
  summary: 'Long-lived connections are balanced round-robin or at random.',
  presets: { recommended: 'warning' },
  fixable: 'review',
  options: {},

  *check(system) {
    for (const part of system.components) {
      if (!hasKind(part, 'balancer', 'gateway', 'proxy', 'dns')) continue
      const lasting = part.incoming.find(isLasting) ?? part.outgoing.find(isLasting)
      const algorithm = part.figures.algorithm
      if (!lasting || isClientSide.test(part.text)) continue
      if (isBlind(algorithm))
        yield judge(lasting, {
          by: part.name,
          algorithm,
          fallback: nameSpan(part),
          fix: partFix(system, part),
        })
      else if (!algorithm) yield* judgeArrows(part, system)
    }
    for (const call of system.calls) {
      if (!isBlind(call.connection.figures.algorithm) || !isLasting(call)) continue
      if (!hasKind(call.caller, 'balancer', 'gateway', 'proxy', 'dns')) yield judgeArrow(call, call, system)
    }
  },
})

/** A client's own balancer opens connections to servers that it knows: how it chooses among them mends nothing. */
const isClientSide = /\bclient[- ]side\b|\bgrpc round_robin\b/i

type Algorithm = Figure<string>

const blind: ReadonlySet<string> = new Set(['round-robin', 'weighted-round-robin', 'random'])

const isBlind = (algorithm: Algorithm | undefined): algorithm is Algorithm =>
  algorithm?.stated === true && blind.has(algorithm.value)

/** Streams between caller and callee; brokers spread theirs by partition. */
const isLasting = ({ connection: { protocols, mode, role, arrow } }: Call): boolean =>
  role.value === 'call' &&
  !ends.test(arrow.text) &&
  (mode.value === 'stream' || protocols.some(id => id === 'websocket' || id === 'sse'))

/** `WebSocket disconnect` shows the end of one. */
const ends = /\b(?:disconnect\w*|clos(?:e[sd]?|ing)|terminat\w+|drops?|lost)\b/i

/** The algorithm may stand on an arrow to the servers: once is enough, where the streams take that route. */
function* judgeArrows(part: Component, system: System): Iterable<Report> {
  const routes = setsBehind(part, part.outgoing)
  for (const { calls: route } of routes) {
    const call = route.find(({ connection }) => isBlind(connection.figures.algorithm))
    const lasting = route.find(isLasting) ?? (routes.length === 1 ? part.incoming.find(isLasting) : undefined)
    if (!call || !lasting) continue
    yield judgeArrow(call, lasting, system)
    return
  }
}

function judgeArrow({ connection, caller }: Call, lasting: Call, system: System): Report {
  const { algorithm } = connection.figures
  const { arrow } = connection
  return judge(lasting, {
    by: caller.name,
    algorithm,
    fallback: arrow.operator,
    fix: arrowFix(system, connection),
  })
}

const title = 'Balance by open connections'

const partFix = (system: System, part: Component): Fix =>
  restatePart(system, {
    part,
    title,
    key: 'algorithm',
    value: 'least-connections',
    inLabel: 'least connections',
  })

function arrowFix(system: System, connection: Connection): Fix {
  const { algorithm } = connection.figures
  return algorithm?.origin === 'label' && algorithm.span
    ? { title, edits: [{ span: algorithm.span, text: 'least connections' }], safe: false }
    : annotateArrow(system, { connection, title, entries: { algorithm: 'least-connections' } })
}

interface Place {
  readonly by: string
  readonly algorithm: Algorithm | undefined
  readonly fallback: Report['at']
  readonly fix: Fix
}

function judge({ connection }: Call, { by, algorithm, fallback, fix }: Place): Report {
  const what = nameOf(connection)
  const how = algorithm?.value === 'random' ? 'at random' : 'in turn'
  return {
    at: algorithm?.span ?? fallback,
    message: `${by} distributes ${what} ${how}, no matter how many a server already holds. They live for hours: a new server gets no more of them than the full ones, and the load stays unbalanced. Write algorithm: least-connections.`,
    oncePerDocument: sameName(by),
    related: [{ at: labelSpanOf(connection), message: `${what} stay open` }],
    fixes: [fix],
  }
}

function nameOf({ protocols }: Connection): string {
  if (protocols.includes('websocket')) return 'WebSockets'
  if (protocols.includes('sse')) return 'event streams'
  return protocols.includes('grpc') ? 'gRPC streams' : 'streams'
}
