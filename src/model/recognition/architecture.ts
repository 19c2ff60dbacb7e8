// Is this diagram a design whose arrows are network calls? Precision first.

import { protocolById } from '../../knowledge'
import type { Diagram } from '../../syntax/tree'
import { type End, hasKind, isBroker, isComponent, isStore } from '../ends'
import { namesCall } from '../protocol'
import type { Component, Connection } from '../system'
import type { Settings } from '../vocabulary'
import { judgeFlowchart } from './flowchart'
import { impliedSystems } from './implied'
import { isNamedService, namesFunction } from './naming'
import { natureOf } from './nature'
import { no, type Verdict, yes } from './verdict'
import { isInProcess } from './within'

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
  return diagram.family === 'flowchart'
    ? judgeFlowchart(picture.components, picture.connections)
    : no(1, 'not a family that shows calls')
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
    connections.some(({ callee }) => callee === one) && connections.some(({ caller }) => caller === one)
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
