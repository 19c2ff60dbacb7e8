// Is this diagram a design whose arrows are network calls? And is this arrow one? Precision first.

import { type Inference, protocolById } from '../knowledge'
import type { Diagram } from '../syntax/tree'
import { type End, hasKind, isBroker, isComponent, isStore } from './ends'
import { type Evidence, evidenceOf, impliedSystems, isPhase, namesCall } from './evidence'
import { isNamedService, namesFunction } from './naming'
import { type Nature, natureOf } from './nature'
import { type Programs, staysInProgram } from './programs'
import type { Component, Connection } from './system'
import type { Settings } from './vocabulary'

type Verdict = Inference<boolean>

const yes = (confidence: number, why: string): Verdict => ({ value: true, confidence, why })
const no = (confidence: number, why: string): Verdict => ({ value: false, confidence, why })

export interface Picture {
  readonly diagram: Diagram
  readonly settings: Settings
  readonly components: readonly Component[]
  readonly connections: readonly Connection[]
  /** The author annotated it with figures of ours. */
  readonly annotated: boolean
}

export function judgeArchitecture(picture: Picture): Verdict {
  const { diagram, settings, annotated } = picture
  if (settings.preset) return yes(1, `the diagram chooses the preset "${settings.preset}"`)
  if (annotated) return yes(0.97, 'it states figures of calls')
  if (diagram.arrows.length === 0) return no(0.9, 'it has no arrows')
  if (diagram.family === 'architecture') return yes(0.95, 'an architecture diagram')
  if (diagram.family === 'c4') return judgeC4(picture)
  if (diagram.family === 'sequence') return judgeSequence(picture)
  return diagram.family === 'flowchart' ? judgeFlowchart(picture) : no(1, 'not a family that shows calls')
}

/** Components of one container call each other in one process; the other C4 levels are systems. */
function judgeC4({ diagram, connections }: Picture): Verdict {
  const structure = connections.filter(({ role }) => role.value === 'structure').length
  if (structure / connections.length > 0.4)
    return no(0.8, 'its relations say how parts are structured, not who calls whom')
  if (diagram.keyword !== 'C4Component') return yes(0.9, `a ${diagram.keyword} diagram`)
  const crossing = connections.filter(reachesSystem)
  return crossing.length / connections.length >= 0.3
    ? yes(0.85, 'its components talk to other containers')
    : no(0.8, 'components inside one container')
}

/** A store, a broker, another system: more than a box of the default kind. */
function reachesSystem(connection: Connection): boolean {
  if (namesCall(connection)) return true
  const isSystemEnd = (end: End) =>
    isComponent(end) && !isInProcess(end) && natureOf(end) === 'system' && isSure(end)
  return [connection.from, connection.to].some(isSystemEnd)
}

const isInProcess = (end: End): boolean => isComponent(end) && /component$/.test(end.node.shape)

function crossesProcess(connection: Connection): boolean {
  return !isInProcess(connection.from) || !isInProcess(connection.to) || namesCall(connection)
}

function judgeSequence({ components, connections }: Picture): Verdict {
  const senders = components.filter(({ node }) => node.mentions.length > 0)
  const implied = impliedSystems(components, connections)
  const systems = senders.filter(one => isSystem(one) || implied.has(one.id))
  const machines = systems.filter(one => !hasKind(one, 'person'))
  const packets = connections.filter(({ arrow }) => packetWords.test(arrow.text)).length
  if (packets >= Math.max(2, connections.length * 0.3)) return no(0.85, 'the packets of a handshake')
  if (areFunctionCalls(senders, connections)) return no(0.8, 'messages are function calls')
  const known = machines.filter(isSystem)
  if (
    !(known.length >= 2 && known.some(isSure)) &&
    !(machines.length >= 2 && isAnchored(machines, connections))
  )
    return no(0.7, 'fewer than two participants are known as systems')
  if (connections.filter(speaksProtocol).length >= 2)
    return yes(0.9, 'messages name protocols between systems')
  const census = `${systems.length} of ${senders.length} participants are systems`
  const enough = senders.some(isProduct) ? 0.5 : 0.6
  return systems.length / senders.length >= enough ? yes(0.8, census) : no(0.7, `only ${census}`)
}

