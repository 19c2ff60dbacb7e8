// Finds protocols in the label of an arrow: names, URL schemes, ports, and `GET /orders`.

import { lazily } from '../lazily'
import { namesIn } from '../names/lexicon'
import { protocolNameTable } from '../names/tables'
import { remembered } from '../remembered'
import { type Protocol, type ProtocolId, protocolById, protocols } from './protocol'
import { type ProtocolRow, protocolRows } from './protocol-table'

export interface ProtocolMention {
  readonly id: ProtocolId
  readonly start: number
  readonly end: number
  readonly confidence: number
}

/**
 * The protocols that a label names, the most telling first: "SSE over HTTP/2" yields `sse`, then `http2`.
 * A stack names its application style before its carrier, its carrier before its security.
 */
export const protocolsIn = remembered(readProtocols)

function readProtocols(text: string): readonly ProtocolMention[] {
  const found = [...schemes(text), ...requestLines(text), ...named(text), ...ports(text)]
  const best = new Map<ProtocolId, ProtocolMention>()
  for (const mention of found) {
    const known = best.get(mention.id)
    if (!known || mention.confidence > known.confidence) best.set(mention.id, mention)
  }
  return [...best.values()].sort((a, b) => weight(b.id) - weight(a.id) || a.start - b.start)
}

function named(text: string): ProtocolMention[] {
  const mentions: ProtocolMention[] = []
  for (const { value: id, start, end, everyday } of namesIn(protocolNameTable(), text)) {
    if (isOrdinary(id, text, { start, end })) continue
    const secured = id === 'http' && /^\(s\)/i.test(text.slice(end))
    mentions.push({
      id: secured ? 'https' : id,
      start,
      end,
      confidence: everyday ? 0.75 : sureness(id),
    })
  }
  return mentions
}

/** Names of products stand for their protocol, if a little less surely than the protocol's own name. */
function sureness(id: ProtocolId): number {
  return id === 'polling' || id === 'resp' || id === 'kafka' || id === 'mongodb' || id === 'git' ? 0.85 : 0.95
}

/** `the rest of the data`, `ws` in a path: an everyday word after all. */
function isOrdinary(id: ProtocolId, text: string, { start, end }: { start: number; end: number }): boolean {
  const before = text.slice(Math.max(0, start - 8), start).toLowerCase()
  const after = text.slice(end, end + 8).toLowerCase()
  if (id === 'rest' && text.slice(start, end) === 'rest') {
    return /\b(?:the|at|all|for|to)\s+$/.test(before) || /^\s+(?:of|is|are|mode)\b/.test(after)
  }
  if (id === 'websocket') return isOrdinarySocket(text, { start, end })
  if (id === 'sse') return /^[- ](?:kms|s3|c\b|aes|encrypt)/.test(after)
  return false
}

