// Is this diagram a design whose arrows are network calls? And is this arrow one? Precision first.

import { arrowMeaning, type Inference, type Kind, protocolById } from '../knowledge'
import type { Diagram } from '../syntax/tree'
import { type End, isComponent } from './ends'
import { type Nature, natureOf } from './nature'
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
  if (diagram.keyword !== 'C4Component') return yes(0.9, `a ${diagram.keyword} diagram`)
  const crossing = connections.filter(connection => crossesProcess(connection))
  return crossing.length > 0 ? yes(0.85, 'its components talk to other containers') : no(0.8, 'components inside one container')
}

function crossesProcess({ from, to, protocols }: Connection): boolean {
  const inProcess = (end: End) => isComponent(end) && end.node.shape.includes('component')
  return protocols.length > 0 || !(inProcess(from) && inProcess(to))
}

function judgeSequence({ components, connections, diagram }: Picture): Verdict {
  const senders = components.filter(({ node }) => node.mentions.length > 0)
  const systems = senders.filter(isSystem).length
  const handshakes = connections.filter(({ arrow }) => packetWords.test(arrow.text)).length
  if (handshakes >= Math.max(2, connections.length * 0.3)) return no(0.85, 'the packets of a handshake')
  const functionCalls = connections.filter(({ arrow }) => functionCall.test(arrow.text)).length
  const named = connections.filter(isNamedCall).length
  if (functionCalls > connections.length * 0.4 && named === 0) return no(0.8, 'messages are function calls')
  if (named >= 2 && systems >= 2) return yes(0.9, 'messages name protocols between systems')
  if (systems / Math.max(1, senders.length) >= 0.6 && systems >= 2) return yes(0.8, `${systems} of ${senders.length} participants are systems`)
  return no(0.7, `${systems} of ${diagram.nodes.length} participants are known as systems`)
}

const packetWords = /\b(?:SYN|ACK|FIN|RST|ClientHello|ServerHello|PING|PONG|Finished)\b/
const functionCall = /^[\w.]*\w\([^)]*\)$|^new\s+\w+/

function judgeFlowchart({ components, connections }: Picture): Verdict {
  const judged = components.filter(({ incoming, outgoing }) => incoming.length + outgoing.length >= 0)
  const census = censusOf(judged)
  const total = Math.max(1, judged.length)
  const arrows = Math.max(1, connections.length)
  const named = connections.filter(isNamedCall).length
  const decisions = connections.filter(({ arrow, role }) => role.value === 'structure' && arrowMeaning(arrow.text)?.value === 'decision').length
  const structure = connections.filter(({ role }) => role.value === 'structure').length - decisions
  if (decisions >= 2 || (census.decision > 0 && decisions > 0)) return no(0.9, 'its arrows are decisions')
  if (census.decision / total > 0.15) return no(0.85, 'it has decisions')
  if (structure / arrows > 0.3) return no(0.85, 'its arrows say how parts are structured, not who calls whom')
  if ((census.step + census.code) / total > 0.3 && named / arrows < 0.4) return no(0.8, 'its boxes are steps or code')
  const systems = census.system / total
  if (named >= 2 && named / arrows >= 0.25 && systems >= 0.4) return yes(0.9, `${named} of ${connections.length} arrows name a protocol`)
  const infrastructure = new Set(judged.filter(isInfrastructure).map(component => component.id))
  const kinds = new Set(judged.filter(isInfrastructure).map(component => component.kind?.value))
  if (systems >= 0.6 && infrastructure.size >= 3 && kinds.size >= 2) return yes(0.8, `${census.system} of ${judged.length} boxes are systems`)
  if (systems >= 0.75 && infrastructure.size >= 2 && kinds.size >= 2) return yes(0.75, `${census.system} of ${judged.length} boxes are systems`)
  return no(0.6, 'too few boxes are known as systems')
}

function censusOf(components: readonly Component[]): Record<Nature, number> {
  const census = { system: 0, step: 0, decision: 0, code: 0, unknown: 0 }
  for (const component of components) census[natureOf(component)]++
  return census
}

const isSystem = (component: Component): boolean => natureOf(component) === 'system'

const isNamedCall = ({ protocols, role, arrow }: Connection): boolean =>
  role.value !== 'structure' && arrow.text !== '' && protocols.some(id => protocolById(id).layer === 'application')

const infrastructureKinds: ReadonlySet<Kind> = new Set([
  'browser', 'mobile', 'client', 'gateway', 'balancer', 'cdn', 'waf', 'dns', 'cache', 'database', 'queue', 'stream',
  'objectStore', 'search', 'proxy', 'function', 'warehouse', 'stun', 'turn', 'sfu',
])

const isInfrastructure = ({ kind }: Component): boolean =>
  kind !== undefined && kind.confidence >= 0.6 && infrastructureKinds.has(kind.value)

/** Each arrow for itself: in a mixed picture only those between systems are calls. */
export function judgeNetwork(connection: Connection, architecture: Verdict): Verdict {
  const { role, from, to, figures, protocols, arrow } = connection
  if (!architecture.value) return no(architecture.confidence, architecture.why)
  if (role.value === 'structure' || role.value === 'usage') return no(role.confidence, role.why)
  if (arrow.stroke === 'invisible') return no(0.99, 'an invisible link')
  if (Object.values(figures).some(figure => figure?.stated)) return yes(0.97, 'its figures are stated')
  if (!crossesProcess(connection)) return no(0.85, 'two components of one process')
  const natures = [from, to].map(end => (isComponent(end) ? natureOf(end) : 'system'))
  if (natures.some(nature => nature === 'decision' || nature === 'code')) return no(0.8, 'an end is no running system')
  if (natures.includes('step') && protocols.length === 0) return no(0.7, 'an end is a step, not a system')
  if (natures.every(nature => nature === 'system')) return yes(0.9, 'between two systems')
  return yes(0.7, 'beside known systems')
}
