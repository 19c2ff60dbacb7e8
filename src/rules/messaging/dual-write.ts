// A store and a broker written to one after the other: what stops between the two leaves them apart for good.

import { undrawnStore } from '../../knowledge'
import { type End, hasKind, isClient, isComponent, isService, kindOf } from '../../model/ends'
import { groupedBy } from '../../model/grouped-by'
import { rememberedFor } from '../../model/remembered-for'
import { isCall } from '../../model/requests'
import type { Call, Component, Connection, System } from '../../model/system'
import { wordingOf } from '../../model/wording'
import { isTimeline } from '../../syntax/notation'
import { submitsToChain } from '../queries/blockchain'
import { labelSpanOf } from '../queries/places'
import { isNamedAlike, sameName } from '../queries/same-name'
import { brokerOf, isPublished, saysIt } from '../queries/traces/announcements'
import { notesIn } from '../queries/traces/branches'
import { publishedWith, settledFor } from '../queries/traces/outbox'
import { isDelivery, isSentAgain, type Pair, pairInTime } from '../queries/traces/pairs'
import { isMomentary, namesFiles, storesSomething, storesTheChange, writeOf } from '../queries/traces/writes'
import { areFramedAsOne, isForConsumer } from '../queries/traces/written-elsewhere'
import { defineRule, type RelatedPlace, type Report } from '../rule'

export const dualWrite = defineRule({
  id: 'dual-write',
  category: 'messaging',
  speaksOf: 'hazard',
  summary: 'One handler writes to a store and to a broker, and nothing keeps the two consistent.',
  presets: { recommended: 'info' },
  raised: 'warning',
  told: [
    {
      words: [
        /\b(?:elastic\w*|open ?search|solr|algolia|search|index\w*|cache|events?|messages?|kafka|rabbitmq|topic)\b|suchindex|índice|索引|インデックス/i,
        /\bafter (?:the )?(?:commit|transaction)|\bin the same request\b|\bthen (?:publish|send|index|writ)\w*|nach dem commit|después del commit|提交后|コミット後/i,
        /\b(?:errors?|failures?|exceptions?|fails?|it|that)\b[^.]{0,30}\bignored?\b|\bignor(?:es|ing) (?:\w+ ){0,2}(?:errors?|failures?)|\bswallowed\b|\bonly logged\b|\blogged and\b|\bbest[- ]effort\b|ignoriert|se ignora|忽略|無視/i,
      ],
      unless: /\boutbox\b|\bcdc\b|reindex|reconcil|\bnot ignored\b/i,
      settledBy: /\boutbox\b|change data capture|\bcdc\b/i,
      message:
        'The two writes are separate. If the second fails after the first has been committed, the two differ from then on, and nothing repairs that. Write the event to an outbox table in the same transaction and relay it from there, or feed the second store from the change log of the first.',
    },
  ],
  options: {},

  *check(system) {
    const keepsTogether = keeperOf(system)
    const pairs = pairsIn(system)
    for (const part of system.components) {
      if (keepsTogether(part) || resumes.test(part.text)) continue
      const pair = pairs.get(part)
      if (pair) yield judge(part, pair, system)
      else if (isService(part)) yield* judgeChain(part, system)
    }
  },
})

/** It keeps its place and goes on from there after a stop. */
const resumes =
  /\bstep functions?\b|\btemporal\b|\bcamunda\b|\bzeebe\b|\bdurable (?:functions?|objects?|execution)\b|\bworkflow engine\b|\bcadence\b/i

/** Asked by somebody who gets an answer; what a message starts is repeated with the message, which a trace tells apart. */
const isHandler = (part: Component, { diagram }: System): boolean =>
  isTimeline(diagram)
    ? isProgram(part) || hasKind(part, 'scheduler')
    : hasKind(part, 'service', 'function', 'auth') &&
      !part.incoming.some(call => isDelivery(call) || isSentAgain(call))

/** In a trace it is told by what it does: who is asked by a path is nobody's hand, whatever its name. */
const isProgram = (part: Component): boolean =>
  kindOf(part) === undefined ||
  hasKind(part, 'service', 'function', 'auth', 'external', 'gateway') ||
  (isClient(part) && part.incoming.some(({ connection }) => connection.request !== undefined))

const together =
  /\boutbox|\bcdc\b|debezium|change (?:data|stream|feed|log)|binlog|\bwal\b|transactional(?! ?event ?listener)|transactwrite|event (?:store|sourc)|two-?phase|\b2pc\b|\bxa\b|listen\/notify|dynamodb streams?|reconcil/i

