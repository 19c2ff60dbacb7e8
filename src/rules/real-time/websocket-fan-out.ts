// Several servers hold WebSockets and have no way to reach each other's clients.

import { isBroker, isClient, isEdge } from '../../model/ends'
import { normalizedName, replicaSets } from '../../model/flows/replicas'
import type { Call, Component, Role, System } from '../../model/system'
import { enumerated } from '../fixes/enumeration'
import { clientSockets, lastHops } from '../queries/real-time/web-sockets'
import { defineRule, type Report } from '../rule'

export const websocketFanOut = defineRule({
  id: 'websocket-fan-out',
  category: 'real-time',
  speaksOf: 'hazard',
  summary: 'Several servers hold WebSockets, and nothing carries messages between them.',
  presets: { recommended: 'warning' },
  options: {},

  *check(system) {
    const judged = new Set<Component>()
    for (const socket of clientSockets(system)) {
      const hops = lastHops(socket)
      for (const set of replicaSets(hops)) {
        const servers = [...new Set(set.map(({ callee }) => callee))]
        if (servers.some(server => judged.has(server) || isClient(server))) continue
        for (const server of servers) judged.add(server)
        if (holders(servers) < 2 || isPartitioned(socket, set, system)) continue
        if (!servers.some(server => isReached(server, servers))) yield judge(servers, socket)
      }
    }
  },
})

const holders = (servers: readonly Component[]): number =>
  servers.reduce((sum, { figures }) => sum + (figures.replicas?.value ?? 1), 0)

/** Words for designs in which all who talk to each other are on one server, or nobody talks to anybody. */
const partitioned =
  /\brooms?\b|\bshard|\bpartition|\bconsistent|\bhash|\bper[- ](?:channel|document|tenant|game|match|session)|\bmatch(?:es)?\b|\bgame|\btokens? stream|\bstream\w* tokens\b|\bterminal|\bshell\b|\bllm\b|\btranscri|\bspeech|\bvoice/i

function isPartitioned(socket: Call, set: readonly Call[], { calls }: System): boolean {
  const hops = calls.filter(
    ({ callee }) => callee === socket.callee || set.some(call => call.caller === callee),
  )
  const words = [socket, ...set].flatMap(({ connection, callee }) => [connection.arrow.text, callee.text])
  const hashed = [socket, ...set, ...hops].some(({ connection, callee }) =>
    [connection.figures.algorithm?.value, callee.figures.algorithm?.value].includes('consistent-hash'),
  )
  return hashed || words.some(text => partitioned.test(text))
}

const carries =
  /pub\W{0,3}sub|broker|\bbus\b|adapter|back-?plane|fan-?out|dispatch|redis|valkey|keydb|dragonfly|\bnats\b|kafka|rabbit|mqtt|emqx|\bably\b|pusher|centrifug|firebase|firestore|realtime|change stream|listen|notify|gossip|orleans|akka|\bmesh\b/i

const handsOver: ReadonlySet<Role> = new Set([
  'call',
  'enqueue',
  'delivery',
  'feed',
  'callback',
  'replication',
])

/** Somebody other than its clients can hand it messages: a broker it reaches, or any component that calls it. */
function isReached(server: Component, servers: readonly Component[]): boolean {
  const called = server.incoming.some(
    ({ caller, connection }) => handsOver.has(connection.role.value) && !isClient(caller) && !isEdge(caller),
  )
  if (called) return true
  const seen = new Set<Component>([server])
  for (const component of seen) {
    for (const { callee, connection } of component.outgoing) {
      if (isClient(callee) || seen.has(callee)) continue
      if (servers.includes(callee) || isBroker(callee) || isAlike(callee, server)) return true
      if (carries.test(`${callee.text} ${callee.technology?.name ?? ''} ${connection.arrow.text}`))
        return true
      if (callee.kind?.value === 'cache' && callee.technology === undefined) return true
      seen.add(callee)
    }
  }
  return false
}

const isAlike = (a: Component, b: Component): boolean =>
  normalizedName(a) !== '' && normalizedName(a) === normalizedName(b)

function judge(servers: readonly Component[], socket: Call): Report {
  const [first, ...others] = servers
  const count = holders(servers)
  const stated = servers.find(({ figures }) => figures.replicas?.span && figures.replicas.value > 1)
  const names =
    servers.length > 1 ? enumerated(servers.map(({ name }) => name)) : `${count} replicas of ${first?.name}`
  const place = (server: Component) =>
    server.node.mentions[0]?.label ?? server.node.mentions[0]?.id ?? server.span
  return {
    at: stated?.figures.replicas?.span ?? (first ? place(first) : socket.connection.span),
    message: `${names} hold WebSockets, and nothing carries messages between them. What arrives at one never reaches clients connected to another, and ${apart(count)} of all pairs of clients are. Draw what they publish to and subscribe from (Redis pub/sub, NATS, Kafka), or state that related clients share a server.`,
    related: [
      ...others.map(server => ({ at: place(server), message: `${server.name} holds its own sockets` })),
      { at: socket.connection.arrow.operator, message: `${socket.caller.name} is connected to one of them` },
    ],
  }
}

/** The share of pairs of clients on different servers, where they are spread evenly. */
const apart = (count: number): string => `${Math.round(100 - 100 / count)}%`
