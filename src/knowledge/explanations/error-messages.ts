// Error messages as programs print them: pieces of their texts, and what explains them.

import type { Entry } from './entry'
import { errorNotes } from './error-notes'
import { entryById, type Sense } from './senses'

/** Pieces in lower case, without underscores; the first row that has one of them is meant. */
const messages: readonly (readonly [id: string, pieces: string])[] = [
  ['database-timeouts', 'sqlstate 57014|sqlstate 25p03|sqlstate 57p05'],
  ['syn-flood', 'syn recv'],
  ['status-431', 'header or cookie too large|request header fields too large'],
  [
    'status-413',
    'too large body|entity too large|payload too large|content too large|body too large|err fr max body',
  ],
  ['redirects', 'too many redirects|redirected you too many times|redirect loop|maximum redirect'],
  ['cors', 'cors policy|no access-control-allow-origin|cors error|cors missing|preflight request doesn'],
  [
    'https',
    'gave http response to https client|http request was sent to https port|plain http request was sent|mixed content',
  ],
  [
    'redis-cluster',
    'moved 7|moved 0|ask 7|cluster is down|-moved |clusterdown|crossslot|moved 3999|error moved|tryagain multiple keys',
  ],
  ['read-replica', 'readonly you can|read only replica|read-only transaction|super-read-only'],
  [
    'locks',
    'ora-00060|ora-00054|sqlstate 40p01|sqlstate 55p03|deadlock|lock wait timeout|could not obtain lock|database is locked|lock timeout',
  ],
  [
    'pool-exhaustion',
    'p2024|queuepool|connectionacquiretimeout|er con count|ora-00020|ora-00018|ora-12516|ora-12519|ora-12520|max number of clients|could not get a resource from the pool|rejectedexecution|acquire connection timeout|could not get jdbc connection|cannot get a connection, pool|no free connection|remaining connection|sqlstate 53300|acquiretimeout|timed out fetching a new connection|knextimeout|connectionacquire|pooltimeout|couldnt get a connection from pool|hikaripool|poolexhausted|pool is full|maxconnsessions|unable to acquire connection|too many clients|too many connections|connection slots are reserved|queuepool limit|connection is not available|waiting for connection from pool|timeout acquiring|pool timeout|pool exhausted|remaining connection slots|max client conn|no more connections|resourcetimeouterror',
  ],
  ['file-descriptors', 'too many open files|emfile|enfile'],
  [
    'out-of-memory',
    'outofmemory|out of memory|oomkilled|exit code 137|cannot allocate memory|enomem|memory limit exceeded',
  ],
  [
    'pod-restart',
    'back-off pulling image|mountvolume|failedmount|failed to startcontainer|failed to "startcontainer|containercannotrun|runcontainererror|crashloopbackoff|imagepullbackoff|errimagepull|createcontainerconfigerror|back-off restarting failed container',
  ],
  [
    'tls-handshake-failed',
    'eproto|ssl: |sslerror|ssl do handshake|ssl handshake|err ssl|tls: |sec error|unknown issuer|pr end of file|ssl error bad cert|err ssl|ssl_error_syscall|ssl error syscall|tls alert|alert protocol version|no application protocol|no shared cipher|sslpeerunverified|hostname not verified|tls handshake timeout|secure tls connection was established|ssl certificate problem|ssl connect error|issuer cert|unable to get local issuer|certificate is valid for|ssl protocol error|cert authority invalid|ssl version or cipher mismatch|x509:|no alternative certificate|unsafe legacy renegotiation|err cert|tls handshake eof|sslv3 alert|certificate unknown|hostname/ip does not match|certificate verify failed|cert has expired|certificate has expired|local issuer certificate|self signed cert|self-signed certificate|cert authority invalid|cert date invalid|cert common name invalid|bad certificate|handshake failure|handshake failed|wrong version number|unknown authority|ssl error|unable to verify the first certificate|unable to verify leaf|depth zero self|certificate signed by|sslhandshakeexception|pkix path|altnames|doesn’t match|tlsv1 alert|no required ssl certificate',
  ],
  [
    'nxdomain',
    'unable to resolve host|dns probe|name resolution|enotfound|eai again|name not resolved|nxdomain|no such host|name or service not known|failure in name resolution|could not resolve host|servfail|unknownhostexception|getaddrinfo failed|getaddrinfo e|no address associated with hostname',
  ],
  [
    'connection-refused',
    'connectionbad|connectexception|failed to connect|couldnt connect to server|no connection could be made|connection refused|econnrefused|could not connect to server|actively refused|ora-12541|no listener',
  ],
  [
    'tcp-reset',
    'communications link failure|server closed idle connection|nohttpresponse|und err socket|incomplete chunked|ora-12537|ora-03113|ora-03135|the server closed the stream|clientdisconnect|connection was reset|prematureclose|serverdisconnected|content length mismatch|server disconnected|connection has been closed unexpectedly|unexpectedly closed|connection terminated unexpectedly|server closed the connection|unexpected end of file|lost connection to mysql|connection was closed|empty reply from server|err empty response|err connection closed|connection was forcibly|remote host closed|econnaborted|premature close|stream was reset|connection reset|econnreset|socket hang up|epipe|broken pipe|connection aborted|econnaborted|forcibly closed|connection closed unexpectedly|unexpected eof|remote end closed connection|server has gone away|server closed the connection unexpectedly',
  ],
  [
    'no-route-to-host',
    'enetdown|network is down|no route to host|ehostunreach|enetunreach|network is unreachable|address unreachable',
  ],
  ['port-and-socket', 'enobufs|no buffer space'],
  ['msl', 'eaddrinuse|address already in use'],
  ['ephemeral-ports', 'eaddrnotavail|cannot assign requested address'],
  ['mtu', 'message too long|emsgsize|frag needed|fragmentation needed'],
  [
    'status-503',
    'upstream reset before response|no healthy upstream|upstream connect error|no live upstreams|503 slow down|back-end server is at capacity|no available server',
  ],
  ['status-502', 'upstream prematurely closed|invalid response from upstream|502 bad gateway'],
  [
    'status-504',
    'stream timeout|upstream request timeout|endpoint request timed out|upstream timed out|504 gateway|gateway time-out',
  ],
  [
    'grpc-status-codes',
    'rpc error|transport is closing|received message larger than max|statusruntimeexception',
  ],
  ['deadline-propagation', 'context deadline exceeded|deadline exceeded'],
  [
    'connection-timed-out',
    'the connection attempt failed|und err connect|ora-12170|connection attempt failed because the connected party|etimedout|connection timed out|i/o timeout|operation timed out|connecttimeout|connect timeout error|timed out connecting|esockettimedout|connect timed out',
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
    'notleaderforpartition|not leader for|not leader or follower|leader not available|offset out of range',
  ],
  ['nginx-defaults', 'upstream sent too big header|no resolver defined'],
  ['cache-eviction', 'oom command not allowed'],
  [
    'serverless',
    'function.responsesizetoolarge|sandbox.timedout|function invocation timeout|runtime.exiterror|task timed out after',
  ],
  [
    'redis-protocol',
    'misconf redis|loading redis is loading|noauth authentication required|wrongtype operation|noreplicas|busy redis is busy',
  ],
  [
    'amqp',
    'connection forced|delivery acknowledgement|streamlosterror|amqpconnectionerror|missed heartbeats|406 precondition|unknown delivery tag|precondition failed - |channel.close|resource alarm',
  ],
  ['product-dynamodb', 'conditionalcheckfailed|transactioncanceledexception|itemcollectionsizelimit'],
  ['http-2', 'http2 protocol error|http2 ping|goaway|enhance your calm|rst stream'],
  [
    'kafka-producer',
    'not enough in-sync|kafkajsnumberofretries|local: message timed out|rdkafka|message size too large|unknown topic or partition|not enough replicas|notenoughreplicas|recordtoolarge|message too large|batch expired|timeoutexception: topic|unknowntopicorpartition',
  ],
  [
    'consumer-group',
    'commitfailedexception|rebalance in progress|illegal generation|unknown member id|member has left',
  ],
  [
    'pod-scheduling',
    'unbound immediate persistentvolumeclaim|unbound persistentvolumeclaim|failedscheduling|insufficient cpu|insufficient memory|nodenotready|didnt match pod|untolerated taint|nodes are available|was evicted|diskpressure',
  ],
  ['readiness', 'readiness probe failed'],
  ['liveness', 'liveness probe failed'],
  ['seventh-tab-hangs', 'insufficient resources'],
  ['distributed-lock', 'lockacquisition|failed to acquire lock|lock not available'],
  [
    'isolation-levels',
    'current transaction is aborted|could not serialize|serialization failure|40001|write conflict|writeconflict',
  ],
  ['mobile-push', 'badtoken|devicetokennotfortopic|baddevicetoken|notregistered|unregistered device'],
  [
    'oauth',
    'invalid grant|invalid client|invalid scope|invalid request uri|redirect uri mismatch|redirect uri did not match|unauthorized client|unsupported grant type|access denied by user|login required|interaction required|consent required',
  ],
  ['ntp', 'requesttimetooskewed|signature expired|signature not yet current|clock skew|token used before'],
  ['cloudflare-errors', 'error 1020|error 1015|web server is down|web server is returning an unknown'],
  ['smtp', 'greylisted|550 5.7|421 4.7|relay access denied|mailbox unavailable'],
  [
    'product-ghcr',
    'cannotpullcontainer|resourceinitializationerror|toomanyrequests: you have reached your pull|manifest unknown|pull access denied',
  ],
  ['product-local-disk', 'no space left on device|enospc|table is full|disk quota exceeded'],
  [
    'database-timeouts',
    'due to statement timeout|due to user request|query execution was interrupted|max execution time|maximum execution time exceeded|query timeout expired|command timeout',
  ],
  [
    'connection-pool',
    'request canceled while waiting for connection|operation timed out waiting for a free connection',
  ],
  [
    'access-control',
    'accessdenied|access denied|not authorized to perform|permission denied for|forbidden by administrative rules',
  ],
  [
    'session-vs-jwt',
    'expiredtoken|token has expired|jwt expired|token is expired|invalid signature|token used before issued',
  ],
  ['idempotency-key', 'duplicate key value|duplicate entry|unique constraint|e11000'],
  [
    'product-elasticsearch',
    'circuit breaking exception|cluster block exception|es rejected execution|bulkindexerror|flood stage disk|index read only allow delete|search phase execution|too many buckets|result window is too large',
  ],
  ['grpc-defaults', 'too many pings'],
  ['nats', 'nats: |no responders'],
  ['grpc-resource-exhausted', 'larger than max'],
  ['cors', 'net::err failed'],
  ['product-etcd', 'database space exceeded|etcdserver: '],
  ['deadline-propagation', 'context canceled|context cancelled|request canceled'],
  ['fetch-api', 'aborterror|operation was aborted|failed to fetch|load failed|networkerror when attempting'],
  [
    'mongodb',
    'operation buffering timed out|buffering timed out after|serverselectiontimeout|serverselectionerror|mongonetwork|not master|notwritableprimary',
  ],
  ['circuit-breaker', 'brokencircuit|callnotpermitted|circuit is open|circuitbreaker is open|hystrixruntime'],
  ['forward-proxy', 'tunnel connection failed|proxy connection failed|407 proxy'],
  [
    'timeout',
    'fetcherror: network timeout|timed out after|und err headers|und err body|taskcanceled|configured httpclient.timeout|readtimeout|read timed out|response timed out|sockettimeoutexception|timeout of ',
  ],
]