/** Where systems are told by whom they talk to: one of them is more than a table or a stream that an algorithm reads. */
function isAnchored(machines: readonly Component[], connections: readonly Connection[]): boolean {
  if (machines.some(one => isSure(one) && !isStore(one) && !isBroker(one))) return true
  if (connections.filter(speaksRemotely).length >= 2) return true
  const passes = (one: Component) =>
    connections.some(({ to }) => to === one) && connections.some(({ from }) => from === one)
  return machines.some(one => isSure(one) && isBroker(one) && passes(one))
}

const isSystem = (component: Component): boolean => natureOf(component) === 'system'

/** `App` and `Loader` may be parts of a program. */
const isSure = ({ kind }: Component): boolean => kind !== undefined && kind.confidence >= 0.6

const isProduct = (one: Component): boolean =>
  one.technology !== undefined && (isStore(one) || isBroker(one) || hasKind(one, 'cache'))

/** Many `save(order)`, no protocol named, and no store, broker or named services among the participants. */
function areFunctionCalls(senders: readonly Component[], connections: readonly Connection[]): boolean {
  const others = connections.filter(({ arrow }) => !namesFunction(arrow.text))
  const named = senders.filter(isNamedService).length >= 2
  return (
    others.length < connections.length * 0.6 && !named && !senders.some(isProduct) && !others.some(namesCall)
  )
}

/** By its label or by the technology of whom it reaches. */
const speaksProtocol = ({ protocols, role, arrow }: Connection): boolean =>
  role.value !== 'structure' &&
  arrow.text !== '' &&
  protocols.some(id => protocolById(id).layer === 'application')

/** By words that no function call has: `gRPC: getDrivers`, `REST`, but not a bare `SELECT`. */
const speaksRemotely = (connection: Connection): boolean =>
  namesCall(connection) &&
  connection.protocols.some(id => id !== 'sql' && protocolById(id).layer === 'application')

const packetWords = /\b(?:SYN|ACK|FIN|RST|ClientHello|ServerHello|PING|PONG|Finished)\b/

function judgeFlowchart({ components, connections }: Picture): Verdict {
  const evidence = evidenceOf(components, connections)
  for (const reading of readings) {
    const verdict = reading(evidence)
    if (verdict) return verdict
  }
  return no(0.6, 'too few boxes are known as systems')
}

type Reading = (evidence: Evidence) => Verdict | undefined

const decides: Reading = ({ decisions, share }) => {
  if (decisions >= 2 || (share.decision > 0 && decisions > 0)) return no(0.9, 'its arrows are decisions')
  return share.decision > 0.15 ? no(0.85, 'it has decisions') : undefined
}

const cables: Reading = ({ share, arrows, cables }) =>
  share.equipment >= 0.25 || cables / arrows >= 0.25
    ? no(0.85, 'it shows cables and networks, not calls')
    : undefined

const structures: Reading = ({ structure, arrows, named, infrastructure }) => {
  const most = named >= 2 || (named > 0 && infrastructure >= 2) ? 0.5 : 0.3
  return structure / arrows > most
    ? no(0.85, 'its arrows say how parts are structured, not who calls whom')
    : undefined
}

const proceeds: Reading = ({ share, activities, boxes, named, arrows }) =>
  share.step + share.code + (0.7 * activities) / boxes > 0.3 && named / arrows < 0.4
    ? no(0.8, 'its boxes are steps or code')
    : undefined

const plans: Reading = ({ phases, arrows }) =>
  phases / arrows >= 0.3 ? no(0.85, 'its groups are phases of a plan') : undefined

const delivers: Reading = ({ stages, named, arrows }) =>
  stages >= 0.4 && named / arrows < 0.3 ? no(0.8, 'the stages of a delivery pipeline') : undefined

const namesClasses: Reading = ({ identifiers, boxes, named, messages }) =>
  identifiers / boxes >= 0.5 && named + messages === 0
    ? no(0.75, 'its boxes are named as classes are')
    : undefined

const callsFunctions: Reading = ({ functions, arrows }) =>
  functions / arrows >= 0.3 ? no(0.8, 'its arrows are function calls') : undefined

const lists: Reading = ({ share }) => (share.topic > 0.1 ? no(0.7, 'its boxes are topics') : undefined)

const namesProtocols: Reading = ({ named, figured, arrows, systems, infrastructure, services }) => {
  if (named / arrows < 0.25 || systems < 0.4) return undefined
  const known = infrastructure + services
  const mostly = named >= 2 && named / arrows >= 0.6
  const enough = mostly || (figured > 0 && systems >= 0.6) || (known >= 1 && (named >= 2 || systems >= 0.6))
  return enough ? yes(0.9, `${named} of ${arrows} arrows name a protocol or figures of a call`) : undefined
}

