// Where something listens: `10.0.0.1:8080`, `localhost:3000`, `redis://cache:6379`, and addresses that cannot be.

import { ports, protocolById, protocolOfScheme, quantityAt } from '../../knowledge'
import { markdownCode } from '../../text/markdown'
import { type Amount, type AmountReader, phrase } from './amount'

const HOST = String.raw`(?:[a-z\d_](?:[\w-]{0,62}\.){0,8}[\w-]{0,62}|\[[\da-f:.]{2,45}\])`
const ENDPOINT = String.raw`(?:jdbc:)?([a-z][a-z\d+.-]{1,20}):\/\/(?:([^\s/@]{1,60})@)?(${HOST})(?::(\d{1,5}))?(?:[,/?#]\S{0,100})?`

export const endpointReaders: readonly AmountReader[] = [
  {
    pattern: phrase(ENDPOINT),
    read: ([whole, scheme = '', user, host = '', port]) =>
      listening(whole, { scheme: scheme.toLowerCase(), user, host, port }),
  },
  {
    pattern: phrase(String.raw`((?:stun|turn)s?):(${HOST})(?::(\d{1,5}))?(?:\?transport=\w{3})?`),
    read: ([whole, scheme = '', host = '', port]) =>
      listening(whole, { scheme: scheme.toLowerCase().replace(/s$/, ''), host, port }),
  },
  {
    pattern: phrase(String.raw`(${HOST}):(\d{1,5})(?:\/\S{0,100})?`),
    // A name before a number may be a setting: "retries:3".
    read: ([whole, host = '', port]) =>
      /\.|^localhost$|^\[/i.test(host) ? listening(whole, { host, port }) : undefined,
  },
  {
    pattern: phrase('([a-z][a-z\\d+.-]{1,20}):\\/\\/'),
    read: ([whole, scheme = '']) => ofScheme(whole, scheme.toLowerCase()),
  },
  {
    pattern: phrase('(\\d{1,5})\\/(?:tcp|udp)'),
    read: ([, port = '']) => (Number(port) > HIGHEST_PORT ? noPort(port) : portAlone(port)),
  },
  {
    pattern: phrase(String.raw`((?:\d{1,3}\.){3}\d{1,3})(?:\/(\d{1,3}))?`),
    read: ([whole, address = '', bits]) => impossible(whole, address, bits),
  },
]

interface Endpoint {
  readonly scheme?: string
  readonly user?: string | undefined
  readonly host: string
  readonly port: string | undefined
}

export const HIGHEST_PORT = 65_535

/** What a scheme says is spoken, the explanation, and the port where none is given if it isn't the protocol's own. */
const schemes: ReadonlyMap<string, readonly [speaks: string, entry: string, port?: number | 'none']> =
  new Map<string, readonly [speaks: string, entry: string, port?: number | 'none']>([
    ['http', ['HTTP in clear text', 'http']],
    ['https', ['HTTPS', 'https']],
    ['ws', ['WebSocket in clear text', 'websocket', 80]],
    ['wss', ['WebSocket over TLS', 'websocket']],
    ['grpc', ['gRPC', 'grpc', 'none']],
    ['grpcs', ['gRPC over TLS', 'grpc']],
    ['redis', ['RESP (Redis)', 'redis-protocol']],
    ['rediss', ['RESP (Redis) over TLS', 'redis-protocol']],
    ['postgres', ['PostgreSQL’s protocol', 'sql-protocols']],
    ['postgresql', ['PostgreSQL’s protocol', 'sql-protocols']],
    ['mysql', ['MySQL’s protocol', 'sql-protocols']],
    ['mariadb', ['MySQL’s protocol', 'sql-protocols']],
    ['mongodb', ['MongoDB’s protocol', 'mongodb']],
    ['mongodb+srv', ['MongoDB’s protocol over TLS; the hosts are in an SRV record', 'mongodb', 'none']],
    ['amqp', ['AMQP', 'amqp']],
    ['amqps', ['AMQP over TLS', 'amqp', 5671]],
    ['mqtt', ['MQTT', 'mqtt']],
    ['mqtts', ['MQTT over TLS', 'mqtt', 8883]],
    ['nats', ['NATS', 'nats']],
    ['kafka', ['Kafka’s protocol', 'kafka', 9092]],
    ['stun', ['STUN', 'stun', 3478]],
    ['turn', ['TURN', 'turn', 3478]],
    ['rtsp', ['RTSP', 'sip-rtp', 554]],
    ['rtmps', ['RTMP over TLS', 'hls', 443]],
    ['smtps', ['SMTP over TLS', 'smtp', 465]],
    ['ftps', ['FTP over TLS', 'ftp', 990]],
    ['coap', ['CoAP over UDP', 'coap', 5683]],
    ['sqlserver', ['SQL Server’s protocol', 'sql-protocols', 1433]],
    ['oracle', ['Oracle’s protocol', 'sql-protocols', 1521]],
    ['s3', ['HTTPS to an object store', 'object-storage']],
    ['gs', ['HTTPS to an object store', 'object-storage', 443]],
    ['ftp', ['FTP in clear text', 'ftp']],
    ['sftp', ['SFTP', 'ftp']],
    ['ssh', ['SSH', 'ssh']],
    ['ldap', ['LDAP', 'ldap']],
    ['ldaps', ['LDAP over TLS', 'ldap', 636]],
    ['smtp', ['SMTP', 'smtp', 25]],
    ['rtmp', ['RTMP', 'hls']],
    ['tcp', ['bytes over TCP', 'tcp', 'none']],
    ['udp', ['datagrams over UDP', 'udp', 'none']],
  ])

/** The port that a scheme means where an address states none. */
function usualPortOf(scheme: string): number | undefined {
  const own = schemes.get(scheme)?.[2]
  if (own === 'none') return undefined
  const protocol = protocolOfScheme(scheme)
  return own ?? (protocol && protocolById(protocol).defaultPort)
}

function listening(whole: string, { scheme, user, host, port }: Endpoint): Amount | undefined {
  if (port !== undefined && Number(port) > HIGHEST_PORT) return noPort(port)
  const known = scheme === undefined ? undefined : schemes.get(scheme)
  if (scheme !== undefined && known === undefined) return undefined
  const [speaks, entry = 'port-and-socket'] = known ?? []
  const parts = [
    ...(speaks === undefined ? [] : [`speaks ${speaks}`]),
    `host ${markdownCode(host)}${sortOf(host)}`,
    ...portTold(port, scheme === undefined ? undefined : usualPortOf(scheme)),
  ]
  const secret = user?.includes(':') ? ' It holds a password: keep that out of documents.' : ''
  return { computed: `${markdownCode(whole)}: ${parts.join('; ')}.${secret}`, entry }
}

/** What is said of an IPv4 address in general, without the address itself. */
function sortOf(host: string): string {
  if (host.toLowerCase() === 'localhost') return ' (loopback: this host)'
  const [, sort] = /: (.+)\.$/.exec(quantityAt(host, 0)?.markdown ?? '') ?? []
  return sort !== undefined && /^[\d.]+$/.test(host) ? ` (${sort})` : ''
}

/** What a scheme stands for when nothing follows it. */
function ofScheme(whole: string, scheme: string): Amount | undefined {
  const known = schemes.get(scheme)
  if (known === undefined) return undefined
  const [speaks, entry] = known
  const port = usualPortOf(scheme)
  return {
    computed: `${markdownCode(whole)}: speaks ${speaks}${port === undefined ? '' : `; port ${port} where none is stated`}.`,
    entry,
  }
}

function portAlone(port: string): Amount | undefined {
  const quantity = quantityAt(`:${port}`, 1)
  return quantity && { computed: quantity.markdown, entry: quantity.entry ?? 'port-and-socket' }
}

function portTold(port: string | undefined, usual: number | undefined): readonly string[] {
  if (port !== undefined) {
    const known = ports[Number(port)]
    return [`port ${port}${known === undefined ? '' : ` (${known})`}`]
  }
  return usual === undefined ? [] : [`port ${usual}, as nothing else is stated`]
}

export const noPort = (port: string): Amount => ({
  computed: `**${port}** is not a port: the highest is 65,535.`,
  entry: 'port-and-socket',
})

/** `256.1.1.1` and `10.0.0.0/33` look like addresses and are none. */
function impossible(whole: string, address: string, bits: string | undefined): Amount | undefined {
  if (address.split('.').some(octet => Number(octet) > 255))
    return {
      computed: `**${whole}** is not an IPv4 address: each of its four numbers goes from 0 to 255.`,
      entry: 'ipv4',
    }
  return Number(bits ?? 0) <= 32
    ? undefined
    : {
        computed: `**${whole}** is not a CIDR block: the prefix of an IPv4 address has at most 32 bits, so /0 to /32.`,
        entry: 'cidr',
      }
}
