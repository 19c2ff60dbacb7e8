// The protocols that two ends probably speak, best first: what fixes and completion offer.

import { type Kind, type ProtocolId, protocolById } from '../../knowledge'
import { type End, isBroker, isClient, isComponent, isStore, kindOf } from '../../model/ends'

/** At most four protocols for a call from `caller` to `callee`, best first, never none. */
export function likelyProtocols(caller: End, callee: End): readonly ProtocolId[] {
  const spoken = isComponent(callee) ? (callee.technology?.protocols ?? []) : []
  const usual = usualProtocols(caller, callee)
  const fitting = isClient(caller)
    ? spoken.filter(id => protocolById(id).http || usual.includes(id))
    : spoken.filter(isUsualName)
  return [...new Set([...fitting, ...usual])].slice(0, 4)
}

/** Nobody labels an arrow "MySQL protocol": SQL says it. */
const isUsualName = (id: ProtocolId): boolean => !protocolById(id).name.endsWith('protocol')

function usualProtocols(caller: End, callee: End): readonly ProtocolId[] {
  const kind = kindOf(callee)
  const usual = kind && byCallee[kind]
  if (usual) return usual
  if (isStore(callee)) return ['sql', 'https']
  if (isBroker(callee)) return ['amqp', 'kafka']
  if (kindOf(caller) === 'browser') return ['https', 'graphql', 'sse', 'websocket']
  return isClient(caller) ? ['https', 'graphql', 'grpc', 'websocket'] : ['https', 'grpc', 'rest', 'amqp']
}

const byCallee: Partial<Record<Kind, readonly ProtocolId[]>> = {
  cache: ['resp', 'tcp'],
  database: ['sql', 'https'],
  dns: ['dns'],
  external: ['https'],
  objectStore: ['https'],
  queue: ['amqp', 'https', 'mqtt'],
  search: ['https'],
  stream: ['kafka', 'nats'],
  stun: ['udp'],
  turn: ['udp', 'tcp'],
  sfu: ['webrtc'],
  signaling: ['websocket'],
}
