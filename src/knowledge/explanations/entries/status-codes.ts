// HTTP status codes.

import type { Entry } from '../entry'

const rfc9110 = ['RFC 9110']

/** Phrases that are everyday words as well: a hover on "a record is created" has nothing to do with 201. */
const everydayPhrases = new Set([
  'Continue',
  'OK',
  'Created',
  'Accepted',
  'Found',
  'See Other',
  'Not Found',
  'Not Acceptable',
  'Conflict',
  'Gone',
  'Too Early',
])

/** An entry for one status code. */
function status(code: number, phrase: string, rest: Pick<Entry, 'what'> & Partial<Entry>): Entry {
  const everyday = everydayPhrases.has(phrase)
  return {
    id: `status-${code}`,
    title: `${code} ${phrase}`,
    aliases: [`http ${code}`, `status ${code}`, `${code} error`, ...(everyday ? [] : [phrase])],
    ...(everyday ? { typed: [phrase] } : {}),
    topic: 'status codes',
    sources: rfc9110,
    ...rest,
  }
}

export const statusCodes: readonly Entry[] = [
  {
    id: 'status-codes',
    title: 'HTTP status codes',
    aliases: ['status code', '1xx', '2xx', '3xx', '4xx', '5xx', 'http status'],
    typed: ['client error', 'server error', 'HTTP errors', 'when to return 503'],
    topic: 'status codes',
    what: 'Three digits that say how a request ended. 1xx: still under way. 2xx: succeeded. 3xx: look elsewhere. 4xx: the request is at fault. 5xx: the server is.',
    use: 'Retry 429 and 503 after Retry-After, 500, 502 and 504 only if the request is idempotent; of the other 4xx at most 408 and 425. Count 5xx and timeouts against availability.',
    breaks: 'An error inside a 200 is invisible to balancers, retries and dashboards.',
    see: ['retryable-errors', 'retry-after', 'gateway-errors', 'redirects'],
    sources: rfc9110,
  },
  {
    id: 'gateway-errors',
    title: '502, 503 or 504',
    aliases: ['502 vs 503', '502 vs 504', '503 vs 504', 'gateway errors', '502 503 504'],
    topic: 'status codes',
    what: 'Three ways for a proxy to say that a backend failed. 502: it answered nonsense, or hung up. 503: no server is available, or the request was refused for load. 504: it was asked and did not answer in time.',
    where:
      'Sent by balancers, gateways and CDNs; look into their logs, not the backend’s. Envoy says 503 where nginx says 502.',
    use: 'Retry 503 after Retry-After. After 502 and 504 the work may have been done: retry only what is idempotent.',
    breaks:
      '502: crashes, or idle timeouts in the wrong order. 503: failing health checks, full pools, an open breaker. 504: slow backends, or a proxy timeout shorter than theirs.',
    see: ['status-502', 'status-503', 'status-504', 'sporadic-502'],
    sources: [
      'RFC 9110',
      'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html',
    ],
  },
  {
    id: 'redirects',
    title: 'Which redirect',
    aliases: [
      '301 vs 302',
      '301 vs 308',
      '302 vs 307',
      '302 vs 303',
      '307 vs 308',
      'http redirect',
      'url redirect',
    ],
    typed: ['url shortener', 'short url', 'link shortener', 'tinyurl', 'redirect'],
    topic: 'status codes',
    what: 'Permanent: 301, or 308 to keep method and body. For now: 302, or 307 to keep method and body. After a form’s POST: 303, fetch the result with GET.',
    cost: 'A round trip, and to another host a lookup and handshakes as well.',
    use: 'Link to the final address; redirect HTTP to HTTPS once and let HSTS do the rest.',
    breaks:
      'Permanent ones are cached: a wrong 301 follows users for months. With 301 and 302 clients may turn a POST into a GET.',
    see: ['status-301', 'status-302', 'status-307', 'status-308', 'hsts'],
    sources: rfc9110,
  },
  status(100, 'Continue', {
    what: 'Go on and send the body: the answer to “Expect: 100-continue”, by which a client asks before it sends a large upload.',
    cost: 'One round trip more.',
    use: 'Send Expect only before large bodies; wait a second at most for the answer.',
    breaks: 'A proxy that knows no Expect answers 417 or nothing: send the body after a short wait.',
    see: ['post', 'file-upload'],
  }),
  status(101, 'Switching Protocols', {
    what: 'The server agrees to change the protocol of the connection: this is how a WebSocket begins.',
    breaks:
      'If a proxy drops the Upgrade header, the server sees an ordinary request and answers 400 or 426 instead.',
    see: ['websocket', 'status-426'],
    use: 'Nothing to do: the client library handles it.',
  }),
  status(103, 'Early Hints', {
    what: 'Headers ahead of the answer so that the browser can preload while the server is still working.',
    see: ['server-push'],
    sources: ['RFC 8297'],
    use: 'Preload styles and fonts while the page is computed; only over HTTP/2 and 3.',
    breaks: 'Some proxies drop it or take it for the final answer.',
  }),
  status(200, 'OK', {
    what: 'It worked, and the body is the result.',
    breaks:
      'GraphQL and some older APIs send 200 with an error inside: monitoring that counts status codes sees nothing.',
    see: ['graphql'],
    use: 'With a body that is the result; 201, 202 and 204 say more where they fit.',
  }),
  status(201, 'Created', {
    what: 'A new resource was made, and Location says where it is. The usual answer to POST, or to PUT of something new.',
    see: ['post'],
    use: 'Location with the new address; the same answer again for a repeated idempotency key.',
    breaks: 'A retried POST without a key creates a second one.',
  }),
  status(202, 'Accepted', {
    what: 'The request was taken on but not carried out yet: the work usually waits in a queue.',
    use: 'Takes slow work off the request path. Give a URL where the client can ask for the result.',
    breaks: 'A later failure reaches nobody unless there is such a URL, a webhook or a notification.',
    see: ['async-acknowledgment', 'message-queue'],
  }),
  status(204, 'No Content', {
    what: 'It worked, and there is nothing to send back: usual after DELETE and PUT.',
    see: ['delete'],
    use: 'After DELETE and PUT, and for beacons: clients must not wait for a body.',
    breaks: 'A body sent with it breaks the next answer on the connection.',
  }),
  status(206, 'Partial Content', {
    what: 'Only the range of bytes that was asked for: for seeking in a video or resuming a download.',
    see: ['hls'],
    use: 'With If-Range and an ETag, so that parts of two versions are never joined.',
    breaks: 'A server without ranges answers 200 with everything.',
  }),
  status(301, 'Moved Permanently', {
    what: 'The resource has moved for good; caches and search engines remember the new address.',
    breaks: 'Clients may turn POST into GET: 308 forbids that. A wrong one stays in browsers’ caches.',
    see: ['redirects', 'status-308', 'status-302'],
    use: 'For moved pages and one canonical host; 308 for APIs.',
  }),
  status(302, 'Found', {
    what: 'The resource is elsewhere for now; the old address stays valid.',
    breaks: 'Clients turn POST into GET in practice: say 303 or 307 to be exact.',
    see: ['redirects', 'status-303', 'status-307'],
    use: 'For “log in first” and short detours.',
  }),
  status(303, 'See Other', {
    what: 'The result is at another address: fetch it with GET. Used after a form’s POST, so that reloading doesn’t send it again.',
    see: ['status-302'],
    use: 'After each form’s POST.',
    breaks: 'An API client that follows it loses the method on purpose.',
  }),
  status(304, 'Not Modified', {
    what: 'Your cached copy is still good, so no body is sent: the answer to If-None-Match or If-Modified-Since.',
    cost: 'A round trip; max-age saves that too.',
    see: ['etag', 'cache-control'],
    use: 'ETag or Last-Modified on everything that is asked for again.',
    breaks: 'Marks that differ per server never match, so it is never sent.',
  }),
  status(307, 'Temporary Redirect', {
    what: 'The resource is elsewhere for now; repeat the request there with the same method and body.',
    see: ['status-302', 'status-308'],
    use: 'For APIs that move a call for a moment, HTTP to HTTPS included.',
    breaks: 'The body is sent twice: large uploads pay for it.',
  }),
  status(308, 'Permanent Redirect', {
    what: 'The resource has moved for good; repeat the request there with the same method and body. It is 301 made exact.',
    see: ['status-301'],
    use: 'For APIs that have moved.',
    breaks: 'Cached for long, and old clients don’t know it.',
  }),
  status(400, 'Bad Request', {
    what: 'The server can’t make sense of the request: bad syntax, a missing field. Don’t retry; fix it.',
    see: ['problem-json', 'status-422'],
    use: 'Say which field and why, as problem+json.',
    breaks:
      'Gateways that retry every error send it again and again. Also what proxies answer to headers they can’t read.',
  }),
  status(401, 'Unauthorized', {
    what: 'The caller is not authenticated: no credentials, or wrong or expired ones. WWW-Authenticate says what is expected.',
    use: 'Log in or refresh the token, then retry once. If the caller is known but not allowed, the answer is 403.',
    aliases: ['http 401', 'status 401', '401 error', 'Unauthorized', '401 vs 403', '403 vs 401'],
    see: ['status-403', 'authorization'],
    breaks: 'A client that refreshes its token in a loop floods the identity provider.',
  }),
  status(403, 'Forbidden', {
    what: 'The server knows who asks and refuses; the same credentials will not help. A server may answer 404 instead to hide that the thing exists.',
    see: ['status-401', 'status-404'],
    use: 'For what the caller may not do; also a firewall’s refusal (WAF), whose page isn’t yours.',
    breaks: 'Retried or hidden behind a login page it sends users in circles.',
  }),
  status(404, 'Not Found', {
    what: 'There is no such resource, or none that you may know of. After a retried DELETE it means success.',
    see: ['delete', 'status-410'],
    use: 'For single things; an empty list is 200.',
    breaks:
      'A wrong route at a gateway looks the same: compare its log. Cached by CDNs for minutes: a new page stays “missing”.',
  }),
  status(405, 'Method Not Allowed', {
    what: 'The resource exists but doesn’t take this method; the Allow header lists those it does.',
    see: ['http-methods'],
    use: 'Check the method and the trailing slash; answer with Allow.',
    breaks: 'A redirect that turned POST into GET shows up as it.',
  }),
  status(406, 'Not Acceptable', {
    what: 'The server has no version of the resource that the Accept headers allow.',
    see: ['content-encoding'],
    use: 'Seldom worth sending: answer with the default format instead.',
    breaks: 'Strict servers break clients that send Accept: */* wrongly or not at all.',
  }),
  status(408, 'Request Timeout', {
    what: 'The server stopped waiting for the rest of the request. It may be sent again on a new connection.',
    aliases: ['http 408', 'status 408', '408 error'],
    see: ['timeout', 'status-504'],
    use: 'Retry on a new connection; raise the limit for slow uploads.',
    breaks: 'Balancers send it on idle connections that never asked: harmless in logs.',
  }),
  status(409, 'Conflict', {
    what: 'The request clashes with the present state: somebody edited in between, the thing exists already, or its idempotency key is still in use.',
    see: ['idempotency-key', 'status-412'],
    use: 'Read the state again and decide; with an idempotency key in use wait and repeat.',
    breaks: 'Blind retries never succeed.',
  }),
  status(410, 'Gone', {
    what: 'The resource existed and will not come back: links and caches should forget it.',
    see: ['status-404'],
    use: 'For deleted things that crawlers and caches should forget.',
    breaks: 'Cached for long: a mistake is hard to take back.',
  }),
  status(412, 'Precondition Failed', {
    what: 'The condition in If-Match no longer holds: somebody else changed the resource first. Read it again, merge, and try again.',
    see: ['etag'],
    use: 'With ETags on everything two people may edit.',
    breaks: 'Weak or missing ETags make it never come: the later write wins silently.',
  }),
  status(413, 'Content Too Large', {
    typed: [
      'payload too large',
      'request entity too large',
      '413 request entity too large',
      'client_max_body_size',
    ],
    what: 'The body exceeds a limit, often a proxy’s (nginx: 1 MB by default).',
    sources: ['RFC 9110', 'https://nginx.org/en/docs/http/ngx_http_core_module.html'],
    use: 'Raise the limit where uploads belong, or upload to object storage by a signed URL.',
    breaks:
      'Proxy, gateway and framework each have a limit: the smallest counts, and some cut the connection instead.',
    see: ['file-upload', 'nginx-defaults'],
  }),
  status(415, 'Unsupported Media Type', {
    what: 'The server cannot read the body’s Content-Type.',
    see: ['content-encoding'],
    use: 'Send Content-Type: application/json with JSON.',
    breaks: 'Clients that forget it fail only against stricter servers.',
  }),
  status(417, 'Expectation Failed', {
    what: 'The server won’t do what an Expect header asks: it knows no 100-continue, or has already decided against the body.',
    see: ['status-100', 'status-413'],
    use: 'Send the request again without Expect.',
    breaks: 'Old proxies answer it to every upload of some libraries.',
  }),
  status(422, 'Unprocessable Content', {
    what: 'The request is well formed, but its values break the rules: validation errors.',
    typed: ['unprocessable entity', '422 unprocessable entity', 'validation error'],
    see: ['status-400', 'problem-json'],
    use: 'List all wrong fields at once, as problem+json.',
    breaks: 'Retries don’t help; some frameworks send 400 for the same.',
  }),
  status(425, 'Too Early', {
    what: 'The server won’t act on a request in TLS early data, because it might be a replay. Send it again after the handshake.',
    see: ['zero-rtt'],
    sources: ['RFC 8470'],
    use: 'Retry after the handshake: libraries do it by themselves.',
    breaks: 'A proxy that passes early data on without the Early-Data header lets replays through.',
  }),
  status(426, 'Upgrade Required', {
    what: 'The resource needs another protocol: often a WebSocket endpoint that was reached through a proxy which lost the Upgrade header.',
    see: ['websocket', 'status-101'],
    use: 'Fix the proxy: pass Upgrade and Connection on.',
    breaks: 'Behind HTTP/2 the upgrade has another form (extended CONNECT).',
  }),
  status(429, 'Too Many Requests', {
    what: 'The caller is over its rate limit. The request was not carried out.',
    use: 'Wait as long as Retry-After says, otherwise back off with jitter. With 408 and 425 it is the only 4xx worth retrying.',
    breaks: 'Clients that retry at once keep themselves over the limit.',
    see: ['rate-limiting', 'retry-after'],
    sources: ['RFC 6585'],
  }),
  status(431, 'Request Header Fields Too Large', {
    what: 'The headers are too big, usually because of cookies; servers stop at 8 or 16 KB.',
    see: ['cookies'],
    sources: ['RFC 6585'],
    use: 'Fewer and smaller cookies; ids instead of data in them.',
    breaks: 'Only users with many cookies see it: it can’t be reproduced.',
  }),
  status(499, 'Client Closed Request', {
    what: 'nginx’s own note in its log, never sent: the client hung up before the answer was ready.',
    breaks:
      'Many of them mean that the caller’s timeout is shorter than the answer takes; the work was wasted.',
    see: ['timeout', 'deadline-propagation'],
    sources: ['https://nginx.org/en/docs/http/ngx_http_proxy_module.html'],
    use: 'Compare the caller’s timeout with this service’s p99; stop work when the client is gone.',
  }),
  status(500, 'Internal Server Error', {
    what: 'The server failed in a way it didn’t foresee: usually a bug or an unhandled failure behind it.',
    use: 'Retry only if the request is idempotent: it may have been carried out in part.',
    see: ['retryable-errors'],
    breaks: 'Retried, a bug stays a bug: alert on it instead.',
  }),
  status(501, 'Not Implemented', {
    what: 'The server doesn’t know this method at all.',
    see: ['status-405'],
    use: 'Check the method’s spelling, or what really answers on that address.',
    breaks: 'Static hosts and object stores say it to POST.',
  }),
  status(502, 'Bad Gateway', {
    what: 'A proxy got no valid answer from its backend: the connection was refused or reset, the process crashed, or it closed an idle connection as the request arrived.',
    breaks:
      'Sporadic 502s under low load: the backend’s idle timeout is shorter than the proxy’s. Many at a deployment: no draining.',
    use: 'Retry only if idempotent: the backend may have done the work before it failed.',
    see: ['gateway-errors', 'idle-timeout', 'sporadic-502', 'graceful-shutdown'],
  }),
  status(503, 'Service Unavailable', {
    what: 'The request was not taken: the server is overloaded or in maintenance, no backend is healthy, or a circuit breaker is open.',
    aliases: [
      'http 503',
      'status 503',
      '503 error',
      'Service Unavailable',
      'no healthy upstream',
      'no healthy backends',
    ],
    use: 'Send it early when overloaded, with Retry-After: that is cheaper than timing out.',
    breaks:
      '“No healthy upstream” with running backends: the health check is too strict, or checks something they share.',
    see: ['gateway-errors', 'retry-after', 'load-shedding', 'circuit-breaker'],
  }),
  status(504, 'Gateway Timeout', {
    what: 'A proxy gave up waiting for its backend, which may still be working on the request.',
    aliases: [
      'http 504',
      'status 504',
      '504 error',
      'Gateway Timeout',
      'upstream timed out',
      'upstream request timeout',
    ],
    use: 'Find the slow call; let each proxy wait a little longer than the service behind it.',
    breaks: 'Retrying a non-idempotent request now may do it twice.',
    see: ['gateway-errors', 'timeout', 'deadline-propagation', 'idempotency-key'],
  }),
  status(507, 'Insufficient Storage', {
    what: 'No room left to store the result.',
    use: 'Make room, or raise the quota.',
    breaks: 'Retries don’t help, and fill the logs as well.',
    see: ['product-local-disk'],
    sources: ['RFC 4918'],
  }),
  status(511, 'Network Authentication Required', {
    what: 'A captive portal (hotel, train, guest Wi-Fi) requires the user to log in before it lets anything through.',
    use: 'Open a browser and log in. Only what intercepts the traffic sends it, never the server that was asked.',
    breaks: 'A client that takes it for the server’s answer caches or parses a login page.',
    see: ['forward-proxy', 'status-401'],
    sources: ['RFC 6585'],
  }),
  status(402, 'Payment Required', {
    what: 'Reserved for payments and never defined further. APIs send it where a plan, a quota or a card has run out.',
    use: 'Tell the user what to pay; the same request works afterwards.',
    breaks: 'Retries don’t help until somebody has paid.',
    see: ['status-403', 'status-429'],
  }),
  status(411, 'Length Required', {
    what: 'The server takes no body of unknown size: the request has no Content-Length.',
    use: 'Send Content-Length, which a chunked upload doesn’t have.',
    breaks: 'Streamed uploads fail behind proxies that require the size first.',
    see: ['chunked', 'status-413'],
  }),
  status(414, 'URI Too Long', {
    what: 'The address exceeds a limit, often 8 kB at a server or proxy.',
    use: 'Send long filters in the body of a POST.',
    breaks: 'A redirect that adds to its own query each time ends here.',
    see: ['url', 'status-431', 'redirects'],
  }),
  status(416, 'Range Not Satisfiable', {
    what: 'The range of bytes that was asked for lies beyond the end.',
    use: 'Read the size from Content-Range and ask anew; a finished download needs nothing more.',
    breaks: 'The file has become shorter since the download began: start over, guarded by If-Range.',
    see: ['range-request', 'status-206'],
  }),
  status(421, 'Misdirected Request', {
    what: 'The connection leads to a server that doesn’t answer for this host: HTTP/2 reused one that was opened for another name of the same certificate.',
    use: 'Repeat it on a new connection; browsers do that by themselves.',
    breaks: 'Hosts that share a certificate but not a server: each needs its own, or the same routes.',
    see: ['http-2', 'sni', 'certificate'],
  }),
  status(423, 'Locked', {
    what: 'Somebody else holds a lock on the resource (WebDAV); other APIs use it alike.',
    use: 'Wait for the lock to end, with backoff.',
    breaks: 'A holder that crashed keeps everybody out until its lock expires.',
    see: ['locks', 'status-409'],
    sources: ['RFC 4918'],
  }),
  status(424, 'Failed Dependency', {
    what: 'It wasn’t done because another action that it depends on failed (WebDAV, batches).',
    use: 'Look for the first error of the batch.',
    breaks: 'Retrying only this part fails again.',
    see: ['status-422'],
    sources: ['RFC 4918'],
  }),
  status(428, 'Precondition Required', {
    what: 'The server only takes guarded writes: the request has no If-Match.',
    use: 'Read first, then send its ETag in If-Match.',
    breaks: 'Sending “If-Match: *” satisfies the server and brings lost updates back.',
    see: ['etag', 'status-412'],
    sources: ['RFC 6585'],
  }),
  status(505, 'HTTP Version Not Supported', {
    what: 'The server doesn’t speak this major version of HTTP.',
    use: 'Check what really listens on that port, and what a proxy in between speaks to it.',
    breaks: 'A space in a path that wasn’t encoded looks like the version to some servers.',
    see: ['http-versions', 'url'],
  }),
  status(418, 'I’m a teapot', {
    use: 'Never in an API: 403 or 429 says what is meant.',
    see: ['status-403', 'status-429'],
    what: 'A joke from 1998 that the registry keeps reserved. Some services answer bots or blocked clients with it.',
    breaks: 'Its meaning is private: no client knows what to do.',
    sources: ['RFC 2324', 'RFC 9110'],
  }),
  status(451, 'Unavailable For Legal Reasons', {
    what: 'A law or an order forbids to show it, often only in some countries.',
    use: 'Say who demanded it, by a Link header with rel="blocked-by".',
    breaks: 'Decided by the reader’s country from the address, it hits travelers and VPNs.',
    see: ['status-403', 'ip-registry'],
    sources: ['RFC 7725'],
  }),
  status(508, 'Loop Detected', {
    use: 'Look for a proxy or rewrite that leads back to itself.',
    breaks: 'Two proxies that forward to each other end in timeouts instead: a hop count stops them sooner.',
    see: ['redirects', 'ttl-hops'],
    what: 'The server met itself while it worked: bindings in WebDAV; some hosts say so of a process limit.',
    sources: ['RFC 5842'],
  }),
]