/** Somebody in front, a server behind, and no box that is anything else: what people draw first. */
const showsTiers: Reading = ({ systems, front, surelyFront, infrastructure, services, bare }) =>
  systems > 0.99 && (infrastructure >= 1 || services >= 2) && (bare ? surelyFront : front) >= 1
    ? yes(0.75, 'clients in front of what they reach, and nothing else')
    : undefined

const namesNothing: Reading = ({ bare }) =>
  bare ? no(0.6, 'bare words without labels: they may be packages') : undefined

const showsSystems: Reading = ({ systems, infrastructure, services, kinds, boxes }) => {
  if (kinds < 2) return undefined
  const some = systems >= 0.6 && infrastructure >= 3
  const most =
    systems >= 0.75 &&
    (infrastructure >= 2 || (infrastructure >= 1 && (kinds >= 3 || infrastructure + services >= 3)))
  return some || most ? yes(0.8, `${Math.round(systems * boxes)} of ${boxes} boxes are systems`) : undefined
}

const sendsMessages: Reading = ({ messages, systems, services }) =>
  messages >= 2 && systems >= 0.75 && services >= 1
    ? yes(0.8, 'systems send messages through a broker')
    : undefined

const showsServices: Reading = ({ services, boxes, worded, arrows, systems }) => {
  if (systems < 0.8) return undefined
  const enough = services >= 3 && services / boxes >= 0.6
  return enough || (services >= 2 && worded / arrows >= 0.5)
    ? yes(0.7, `${services} of ${boxes} boxes are services`)
    : undefined
}

/** A system among the people who use it and the services it calls, each arrow with its reason. */
const showsContext: Reading = ({ systems, surelyFront, services, labelled, arrows }) =>
  systems >= 0.8 && surelyFront >= 1 && services >= 1 && labelled / arrows >= 0.8
    ? yes(0.7, 'people and services around a system')
    : undefined

/** The first that applies decides: what speaks against comes first. */
const readings: readonly Reading[] = [
  decides,
  cables,
  structures,
  proceeds,
  plans,
  delivers,
  callsFunctions,
  namesClasses,
  lists,
  namesProtocols,
  showsTiers,
  namesNothing,
  showsSystems,
  sendsMessages,
  showsServices,
  showsContext,
]

export interface Judged {
  readonly architecture: Verdict
  readonly programs: Programs
}

/** Each arrow for itself: in a mixed picture only those between systems are calls. */
export function judgeNetwork(connection: Connection, { architecture, programs }: Judged): Verdict {
  const { role, from, to, figures, arrow } = connection
  if (!architecture.value) return no(architecture.confidence, architecture.why)
  if (role.value === 'structure' || role.value === 'usage') return no(role.confidence, role.why)
  if (arrow.stroke === 'invisible') return no(0.99, 'an invisible link')
  if (from === to) return no(0.95, 'it stays within one component')
  if ([from, to].some(isPhase)) return no(0.85, 'an end is a phase of a plan')
  if ([from, to].some(isEmbedded)) return no(0.85, 'one lives in the process of the other')
  if (Object.values(figures).some(figure => figure?.stated)) return yes(0.97, 'its figures are stated')
  if (!crossesProcess(connection)) return no(0.85, 'two components of one process')
  if (staysInProgram(programs, connection) && !namesCall(connection))
    return no(0.75, 'two parts of one program')
  const natures = [from, to].map(end => (isComponent(end) ? natureOf(end) : 'system'))
  if (natures.some(nature => noSystem.has(nature))) return no(0.8, 'an end is no running system')
  if (natures.includes('step') && !namesCall(connection)) return no(0.7, 'an end is a step, not a system')
  if (natures.every(nature => nature === 'system')) return yes(0.9, 'between two systems')
  return yes(0.7, 'beside known systems')
}

const isEmbedded = (end: End): boolean =>
  isComponent(end) && (end.technology?.embedded === true || inMemory.test(end.text))

const inMemory = /\bin[- ]process\b|\b(?:browser|local|l1)\b.*\bcache\b/i

const noSystem: ReadonlySet<Nature> = new Set<Nature>(['decision', 'code', 'topic', 'equipment'])