/** Anywhere in the picture; but the outbox of one handler is none of another, which a trace tells apart. */
function keeperOf({ components, connections, diagram }: System): (part: Component) => boolean {
  const saying = connections.flatMap(({ arrow, caller }) => (together.test(wordingOf(arrow)) ? [caller] : []))
  const noted = new Set(notesIn(diagram).flatMap(({ text, over }) => (together.test(text) ? over : [])))
  const isEverywhere =
    components.some(({ text, node }) => together.test(`${text} ${node.description ?? ''}`)) ||
    saying.some(caller => !isTimeline(diagram) || !publishesItself(caller))
  return part => isEverywhere || saying.includes(part) || noted.has(part.id)
}

/** What it writes to its outbox it publishes as well: it relays nothing of others. */
const publishesItself = (caller: End): boolean => isComponent(caller) && caller.outgoing.some(isPublished)

/** What each handler writes twice, whether or not something keeps the two together. */
const pairsIn = rememberedFor(
  (system: System): ReadonlyMap<Component, Pair> =>
    new Map(
      system.components.flatMap(part => {
        const pair = isHandler(part, system) ? pairOf(part, system) : undefined
        return pair ? [[part, pair] as const] : []
      }),
    ),
)

function pairOf(part: Component, system: System): Pair | undefined {
  if (isTimeline(system.diagram)) return pairInTime(part, system)
  const { outgoing } = part
  const publish = outgoing.find(isPublished) ?? outgoing.find(call => brokerOf(call) !== undefined)
  const broker = publish && brokerOf(publish)
  if (!broker) return undefined
  const write =
    outgoing.find(storesTheChange) ??
    outgoing.find(call => isOwn(call, outgoing) && announcesIt(publish) && !isMomentary(call.callee.text))
  return write && !isForConsumer(write, broker) && !areFramedAsOne(write, broker)
    ? { write: writeOf(write), isSaid: storesTheChange(write), publish, broker }
    : undefined
}

/** By its words, or by what its broker is known to deliver. */
const announcesIt = (publish: Call): boolean => saysIt(publish) || !isPublished(publish)

/** The only database, no word says that it is only read, and nobody else is drawn at it but services that do likewise. */
const isOwn = ({ connection, callee }: Call, outgoing: readonly Call[]): boolean =>
  connection.network.value &&
  isCall(connection) &&
  hasKind(callee, 'database') &&
  callee.incoming.every(other => other.connection === connection || isLikewise(other, connection)) &&
  !namesFiles.test(callee.text) &&
  outgoing.every(call => call.callee === callee || !hasKind(call.callee, 'database')) &&
  /^(?:sql|jdbc|r2dbc|read\W+write|crud|tcp)?$/i.test(connection.arrow.text.trim())

/** A module of its own with tables of its own, as far as the same word on each arrow tells. */
const isLikewise = ({ caller, connection: { arrow } }: Call, own: Connection): boolean =>
  isService(caller) && own.arrow.text.trim() !== '' && arrow.text.trim() === own.arrow.text.trim()

/** What is to be submitted is stored first, whoever does it, and looked for after a stop. */
const storesIntent = (call: Call): boolean =>
  (storesSomething(call) || /\b(?:db|database|table)\b/i.test(call.callee.text)) &&
  /\b(?:check-?points?|pending|intents?|outbox|nonces?|queued)\b/i.test(wordingOf(call.connection.arrow))

/** A store and a chain: what was submitted comes true later, or doesn't, whatever was stored. */
function* judgeChain(part: Component, system: System): Iterable<Report> {
  const submit = part.outgoing.find(submitsToChain)
  const write = part.outgoing.find(call => storesTheChange(call) && call.callee !== submit?.callee)
  if (!submit || !write || system.calls.some(storesIntent)) return
  yield {
    at: labelSpanOf(submit.connection),
    message: `${part.name} writes to ${write.callee.name} and submits to ${submit.callee.name}, one after the other. If it stops between the two, or gets no answer, it submits nothing or the same again. Store the intent with its nonce or transaction hash first, submit it, and mark it done when ${submit.callee.name} has confirmed it.`,
    oncePerDocument: `${sameName(part.name)} ${sameName(submit.callee.name)}`,
    related: [{ at: labelSpanOf(write.connection), message: `The write to ${write.callee.name}` }],
  }
}

/** An overview leaves out the outbox that another picture shows; a trace that draws both writes says that there is none. */
function showsOutbox(
  other: System,
  part: Component,
  { write: { store }, broker }: Pair,
  system: System,
): boolean {
  if (isTimeline(system.diagram) || !saysTogether(other)) return false
  const shown = (one: Named): boolean => other.components.some(each => isSame(each, one))
  const others = system.components.filter(each => isService(each) && each !== part)
  return shown(part) || (shown(store) && shown(broker) && !others.some(shown))
}

