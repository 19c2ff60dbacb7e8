// What is called after messages and written to by a broker's protocol is a broker: `Orders -->|Kafka| Order events`.

import { type Inference, type Kind, protocolById } from '../../knowledge'
import type { Parts } from '../components'
import { type End, isBroker, isComponent } from '../ends'
import type { Connection } from '../system'

/** Settles what its own wording leaves open. Says whether there is any. */
export function settleBrokers(parts: Parts, connections: readonly Connection[]): boolean {
  const written = connections.filter(one => !isBroker(one.caller) && speaksInMessages(one))
  const found = parts.components.filter(one => isOpen(one) && written.some(({ callee }) => callee === one))
  for (const one of found) parts.settle(one, writtenTo)
  return found.length > 0
}

const writtenTo: Inference<Kind> = {
  value: 'stream',
  confidence: 0.75,
  why: "called after messages, and written to by a broker's protocol",
}

const speaksInMessages = ({ protocols }: Connection): boolean =>
  protocols.some(id => protocolById(id).style === 'message')

const isOpen = (end: End): boolean =>
  isComponent(end) &&
  end.technology === undefined &&
  (end.kind?.confidence ?? 0) < 0.7 &&
  messages.test(end.headline)

const messages = /\b(?:events?|messages|topics?|notifications|commands)$/i
