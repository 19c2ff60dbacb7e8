// HTTP status codes.

import type { Entry } from '../entry'

const rfc9110 = ['RFC 9110']

/** An entry for one status code. */
function status(code: number, phrase: string, rest: Pick<Entry, 'what'> & Partial<Entry>): Entry {
  return {
    id: `status-${code}`,
    title: `${code} ${phrase}`,
    aliases: [`http ${code}`, `status ${code}`, `${code} error`, phrase],
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
    topic: 'status codes',
    what: '1xx goes on, 2xx succeeded, 3xx look elsewhere, 4xx the request is at fault, 5xx the server is.',
    use: 'Retry 502, 503, 504 and 429 (after Retry-After); not other 4xx. Count 5xx and timeouts against availability.',
    see: ['retryable-errors', 'retry-after'],
    sources: rfc9110,
  },
  status(100, 'Continue', {
    what: 'Go on and send the body: the answer to “Expect: 100-continue”, for large uploads.',
    cost: 'One round trip more.',
  }),
  status(101, 'Switching Protocols', {
    what: 'The connection changes protocol: how a WebSocket begins.',
    breaks: 'A proxy that drops the Upgrade header answers 400 or 426 instead.',
    see: ['websocket', 'status-426'],
  }),
  status(103, 'Early Hints', {
    what: 'Headers ahead of the answer so that the browser can preload while the server still thinks.',
    see: ['server-push'],
    sources: ['RFC 8297'],
  }),
  status(200, 'OK', {
    what: 'It worked, and the body is the result. GraphQL sends it with errors inside as well.',
    aliases: ['http 200', 'status 200', '200'],
    see: ['graphql'],
  }),
  status(201, 'Created', {
    what: 'A resource was made; Location says where. The answer to POST, or to PUT of something new.',
    see: ['post'],
  }),
  status(202, 'Accepted', {
    what: 'Taken on, not done: the work waits in a queue. Give a URL to ask for the result.',
    use: 'Takes slow work off the request path.',
    see: ['async-acknowledgment', 'message-queue'],
  }),
  status(204, 'No Content', { what: 'It worked and there is nothing to say: DELETE, PUT.', see: ['delete'] }),
  status(206, 'Partial Content', {
    what: 'The requested byte range: seeking in video, resuming downloads.',
    see: ['hls'],
  }),
  status(301, 'Moved Permanently', {
    what: 'Moved for good; caches and search engines remember. Clients may turn POST into GET: 308 forbids that.',
    see: ['status-308', 'status-302'],
  }),
  status(302, 'Found', {
    what: 'Elsewhere for now. Clients turn POST into GET in practice: say 303 or 307 to be exact.',
    see: ['status-303', 'status-307'],
  }),
  status(303, 'See Other', {
    what: 'Fetch the result there with GET: after a form’s POST.',
    see: ['status-302'],
  }),
  status(304, 'Not Modified', {
    what: 'Your copy is still good: no body. The answer to If-None-Match.',
    cost: 'A round trip; max-age saves that too.',
    see: ['etag', 'cache-control'],
  }),
  status(307, 'Temporary Redirect', {
    what: 'Elsewhere for now, with the same method and body.',
    see: ['status-302', 'status-308'],
  }),
  status(308, 'Permanent Redirect', {
    what: 'Moved for good, with the same method and body: 301 made exact.',
    see: ['status-301'],
  }),
  status(400, 'Bad Request', {
    what: 'The request makes no sense: syntax, missing field. Don’t retry; fix it.',
    see: ['problem-json', 'status-422'],
  }),
  status(401, 'Unauthorized', {
    what: 'Not authenticated: no credentials, or bad or expired ones. WWW-Authenticate says how. Log in or refresh, then retry once.',
    see: ['status-403', 'authorization'],
  }),
  status(403, 'Forbidden', {
    what: 'Known, but not allowed. The same credentials will not help. 404 may be given to hide that the thing exists.',
    see: ['status-401', 'status-404'],
  }),
  status(404, 'Not Found', {
    what: 'No such resource, or none you may know of. After a retried DELETE it means success.',
    see: ['delete', 'status-410'],
  }),
  status(405, 'Method Not Allowed', {
    what: 'The resource exists, the method doesn’t; Allow lists those that do.',
    see: ['http-methods'],
  }),
  status(406, 'Not Acceptable', { what: 'No representation that Accept allows.', see: ['content-encoding'] }),
  status(408, 'Request Timeout', {
    what: 'The server got tired of waiting for the request. Safe to retry on a new connection.',
    see: ['timeout', 'status-504'],
  }),
  status(409, 'Conflict', {
    what: 'Clashes with the present state: an edit in between, a duplicate, an idempotency key still in use.',
    see: ['idempotency-key', 'status-412'],
  }),
  status(410, 'Gone', {
    what: 'Was there, never again: links and caches should forget it.',
    see: ['status-404'],
  }),
  status(412, 'Precondition Failed', {
    what: 'If-Match no longer holds: somebody else changed it first. Read again, merge, try again.',
    see: ['etag'],
  }),
  status(413, 'Content Too Large', {
    what: 'The body exceeds a limit, often a proxy’s (nginx: 1 MB by default).',
    sources: ['RFC 9110', 'https://nginx.org/en/docs/http/ngx_http_core_module.html'],
  }),
  status(415, 'Unsupported Media Type', {
    what: 'Content-Type is not one the server reads.',
    see: ['content-encoding'],
  }),
  status(422, 'Unprocessable Content', {
    what: 'Well-formed, but the values break the rules: validation errors.',
    see: ['status-400', 'problem-json'],
  }),
  status(425, 'Too Early', {
    what: 'The server won’t act on early data that might be a replay. Send it again after the handshake.',
    see: ['zero-rtt'],
    sources: ['RFC 8470'],
  }),
  status(426, 'Upgrade Required', {
    what: 'This needs another protocol: often a WebSocket endpoint reached through a proxy that lost the Upgrade header.',
    see: ['websocket', 'status-101'],
  }),
  status(429, 'Too Many Requests', {
    what: 'Over the rate limit. Retry after Retry-After, with backoff; not at once.',
    use: 'The one 4xx besides 408 and 425 worth retrying.',
    see: ['rate-limiting', 'retry-after'],
    sources: ['RFC 6585'],
  }),
  status(431, 'Request Header Fields Too Large', {
    what: 'Headers too big, usually cookies.',
    see: ['cookies'],
    sources: ['RFC 6585'],
  }),
  status(499, 'Client Closed Request', {
    what: 'nginx’s own note in its log: the client hung up before the answer. Many of them: the caller’s timeout is shorter than the answer takes.',
    see: ['timeout', 'deadline-propagation'],
    sources: ['https://nginx.org/en/docs/http/ngx_http_core_module.html'],
  }),
  status(500, 'Internal Server Error', {
    what: 'The server failed in a way it didn’t foresee. A retry may help if the request is idempotent.',
    see: ['retryable-errors'],
  }),
  status(501, 'Not Implemented', {
    what: 'The server doesn’t know this method at all.',
    see: ['status-405'],
  }),
  status(502, 'Bad Gateway', {
    what: 'A proxy got no valid answer from its backend: refused, reset, crashed, or closed an idle connection as the request arrived.',
    breaks:
      'Sporadic 502s under low load: the backend’s idle timeout is shorter than the proxy’s. Many at a deployment: no draining.',
    see: ['idle-timeout', 'sporadic-502', 'status-504'],
  }),
  status(503, 'Service Unavailable', {
    what: 'Overloaded or under maintenance; no healthy backend; a breaker is open. With Retry-After clients know when to come back.',
    use: 'Shed load early with it: cheaper than timing out.',
    see: ['retry-after', 'load-shedding', 'circuit-breaker'],
  }),
  status(504, 'Gateway Timeout', {
    what: 'A proxy gave up waiting for its backend, which may still be working on the request.',
    breaks: 'Retrying a non-idempotent request now may do it twice.',
    see: ['timeout', 'deadline-propagation', 'idempotency-key'],
  }),
  status(507, 'Insufficient Storage', { what: 'No room left to store the result.', sources: ['RFC 4918'] }),
  status(511, 'Network Authentication Required', {
    what: 'A captive portal wants you to log in to the network first.',
    sources: ['RFC 6585'],
  }),
]