const notes = errorNotes.flatMap(([texts, note]) => texts.split('|').map(piece => ({ piece, note })))

const pieces = messages.flatMap(([id, texts]) => texts.split('|').map(piece => ({ id, piece })))

/** What an error message, pasted with addresses and all, means; undefined if it is none that is known. */
export function errorNamed(text: string): Sense | undefined {
  const plain = text.toLowerCase().replaceAll('_', ' ').replaceAll("'", '')
  if (plain.length > LONGEST) return undefined
  const curl = /^curl: \((\d{1,2})\)/.exec(plain)?.[1]
  const id = curlErrors.get(Number(curl)) ?? pieces.find(({ piece }) => plain.includes(piece))?.id ?? ''
  const entry = grpcCodeIn(text) ?? entryById(id)
  const note = notes.find(({ piece }) => plain.includes(piece))?.note
  return entry && { entry, ...(note !== undefined && { computed: note }) }
}

/** What curl's numbers mean. */
const curlErrors: ReadonlyMap<number, string> = new Map([
  [6, 'nxdomain'],
  [7, 'connection-refused'],
  [18, 'tcp-reset'],
  [28, 'connection-timed-out'],
  [35, 'tls-handshake-failed'],
  [47, 'redirects'],
  [51, 'tls-handshake-failed'],
  [52, 'tcp-reset'],
  [56, 'tcp-reset'],
  [60, 'tls-handshake-failed'],
  [92, 'http-2'],
])

/** `rpc error: code = DeadlineExceeded`, `StatusCode.UNAVAILABLE`, `UNAVAILABLE: upstream connect error`. */
function grpcCodeIn(text: string): Entry | undefined {
  const [, code] =
    /\bcode ?= ?(\w+)/.exec(text) ??
    /\bStatus(?:Code)?[.{(]+(?:code=)?([A-Z_]+)/.exec(text) ??
    /(?:^|: )(?:\d{1,2} )?([A-Z]{5,}(?:_[A-Z]+)*): /.exec(text) ??
    []
  if (code === undefined) return undefined
  const words = /^[A-Z_]+$/.test(code) ? code : code.replace(/(?<=[a-z])(?=[A-Z])/g, '_')
  return entryById(
    `grpc-${words
      .toLowerCase()
      .replaceAll('_', '-')
      .replace(/^canceled$/, 'cancelled')}`,
  )
}

const LONGEST = 400
