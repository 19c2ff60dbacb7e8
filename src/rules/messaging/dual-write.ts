// A store and a broker written to one after the other: what stops between the two leaves them apart for good.

import { saysPublish, saysWrite, storeWrittenTo } from '../../knowledge'
import { type End, hasKind, isBroker, isComponent, isService } from '../../model/ends'
import { rememberedFor } from '../../model/remembered-for'
import { isCall } from '../../model/requests'
import type { Call, Component, Connection, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { isTimeline } from '../../syntax/notation'
import type { Step } from '../../syntax/tree'
import type { Span } from '../../text/span'
import { submitsToChain } from '../queries/blockchain'
import { isAside } from '../queries/deeds-aside'
import { labelSpanOf } from '../queries/places'
import { saidOf, sameName } from '../queries/same-name'
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
    const keepsTogether = keeperOf(system)
    for (const part of system.components) {
      if (keepsTogether(part)) continue
      const pair = isHandler(part, system) ? pairOf(part, system) : undefined
      if (pair) yield judge(part, pair, system)
      else if (isService(part)) yield* judgeChain(part)
    }
  },
})

/** Asked by somebody who gets an answer; what a message starts is repeated with the message, which a trace tells apart. */
const isHandler = (part: Component, { diagram }: System): boolean =>
  hasKind(part, 'service', 'function', 'auth') && (isTimeline(diagram) || !part.incoming.some(isDelivery))

const isDelivery = ({ connection }: Call): boolean => connection.role.value === 'delivery'

const together =
  /\boutbox|\bcdc\b|debezium|change (?:data|stream|feed|log)|binlog|\bwal\b|transactional|transactwrite|event (?:store|sourc)|two-?phase|\b2pc\b|\bxa\b|listen\/notify|dynamodb streams?|reconcil/i

/** Anywhere in the picture; but the outbox of one handler is none of another, which a trace tells apart. */
function keeperOf({ components, connections, diagram }: System): (part: Component) => boolean {
  const saying = connections
    .filter(({ arrow }) => together.test(wordingOf(arrow)))
    .map(({ caller }) => caller)
  const isEverywhere =
    components.some(({ text, node }) => together.test(`${text} ${node.description ?? ''}`)) ||
    saying.some(caller => !isTimeline(diagram) || !publishesItself(caller))
  return part => isEverywhere || saying.includes(part)
}

/** What it writes to its outbox it publishes as well: it relays nothing of others. */
const publishesItself = (caller: End): boolean => isComponent(caller) && caller.outgoing.some(isPublished)

/** What a consumer says to its broker. */
const taking =
  /\b(?:pull|poll|consume|receive|dequeue|fetch|read|delete|ack|nack|acknowledge|(?<!after )commit|listen|subscribe)(?:s|d|ed|ing)?\b/i

/** Who misses one asks again, or looks; dead letters are handled, not promised. */
const unpromised = /\b(?:cache|e-?mails?|notif\w+|dl[qt]s?|dead[- ]?letters?|retry topics?)\b/i

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
  if (isTimeline(system.diagram)) return pairInTime(part, system)
  const { outgoing } = part
  const publish = outgoing.find(isPublished)
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

/** Something a part does, in the order of the picture. */
type Deed =
  | { readonly index: number; readonly publish: Call }
  | { readonly index: number; readonly pairWith: (publish: Call) => Pair }

/** The write that an event tells of is the last before it and after the event before; or the first behind it. */
function pairInTime(part: Component, system: System): Pair | undefined {
  let write: ((publish: Call) => Pair) | undefined
  let published: Call | undefined
  let behind: Pair | undefined
  for (const deed of deedsOf(part, system))
    if ('publish' in deed) {
      if (write) return write(deed.publish)
      published = deed.publish
    } else {
      write = deed.pairWith
      if (published) behind ??= write(published)
    }
  return behind
}

