// Consumers that do their work twice when a message comes twice.

import { type End, hasKind, isBroker, isClient, isComponent, isStore } from '../../model/ends'
import { isAwaited, methodOf, purposeOf, repeatsItsEffect } from '../../model/requests'
import type { Call, Component, Connection, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { isTimeline } from '../../syntax/notation'
import type { Diagram, Step } from '../../syntax/tree'
import { sameName } from '../queries/same-name'
import { defineRule } from '../rule'

export const consumerNotIdempotent = defineRule({
  id: 'consumer-not-idempotent',
  category: 'messaging',
  speaksOf: 'omission',
  topic: 'idempotency',
  summary: 'A consumer writes or charges again each time a message is delivered.',
  presets: { recommended: 'info' },
  options: {},

  *check(system) {
    if (looksForDuplicates(system.diagram)) return
    for (const connection of system.connections) {
      const { broker, consumer } = deliveryOf(connection) ?? {}
      if (!broker || !consumer || deduplicates(consumer, connection) || answersOthers(system, consumer))
        continue
      // In a trace what happens before the delivery is no consequence of it.
      const after = isTimeline(system.diagram) ? connection.index : -1
      const effect = consumer.outgoing.find(call => call.connection.index > after && actsAnew(call))
      if (!effect) continue
      yield {
        goesIntoIt: movesMoney(effect) || booksMoney(consumer, effect),
        refutedBy: other => isOnceIn(other, effect),
        settledBy: once,
        at: connection.arrow.operator,
        message: `${broker.name} delivers at least once: when ${consumer.name} dies before it acknowledges, the message is delivered again, and ${consumer.name} does "${purposeOf(effect.connection)}" at ${effect.callee.name} a second time. Store the ids of processed messages (insert first, then act), or make the write idempotent, and write idempotent: true.`,
        related: [
          { at: effect.connection.arrow.operator, message: `${consumer.name} does this for each delivery` },
        ],
      }
    }
  },
})

/** A PATCH sets what it set before, and a document of the same id takes its place in an index. */
const actsAnew = ({ connection, callee }: Call): boolean =>
  isAwaited(connection) &&
  methodOf(connection) !== 'PATCH' &&
  !hasKind(callee, 'search') &&
  repeatsItsEffect(connection)

/** A second charge is no detail that an author leaves out. */
const movesMoney = ({ callee, connection }: Call): boolean =>
  hasKind(callee, 'external') &&
  money.test(`${callee.text} ${callee.technology?.name ?? ''} ${connection.arrow.text}`)

/** Nor is a second entry in a ledger. */
const booksMoney = ({ text }: Component, { callee, connection }: Call): boolean =>
  isStore(callee) &&
  /\b(?:payments?|billing|ledger|wallets?|payouts?|invoic\w*|accounting)\b/i.test(text) &&
  /\b(?:insert|append|increment|credit|debit)\w*\b/i.test(connection.arrow.text) &&
  !/\b(?:analytics|audit|logs?|metrics?|track\w*)\b/i.test(connection.arrow.text)

const money =
  /\b(?:charges?|pay(?:s|ments?|outs?)?|refunds?|transfers?|withdraw\w*|stripe|paypal|adyen|braintree|razorpay|klarna|mollie|psp|acquirer)\b/i

/** In a picture without an order, what a server does may be for its callers and not for its messages. */
const answersOthers = ({ diagram }: System, { incoming }: Component): boolean =>
  !isTimeline(diagram) && incoming.some(({ connection }) => isAwaited(connection))

function deliveryOf(
  connection: Connection,
): { readonly broker: Component; readonly consumer: Component } | undefined {
  if (connection.role.value !== 'delivery' || !connection.network.value) return undefined
  const { caller, callee } = connection
  const [broker, consumer] = isBroker(caller) ? [caller, callee] : [callee, caller]
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

/** Another picture of the two, which draws the key or the branch for what came before. */
function isOnceIn({ connections, diagram }: System, { caller, callee }: Call): boolean {
  const between = connections.filter(
    other => isNamed(other.caller, caller) && isNamed(other.callee, callee) && other.role.value !== 'reply',
  )
  return between.some(
    ({ arrow, figures }) =>
      figures.idempotencyKey !== undefined ||
      figures.idempotent?.value === true ||
      careful.test(wordingOf(arrow)) ||
      looksForDuplicates(diagram),
  )
}

const isNamed = (one: End, other: End): boolean => sameName(one.name) === sameName(other.name)

const once =
  /\b(?:all|every|each|our|the|these) (?:\w+ )?(?:consumers?|handlers?|workers?|listeners?|subscribers?) (?:is|are|stays?|must be|dedup\w*)\W{1,3}(?:idempotent|deduplicat)|\bidempotent (?:consumers?|handlers?|workers?|listeners?|subscribers?)\b/i

const careful = /dedup|idempot|exactly.?once|upsert|inbox|\bunique\b|processed.?(?:ids|messages)/i

/** A trace that asks whether the message came before: in the header of a block, a note or a message. */
const looksForDuplicates = (diagram: Diagram): boolean =>
  isTimeline(diagram) &&
  [...diagram.arrows.map(({ text }) => text), ...headersIn(diagram.steps)].some(words =>
    seenBefore.test(words),
  )

const seenBefore =
  /\bduplicates?\b|\balready (?:processed|handled|applied|exists|done|seen|consumed)\b|idempoten|\bdedup/i

const headersIn = (steps: readonly Step[]): readonly string[] =>
  steps.flatMap(step =>
    step.kind === 'fragment'
      ? step.sections.flatMap(({ label, steps: inner }) => [label, ...headersIn(inner)])
      : [],
  )

/** Said of the delivery, of the consumer, or of anything the consumer touches. */
function deduplicates({ text, outgoing }: Component, { figures, arrow }: Connection): boolean {
  if (figures.idempotent?.value === true || figures.idempotencyKey) return true
  return [
    text,
    arrow.text,
    ...outgoing.flatMap(({ callee, connection }) => [callee.text, connection.arrow.text]),
  ].some(words => careful.test(words))
}
