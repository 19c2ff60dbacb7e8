// Messages to people, and records, that are gone for whoever is offline when they are published.

import { saysWrite } from '../../knowledge'
import { isBroker, isClient, isEdge, isStore } from '../../model/ends'
import type { Call, Component, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { nameSpan } from '../queries/places'
import { defineRule, type Report } from '../rule'

export const pubsubWithoutStore = defineRule({
  id: 'pubsub-without-store',
  category: 'messaging',
  speaksOf: 'hazard',
  summary:
    'Messages to people, or what audit and billing record, pass a publish/subscribe channel that keeps nothing.',
  presets: { recommended: 'info' },
  settledBy:
    /\boffline (?:messages?|deliver\w*|queue|sync)\b|\bundelivered\b|\bmissed messages\b|\bre-?hydrat\w*|\b(?:on|after) (?:a |each |every )?re-?connect\w*|\bcatch(?:es)?[- ]?up\b|\bmessage history\b|\b(?:save|persist|store)[sd]? (?:messages? )?(?:to|in) (?:the )?(?:db|database|postgres\w*|mongo\w*)\b/i,
  options: {},

  *check(system) {
    yield* recordsLost(system)
    if (keepsMessages(system)) return
    for (const broker of system.components) {
      if (!forgets(broker) || !isAboutMessages(broker)) continue
      const holder = broker.outgoing.map(({ callee }) => callee).find(reachesClients)
      if (!holder) continue
      yield {
        at: nameSpan(broker),
        message: `${broker.name} delivers messages only to current subscribers and does not store them. Clients that are offline, or reconnect while ${holder.name} restarts, never see what was sent meanwhile. Write messages to a store first and let clients ask for what they missed.`,
        refutedBy: storesMessages,
        related: [{ at: nameSpan(holder), message: `${holder.name} passes them on to connected clients` }],
      }
    }
  },
})

/** What subscribers must have in full: what they miss is missed by whoever checks it later. */
function* recordsLost({ components }: System): Iterable<Report> {
  for (const broker of components) {
    const recorder = isBusAlone(broker) && forgets(broker) ? subscribersOf(broker).find(records) : undefined
    if (!recorder) continue
    yield {
      at: nameSpan(broker),
      oncePerDocument: broker.name,
      settledBy: keptOtherwise,
      message: `Publish/subscribe keeps nothing, and ${recorder.name} gets its events from ${broker.name}. What is published while ${recorder.name} restarts or reconnects never reaches it. Use Redis Streams with a consumer group, or a queue for ${recorder.name}.`,
      related: [{ at: nameSpan(recorder), message: `${recorder.name} needs every event` }],
    }
  }
}

/** Where something else is named beside it, that may be what carries the events. */
const isBusAlone = ({ text }: Component): boolean =>
  /\bpub(?:lish)?[/ -]?sub(?:scribe)?\b|\bcore nats\b/i.test(text) &&
  !/\bkafka\b|\brabbit|\bcach(?:e|ing)\b/i.test(text)

/** Those that it leads to, by boxes that stand for the events themselves too. */
const subscribersOf = ({ outgoing }: Component): readonly Component[] =>
  outgoing.flatMap(({ callee }) =>
    /\b(?:events|channels?|topics?)$/i.test(callee.headline)
      ? callee.outgoing.map(({ callee: next }) => next)
      : [callee],
  )

const records = ({ headline }: Component): boolean =>
  /\b(?:audit\w*|compliance|billing|invoic\w*|accounting|ledger)\b/i.test(headline)

const keptOtherwise =
  /\boutbox\b|\bredis streams?\b|\bxadd\b|\bat[- ]most[- ]once\b|\bevent store\b|\breplay\w*/i

/** Redis Pub/Sub and core NATS deliver at most once, to whoever listens. */
function forgets({ technology, text, node, incoming, outgoing }: Component): boolean {
  const words = [
    text,
    node.technology ?? '',
    ...[...incoming, ...outgoing].map(({ connection }) => wordingOf(connection.arrow)),
  ].join(' ')
  if (/\bstreams?\b|jet ?stream|persist|durable|retain/i.test(words)) return false
  const isRedis = technology?.protocols[0] === 'resp' && /\bpub(?:lish)?[/ -]?sub(?:scribe)?\b/i.test(words)
  return isRedis || /\bcore nats\b/i.test(text)
}

const aboutMessages = /\bchats?\b|\bmessages?\b|\bnotif\w+|\bdms?\b|\balerts?\b/i
const isAboutMessages = ({ text, incoming, outgoing }: Component): boolean =>
  aboutMessages.test(
    [
      text,
      ...[...incoming, ...outgoing].flatMap(({ connection, caller, callee }) => [
        wordingOf(connection.arrow),
        caller.text,
        callee.text,
      ]),
    ].join(' '),
  )

/** It holds connections of clients, opened by them or drawn as a push. */
const reachesClients = (part: Component): boolean =>
  isClient(part) ||
  part.outgoing.some(({ callee }) => isClient(callee)) ||
  part.incoming.some(isOpenedByClient)

const isOpenedByClient = ({ caller }: Call): boolean =>
  isClient(caller) || (isEdge(caller) && caller.incoming.some(call => isClient(call.caller)))

/** Another picture keeps what people are told: `INSERT INTO notifications`. */
const storesMessages = ({ connections }: System): boolean =>
  connections.some(
    ({ callee, arrow, role }) =>
      role.value !== 'reply' &&
      isStore(callee) &&
      saysWrite(arrow.text) &&
      aboutMessages.test(`${callee.text} ${arrow.text}`),
  )

/** A store or a log takes them too, wherever it is drawn. */
const keepsMessages = ({ components }: System): boolean =>
  components.some(
    part =>
      (isStore(part) || (isBroker(part) && !forgets(part))) &&
      part.incoming.some(
        ({ connection }) => connection.role.value === 'call' || connection.role.value === 'enqueue',
      ),
  )
