// Consumers that do their work twice when a message comes twice.

import { type End, hasKind, isBroker, isClient, isComponent, isStore } from '../../model/ends'
import { isAwaited, methodOf, purposeOf, repeatsItsEffect } from '../../model/requests'
import type { Component, Connection, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { isTimeline } from '../../syntax/notation'
import type { Diagram, Step } from '../../syntax/tree'
import { sameName } from '../queries/same-name'
import { mayFollow } from '../queries/traces/branches'
import { takingOf } from '../queries/traces/effects'
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
    const told = new Set<string>()
    for (const connection of system.connections) {
      const { broker, consumer } = deliveryOf(connection) ?? {}
      if (!broker || !consumer || deduplicates(consumer, connection) || answersOthers(system, consumer))
        continue
      // In a trace what happens before the delivery is no consequence of it.
      const after = isTimeline(system.diagram) ? connection.index : -1
      const effect = effectOf(consumer, after, system)
      const deed = effect && `${consumer.id}\n${effect.callee.id}\n${purposeOf(effect)}`
      // Branches of one trace deliver the same to the same.
      if (!deed || told.has(deed)) continue
      told.add(deed)
      yield {
        goesIntoIt: movesMoney(effect) || booksMoney(consumer, effect) || takes(effect),
        refutedBy: other => isOnceIn(other, effect),
        settledBy: once,
        at: connection.arrow.operator,
        message: `${broker.name} delivers at least once: when ${consumer.name} dies before it acknowledges, the message is delivered again, and ${consumer.name} does "${purposeOf(effect)}"${placeOf(effect)} a second time. ${remedyFor(effect)}, and write idempotent: true.`,
        related: [{ at: effect.arrow.operator, message: `${consumer.name} does this for each delivery` }],
      }
    }
  },
})

/** So many messages later, something else goes on. */
const furthest = 60

/**
 * What it does for this message: elsewhere, or by itself where nothing else is drawn (`Stock service ->> Stock service:
 * deduct stock`). The next message or request starts something else.
 */
function effectOf(
  { outgoing, incoming, id }: Component,
  after: number,
  { connections, diagram }: System,
): Connection | undefined {
  if (!isTimeline(diagram)) return outgoing.find(({ connection }) => actsAnew(connection))?.connection
  const next = incoming.find(({ connection }) => connection.index > after && startsAnew(connection))
  const isMeant = ({ index }: Connection): boolean =>
    index > after && index < (next?.connection.index ?? Infinity) && mayFollow(diagram, after, index)
  const drawn = outgoing.find(({ connection }) => isMeant(connection) && actsAnew(connection))
  if (drawn) return drawn.connection
  return connections
    .slice(after + 1, after + furthest)
    .find(each => each.from.id === id && isMeant(each) && takes(each))
}

const startsAnew = (connection: Connection): boolean =>
  connection.role.value === 'delivery' || (isAwaited(connection) && connection.from !== connection.to)

/** A PATCH sets what it set before, and a document of the same id takes its place in an index. */
const actsAnew = (connection: Connection): boolean =>
  isAwaited(connection) &&
  methodOf(connection) !== 'PATCH' &&
  !hasKind(connection.callee, 'search') &&
  repeatsItsEffect(connection)

/** One more is gone each time; what is set to a state, or locked for the same order, is not. */
const takes = (connection: Connection): boolean =>
  takingOf(connection) !== undefined &&
  !isBroker(connection.callee) &&
  /deduct|decr(?:ement|ease)|reduce|subtract|charg|debit|\bpay|차감|결제|扣|減|支付|決済|списа/i.test(
    connection.arrow.text,
  ) &&
  !/\bwhere\b/i.test(connection.arrow.text)

/** Money is moved outside of the transaction that could hold the id of the message. */
const remedyFor = (effect: Connection): string =>
  movesMoney(effect)
    ? `Pass the id of the message or the order to ${effect.callee.name} as the idempotency key`
    : 'Store the ids of processed messages in the transaction of the write, or make the write idempotent'

const placeOf = ({ from, to, callee }: Connection): string => (from === to ? '' : ` at ${callee.name}`)

/** A second charge is no detail that an author leaves out. */
const movesMoney = ({ callee, arrow }: Connection): boolean =>
  hasKind(callee, 'external') &&
  isComponent(callee) &&
  money.test(`${callee.text} ${callee.technology?.name ?? ''} ${arrow.text}`)

/** Nor is a second entry in a ledger. */
const booksMoney = ({ text }: Component, { callee, arrow }: Connection): boolean =>
  isStore(callee) &&
  /\b(?:payments?|billing|ledger|wallets?|payouts?|invoic\w*|accounting)\b/i.test(text) &&
  /\b(?:insert|append|increment|credit|debit)\w*\b/i.test(arrow.text) &&
  !/\b(?:analytics|audit|logs?|metrics?|track\w*)\b/i.test(arrow.text)

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
function isOnceIn({ connections, diagram }: System, { caller, callee }: Connection): boolean {
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

/** Of all consumers, or of a table that none of them works without. */
const once =
  /\b(?:all|every|each|our|the|these) (?:\w+ )?(?:consumers?|handlers?|workers?|listeners?|subscribers?) (?:is|are|stays?|must be|dedup\w*)\W{1,3}(?:idempotent|deduplicat)|\bidempotent (?:consumers?|handlers?|workers?|listeners?|subscribers?)\b|\b(?:services?|consumers?|handlers?|workers?|listeners?|subscribers?) (?:always |first )?(?:checks?|looks? up|inserts? into|consults?|keeps?|uses?) (?:\w+ ){0,2}\W?(?:processed|handled|consumed|seen|inbox|dedup\w*|idempotency)(?:[-_ ]?(?:events?|messages?|ids?|keys?))?\b|(?<!\b(?:no|without|missing|add|adding) (?:an? |the )?)\W(?:processed|handled|consumed)[-_](?:events?|messages?|message_ids?|event_ids?)\b(?!\W{0,3}(?:counter|metric|total|\())|(?<!\b(?:no|without|missing|add|adding) (?:an? |the )?)\binbox (?:pattern|tables?)\b|\b(?:duplicates?|(?:already|previously) (?:processed|handled|seen) (?:events?|messages?|ids?)|(?:duplicate|repeated|redelivered) (?:events?|messages?|deliveries)) (?:are|is|get) (?:acknowledged|ack(?:ed)?|ignored|skipped|dropped|discarded|detected|filtered|rejected)\b|(?:已处理|已消费)(?:事件|消息)?表|処理済み(?:イベント|メッセージ)?テーブル|처리된 ?(?:이벤트|메시지) ?테이블|(?:tabla|tabela) (?:de )?(?:eventos|mensajes|mensagens) (?:procesad|processad)\w+/i

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
