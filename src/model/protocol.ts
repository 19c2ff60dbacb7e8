// Which protocol an arrow speaks: stated, named in its label, or told by its ends.

import {
  type Inference,
  type Kind,
  type ProtocolId,
  protocolById,
  protocolsIn,
  rememberedBy,
  type Technology,
  technologiesIn,
} from '../knowledge'
import type { Arrow } from '../syntax/tree'
import {
  type End,
  framesAround,
  hasKind,
  holdsData,
  isBroker,
  isClient,
  isComponent,
  isEdge,
  isService,
} from './ends'
import type { Component, Connection, Figures } from './system'
import type { ArrowAttributes } from './vocabulary'
import { wordingOf } from './wording'

export interface ProtocolReading {
  readonly protocol?: Inference<ProtocolId>
  /** All that are named, the application's first. */
  readonly protocols: readonly ProtocolId[]
}

/** The ends of an arrow in calling order. */
export interface CalledEnds {
  readonly caller: End
  readonly callee: End
}

export function readProtocol(
  arrow: Arrow,
  figures: Figures<ArrowAttributes>,
  { caller, callee }: CalledEnds,
): ProtocolReading {
  if (figures.protocol) return statedProtocol(figures.protocol.value)
  const named = namedProtocols(arrow)
  if (named) return overItsTransport(named, callee) ?? named
  return servedBetween(caller, callee) ?? spokenByProduct(caller, callee)
}

/** What a broker delivers comes by its protocol, whatever its consumer speaks as a server. */
function spokenByProduct(caller: End, callee: End): ProtocolReading {
  const [server] = [isBroker(caller) && !holdsData(callee) ? caller : callee].filter(isComponent)
  return server?.technology ? spokenBy(server.technology) : noProtocol
}

/** `TCP` or `TLS` to a database says what its own protocol runs over. */
function overItsTransport({ protocols: named }: ProtocolReading, callee: End): ProtocolReading | undefined {
  if (!isComponent(callee) || !callee.technology || !holdsData(callee)) return undefined
  if (!named.every(id => streamTransports.has(id))) return undefined
  const { protocol, protocols } = spokenBy(callee.technology)
  return protocol && { protocol, protocols: [...protocols, ...named] }
}

const streamTransports: ReadonlySet<ProtocolId> = new Set(['tcp', 'tls', 'mtls'])

const noProtocol: ProtocolReading = { protocols: [] }

function statedProtocol(text: string): ProtocolReading {
  const named = protocolsIn(text).map(({ id }) => id)
  const first = named[0]
  return first ? { protocol: { value: first, confidence: 1, why: 'stated' }, protocols: named } : noProtocol
}

interface NamedProtocol {
  readonly id: ProtocolId
  readonly confidence: number
  readonly word: string
}

const namedProtocols = rememberedBy(
  ({ technology, text }: Arrow) => (technology ? `${technology}\n${text}` : text),
  ({ technology, text }): ProtocolReading | undefined => {
    const named = protocolsNamed([technology ?? '', text])
    const [first] = named
    if (!first) return undefined
    const { id, confidence, word } = first
    return {
      protocol: { value: id, confidence, why: `'${word}' in the label` },
      protocols: named.map(({ id }) => id),
    }
  },
)

/** Application protocols before the transports they run over. */
function protocolsNamed(places: readonly string[]): readonly NamedProtocol[] {
  const named = places.flatMap(place =>
    protocolsIn(place).map(({ id, start, end, confidence }) => ({
      id,
      confidence,
      word: place.slice(start, end),
    })),
  )
  const isApplication = ({ id }: NamedProtocol) => protocolById(id).layer === 'application'
  const ordered = [...named.filter(isApplication), ...named.filter(each => !isApplication(each))]
  return ordered.filter((each, index) => ordered.findIndex(other => other.id === each.id) === index)
}

/** Clients and what stands in front of it reach a WebSocket server by a socket; who calls it from behind may do otherwise. */
function servedBetween(caller: End, callee: End): ProtocolReading | undefined {
  const served = isComponent(callee) ? (servedBy(callee) ?? servedAround(callee)) : servedBy(callee)
  if (served && (!isSocket(served) || isClient(caller) || isEdge(caller))) return served
  const serving = isComponent(caller) && isClient(callee) ? servedBy(caller) : undefined
  if (serving && isSocket(serving)) return serving
  return isComponent(callee) && !callee.technology ? spokenAround(callee) : undefined
}

