// WebSockets of a design: which calls open them, and which servers hold them.

import { behindEdge } from '../../../model/behind-edge'
import { hasKind, isClient, isEdge } from '../../../model/ends'
import { isCall, isRequest } from '../../../model/requests'
import type { Call, Component, Connection, System } from '../../../model/system'

/** How an arrow calls it. */
export const socketWord = /\bwss?:\/\/[^\s"|,;]*|\bweb ?sockets?\b|\bwss?\b/i

export const isWebSocket = (connection: Connection): boolean =>
  isRequest(connection) && connection.protocols.includes('websocket')

/** A server of sockets that is named as one, rather than a hop in front of it. */
const socketServer = /web\s?-?sockets?|\bws\b|\bsockets?\b|real-?time|signal|\bchat\b|\bpush\b/i

/** Requests only pass it: an edge that isn't called a server of sockets. */
export const isPassed = (component: Component): boolean =>
  isEdge(component) && !socketServer.test(component.text)

/** The sockets that clients open, one call each. A client takes no sockets: what two say to each other passes a server. */
export const clientSockets = ({ calls }: System): readonly Call[] =>
  calls.filter(
    ({ connection, caller, callee }) => isWebSocket(connection) && isClient(caller) && !isClient(callee),
  )

/** The calls by which a client's socket reaches the servers that hold it, past balancers and gateways. */
export function lastHops(socket: Call): readonly Call[] {
  const { answerers, calls } = behindEdge(socket, isPassed)
  const last = calls.filter(({ callee }) => answerers.includes(callee))
  const sockets = last.filter(({ connection }) => isWebSocket(connection))
  return sockets.length > 0 ? sockets : last.filter(saysNothingElse)
}

/** Unlabelled, bytes, or the HTTP that an upgrade begins with: what a hop that passes sockets on may have on its arrows. */
const saysNothingElse = ({ connection }: Call): boolean =>
  connection.protocols.every(id => ['tcp', 'tls', 'http', 'https', 'http1', 'rest'].includes(id))

/** The call by which a hop hands a socket on to a server of ours: the first that says so, else one that may mean it. */
export function passedOn({ outgoing }: Component): Call | undefined {
  const onward = outgoing.filter(
    ({ connection, callee }) => isCall(connection) && !hasKind(callee, 'external') && !isClient(callee),
  )
  return onward.find(({ connection }) => isWebSocket(connection)) ?? onward.find(saysNothingElse)
}
