// Arrows between components that say nothing of how the two talk.

import { likelyProtocols } from '../../advice/likely-protocols'
import {
  type Kind,
  namesStandIn,
  type ProtocolId,
  protocolById,
  protocolLabel,
  protocolsIn,
  technologiesIn,
} from '../../knowledge'
import { callsOver } from '../../model/calls'
import {
  type End,
  framesAround,
  hasKind,
  holdsData,
  isBroker,
  isClient,
  isComponent,
  isEdge,
  isStore,
  kindOf,
} from '../../model/ends'
import { rememberedFor } from '../../model/remembered-for'
import { isRequest } from '../../model/requests'
import type { Boundary, Connection, System } from '../../model/system'
import { labelLines } from '../../syntax/labels'
import { notationOf } from '../../syntax/notation'
import { labelProtocol } from '../fixes/label-protocol'
import { isWorthAsking } from '../queries/asked'
import { asWritten } from '../queries/places'
import { statesProtocol } from '../queries/protocols-named'
import { isNamedAlike, sameName } from '../queries/same-name'
import { isAbroad } from '../queries/where-it-hurts'
import { defineRule, type Lack } from '../rule'

export const unlabeledArrow = defineRule({
  id: 'unlabeled-arrow',
  category: 'arrows',
  speaksOf: 'omission',
  topic: 'protocol',
  asksFirst: true,
  summary: 'An arrow between two components names no protocol.',
  presets: { recommended: 'warning' },
  fixable: 'review',
  options: {},

  *check(system, _, { preset }) {
    const eligible = system.connections.filter(
      connection =>
        isRequest(connection) &&
        isWorthAsking(connection, preset) &&
        namedEnds(system, connection) !== undefined &&
        !hasKind(connection.caller, 'dns', 'waf') &&
        (preset === 'strict' || !isTopic(connection.callee)) &&
        !leadsToLabeledReplicas(connection, system),
    )
    const missing = asWritten(eligible.filter(saysNothing))
      .filter(({ caller, callee }) => preset === 'strict' || !isLabeledIn(system, caller, callee))
      .map(connection => judge(system, connection))
    const written = asWritten(eligible.filter(each => saysNothing(each) || !isUnlabeled(each))).length
    yield {
      eligible: written,
      missing,
      message: howMany =>
        `${howMany} arrows name no protocol. Whether callers wait, how connections are balanced and what a retry repeats depend on it. Label them: ${notationOf(system.diagram).labels.examples} …`,
      fixTitle: count => `Label all ${count} arrows with their likely protocol`,
    }
  },
})

/** `order.created` is written to by the protocol of its broker, which is named where that is drawn. */
const isTopic = (end: Connection['callee']): boolean =>
  isComponent(end) && /^[\w-]+(?:\.[\w-]+)*\.(?:\w+ed|events?|commands?|dl[qt])$/i.test(end.text.trim())

/** Who calls whom, past junctions: an arrow out of one only goes on with the call that came in. */
function namedEnds(system: System, connection: Connection): Ends | undefined {
  const { caller, callee } = connection
  if (![caller, callee].some(end => isComponent(end) && end.node.junction)) return { caller, callee }
  const [call] = callsOver(system, connection)
  return call && { caller: call.caller, callee: call.callee }
}

type Ends = Pick<Connection, 'caller' | 'callee'>

const saysNothing = (connection: Connection): boolean =>
  isUnlabeled(connection) && !isToldByItsEnd(connection)

const isUnlabeled = ({ arrow, figures }: Connection): boolean =>
  arrow.text === '' && !arrow.technology && !figures.protocol

/** A box may name it; a store, cache or broker speaks the protocol of its product; other components may speak several. */
function isToldByItsEnd(connection: Connection): boolean {
  const { callee } = connection
  if (!isComponent(callee) && namesData(callee)) return true
  if (protocolsIn(callee.text).filter(({ id }) => protocolById(id).layer === 'application').length === 1)
    return true
  const settled = isStore(callee) || isBroker(callee) || hasKind(callee, 'cache')
  return (connection.protocol?.confidence ?? 0) >= (settled ? 0.7 : 0.9)
}

/** A frame named after the stores or brokers that it stands for: `DynamoDB`, `SNS/SQS`. */
function namesData({ text }: Boundary): boolean {
  const named = technologiesIn(text)
  return named.length > 0 && named.every(({ technology }) => dataKinds.has(technology.kind))
}

const dataKinds: ReadonlySet<Kind> = new Set([
  'database',
  'warehouse',
  'objectStore',
  'search',
  'cache',
  'queue',
  'stream',
])