function deedsOf(part: Component, { diagram }: System): readonly Deed[] {
  const calls = part.outgoing.flatMap((call): Deed[] => {
    const { index } = call.connection
    if (isPublished(call)) return [{ index, publish: call }]
    return isWrite(call) ? [{ index, pairWith: publish => paired(call, publish) }] : []
  })
  const started = part.incoming.find(isDelivery)?.connection.index ?? Infinity
  return [...calls, ...(writesToOwn(diagram).get(part.id) ?? [])]
    .filter(({ index }) => index < started)
    .toSorted((a, b) => a.index - b.index)
}

/** `Orders->>Orders: save in PostgreSQL`, or a note over it: a store that is not drawn by itself. */
const writesToOwn = rememberedFor(
  ({ arrows, steps }: System['diagram']): ReadonlyMap<string, readonly Deed[]> => {
    const said = [
      ...arrows.flatMap(({ from, to, text, labelSpan, operator }, index): Said[] =>
        from === to ? [{ part: from, text, index, at: labelSpan ?? operator }] : [],
      ),
      ...notesIn(steps).filter(({ text }) => deedFirst.test(text)),
    ]
    const byPart = new Map<string, Deed[]>()
    for (const { part, text, index, at } of said) {
      const name = storeWrittenTo(text)
      if (name === undefined) continue
      const pairWith = (publish: Call): Pair => ({ store: { name }, write: at, isSaid: true, publish })
      const known = byPart.get(part)
      if (known) known.push({ index, pairWith })
      else byPart.set(part, [{ index, pairWith }])
    }
    return byPart
  },
)

/** What is said over one participant, and behind which arrow. */
interface Said {
  readonly part: string
  readonly text: string
  readonly index: number
  readonly at: Span
}

/** Over one participant each; between two arrows a note comes after the first. */
function notesIn(steps: readonly Step[], last = { index: -1 }): readonly Said[] {
  return steps.flatMap((step): readonly Said[] => {
    if (step.kind === 'fragment') return step.sections.flatMap(section => notesIn(section.steps, last))
    if (step.kind === 'message') last.index = step.arrow
    if (step.kind !== 'note' || step.over.length !== 1) return []
    return [{ part: step.over[0]!, text: step.text, index: last.index + 0.5, at: step.span }]
  })
}

/** A note that tells a step, not what becomes of it. */
const deedFirst = /^\W{0,4}(?:\d{1,2}\W{1,2})?(?:insert|save|store|persist|write|update)s?\b/i

const isWrite = ({ connection, callee }: Call): boolean =>
  connection.network.value &&
  isCall(connection) &&
  ((hasKind(callee, 'database') && saysStore(wordingOf(connection.arrow))) || claims(callee, connection)) &&
  !files.test(`${callee.headline} ${connection.arrow.text}`)

/** `ACID Tx` writes as well. */
const saysStore = (words: string): boolean =>
  saysWrite(words) || /\b(?:acid|db) (?:tx|transaction)\b/i.test(words)

/** What is left of something scarce is kept in Redis, and one more is taken. */
const claims = (callee: Component, { arrow }: Connection): boolean =>
  callee.technology?.protocols[0] === 'resp' &&
  /\b(?:reserve|claim|deduct|decr\w*|allocate)s?\b|扣减|예약|선점|차감/i.test(arrow.text) &&
  /\b(?:stocks?|inventory|seats?|slots?|coupons?|balances?|tickets?|quantity)\b|库存|재고|쿠폰|在庫/i.test(
    arrow.text,
  )

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
  !isAside(connection) &&
  !unpromised.test(`${wordingOf(connection.arrow)} ${callee.text}`) &&
  !seen.test(wordingOf(connection.arrow))

/** What pushes to the screens that are open, such as Spring's simple broker, keeps nothing either. */
const toScreens = /\bSTOMP\b|simple ?broker|シンプルブローカー|\bweb ?sockets?\b|\bSignalR\b|socket\.io/i

/** `DomainEventPublisher` calls its listeners in the same process; where its label says no product, it is none. */
const isObject = ({ technology, text }: Component): boolean =>
  technology === undefined && (className.test(text) || unnamedBus.test(text))

const className = /^\S*\p{Ll}(?:Publisher|Dispatcher|Emitter|EventBus|Mediator|Bus)$/u
const unnamedBus = /^(?:(?:internal|in-?(?:process|memory)|domain) )?event ?bus$/i

