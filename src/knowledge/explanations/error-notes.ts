// What single error messages mean, in a sentence each, told before the explanation of their sort.

/** Pieces of messages, in lower case and without underscores, and what they say; the first that fits is told. */
export const errorNotes: readonly (readonly [pieces: string, note: string])[] = [
  [
    'x509: certificate signed by unknown authority|certificate signed by unknown',
    'The client has no root for this certificate: a private CA, a proxy that inspects TLS, a container without ca-certificates, or the server doesn’t send its intermediate.',
  ],
  [
    'certificate has expired|cert has expired|certificate expired|cert date invalid|certificate is not yet valid',
    'The certificate is past its date – or the client’s clock is wrong. Check what the server really sends; a renewed file needs a reload.',
  ],
  [
    'certificate is valid for|altnames|hostname mismatch|no alternative certificate|doesnt match|cert common name invalid|hostname/ip does not match',
    'The name asked for isn’t in the certificate: an IP address or inner name was used, SNI is missing, or the default site answered.',
  ],
  [
    'self signed|self-signed',
    'Signed by its own key or by a private CA: give the client that root; don’t switch verification off.',
  ],
  [
    'local issuer|pkix path|unable to verify the first|unable to verify leaf|unknown issuer|err cert authority invalid|cert authority invalid|sec error unknown',
    'The chain doesn’t lead to a root that this client trusts: usually the intermediate certificate isn’t served, or the root is missing from its trust store.',
  ],
  [
    'wrong version number|first record does not look like a tls|ssl protocol error|err ssl protocol',
    'The other side didn’t speak TLS: plain HTTP on that port, https where http is right, or a proxy answered in between.',
  ],
  [
    'gave http response to https client|http request was sent to https|plain http request was sent',
    'One side speaks HTTP, the other HTTPS: scheme and port don’t belong together.',
  ],
  [
    'no shared cipher|no protocols available|alert protocol version|unsupported protocol|version or cipher mismatch',
    'No TLS version or cipher in common: one side is too old or too strict.',
  ],
  [
    'bad certificate|certificate required|alert unknown ca|no required ssl certificate',
    'The server wants a client certificate (mTLS) and got none, or one that it doesn’t trust.',
  ],
  [
    'tls handshake timeout|ssl handshake timeout',
    'TCP connected, the handshake got no answer: an overloaded server, a middlebox that drops the ClientHello, or an MTU problem.',
  ],
  [
    'handshake failure|handshake failed|sslhandshakeexception',
    'The two couldn’t agree: versions, ciphers, certificates or names. The alert’s name and the side that sent it tell which.',
  ],
  [
    'econnreset|connection reset|connection was reset|recv failure',
    'The other side, or something between, sent RST: it crashed, restarted, hit a timeout, or had long forgotten an idle connection. On the first write after a pause it is nearly always the last.',
  ],
  [
    'socket hang up|remote end closed|server disconnected|empty reply|err empty response|premature close|server closed idle',
    'The connection was closed before an answer came: often a kept-alive connection that the server closed at that very moment. Retry if idempotent, and let the client’s idle timeout be shorter than the server’s.',
  ],
  [
    'broken pipe|epipe',
    'Written to a connection that the other side had closed: it gave up waiting, or its timeout is shorter.',
  ],
  [
    'unexpected eof|unexpected end of|incomplete chunked|content length mismatch|terminated unexpectedly',
    'The answer broke off: a crash, an OOM kill, a deploy, or a worker’s timeout on the sending side.',
  ],
  [
    'econnrefused|connection refused|actively refused',
    'The host answered that nothing listens on that port: wrong port or address (localhost in a container is the container), not started yet, or only listening on 127.0.0.1.',
  ],
  [
    'etimedout|connection timed out|i/o timeout|connect timed out|connect timeout|err connection timed out|connecttimeout|connection attempt failed|operation timed out',
    'No answer within the time: packets are dropped (security group, firewall, no route), the host is gone, or its accept queue is full. Refused would have come at once.',
  ],
  [
    'enotfound|no such host|name or service not known|name not resolved|could not resolve host|nxdomain|unknownhost|nodename nor servname',
    'The name doesn’t exist for this resolver: a typing error, the wrong namespace or search domain, a private zone asked from outside, or a record not yet visible.',
  ],
  [
    'eai again|temporary failure in name resolution|servfail',
    'The resolver didn’t answer in time or couldn’t: overloaded, unreachable, or the domain’s own servers fail. Retry with a pause.',
  ],
  [
    'ehostunreach|no route to host',
    'A router or the host’s own firewall says that the host can’t be reached: wrong subnet, host down, or a rejecting firewall.',
  ],
  [
    'enetunreach|network is unreachable|enetdown|network is down',
    'This machine has no route there, such as IPv6 without an IPv6 network, or its interface is down.',
  ],
  [
    'eaddrinuse|address already in use',
    'Another process, or an old copy of this one, holds the port: `ss -ltnp` names it.',
  ],
  [
    'eaddrnotavail|cannot assign requested address',
    'Outgoing: all source ports to that destination are taken – reuse connections. Listening: the address isn’t this machine’s.',
  ],
  [
    'emfile|enfile|too many open files',
    'The process is at its limit of open files and sockets: a leak, or more connections than `ulimit -n` allows.',
  ],
  [
    'enobufs|no buffer space',
    'The kernel has no room for this socket’s packets: too many sockets, or sending faster than the network card takes.',
  ],
  [
    'econnaborted',
    'This side gave the connection up, usually its own timeout (axios says so) or the network changed.',
  ],
  [
    'emsgsize|message too long',
    'A datagram larger than the path allows: send at most about 1,200–1,400 bytes.',
  ],
  [
    'context deadline exceeded|deadline exceeded',
    'The time allowed from above ran out – connecting, waiting for a pool, or waiting for the answer. Look which call was still open, and whether the budget fits the steps.',
  ],
  [
    'context canceled|context cancelled|request canceled',
    'The caller gave up or disconnected first: its timeout is shorter, or the user closed the page. Not a fault of the callee by itself.',
  ],
  [
    'upstream prematurely closed',
    'nginx: the backend closed before the header was complete – a crash, a worker timeout (gunicorn 30 s), or a kept-alive connection that it closed just then.',
  ],
  [
    'upstream timed out',
    'nginx waited proxy_connect_timeout or proxy_read_timeout (60 s) in vain; the text behind it says whether while connecting or while reading.',
  ],
  [
    'no live upstreams',
    'nginx has marked all servers of the upstream as failed (max_fails, fail_timeout) and tries none: one error each is enough by default, for 10 s.',
  ],
  [
    'no healthy upstream',
    'Envoy has no host that is healthy and not ejected in this cluster: no ready pod, a wrong subset, or all health checks fail.',
  ],
  [
    'upstream connect error|reset before headers|upstream reset before response started',
    'Envoy’s connection to the backend failed or was cut before headers came. Its response flag says which: UF can’t connect, UC was cut, URX retries used up.',
  ],
  [
    'upstream request timeout|stream timeout',
    'Envoy’s route timeout, 15 s for the whole response unless set.',
  ],
  [
    'upstream sent too big header',
    'The response’s headers, mostly cookies, exceed nginx’s buffer of 4 or 8 KB: raise proxy_buffer_size, or send fewer.',
  ],
  [
    'worker connections are not enough',
    'nginx: all worker_connections are in use; each proxied request takes two.',
  ],
  [
    'too many clients already|remaining connection slots|sqlstate 53300|connection slots are reserved',
    'PostgreSQL has reached max_connections (100): too many replicas × pool size, or leaks. A pooler, smaller pools.',
  ],
  [
    'too many connections|er con count',
    'The server’s limit of connections is reached (MySQL 151): pools too large in sum, or connections not given back.',
  ],
  [
    'queuepool limit|connection is not available|hikaripool|could not get a resource from the pool|timeout acquiring|unable to acquire connection|pool exhausted|timed out fetching a new connection|no free connection',
    'Every connection of the pool is in use: slow queries, remote calls within transactions, leaks – or the pool is smaller than rate × time.',
  ],
  [
    'communications link failure',
    'MySQL’s driver lost or never got its connection: not reachable, or an idle connection outlived wait_timeout or a firewall. The “last packet” times in the message tell.',
  ],
  [
    'server has gone away|lost connection to mysql|terminating connection',
    'The database closed the connection: idle too long, restarted, failed over, or a packet beyond max_allowed_packet.',
  ],
  [
    'deadlock',
    'Two transactions waited for each other’s locks and one was ended. Retry it; take locks in the same order.',
  ],
  [
    'lock wait timeout',
    'Another transaction held the row for over 50 s (InnoDB): look for one that is open and idle, or does remote calls.',
  ],
  [
    'could not serialize|40001|serialization failure',
    'Concurrent transactions conflicted at a strict isolation level: retry the whole transaction.',
  ],
  [
    'current transaction is aborted',
    'An earlier statement of this transaction failed; roll back, the first error is the one that counts.',
  ],
  [
    'duplicate key|duplicate entry|e11000|unique constraint',
    'The row exists: often a retry of something that had worked. Treat it as done, or use insert on conflict.',
  ],
  [
    'read only replica|readonly you|read-only transaction|not master|notwritableprimary',
    'The write went to a replica: after a fail-over the client still holds the old address, or the reader endpoint is configured.',
  ],
  [
    'moved |-moved',
    'Redis Cluster: the key lives on another node, which the answer names. The client must speak the cluster protocol.',
  ],
  [
    'crossslot',
    'Redis Cluster: the keys of one command lie in different slots. Give them a common hash tag: {user42}.',
  ],
  [
    'oom command not allowed',
    'Redis is at maxmemory and evicts nothing (noeviction): set an eviction policy, TTLs, or more memory.',
  ],
  ['loading redis', 'Redis has restarted and reads its snapshot; it answers nothing until then.'],
  ['misconf', 'Redis can’t save its snapshot (disk full, no fork) and therefore refuses writes.'],
  ['noauth', 'Redis wants a password, and the client sent none.'],
  [
    'throughputexceeded|throughput exceeded',
    'DynamoDB: the table’s or one partition’s capacity is used up. Back off; if the table as a whole is below its limit, a hot key is the cause.',
  ],
  [
    'throttlingexception|rate exceeded|requestlimitexceeded|slowdown|too many requests|rate limit',
    'The provider’s limit is reached: wait as it says (Retry-After), with jitter, and spread or batch the calls.',
  ],
  ['insufficient quota', 'Paid quota is used up: retries don’t help.'],
  [
    'notleaderforpartition|not leader',
    'The partition’s leader has moved; clients refresh their metadata and go on.',
  ],
  [
    'rebalance in progress|commitfailed|illegal generation|unknown member id',
    'The group deals partitions out anew and this member came too late: processing took longer than max.poll.interval.ms, or heartbeats failed.',
  ],
  [
    'recordtoolarge|record too large|message size too large|message too large',
    'Above the limit of producer, topic or broker (1 MB by default): send the address of a stored object instead.',
  ],
  [
    'not enough in-sync|notenoughreplicas|not enough replicas',
    'Fewer in-sync copies than min.insync.replicas: a broker is down or lags; acks=all writes are refused rather than risked.',
  ],
  [
    'oomkilled|out of memory|outofmemory|heap out of memory|exit code 137',
    'More memory than allowed: a leak, a heap limit above the container’s, or simply too little for this load.',
  ],
  [
    'crashloopbackoff|back-off restarting',
    'The container ends soon after each start. `kubectl logs --previous` shows why; pauses grow to 5 min.',
  ],
  [
    'back-off pulling image|imagepullbackoff|errimagepull|pull access denied|manifest unknown',
    'The image can’t be fetched: wrong name or tag, missing credentials, or the registry’s limit.',
  ],
  [
    'insufficient cpu|insufficient memory|failedscheduling|nodes are available',
    'No node has room for the pod’s requests, or taints and affinities exclude all.',
  ],
  [
    'no space left|enospc',
    'The disk – or its inodes – is full: logs, old images, write-ahead logs that a dead replica holds.',
  ],
  [
    'goaway',
    'The server ends the HTTP/2 connection in good order: finish what runs, open a new one. Requests it didn’t take may be retried safely.',
  ],
  [
    'enhance your calm|too many pings',
    'Too many pings or streams for the server: raise the keep-alive interval (5 min is what gRPC servers accept by default).',
  ],
  [
    'too many redirects|redirect loop',
    'http and https, or two hosts, send each other round: usually X-Forwarded-Proto isn’t trusted behind a proxy.',
  ],
  [
    'no access-control-allow-origin|cors policy',
    'The answer doesn’t allow this origin. On a 5xx from a proxy the header is missing, too: look at the real status first.',
  ],
  ['mixed content', 'A page over HTTPS loads something over http: browsers block it. Use https everywhere.'],
  [
    'jwt expired|token has expired|token is expired',
    'The token is past its `exp`: refresh it before it ends, and check the clocks if it was just issued.',
  ],
  [
    'invalid grant',
    'The code or refresh token was used, expired, revoked, or belongs to another redirect URI.',
  ],
  [
    'redirect uri mismatch|redirect uri did not match',
    'The redirect URI must be registered letter by letter, scheme and slash included.',
  ],
  [
    'accessdenied|access denied|not authorized to perform',
    'Known, and not allowed: the message names the action and often the resource. Look at the role that really called.',
  ],
]
