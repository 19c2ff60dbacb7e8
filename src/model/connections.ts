// Arrows into connections: which end calls, in which role, by which protocol, in which mode.

import {
  arrowMeaning,
  type Inference,
  namesHost,
  namesLink,
  namesNetwork,
  type ProtocolId,
  protocolById,
  protocolsIn,
  tellsOfMiss,
} from '../knowledge'
import { isTimeline, notationOf } from '../syntax/notation'
import type { Arrow, Diagram } from '../syntax/tree'
import type { Annotations } from './annotations'
import type { Parts } from './components'
import { depthOf, type End, isComponent, isService, isSurelyClient } from './ends'
import { hiddenAttempts } from './hidden-defaults'
import { type CalledEnds, readProtocol } from './protocol'
import { crossingOf, sourceOf } from './regions'
import { type ArrowHint, roleOf } from './roles'
import type { Connection, Figures, Mode, Role } from './system'
import type { ArrowAttributes } from './vocabulary'
import { wordingOf } from './wording'

type Direction = Connection['direction']

/** One connection for each arrow whose two ends exist. Whether it is a network call is judged later. */
export function connectionsOf(diagram: Diagram, source: ConnectionSource): readonly UnjudgedConnection[] {
  const { parts, annotations, replies, answered } = source
  const attaches = attachmentsOf(diagram)
  const connections: UnjudgedConnection[] = []
  const operators = operatorsOf(diagram)
  const reached = new Map<End, Set<End>>()
  diagram.arrows.forEach((arrow, index) => {
    const from = parts.endOf(arrow.from)
    const to = parts.endOf(arrow.to)
    if (!from || !to) return
    const answersAnother = reached.get(to)?.has(from) ?? false
    const before = reached.get(from)
    if (before) before.add(to)
    else reached.set(from, new Set([to]))
    const connection = connectionOf({
      arrow,
      index,
      from,
      to,
      figures: annotations.arrows[index] ?? {},
      answersAnother,
      attaches: attaches(arrow) || (!isTimeline(diagram) && joins(arrow, [from, to])),
      fromOperator: operators.has(arrow.from),
      isReply: replies.has(index),
      isAnswered: answered.has(index),
      request: annotations.requests[index],
      settledRole: source.roles?.get(index),
    })
    connections.push(connection)
  })
  return connections
}

/** A connection before anything is known of the picture as a whole. */
export interface UnjudgedConnection extends Connection {
  network: Connection['network']
  chances: Connection['chances']
}

export interface ConnectionSource {
  readonly parts: Parts
  readonly annotations: Annotations
  /** Messages of a sequence diagram that close a call. */
  readonly replies: ReadonlySet<number>
  /** Messages of a sequence diagram whose call is closed by a reply. */
  readonly answered: ReadonlySet<number>
  /** Roles by place of arrow that are settled by more than the arrow and its ends. */
  readonly roles?: ReadonlyMap<number, Inference<Role>>
}

const isHeadless = ({ head, tail }: Arrow): boolean => head === 'none' && tail === 'none'

/**
 * Beside arrows with heads a line without head and words is no call: it ties a port to its service, a disk to its
 * server. Who draws most calls without heads may mean one by a solid line.
 */
function attachmentsOf(diagram: Diagram): (arrow: Arrow) => boolean {
  const { arrows } = diagram
  const headless = arrows.filter(isHeadless).length
  if (!notationOf(diagram).choosesHeads || headless === arrows.length) return () => false
  const isRare = headless * 2 <= arrows.length
  return arrow => isHeadless(arrow) && arrow.text === '' && (isRare || arrow.stroke === 'dotted')
}

/** A cable, a tunnel, a host and what runs on it: said by the words, or by an end where the line says nothing. */
function joins(arrow: Arrow, ends: readonly End[]): boolean {
  if (arrow.technology !== undefined) return false
  const says = namesLink(arrow.text)
  if (says && (isHeadless(arrow) || ends.some(isPlace))) return true
  if (arrow.text !== '' && !says) return isHeadless(arrow) && !speaks(arrow) && ends.some(isPlace)
  return ends.some(isPlace) && (isHeadless(arrow) || ends.some(isHost))
}