/** A store and a chain: what was submitted comes true later, or doesn't, whatever was stored. */
function* judgeChain(part: Component): Iterable<Report> {
  const submit = part.outgoing.find(submitsToChain)
  const write = part.outgoing.find(call => isWrite(call) && call.callee !== submit?.callee)
  if (!submit || !write) return
  yield {
    at: labelSpanOf(submit.connection),
    message: `${part.name} writes to ${write.callee.name} and submits to ${submit.callee.name}, one after the other. If it stops between the two, or gets no answer, it submits nothing or the same again. Store the intent with its nonce or transaction hash first, submit it, and mark it done when ${submit.callee.name} has confirmed it.`,
    oncePerDocument: `${sameName(part.name)} ${sameName(submit.callee.name)}`,
    related: [{ at: labelSpanOf(write.connection), message: `The write to ${write.callee.name}` }],
  }
}

/** An outbox needs a transaction over two tables. */
function remedyFor({ technology }: Pick<Component, 'technology'>): string {
  if (technology?.protocols[0] === 'resp')
    return 'Take it and add the event to a stream in one script (XADD), relay it from there, and let reservations expire.'
  const isRelational = !technology || technology.protocols.some(id => sql.has(id))
  return isRelational
    ? 'Write the event to an outbox table in the same transaction, and relay it from there.'
    : "Publish the store's own change stream (CDC), or publish first and let a consumer write."
}

const sql: ReadonlySet<string> = new Set(['sql', 'postgres', 'mysql', 'tds', 'oracle-net'])

/** An overview leaves out the outbox that another picture shows; a trace that draws both writes says that there is none. */
function showsOutbox(other: System, part: Component, { store, publish }: Pair, system: System): boolean {
  if (isTimeline(system.diagram) || !saysTogether(other)) return false
  const shown = (one: Pick<Component, 'name' | 'technology'>): boolean =>
    other.components.some(each => isSame(each, one))
  const others = system.components.filter(each => isService(each) && each !== part)
  return shown(part) || (shown(store) && shown(publish.callee) && !others.some(shown))
}

const saysTogether = ({ components, connections }: System): boolean =>
  components.some(({ text }) => together.test(text)) ||
  connections.some(({ arrow }) => together.test(wordingOf(arrow)))

/** By name, or the only one of its product that the picture shows. */
const isSame = (one: Component, other: Pick<Component, 'name' | 'technology'>): boolean =>
  sameName(one.name) === sameName(other.name) ||
  (one.technology !== undefined && !isService(one) && one.technology.id === other.technology?.id)

/** Its author keeps both together, or knows that nothing does. */
const settledFor = ({ name }: Component): RegExp => saidOf(name, relaying, admitted)

const relaying = /\boutbox|\bcdc\b|change data capture/

const admitted =
  /\b(?:no|without(?: an?)?|missing|lacks? an?) (?:transactional )?outbox\b|\boutbox\b[^.\n]{0,40}\bnot (?:yet )?(?:implemented|in place|built)|outbox\S{0,3} ?(?:는|은|이|가)? ?(?:아직 )?(?:구현|적용)되(?:어 있)?지 않|(?:sin|sem|sans|ohne|kein(?:e|en)?) outbox|没有\W?outbox|未实现\W?outbox|outbox\W?(?:は)?未実装/

function judge(part: Component, pair: Pair, system: System): Report {
  const { store, write, isSaid, publish } = pair
  return {
    at: labelSpanOf(publish.connection),
    message: `${part.name} writes to ${store.name} and publishes to ${publish.callee.name}, one after the other. If it stops between the two, one of them misses the change, and no retry repairs that. ${remedyFor(store)}`,
    raised: isSaid,
    refutedBy: other => showsOutbox(other, part, pair, system),
    settledBy: settledFor(part),
    oncePerDocument: `${sameName(part.name)} ${sameName(publish.callee.name)}`,
    related: [{ at: write, message: `The write to ${store.name}` }],
  }
}
