// Error messages as programs print them: pieces of their texts, and what explains them.

import { entryById, type Sense } from './senses'

/** Pieces in lower case, without underscores; the first row that has one of them is meant. */
const messages: readonly (readonly [id: string, pieces: string])[] = [
  ['status-431', 'header or cookie too large|request header fields too large'],
  ['status-413', 'entity too large|payload too large|content too large|body too large|err fr max body'],
  ['redirects', 'too many redirects|redirected you too many times|redirect loop|maximum redirect'],
  ['cors', 'cors policy|no access-control-allow-origin|cors error|cors missing|preflight request doesn'],
  ['https', 'mixed content'],
  ['redis-cluster', 'clusterdown|crossslot|moved 3999|error moved|tryagain multiple keys'],
  ['read-replica', 'readonly you can|read only replica|read-only transaction|super-read-only'],
  [
    'locks',
    'deadlock|lock wait timeout|could not obtain lock|database is locked|could not serialize access|lock timeout',
  ],
  [
    'pool-exhaustion',
    'too many clients|too many connections|connection slots are reserved|queuepool limit|connection is not available|waiting for connection from pool|timeout acquiring|pool timeout|pool exhausted|remaining connection slots|max client conn|no more connections|resourcetimeouterror',
  ],
  ['file-descriptors', 'too many open files|emfile|enfile'],
  [
    'out-of-memory',
    'outofmemory|out of memory|oomkilled|exit code 137|cannot allocate memory|enomem|memory limit exceeded',
  ],
  [
    'pod-restart',
    'crashloopbackoff|imagepullbackoff|errimagepull|createcontainerconfigerror|back-off restarting failed container',
  ],
  [
    'tls-handshake-failed',
    'certificate verify failed|cert has expired|certificate has expired|local issuer certificate|self signed cert|self-signed certificate|cert authority invalid|cert date invalid|cert common name invalid|bad certificate|handshake failure|handshake failed|wrong version number|unknown authority|ssl error|unable to verify the first certificate|certificate signed by|sslhandshakeexception|pkix path|altnames|doesn’t match|tlsv1 alert|no required ssl certificate',
  ],
  [
    'nxdomain',
    'enotfound|eai again|name not resolved|nxdomain|no such host|name or service not known|failure in name resolution|could not resolve host|servfail|unknownhostexception|getaddrinfo|no address associated with hostname',
  ],
  ['connection-refused', 'connection refused|econnrefused|could not connect to server|actively refused'],
  [
    'tcp-reset',
    'connection reset|econnreset|socket hang up|epipe|broken pipe|connection aborted|econnaborted|forcibly closed|connection closed unexpectedly|unexpected eof|remote end closed connection|server has gone away|server closed the connection unexpectedly',
  ],
  [
    'no-route-to-host',
    'no route to host|ehostunreach|enetunreach|network is unreachable|address unreachable',
  ],
  ['msl', 'eaddrinuse|address already in use'],
  ['ephemeral-ports', 'eaddrnotavail|cannot assign requested address'],
  ['mtu', 'message too long|emsgsize|frag needed|fragmentation needed'],
  [
    'status-503',
    'no healthy upstream|upstream connect error|no live upstreams|503 slow down|back-end server is at capacity|no available server',
  ],
  ['status-502', 'upstream prematurely closed|invalid response from upstream|502 bad gateway'],
  [
    'status-504',
    'upstream request timeout|endpoint request timed out|upstream timed out|504 gateway|gateway time-out',
  ],
  [
    'grpc-status-codes',
    'rpc error|transport is closing|received message larger than max|statusruntimeexception',
  ],
  ['deadline-propagation', 'context deadline exceeded|deadline exceeded'],
  [
    'connection-timed-out',
    'etimedout|connection timed out|i/o timeout|operation timed out|connecttimeout|connect timeout error|sockettimeoutexception|read timed out|timed out connecting|esockettimedout',
  ],
  [
    'rate-limited-api',
    'throttlingexception|rate exceeded|throughputexceeded|throughput exceeded|quota exceeded|slowdown please reduce|rate limit exceeded|rate limit reached|requestlimitexceeded|too many requests',
  ],
  [
    'websocket',
    'websocket connection failed|websocket is closed before|unexpected response code: |invalid frame header',
  ],
  [
    'kafka',
    'notleaderforpartition|not leader or follower|leader not available|offset out of range|commitfailedexception|rebalance in progress',
  ],
]

const pieces = messages.flatMap(([id, texts]) => texts.split('|').map(piece => ({ id, piece })))

/** What an error message, pasted with addresses and all, means; undefined if it is none that is known. */
export function errorNamed(text: string): Sense | undefined {
  const plain = text.toLowerCase().replaceAll('_', ' ').replaceAll("'", '')
  if (plain.length > LONGEST) return undefined
  const found = pieces.find(({ piece }) => plain.includes(piece))
  const entry = found && entryById(found.id)
  return entry && { entry }
}

const LONGEST = 400