const speaks = (arrow: Arrow): boolean => protocolsIn(wordingOf(arrow)).length > 0
const isHost = (end: End): boolean => isComponent(end) && namesHost(end.text)
const isPlace = (end: End): boolean => isHost(end) || (isComponent(end) && namesNetwork(end.text))

/** Who clicks, fills in or opens a page anywhere in the picture. */
const operatorsOf = ({ arrows }: Diagram): ReadonlySet<string> =>
  new Set(arrows.flatMap(({ from, text }) => (arrowMeaning(text)?.value === 'gesture' ? [from] : [])))

interface DrawnArrow {
  readonly arrow: Arrow
  readonly index: number
  readonly from: End
  readonly to: End
  readonly figures: Figures<ArrowAttributes>
  readonly answersAnother: boolean
  /** A line that ties two boxes together, beside arrows that are calls. */
  readonly attaches: boolean
  readonly fromOperator: boolean
  /** A sequence message that closes a call. */
  readonly isReply: boolean
  readonly isAnswered: boolean
  readonly request: Connection['request']
  readonly settledRole: Inference<Role> | undefined
}

function connectionOf(drawn: DrawnArrow): UnjudgedConnection {
  const { arrow, index, from, to, figures, request } = drawn
  const direction = directionOf(arrow, from, to)
  const [caller, callee] = direction.value === 'backward' ? [to, from] : [from, to]
  const { protocol, protocols } = readProtocol(arrow, figures, { caller, callee })
  const role =
    drawn.settledRole ?? (drawn.isReply ? closesCall : roleOf(hintOf(drawn, { caller, callee, protocols })))
  const assumed = {
    ...distanceFigures(caller, callee),
    ...(role.value === 'call' && hiddenAttempts({ caller, callee, protocols, figures })),
  }
  return {
    arrow,
    index,
    from,
    to,
    caller,
    callee,
    role,
    direction,
    network: unjudged,
    chances: { call: 0, message: 0 },
    protocol,
    protocols,
    mode: modeOf(arrow, figures, { role: role.value, protocols, drawn }),
    figures: Object.keys(assumed).length > 0 ? { ...assumed, ...figures } : figures,
    request,
    span: arrow.span,
  }
}

const unjudged: Connection['network'] = { value: false, confidence: 0, why: 'not judged' }

const closesCall: Inference<Role> = {
  value: 'reply',
  confidence: 0.95,
  why: 'it closes the call that was made to its sender',
}

type Reached = CalledEnds & Pick<Connection, 'protocols'>

function hintOf(
  { arrow, figures, answersAnother, attaches, fromOperator, request }: DrawnArrow,
  { caller, callee, protocols }: Reached,
): ArrowHint {
  return {
    caller,
    callee,
    dotted: arrow.stroke === 'dotted',
    answersAnother,
    attaches,
    fromOperator,
    meaning: arrowMeaning(wordingOf(arrow)),
    namesProtocol: protocols.length > 0,
    fetches: protocols.some(id => requestProtocols.has(id)) || tellsOfMiss(arrow.text),
    asks:
      request !== undefined ||
      figures.timeout?.stated === true ||
      protocolsIn(wordingOf(arrow)).some(({ id }) => requestProtocols.has(id)),
    interval: figures.interval !== undefined || atIntervals.test(arrow.text),
    statedAsCall: callKeys.some(key => figures[key]?.stated),
    speaksProtocol: technologyNamesProtocol(arrow),
  }
}

const requestProtocols: ReadonlySet<ProtocolId> = new Set([
  'http',
  'https',
  'http2',
  'http3',
  'grpc',
  'graphql',
  'rest',
])

/** In C4, by the argument that is made for it. */
export const technologyNamesProtocol = ({ technology }: Arrow): boolean =>
  technology !== undefined && protocolsIn(technology).length > 0

const atIntervals = /\bpoll(?:s|ed|ing)?\b|\bevery \d/i

