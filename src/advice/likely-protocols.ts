// The protocols that two ends probably speak, best first: what fixes and completion offer.

import { type Kind, type ProtocolId, protocolById } from '../knowledge'
import { type End, hasKind, isBroker, isClient, isComponent, isStore, kindOf } from '../model/ends'

/** At most four protocols for a call from `caller` to `callee`, best first, never none. */
export function likelyProtocols(caller: End, callee: End): readonly ProtocolId[] {
  const server = isBroker(caller) && !isBroker(callee) ? caller : callee
  if (hasKind(server, 'dns')) return ['dns']
  const spoken = spokenBy(server)
  if (speaksItsOwn(server) && spoken.length > 0) return spoken.slice(0, 4)
  const usual = usualProtocols(caller, server)
  const fitting = isClient(caller) ? spoken.filter(id => protocolById(id).http || usual.includes(id)) : spoken
  return [...new Set([...passedOn(caller), ...fitting, ...usual])].slice(0, 4)
}

/** What comes into a proxy leaves it: a WebSocket stays one. */
const passedOn = (caller: End): readonly ProtocolId[] =>
  isComponent(caller) && hasKind(caller, 'proxy')
    ? caller.incoming.flatMap(({ connection }) => connection.protocols.slice(0, 1))
    : []

/** A store, cache or broker speaks the protocol of its product and no other. */
const speaksItsOwn = (end: End): boolean => isStore(end) || isBroker(end) || hasKind(end, 'cache')

/** By its technology, best first; nobody labels an arrow "MySQL": SQL says it. */
function spokenBy(end: End): readonly ProtocolId[] {
  const spoken = isComponent(end) ? (end.technology?.protocols ?? []) : []
  return spoken.includes('sql') ? spoken.filter(id => !carriesSql.has(id)) : spoken
}

const carriesSql: ReadonlySet<ProtocolId> = new Set(['postgres', 'mysql', 'tds', 'oracle-net'])

function usualProtocols(caller: End, callee: End): readonly ProtocolId[] {
  const kind = kindOf(callee)
  if (isBroker(callee) && isManaged(caller)) return ['https', ...(byCallee[kind ?? 'queue'] ?? [])]
  const usual = kind && byCallee[kind]
  if (usual) return usual
  if (hasKind(caller, 'cdn', 'waf')) return ['https']
  if (kindOf(caller) === 'browser') return ['https', 'graphql', 'sse', 'websocket']
  return isClient(caller) ? ['https', 'graphql', 'grpc', 'websocket'] : ['https', 'grpc', 'rest', 'graphql']
}

/** What a cloud runs hands over to the queues and buses of that cloud, which are asked over HTTPS. */
const isManaged = (end: End): boolean =>
  hasKind(end, 'function') || (isComponent(end) && end.technology?.managed === true)

/** Where no product says it. */
const byCallee: Partial<Record<Kind, readonly ProtocolId[]>> = {
  cache: ['resp', 'memcached'],
  cdn: ['https'],
  database: ['sql'],
  dns: ['dns'],
  external: ['https'],
  objectStore: ['https'],
  queue: ['amqp', 'kafka', 'https'],
  search: ['https'],
  stream: ['kafka', 'nats', 'https'],
  stun: ['udp'],
  turn: ['udp', 'tcp'],
  sfu: ['webrtc'],
  signaling: ['websocket'],
  warehouse: ['sql'],
}
