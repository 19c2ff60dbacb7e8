// A store and a broker written to one after the other: what stops between the two leaves them apart for good.

import { saysPublish, saysWrite } from '../../knowledge'
import { hasKind, isBroker } from '../../model/ends'
import { isCall } from '../../model/requests'
import type { Call, Component, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { isTimeline } from '../../syntax/notation'
import type { Span } from '../../text/span'
import { labelSpanOf } from '../queries/places'
import { sameName } from '../queries/same-name'
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
      const pair = isHandler(part) ? pairOf(part, system) : undefined
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
  /** The store's name and, where it is drawn, its product. */
  readonly store: Pick<Component, 'name' | 'technology'>
  readonly write: Span
  /** The author says that it is a write. */
  readonly isSaid: boolean
  readonly publish: Call
}

function pairOf(part: Component, system: System): Pair | undefined {
  const { outgoing } = part
  const published = outgoing.filter(isPublished)
  if (isTimeline(system.diagram))
    return (
      firstOf(published, publish => writtenBefore(part, publish, system)) ??
      firstOf(published, publish => writtenAfter(part, publish))
    )
  const [publish] = published
  if (!publish) return undefined
  const write = outgoing.find(isWrite) ?? outgoing.find(call => isOwn(call, outgoing) && saysIt(publish))
  return write && paired(write, publish)
}

const paired = (write: Call, publish: Call): Pair => ({
  store: write.callee,
  write: labelSpanOf(write.connection),
  isSaid: isWrite(write),
  publish,
})

function firstOf<T, R>(all: readonly T[], of: (one: T) => R | undefined): R | undefined {
  for (const one of all) {
    const found = of(one)
    if (found !== undefined) return found
  }
  return undefined
}

/** The write that an event tells of is the last before it, and after the event before. */
function writtenBefore(part: Component, publish: Call, system: System): Pair | undefined {
  const at = publish.connection.index
  const earlier = part.outgoing.filter(call => isPublished(call) && call.connection.index < at)
  const from = earlier.at(-1)?.connection.index ?? -1
  const write = part.outgoing.findLast(call => isWrite(call) && isWithin(call, from, at))
  return write ? paired(write, publish) : writeToOwn(part, publish, system, from)
}

/** Or the first behind it, before the next event. */
function writtenAfter(part: Component, publish: Call): Pair | undefined {
  const at = publish.connection.index
  const next = part.outgoing.find(call => isPublished(call) && call.connection.index > at)
  const write = part.outgoing.find(
    call => isWrite(call) && isWithin(call, at, next?.connection.index ?? Infinity),
  )
  return write && paired(write, publish)
}

const isWithin = ({ connection: { index } }: Call, from: number, to: number): boolean =>
  index > from && index < to

/** `Orders->>Orders: save in PostgreSQL`, before it publishes: a store that is not drawn by itself. */
function writeToOwn(part: Component, publish: Call, { diagram }: System, earliest: number): Pair | undefined {
  const said = diagram.arrows
    .slice(earliest + 1, publish.connection.index)
    .findLast(
      ({ from, to, text }) => from === part.id && to === part.id && saysWrite(text) && ownStore.test(text),
    )
  const [name = ''] = ownStore.exec(said?.text ?? '') ?? []
  return said && { store: { name }, write: said.labelSpan ?? said.operator, isSaid: true, publish }
}

const ownStore =
  /\b(?:postgre(?:s|sql)\w*|mysql|mariadb|oracle|sql server|mongo(?:db)?|dynamodb|cassandra|database|db)\b/i

const isWrite = ({ connection, callee }: Call): boolean =>
  connection.network.value &&
  isCall(connection) &&
  hasKind(callee, 'database') &&
  !files.test(`${callee.headline} ${connection.arrow.text}`) &&
  saysWrite(wordingOf(connection.arrow))

/** First the file, then the message that names it: a file that no message names does no harm. */
const files =
  /\b(?:azurite|artifacts?|files?|blobs?|objects?|images?|photos?|videos?|media|segments?|manifests?|uploads?|attachments?|wav|mp[34]|pdfs?|csvs?|parquet|storage|bucket)\b/i

/** The only database, nobody else is drawn at it, and no word says that it is only read. */
const isOwn = ({ connection, callee }: Call, outgoing: readonly Call[]): boolean =>
  connection.network.value &&
  isCall(connection) &&
  hasKind(callee, 'database') &&
  callee.incoming.length === 1 &&
  !files.test(callee.text) &&
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
  technology === undefined &&
  /^\S*\p{Ll}(?:Publisher|Dispatcher|Emitter|EventBus|Mediator|Bus)$|^(?:(?:internal|in-?(?:process|memory)|domain) )?event ?bus$/iu.test(
    text,
  )

/** An outbox needs a transaction over two tables. */
function remedyFor({ technology }: Pick<Component, 'technology'>): string {
  const isRelational = !technology || technology.protocols.some(id => sql.has(id))
  return isRelational
    ? 'Write the event to an outbox table in the same transaction, and relay it from there.'
    : "Publish the store's own change stream (CDC), or publish first and let a consumer write."
}

const sql: ReadonlySet<string> = new Set(['sql', 'postgres', 'mysql', 'tds', 'oracle-net'])

function judge(part: Component, { store, write, isSaid, publish }: Pair): Report {
  return {
    at: labelSpanOf(publish.connection),
    message: `${part.name} writes to ${store.name} and publishes to ${publish.callee.name}, one after the other. If it stops between the two, one of them misses the change, and no retry repairs that. ${remedyFor(store)}`,
    raised: isSaid,
    oncePerDocument: `${sameName(part.name)} ${sameName(publish.callee.name)}`,
    related: [{ at: write, message: `The write to ${store.name}` }],
  }
}