const callKeys = [
  'protocol',
  'method',
  'timeout',
  'deadline',
  'attempts',
  'retries',
  'breaker',
  'hedge',
  'fallback',
] as const

const headed: Direction = { value: 'forward', confidence: 0.95, why: 'the arrow head' }

/** By the heads drawn; where there are none, by what stands at the ends (client → edge → service → store). */
function directionOf(arrow: Arrow, from: End, to: End): Direction {
  if (arrow.variant === 'Rel_Back') return { value: 'backward', confidence: 1, why: 'Rel_Back' }
  const atTo = arrow.head !== 'none'
  const atFrom = arrow.tail !== 'none'
  if (atTo && atFrom) return { value: 'both', confidence: 0.9, why: 'heads at both ends' }
  if (atTo) return headed
  if (atFrom) return { value: 'backward', confidence: 0.9, why: 'the arrow head' }
  const [near, far] = [depthOf(from), depthOf(to)]
  if (near === undefined || far === undefined || near === far)
    return { value: 'unknown', confidence: 0, why: 'no arrow head' }
  return { value: near < far ? 'forward' : 'backward', confidence: 0.7, why: 'what stands at its ends' }
}

function modeOf(
  arrow: Arrow,
  figures: Figures<ArrowAttributes>,
  read: { role: Role; protocols: Connection['protocols']; drawn: DrawnArrow },
): Connection['mode'] {
  if (figures.mode) return { value: figures.mode.value, confidence: 1, why: figures.mode.source }
  if (read.role === 'enqueue' || read.role === 'delivery') return mode('async', 'it goes through a broker')
  if (read.role === 'feed' || read.role === 'replication') return mode('async', 'nobody waits for it', 0.8)
  if (arrow.variant?.includes('POINT')) return mode('async', 'the open arrow head of an asynchronous message')
  const meaning = arrowMeaning(arrow.text)
  if (meaning?.value === 'async' && (meaning.confidence >= telling || !asks(read.drawn)))
    return mode('async', meaning.why, meaning.confidence)
  const streaming = speaking(read.protocols).find(id => protocolById(id).style === 'stream')
  if (streaming) return mode('stream', `${protocolById(streaming).name} stays open`)
  if (meaning?.value === 'subscription') return mode('async', meaning.why, meaning.confidence)
  if (read.protocols.some(id => protocolById(id).style === 'message'))
    return mode('async', 'a messaging protocol', 0.8)
  return pushes(read.drawn) ? pushedMode : unsaidMode
}

const mode = (value: Mode, why: string, confidence = 0.9): Connection['mode'] => ({ value, confidence, why })

const unsaidMode = mode('sync', 'nothing says otherwise', 0.6)
const pushedMode = mode('async', 'a client answers no calls', 0.7)

/** Below this a word is as likely what is asked for as how it is sent. */
const telling = 0.7

/** A service hands a client what it has for it: `Chat server → Web client`. */
const pushes = (drawn: DrawnArrow): boolean =>
  isService(drawn.from) && isSurelyClient(drawn.to) && !asks(drawn)

/** It is answered, or its label names a request or a protocol that answers. */
const asks = ({ arrow, request, isAnswered }: DrawnArrow): boolean =>
  isAnswered ||
  request !== undefined ||
  protocolsIn(wordingOf(arrow)).some(({ id }) => {
    const { layer, style } = protocolById(id)
    return layer === 'application' && style === 'request'
  })

/** Every request travels in a TCP stream: a transport says how only where it stands alone. */
function speaking(protocols: Connection['protocols']): Connection['protocols'] {
  const applications = protocols.filter(id => protocolById(id).layer === 'application')
  return applications.length > 0 ? applications : protocols
}

/** Round trips between stated regions, measured or estimated. */
function distanceFigures(caller: End, callee: End): Figures<ArrowAttributes> | undefined {
  if (!isComponent(caller) || !isComponent(callee)) return undefined
  const crossing = crossingOf({ caller, callee })
  if (!crossing) return undefined
  return { rtt: { value: crossing.ms, stated: false, source: sourceOf(crossing), origin: 'catalogue' } }
}
