// Consumers that do their work twice when a message comes twice.

import { orderedEnds } from '../model/calls'
import { isBroker, isClient, isComponent } from '../model/ends'
import { isRequest, repeatsItsEffect } from '../model/requests'
import type { Call, Component, Connection } from '../model/system'
import { defineRule } from './rule'

export const consumerNotIdempotent = defineRule({
  id: 'consumer-not-idempotent',
  category: 'failure-handling',
  summary: 'A consumer writes or charges anew for each delivery of a message.',
  presets: { strict: 'info' },
  options: {},

  *check(system) {
    for (const connection of system.connections) {
      const { broker, consumer } = deliveryOf(connection) ?? {}
      if (!broker || !consumer || deduplicates(consumer, connection)) continue
      // In a trace what happens before the delivery is no consequence of it.
      const after = system.diagram.family === 'sequence' ? connection.index : -1
      const effect = consumer.outgoing.find(call => call.connection.index > after && actsAnew(call))
      if (!effect) continue
      yield {
        at: connection.arrow.operator,
        message: `${broker.name} delivers at least once: when ${consumer.name} dies before it acknowledges, the message comes again, and ${consumer.name} does "${what(effect)}" at ${effect.callee.name} a second time. Remember the ids of messages that are done (insert first, then act), or make the write idempotent, and write idempotent: true.`,
        related: [
          { at: effect.connection.arrow.operator, message: `${consumer.name} does this for each delivery` },
        ],
      }
    }
  },
})

const actsAnew = ({ connection }: Call): boolean =>
  isRequest(connection) && connection.role.value === 'call' && repeatsItsEffect(connection)

function deliveryOf(
  connection: Connection,
): { readonly broker: Component; readonly consumer: Component } | undefined {
  if (connection.role.value !== 'delivery' || !connection.network.value) return undefined
  const { source, target } = orderedEnds(connection)
  const [broker, consumer] = isBroker(source) ? [source, target] : [target, source]
  if (
    !isBroker(broker) ||
    !isComponent(broker) ||
    !isComponent(consumer) ||
    isBroker(consumer) ||
    isClient(consumer)
  )
    return undefined
  return { broker, consumer }
}

const careful = /dedup|idempot|exactly.?once|upsert|\binbox\b|\bunique\b|processed.?(?:ids|messages)/i

/** Said of the delivery, of the consumer, or of anything the consumer touches. */
function deduplicates({ text, outgoing }: Component, { figures, arrow }: Connection): boolean {
  if (figures.idempotent?.value === true || figures.idempotencyKey) return true
  return [
    text,
    arrow.text,
    ...outgoing.flatMap(({ callee, connection }) => [callee.text, connection.arrow.text]),
  ].some(words => careful.test(words))
}

const what = ({ connection: { arrow } }: Call): string => arrow.text.split(',')[0]?.trim() ?? ''