/** Members of a group named `WebSocket servers` are such servers. */
function servedAround(callee: Component): ProtocolReading | undefined {
  const served = isService(callee) && callee.boundary ? servedBy(callee.boundary) : undefined
  return served && isSocket(served) ? served : undefined
}

/** A topic in a group named `Kafka` is spoken to as Kafka is, a database in one named `PostgreSQL` as Postgres is. */
function spokenAround(member: Component): ProtocolReading | undefined {
  const family = [brokers, databases].find(kinds => hasKind(member, ...kinds))
  for (const { text } of family ? framesAround(member) : []) {
    const products = technologiesIn(text).filter(({ technology }) => family?.includes(technology.kind))
    const [product] = products
    if (product && (family === brokers || products.length === 1)) return spokenBy(product.technology)
  }
  return undefined
}

const brokers: readonly Kind[] = ['queue', 'stream']
const databases: readonly Kind[] = ['database', 'warehouse', 'cache']

const isSocket = ({ protocol }: ProtocolReading): boolean => protocol?.value === 'websocket'

/** A box named for what it serves: `gRPC server`, `REST API`. */
const servedBy = rememberedBy(
  (end: End) => `${belowName(end)}\n${end.text}`,
  (end): ProtocolReading | undefined => {
    const [, word = ''] = serverName.exec(end.text) ?? socketLine.exec(belowName(end)) ?? []
    const [mention] = protocolsIn(word)
    return (
      mention && {
        protocol: { value: mention.id, confidence: 0.9, why: `'${word}' in the name of the server` },
        protocols: [mention.id],
      }
    )
  },
)

const serverName =
  /^\W*(?=\w)(?:[\w-]+ ){0,2}?(grpc|rest(?:ful)?|graphql|web ?socket|ws|soap)[ -](?:server|api|endpoint|gateway|hub|handler|service)s?\b/i

/** A line of its own below the name: `Realtime gateway`, `WebSocket fan-out`. */
const socketLine =
  /^\W*(web ?sockets?|socket\.io|wss?)(?: (?:fan-?out|push|hub|server|gateway|updates?|streams?|connections?))?(?=\W|$)/i

const belowName = (end: End): string => (isComponent(end) ? end.text.slice(end.headline.length) : '')

/** A technology with one protocol of its own (Postgres, Redis, Kafka) settles it; the first of several is likely. */
const spokenBy = rememberedBy(
  ({ id }: Technology) => id,
  (technology): ProtocolReading => {
    const [first] = technology.protocols
    if (!first) return noProtocol
    const confidence = settlesProtocol(technology) ? 0.9 : 0.7
    return { protocol: { value: first, confidence, why: `${technology.name} speaks it` }, protocols: [first] }
  },
)

/** What a provider runs is called over HTTPS, whichever version of HTTP the two agree on. */
const settlesProtocol = ({ name, protocols, managed }: Technology): boolean =>
  protocols.length === 1 ||
  name.toLowerCase().includes(protocols[0] ?? name) ||
  (managed === true && protocols.every(id => callsOverHttps.has(id)))

const callsOverHttps: ReadonlySet<ProtocolId> = new Set(['https', 'http2', 'http3', 'rest'])

/** A request of an API that its caller waits for: HTTP or a remote procedure call, named or shown by a method. */
export const isApiRequest = ({ role, mode, protocol, request, figures }: Connection): boolean =>
  role.value === 'call' &&
  mode.value === 'sync' &&
  (protocol ? apiProtocols.has(protocol.value) : (request?.method ?? figures.method) !== undefined)

const apiProtocols: ReadonlySet<ProtocolId> = new Set([
  'http',
  'https',
  'http1',
  'http2',
  'http3',
  'rest',
  'graphql',
  'grpc',
  'grpc-web',
  'connect',
  'json-rpc',
  'xml-rpc',
  'soap',
  'thrift',
  'rpc',
])

/** Its label names a protocol of the application layer, or states a timeout, retries … */
export function namesCall({ role, arrow, figures, protocols }: Connection): boolean {
  if (role.value === 'structure') return false
  if (statesFigures({ figures })) return true
  if (protocols.length === 0 || (arrow.text === '' && !arrow.technology)) return false
  return protocolsIn(wordingOf(arrow)).some(({ id }) => protocolById(id).layer === 'application')
}

/** A timeout, retries … */
export const statesFigures = ({ figures }: Pick<Connection, 'figures'>): boolean =>
  callFigures.some(key => figures[key]?.stated)

const callFigures = [
  'timeout',
  'deadline',
  'attempts',
  'retries',
  'breaker',
  'backoff',
  'hedge',
  'idempotencyKey',
] as const