/** `ws` in a name or a key (`ws-server-7`, `ws:user:1`, `chat-ws`), or in a class: `WebSocketHandler`. `/ws` ends a path, `ws.send()` sends. */
function isOrdinarySocket(text: string, { start, end }: { start: number; end: number }): boolean {
  const [before, after] = [text.slice(0, start), text.slice(end)]
  if (/\p{L}$/u.test(before) || /^\p{L}/u.test(after)) return true
  if (end - start > 2) return false
  if (/[-._:\d]$/.test(before) || (/^[-.:_/]\w/.test(after) && !/^\.\w+\(/.test(after))) return true
  return (
    before.endsWith('/') && text.slice(start, end) === 'ws' && /\b(?:POST|PUT|PATCH|DELETE)\b/.test(before)
  )
}

const schemeIds: ReadonlyMap<string, ProtocolId> = new Map(
  Object.entries({
    http: 'http',
    https: 'https',
    ws: 'websocket',
    wss: 'websocket',
    ftp: 'ftp',
    ftps: 'ftps',
    sftp: 'sftp',
    ssh: 'ssh',
    amqp: 'amqp',
    amqps: 'amqp',
    mqtt: 'mqtt',
    mqtts: 'mqtt',
    redis: 'resp',
    rediss: 'resp',
    postgres: 'postgres',
    postgresql: 'postgres',
    mysql: 'mysql',
    mariadb: 'mysql',
    mongodb: 'mongodb',
    'mongodb+srv': 'mongodb',
    grpc: 'grpc',
    grpcs: 'grpc',
    tcp: 'tcp',
    udp: 'udp',
    tls: 'tls',
    nats: 'nats',
    ldap: 'ldap',
    ldaps: 'ldap',
    rtmp: 'rtmp',
    rtsp: 'rtsp',
    s3: 's3',
    smtp: 'smtp',
    coap: 'coap',
    stun: 'stun',
    turn: 'turn',
    turns: 'turn',
    bolt: 'bolt',
    jdbc: 'jdbc',
    git: 'git',
  }),
)

/** What is spoken at an address that begins with this scheme, in lower case and without its colon. */
export const protocolOfScheme = (scheme: string): ProtocolId | undefined => schemeIds.get(scheme)

function schemes(text: string): ProtocolMention[] {
  const mentions: ProtocolMention[] = []
  for (const match of text.matchAll(/\b([a-z0-9+]{2,12}):\/\//gi)) {
    const id = schemeIds.get((match[1] ?? '').toLowerCase())
    if (id) mentions.push({ id, start: match.index, end: match.index + match[0].length, confidence: 1 })
  }
  return mentions
}

/** `GET /orders`, `POST orders/1`: REST by habit, HTTP for certain. */
function requestLines(text: string): ProtocolMention[] {
  const match =
    /\b(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)(?:\s+(?=[/{:<"]|https?:)|(?=\/)|$|\s(?=\s*$))/.exec(text)
  if (!match) return []
  const [start, end] = [match.index, match.index + match[0].trimEnd().length]
  const sure = match[0] !== match[0].trimEnd() || text.charAt(end) === '/'
  return [
    { id: 'rest', start, end, confidence: sure ? 0.75 : 0.5 },
    { id: 'http', start, end, confidence: sure ? 0.9 : 0.6 },
  ]
}

/** The protocols that usually listen on a port. */
const portIds = lazily(() => {
  const ids = new Map<number, ProtocolId>([
    [8080, 'http'],
    [8443, 'https'],
    [50051, 'grpc'],
    [8883, 'mqtt'],
    [5671, 'amqp'],
    [53, 'dns'],
    [80, 'http'],
    [443, 'https'],
    [22, 'ssh'],
    [25, 'smtp'],
    [465, 'smtp'],
    [143, 'imap'],
    [636, 'ldap'],
    [853, 'dns'],
    [853, 'dns'],
    [4318, 'otlp'],
  ])
  for (const { defaultPort, id } of protocols)
    if (defaultPort !== undefined && !ids.has(defaultPort)) ids.set(defaultPort, id)
  return ids
})

/** `:443`, `port 5432`, `TCP 6379`, `5432/tcp`. */
function ports(text: string): ProtocolMention[] {
  const mentions: ProtocolMention[] = []
  for (const match of text.matchAll(
    /(?::|\bport[ :]?\s?|\b(?:tcp|udp|tls)[ /:]{1,2})(\d{2,5})\b(?!\.\d)|\b(\d{2,5})\/(?:tcp|udp)\b/gi,
  )) {
    const id = portIds().get(Number(match[1] ?? match[2]))
    if (!id || /\d$/.test(text.charAt(match.index - 1)) || !isLikelyPort(match[0])) continue
    if (/udp/i.test(match[0]) && !overUdp().has(id)) continue
    mentions.push({ id, start: match.index, end: match.index + match[0].length, confidence: 0.7 })
  }
  return mentions
}

/** Port 9000 over UDP is not what listens on 9000 over TCP. */
const overUdp = lazily(() => {
  const rows: readonly (ProtocolRow & { readonly id: ProtocolId })[] = protocolRows
  const datagrams = rows.filter(({ over }) => over === 'udp' || over === 'quic')
  return new Set<ProtocolId>(['dns', 'http3', ...datagrams.map(({ id }) => id)])
})

/** After a bare colon, `user:123` is not a port; `:443` and four digits are. */
function isLikelyPort(raw: string): boolean {
  return !raw.startsWith(':') || raw.length > 4 || /^:(?:2[125]|53|80|443|389|636)$/.test(raw)
}

/** How much a protocol tells of the exchange: application styles before carriers before security and transport. */
function weight(id: ProtocolId): number {
  const protocol = protocolById(id)
  if (!protocol) return 0
  if (protocol.layer === 'application') return carriers[id] ?? specificity(protocol)
  return protocol.id === 'tls' || protocol.id === 'mtls' ? 2 : 1
}

const carriers: Readonly<Partial<Record<ProtocolId, number>>> = {
  http3: 6,
  http2: 6,
  http1: 5,
  https: 4,
  http: 3,
  oauth: 7,
  oidc: 7,
  sql: 7,
  jdbc: 7,
  odbc: 7,
  polling: 7,
  rpc: 7,
  'json-rpc': 8,
}

function specificity(protocol: Protocol): number {
  return protocol.style === 'stream' ? 10 : 9
}