/** A sequence tells better than the overview beside it what a handler writes; and so does one that calls it more than `API`. */
function isToldBetter(other: System, part: Component, pair: Pair, { diagram }: System): boolean {
  if (!isTimeline(other.diagram) || (isTimeline(diagram) && !isNameless(part))) return false
  return [...pairsIn(other)].some(
    ([each, { write, broker }]) =>
      !(isTimeline(diagram) && isNameless(each)) &&
      isAlike(each, part) &&
      // What an overview calls its store is seldom what the sequence calls it.
      (!isTimeline(diagram) || isSameData(write.store, pair.write.store)) &&
      isSameData(broker, pair.broker),
  )
}

/** `API` and `DB` are any of them. */
const isAlike = (one: Named, other: Named): boolean =>
  isNamedAlike(one.name, other.name) || isNameless(one) || isNameless(other)

const isNameless = ({ name }: Named): boolean =>
  name === undrawnStore || [sameName('API'), sameName('DB')].includes(sameName(name))

const isSameData = (one: Named, other: Named): boolean =>
  isAlike(one, other) || (one.technology !== undefined && one.technology.id === other.technology?.id)

type Named = Pick<Component, 'name' | 'technology'>

const saysTogether = ({ components, connections }: System): boolean =>
  components.some(({ text }) => together.test(text)) ||
  connections.some(({ arrow }) => together.test(wordingOf(arrow)))

/** By name, or the only one of its product that the picture shows. */
const isSame = (one: Component, other: Named): boolean =>
  sameName(one.name) === sameName(other.name) ||
  (one.technology !== undefined && !isService(one) && one.technology.id === other.technology?.id)

const announces = (broker: Component): string => (isService(broker) ? 'hands over to' : 'publishes to')

/** Where each frame holds an `App`, the frame tells which. */
function handlerName({ name, boundary }: Component, { components }: System): string {
  const isShared = components.filter(each => each.name === name).length > 1
  return sameName(isShared && boundary ? boundary.name : name)
}

/** What becomes of the change, and what to do about it. */
function lostBetween(part: Component, { write: { store, words }, isTurnedAway }: Pair): string {
  if (hasKind(part, 'scheduler') && claiming.test(words))
    return 'what it has marked is never handed over, and no later run finds it. Look also for what has been marked for too long, or let whoever takes it over mark it.'
  const harm = isTurnedAway
    ? 'the repeat of what it was sent is turned away as known, and nothing is ever published'
    : 'one of them misses the change'
  return `${harm}. ${publishedWith(store)}`
}

/** What is due is marked, so that it is not taken twice. */
const claiming =
  /\b(?:status|state)\b|\b(?:marks?|claims?|claimed|running|processing|in_progress|queued|dispatched|next_run|last_run)\b/i

function judge(part: Component, pair: Pair, system: System): Report {
  const {
    write: { store, at },
    isSaid,
    publish,
    broker,
  } = pair
  return {
    at: labelSpanOf(publish.connection),
    message: `${part.name} writes to ${store.name} and ${announces(broker)} ${broker.name}${isTimeline(system.diagram) ? ', one after the other' : ' in separate steps'}. If it stops between the two, ${lostBetween(part, pair)}`,
    raised: isSaid,
    // Only a trace shows the order; of an overview the text around knows more, unless its arrows say both.
    onRequest: !isTimeline(system.diagram) && !(isSaid && saysIt(publish)),
    refutedBy: other => showsOutbox(other, part, pair, system) || isToldBetter(other, part, pair, system),
    settledBy: settledFor(part.name),
    // An overview draws the same way of writing for each of its services.
    oncePerDocument: isTimeline(system.diagram)
      ? `${handlerName(part, system)} ${sameName(broker.name)}`
      : sameName(broker.name),
    related: [{ at, message: `The write to ${store.name}` }, ...othersLike(part, pair, system)],
  }
}

/** So many of the others are shown. */
const mostOthers = 8

function othersLike(part: Component, { broker, later = [] }: Pair, system: System): readonly RelatedPlace[] {
  if (isTimeline(system.diagram))
    return later
      .slice(0, mostOthers)
      .map(({ connection }) => ({ at: labelSpanOf(connection), message: 'Published likewise' }))
  const alike = pairsByBroker(system).get(broker) ?? []
  const others = alike.slice(0, mostOthers + 1).filter(([other]) => other !== part)
  return others.slice(0, mostOthers).map(([{ name }, { publish }]) => ({
    at: labelSpanOf(publish.connection),
    message: `${name} publishes likewise`,
  }))
}

const pairsByBroker = rememberedFor((system: System) =>
  groupedBy(pairsIn(system), ([, { broker }]) => broker),
)
