// A store and a broker written to one after the other: what stops between the two leaves them apart for good.

import { saysPublish, saysWrite } from '../../knowledge'
import { hasKind, isBroker } from '../../model/ends'
import { isCall } from '../../model/requests'
import type { Call, Component, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { labelSpanOf } from '../queries/places'
import { defineRule, type Report } from '../rule'

export const dualWrite = defineRule({
  id: 'dual-write',
  category: 'messaging',
  speaksOf: 'hazard',
  summary: 'One handler writes to a store and to a broker, and nothing keeps the two consistent.',
  presets: { recommended: 'info' },
  raised: 'warning',
  options: {},

  *check(system) {
    if (keepsTogether(system)) return
    for (const part of system.components) {
      const pair = isHandler(part) ? pairOf(part) : undefined
      if (pair) yield judge(part, pair)
    }
  },
})

/** Asked by somebody who gets an answer; what a message starts is repeated with the message. */
const isHandler = (part: Component): boolean =>
  hasKind(part, 'service', 'function', 'auth') &&
  !part.incoming.some(({ connection }) => connection.role.value === 'delivery')

const together =
  /\boutbox|\bcdc\b|debezium|change (?:data|stream|feed|log)|binlog|\bwal\b|transactional|event (?:store|sourc)|two-?phase|\b2pc\b|\bxa\b|listen\/notify|dynamodb streams?|reconcil/i

const keepsTogether = ({ components, connections }: System): boolean =>
  components.some(({ text, node }) => together.test(`${text} ${node.description ?? ''}`)) ||
  connections.some(({ arrow }) => together.test(wordingOf(arrow)))

/** What a consumer says to its broker. */
const taking =
  /\b(?:pull|poll|consume|receive|dequeue|fetch|read|delete|ack|nack|acknowledge|commit|listen|subscribe)(?:s|d|ed|ing)?\b/i
/** Nobody's state hangs on it; dead letters are handled, not promised. */
const aside =
  /\b(?:logs?|metrics?|traces?|telemetry|analytics|audit|heartbeat|cache|e-?mails?|notif\w+|dl[qt]s?|dead[- ]?letters?|retry topics?)\b/i

/** `UserLoggedIn`, `page.viewed`: what somebody saw or did changes nothing that others keep. */
const seen = /logged[-_. ]?in|viewed|visited|clicked/i

interface Pair {
  readonly write: Call
  readonly publish: Call
}

function pairOf({ outgoing }: Component): Pair | undefined {
  const publish = outgoing.find(isPublished)
  const write =
    outgoing.find(isWrite) ?? outgoing.find(call => isOwn(call, outgoing) && publish && saysIt(publish))
  return write && publish ? { write, publish } : undefined
}

const isWrite = ({ connection, callee }: Call): boolean =>
  connection.network.value &&
  isCall(connection) &&
  hasKind(callee, 'database') &&
  saysWrite(wordingOf(connection.arrow))

/** The only database, nobody else is drawn at it, and no word says that it is only read. */
const isOwn = ({ connection, callee }: Call, outgoing: readonly Call[]): boolean =>
  connection.network.value &&
  isCall(connection) &&
  hasKind(callee, 'database') &&
  callee.incoming.length === 1 &&
  outgoing.every(call => call.callee === callee || !hasKind(call.callee, 'database')) &&
  /^(?:sql|jdbc|r2dbc|read\W+write|crud|tcp)?$/i.test(connection.arrow.text.trim())

const saysIt = ({ connection }: Call): boolean => saysPublish(wordingOf(connection.arrow))

/** Redis Pub/Sub keeps nothing: what is sent there was never promised. */
const isPublished = ({ connection, callee }: Call): boolean =>
  connection.network.value &&
  connection.role.value === 'enqueue' &&
  isBroker(callee) &&
  !isObject(callee) &&
  !toScreens.test(callee.text) &&
  callee.technology?.protocols[0] !== 'resp' &&
  !taking.test(wordingOf(connection.arrow)) &&
  !aside.test(`${wordingOf(connection.arrow)} ${callee.text}`) &&
  !seen.test(wordingOf(connection.arrow))

/** What pushes to the screens that are open, such as Spring's simple broker, keeps nothing either. */
const toScreens = /\bSTOMP\b|simple ?broker|シンプルブローカー|\bweb ?sockets?\b|\bSignalR\b|socket\.io/i

/** `DomainEventPublisher` calls its listeners in the same process; where its label says no product, it is none. */
const isObject = ({ technology, text }: Component): boolean =>
  technology === undefined && /^\S*\p{Ll}(?:Publisher|Dispatcher|Emitter|EventBus|Mediator|Bus)$/u.test(text)

/** An outbox needs a transaction over two tables. */
function remedyFor({ technology }: Component): string {
  const isRelational = !technology || technology.protocols.some(id => sql.has(id))
  return isRelational
    ? 'Write the event to an outbox table in the same transaction, and relay it from there.'
    : "Publish the store's own change stream (CDC), or publish first and let a consumer write."
}

const sql: ReadonlySet<string> = new Set(['sql', 'postgres', 'mysql', 'tds', 'oracle-net'])

function judge(part: Component, { write, publish }: Pair): Report {
  const [store, broker] = [write.callee.name, publish.callee.name]
  return {
    at: labelSpanOf(publish.connection),
    message: `${part.name} writes to ${store} and publishes to ${broker}, one after the other. If it stops between the two, one of them misses the change, and no retry repairs that. ${remedyFor(write.callee)}`,
    raised: isWrite(write),
    related: [{ at: labelSpanOf(write.connection), message: `The write to ${store}` }],
  }
}
