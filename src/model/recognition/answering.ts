// What is named after people and answers requests, or stands among services, is the service that keeps them:
// `API gateway → Customers → Postgres`.

import { type Inference, type Kind, protocolById } from '../../knowledge'
import type { Parts } from '../components'
import { type End, isAmongServices, isBroker, isEdge, isService, isStore } from '../ends'
import type { Component, Connection } from '../system'

/** Settles what only a name tells. Says whether there is any. */
export function settleAnswering(parts: Parts, connections: readonly Connection[]): boolean {
  const named = parts.components.filter(one => one.kind?.value === 'person' && one.kind.confidence < 0.9)
  const open = new Set(named)
  // One of them may be what another answers.
  for (const _ of named)
    for (const one of open)
      if ((isAmongServices(one) || isAsked(one, connections)) && works(one, connections)) {
        parts.settle(one, answersAndWorks)
        open.delete(one)
      }
  return open.size < named.length
}

const answersAndWorks: Inference<Kind> = {
  value: 'service',
  confidence: 0.75,
  why: 'it answers requests of another program, and makes its own',
}

const isAsked = (one: Component, connections: readonly Connection[]): boolean =>
  connections.some(
    connection => connection.callee === one && isProgram(connection.caller) && asks(connection),
  )

const isProgram = (end: End): boolean => isEdge(end) || isService(end)

const works = (one: Component, connections: readonly Connection[]): boolean =>
  connections.some(
    connection =>
      connection.caller === one &&
      (isStore(connection.callee) || isBroker(connection.callee) || asks(connection)),
  )

/** By a protocol of requests: what people do on a screen has none. */
const asks = ({ role, protocols }: Connection): boolean =>
  (role.value === 'call' || role.value === 'usage') &&
  protocols.some(id => protocolById(id).style === 'request')