/** A balancer repeats to its replicas what it was asked: one label on the arrow into it is enough. */
function leadsToLabeledReplicas(connection: Connection, { connections }: System): boolean {
  const { caller, callee } = connection
  if (!hasKind(caller, 'balancer')) return false
  const leaving = connections.filter(other => other.caller === caller)
  const entering = connections.filter(other => other.callee === caller)
  const alike = leaving.every(other => kindOf(other.callee) === kindOf(callee))
  return alike && entering.length > 0 && entering.every(other => other.arrow.text !== '')
}

function judge(system: System, connection: Connection): Lack {
  const { caller, callee } = namedEnds(system, connection) ?? connection
  const likely = likelyProtocols(caller, callee)
  const names = likely.map(protocolLabel)
  return {
    at: connection.arrow.operator,
    chance: connection.chances.message,
    isEvident: !isOpen(connection, caller, callee),
    subject: pairOf(caller, callee),
    refutedBy: other => isLabeledIn(other, caller, callee) || isLabeledAlike(other, caller, callee),
    message: `The arrow from ${caller.name} to ${callee.name} names no protocol. Whether the caller waits and what a retry repeats depend on it. Label it, e.g. ${names[0]}${why(callee, likely[0])}.`,
    fixes: labelProtocol(system, { connection, title: name => `Label it ${name}`, names }),
  }
}

/**
 * Whether anybody would have to ask. Clients, balancers and products of others speak HTTPS unless somebody says
 * otherwise, and data is reached over what its product speaks.
 */
function isOpen({ caller: drawn }: Connection, caller: End, callee: End): boolean {
  if (
    isClient(caller) ||
    isClient(callee) ||
    hasKind(caller, 'balancer', 'cdn', 'proxy', 'gateway', 'external')
  )
    return false
  if (hasKind(drawn, 'balancer', 'cdn', 'proxy', 'gateway') || holdsData(callee) || isEdge(callee))
    return false
  if ([caller, callee].some(end => namesStandIn(end.text))) return false
  if (framesAround(callee).some(({ text }) => abroad.test(text)) || isAbroad(callee)) return false
  if (isApiOfOthers(caller, callee)) return false
  return !(isComponent(callee) && callee.technology && hasKind(callee, 'external', 'auth', 'function'))
}

/** `Tides API` outside of the frame from which it is asked, which leads nowhere further. */
const isApiOfOthers = (caller: End, callee: End): boolean =>
  isComponent(callee) &&
  /\bapi\W*$/i.test(callee.headline) &&
  callee.outgoing.length === 0 &&
  framesAround(callee).length === 0 &&
  framesAround(caller).length > 0

/** What is drawn among services of others is called over HTTPS. */
const abroad = /\b(?:external|third[- ]party|3rd[- ]party|saas)\b|外部|第三方|внешн|extern[aeo]s?\b/i

/** The same two are joined elsewhere by an arrow that says it. */
const isLabeledIn = (system: System, caller: End, callee: End): boolean =>
  labeledPairs(system).has(pairOf(caller, callee))

/** Another picture says it of the two by other lines of their labels: `orders, Node.js`, `orders :3001`. */
const isLabeledAlike = (system: System, caller: End, callee: End): boolean =>
  labeled(system).some(each => isHeadedAlike(each.caller, caller) && isHeadedAlike(each.callee, callee))

const isHeadedAlike = (one: End, other: End): boolean => isNamedAlike(firstLine(one), firstLine(other))

const firstLine = (end: End): string =>
  (isComponent(end) ? labelLines(end.node.label)[0] : undefined) ?? end.name

const labeled = rememberedFor(({ connections }: System): readonly Connection[] =>
  connections.filter(each => isRequest(each) && statesProtocol(each)),
)

const labeledPairs = rememberedFor(
  (system: System): ReadonlySet<string> =>
    new Set(labeled(system).map(({ caller, callee }) => pairOf(caller, callee))),
)

const pairOf = (caller: End, callee: End): string => `${sameName(caller.name)} → ${sameName(callee.name)}`

/** Where the box names one product, which speaks it: of "SES / SendGrid" nobody knows which is asked. */
function why(callee: Connection['callee'], protocol: ProtocolId | undefined): string {
  if (!isComponent(callee) || !callee.technology || !protocol) return ''
  const { name, protocols } = callee.technology
  const products = new Set(technologiesIn(callee.text).map(({ technology }) => technology.name))
  return products.size <= 1 && protocols.includes(protocol) ? `, which ${name} speaks` : ''
}
