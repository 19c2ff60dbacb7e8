// Terms of HTTP, APIs and pages.

import type { Glossary } from './glossary'

export const httpTerms: Glossary = {
  http: {
    'request line, status line':
      'The first line: `GET /orders?open=1 HTTP/1.1` and `HTTP/1.1 200 OK`. HTTP/2 and 3 send the same as pseudo-headers.',
    'hop-by-hop header, hop-by-hop headers':
      'Headers for the next connection alone: Connection, Keep-Alive, Transfer-Encoding, Upgrade, TE. Proxies remove them, which is why WebSocket upgrades must be configured.',
    'pseudo-header, :authority':
      'How HTTP/2 and 3 send method, path and host: as headers that begin with a colon.',
    'cleartext HTTP, plain HTTP':
      'HTTP without TLS: readable and changeable on the way. Fine within one host; browsers mark it insecure.',
  },
  'http-1-1': {
    'HTTP pipelining, pipelining':
      'Several requests on one connection before the first answer, answered in order. Broken by proxies and switched off in browsers; HTTP/2 does it properly.',
    'HTTP/1.0, HTTP 1.0':
      'One request for each connection, no Host header needed, no chunks. Health checks and nginx’s proxying (until 1.29.7) used it by default.',
    'HTTP/0.9': 'The first HTTP: `GET /path`, an answer without headers. curl refuses such answers today.',
  },
  'http-2': {
    HPACK:
      'HTTP/2’s header compression: a table of headers already sent, and Huffman coding. Repeated cookies cost a byte or two.',
    h2c: 'HTTP/2 without TLS: between proxies and gRPC servers inside a network. Browsers don’t do it.',
    'HTTP/2 stream, stream ID':
      'One request and its answer within a connection; odd numbers from the client, never reused.',
    'MAX_CONCURRENT_STREAMS, SETTINGS_MAX_CONCURRENT_STREAMS':
      'How many streams a server allows at once on a connection: 100 to 250 usually. More requests wait in the client, silently.',
    GOAWAY:
      'The frame that announces the end of a connection: no new streams, those up to the given number are finished. Sent at deploys and by `max_connection_age`; good clients simply reconnect.',
    RST_STREAM:
      'Cancels one stream, with a reason such as CANCEL, REFUSED_STREAM (safe to retry) or ENHANCE_YOUR_CALM; the connection lives on.',
    'connection coalescing, HTTP/2 connection reuse':
      'One connection for several host names with the same address and a certificate that covers them. A server that can’t answer for a name says 421.',
    SPDY: 'Google’s forerunner of HTTP/2, gone from browsers since 2016.',
  },
  'binary-framing': {
    'HEADERS frame, DATA frame, SETTINGS frame':
      'The pieces of HTTP/2: HEADERS and DATA carry messages, SETTINGS agree on limits, PING, GOAWAY, RST_STREAM and WINDOW_UPDATE run the connection. 9 bytes of header each, up to 16 KB of content by default.',
  },
  delete: {
    '404 after DELETE, DELETE returns 404':
      'The second DELETE finds nothing and may answer 404: for whoever retries that means done. Answer 204 both times to spare them the question.',
  },
  'http-3': {
    QPACK: 'HPACK for QUIC: works although streams arrive in any order (RFC 9204).',
    'Alt-Svc':
      'The header by which a server says that it is on HTTP/3 too: `h3=":443"; ma=86400`. So the first visit uses HTTP/2, unless an HTTPS record in DNS says it before.',
    WebTransport:
      'Streams and unreliable datagrams between browser and server over HTTP/3: what WebSocket is for one ordered stream, for several. In Chrome, Edge and Firefox, and in Safari lately.',
  },
  chunked: {
    'request smuggling, HTTP desync':
      'Two servers disagree where a request ends (Content-Length or chunked), and the rest becomes the start of somebody else’s. Reject ambiguous requests, use HTTP/2 towards the backend.',
    'trailers, trailer headers':
      'Headers behind the body: gRPC’s status, checksums. Many proxies and all of fetch drop them.',
  },
  'keep-alive': {
    'connection reuse, HTTP connection reuse, persistent connection':
      'The next request goes over the same connection: no handshakes, a warm window. Needs bodies that are read to the end and idle timeouts that fit.',
    'Connection: close':
      'Ends the connection after this answer; from a server on every answer it costs each client a new handshake.',
  },
  'http-methods': {
    'safe method':
      'Changes nothing that the client is responsible for: GET, HEAD, OPTIONS. Prefetchers and crawlers call them unasked.',
    'QUERY method':
      'A safe, idempotent request with a body, for searches too long for a URL (RFC 10008, June 2026). Proxies, caches and frameworks know it only lately: POST is safer for now.',
    WebDAV: 'HTTP methods for files (PROPFIND, MKCOL, COPY, LOCK; RFC 4918): network drives, calendars.',
    'CONNECT method': 'Asks a proxy for a tunnel to host and port; how HTTPS passes a forward proxy.',
    'TRACE method': 'Echoes the request; switched off everywhere.',
  },
  'cache-control': {
    'HTTP caching, browser cache':
      'Fresh answers come from the cache without a request, stale ones are asked about with If-None-Match (304 without a body). What may be kept how long, Cache-Control says.',
    'heuristic caching, heuristic freshness':
      'Without Cache-Control caches guess, commonly a tenth of the age since Last-Modified. Say it explicitly, if only `no-cache`.',
    'Pragma: no-cache, Expires': 'HTTP/1.0’s ancestors of Cache-Control; ignored where max-age is present.',
  },
  etag: {
    'If-None-Match':
      '"Send it only if it is no longer this version": 304 without a body saves bytes, not the round trip.',
    'If-Match, ETag If-Match':
      '"Change it only if it is still this version": 412 if not. Optimistic locking over HTTP, against lost updates.',
    'weak ETag, strong ETag':
      '`W/"…"` means equivalent, without it byte by byte the same. Range requests need strong ones; compression in a proxy makes them weak.',
    'lost update':
      'Two read the same version, both write, and the second wipes out the first. If-Match, or a version column.',
    'Last-Modified, If-Modified-Since': 'Revalidation by time, to the second. ETags are exact.',
  },
  'content-encoding': {
    gzip: 'The compression everybody understands: text to about a quarter. Level 5–6 for dynamic answers; nothing for images, video and bodies below 1 KB.',
    'Brotli, br':
      'About 15–20% smaller than gzip for text; level 11 for static files ahead of time, 4–5 on the fly. Browsers take it over HTTPS only.',
    zstd: 'As small as gzip’s best and several times faster; Chrome and Firefox accept it (RFC 8878).',
    'BREACH, CRIME':
      'Attacks that guess secrets by the size of compressed answers. Keep secrets out of compressed pages that echo input, or mask them.',
    'compression dictionary, shared dictionary':
      'Compress against an earlier version that the client has: a new bundle shrinks to the difference (RFC 9842).',
  },
  'content-type': {
    'multipart/form-data, multipart':
      'A body of parts with a boundary between: forms with files. Servers buffer to memory or disk: limit sizes, stream large files.',
    'application/x-www-form-urlencoded':
      'Fields as `a=1&b=2`: what HTML forms send by default. Triggers no CORS preflight.',
    'content negotiation, q-values':
      'Accept says what the client prefers, `q=0.8` how much. Caches need `Vary: Accept` for it.',
    'Content-Disposition, attachment header':
      '`attachment; filename="…"` makes browsers save instead of show. Encode names from users.',
    'application/octet-stream': 'Bytes of an unknown kind: browsers download it.',
  },
  cookies: {
    'third-party cookie':
      'A cookie of another site than the page’s; Safari and Firefox block them, Chrome lets users choose. Sign-ins in frames and embeds break.',
    'cookie scoping, cookie domain':
      'Without Domain for this host only, with it for all below. Path is no protection.',
    'HttpOnly, Secure cookie':
      'Not readable for scripts; sent over HTTPS alone. Both for every session cookie, best with the `__Host-` prefix.',
  },
  'host-header': {
    'virtual host, virtual hosting':
      'Many sites at one address, told apart by Host (and SNI). The wrong one means the default site, 404 or 421.',
    'host header injection':
      'Links, redirects or cache keys built from an unchecked Host or X-Forwarded-Host: password reset mails lead to the attacker.',
  },
  'x-forwarded-for': {
    'real IP, client IP':
      'Behind proxies the connection’s address is the proxy’s. Take the entry that your own outermost proxy added, never the first one, which the client may have made up.',
    'X-Forwarded-Proto, X-Forwarded-Host':
      'What scheme and host the client used before TLS was ended. Apps that don’t trust it redirect to https in a loop.',
    'Forwarded header':
      'The standard for the same (RFC 7239): `for=…;proto=https;host=…`; used less than the X- ones.',
  },
  'status-codes': {
    'success status, 2xx':
      'Understood and done: 200, 201 with Location, 202 for later, 204 without body, 206 a part.',
    '4xx, client error': 'The request is at fault; the same again fails again, but for 408, 425 and 429.',
    '5xx, server error':
      'The server or what is behind it failed. 502, 503 and 504 may be retried with a pause, if the request is idempotent.',
    '3xx': 'Elsewhere (301, 302, 303, 307, 308) or unchanged (304).',
  },
  rest: {
    'resource-oriented, resource':
      'A thing with an address: /orders/42. Verbs are the methods; what fits none becomes a resource of its own (POST /orders/42/cancellations).',
    'sub-resource, nested resource':
      'Belongs to another resource: /users/42/orders. One level is plenty; deeper, filter instead.',
    'bulk endpoint, batch endpoint, bulk API':
      'Many items in one request: saves round trips. Say how many at most, answer each item’s result (207 or a list), make it idempotent for each item.',
    'Richardson maturity model':
      'Four levels of REST: one URL, resources, methods and status codes, links. Most APIs stop at the third.',
    'sparse fieldsets, field selection':
      '`?fields=id,name`: less to send and to load. Part of the cache key.',
    'HTTP verb in path, RPC style URL':
      'With paths such as /createOrder, method and status lose their meaning for caches, retries and logs.',
  },
  pagination: {
    'cursor pagination, keyset pagination, pagination cursor vs offset':
      'The next page begins after a value (`created_at < … order by … limit 50`): the same cost on every page, and nothing skipped or doubled when rows are added. No jump to page 17.',
    'offset pagination, limit offset':
      '`offset 100000` reads and throws away 100,000 rows, and shifts when something is inserted. Fine for small lists and page numbers.',
    'infinite scroll':
      'Cursor pages loaded at the end of the list; prefetch one page, keep the place on return.',
    'total count, X-Total-Count':
      'Counting all matches can cost more than the page. Estimate, cap ("1,000+") or leave it out.',
  },
  'api-versioning': {
    'Sunset header, Deprecation header':
      'Say in each answer when an API version ends (RFC 8594) and since when it is deprecated (RFC 9745). Measure who still calls before switching off.',
    'breaking change':
      'Removing or renaming a field, a new required one, another type, stricter checks. Adding optional fields isn’t – if clients ignore what they don’t know.',
    'header versioning, media type versioning':
      'Version in Accept or a header of its own: stable URLs, but invisible in logs and browsers, and caches need Vary.',
    'date-based versioning':
      'A client is pinned to the API of a day (`2026-03-01`), and the server translates, as at Stripe.',
  },
  'batch-job-design': {
    'long-running operation, LRO, asynchronous request-reply':
      '202 with a status URL; the client polls with growing pauses or gets a webhook. The job is idempotent by a key, its result kept for a day or so.',
    'status endpoint, polling for job status':
      '`GET /jobs/42`: state, progress, link to the result; Retry-After says when to ask again.',
  },
  graphql: {
    'over-fetching, overfetching':
      'The answer has more than the screen needs. GraphQL and field selection cure it; a BFF too.',
    'under-fetching, underfetching':
      'One screen needs several calls, one after the other. GraphQL, embedding, a BFF or an aggregate endpoint.',
    'query depth limit, query complexity, query cost analysis':
      'Without limits one small query asks for millions of nodes. Limit depth (7–10), give fields costs, cap the sum for each client.',
    'persisted query, persisted queries, trusted documents':
      'The server knows the queries, clients send a hash: small requests, GET and CDN caching, and no foreign queries.',
    introspection:
      'Asking the schema itself. Off for the public in production, since it maps the attack surface; that hides, and secures nothing.',
    'resolver (GraphQL), GraphQL resolver':
      'The function that fetches one field. Called for each item: N+1 unless a DataLoader batches.',
    'GraphQL subscription, subscription':
      'A query whose results keep coming, over WebSocket (graphql-ws) or SSE. Each one is held by a server and needs a broker behind it.',
    'Relay connection, edges and nodes':
      'GraphQL’s convention for cursor pages: edges with cursors, pageInfo.hasNextPage.',
    'partial errors, errors array':
      'GraphQL answers 200 with `data` and `errors` side by side: monitoring by status code sees nothing.',
    'SDL, schema first': 'The schema written as text and code made to fit, or generated from code.',
  },
  grpc: {
    'unary call, unary RPC': 'One request, one answer: the ordinary one of gRPC’s four kinds.',
    'gRPC metadata':
      'Headers and trailers of a call: tokens, trace ids, deadlines (`grpc-timeout`). 8 KB by default in C++ and Java.',
    'gRPC streaming types, four kinds of RPC':
      'Unary, server streaming, client streaming, bidirectional. Streams stay on one server and outlive deploys badly: limit their age, resume by position.',
    'gRPC response stream, stream responses in gRPC':
      'A server-streaming call: one request, many answers, with flow control; ends with a status in the trailers.',
    'gRPC interceptor': 'Middleware on either side: authentication, retries, metrics.',
    'gRPC reflection': 'Lets tools ask a server for its services (grpcurl). Not for the public.',
    'gRPC channel':
      'A long-lived connection, or several, to one target name. Create it once; it reconnects by itself, with backoff up to 2 min.',
    'MAX_CONNECTION_AGE, max connection age':
      'The server ends connections after some minutes (with GOAWAY), so that clients resolve anew and spread over new replicas.',
  },
  protobuf: {
    'field number':
      'What is on the wire instead of names: never change or reuse one; `reserved` keeps it blocked. 1–15 take one byte.',
    varint:
      'Integers in as many bytes as they need, 7 bits each; negative ones take 10 in int32, 1–2 in sint32.',
    'field mask, FieldMask': 'Lists the fields to read or update: a PATCH for gRPC.',
    'proto3 optional, field presence': 'Without `optional` a zero and a missing value look alike.',
    'wire compatibility, schema evolution':
      'Add fields with new numbers, never change types, keep what is removed reserved; then old and new understand each other.',
    'buf, protoc': 'Compilers of .proto files; buf also finds breaking changes in CI.',
  },
  json: {
    'NDJSON, JSON Lines, JSONL': 'One JSON value a line: streams and logs that are read piece by piece.',
    'JSON Schema': 'Describes and checks JSON. Validate at the border, and only there.',
    'BigInt in JSON, JSON number precision': 'Above 2^53 − 1 JavaScript rounds: send 64-bit ids as strings.',
    'JSON Patch, JSON Merge Patch':
      'Two formats for PATCH: a list of operations (RFC 6902), or the changed fields with null for removal (RFC 7396).',
  },
  serialization: {
    'MessagePack, msgpack, CBOR':
      'JSON’s types in binary: 20–40% smaller and quicker to read, not readable. CBOR is the IETF’s (RFC 8949).',
    Avro: 'Binary without field names or numbers: the reader needs the writer’s schema, usually from a registry. Common in Kafka.',
    'FlatBuffers, Cap’n Proto': 'Formats that are read in place, without unpacking: games, machine learning.',
    BSON: 'MongoDB’s binary JSON with dates and ids; documents up to 16 MB.',
  },
  webhook: {
    'webhook retry, webhook delivery':
      'Providers repeat what wasn’t answered 2xx within seconds (Stripe up to 3 days, GitHub not by itself). Store and answer at once, work later, expect duplicates in any order.',
    'callback URL': 'Where the provider sends its events: public, HTTPS, verified by signature.',
  },
  bff: {
    'BFF, backend for frontend':
      'A small backend for each kind of client that joins and trims what the services offer. It belongs to the client’s team; two hops instead of many over the mobile network.',
  },
  microservices: {
    monolith:
      'One program for everything: calls within it take nanoseconds and never fail halfway. Scales and deploys as a whole.',
    'modular monolith':
      'One deployment with strict inner borders: most of the order of microservices without the network.',
    'distributed monolith':
      'Services that can only be deployed together and call each other in a row: the costs of both and the benefits of neither.',
    'database per service':
      'Nobody reads another’s tables: schemas change freely, joins become calls or copies by events.',
    'service boundary, bounded context':
      'Cut where words change their meaning and teams meet, not by technical layer; a call that every request makes is a wrong cut.',
  },
  'api-gateway': {
    'API composition, request aggregation':
      'The gateway or BFF calls several services in parallel and joins the answers: as slow as the slowest, as available as their product unless parts are optional.',
    'request transformation':
      'The gateway changes headers, paths or formats; logic that nobody finds in the code.',
    'developer portal, API management': 'Keys, plans, documentation and statistics around a gateway.',
  },
  'problem-json': {
    'error response format, error format, RFC 7807, RFC 9457':
      'The standard is application/problem+json: type, title, status, detail, instance, and fields of your own. One format for the whole API, with a code that programs can switch on.',
  },
  'page-rendering': {
    'SSR, server-side rendering':
      'HTML made for each request: content at the first byte, if the APIs behind it are quick; the script then makes it interactive.',
    'SSG, static site generation':
      'HTML made at build time and served by a CDN: the fastest, as fresh as the last build.',
    'incremental static regeneration, ISR Next.js':
      'Static pages that are rebuilt in the background after a time: stale-while-revalidate for HTML.',
    'SPA, single-page application':
      'One page whose script fetches data and draws: quick afterwards, slow at first; deep links need a fallback to index.html.',
    hydration: 'The browser’s script takes over HTML from the server: it looks ready before it reacts.',
    'PWA, service worker':
      'A script between page and network that answers from a cache: works offline, and keeps old versions alive if its update isn’t thought of.',
    'code splitting, lazy loading, tree shaking, bundle size':
      'Load only the script that a page needs, and leave out what nobody imports: 100 KB of script cost a mid-range phone some 100 ms to run, download apart.',
    'resource hints, preload, link prefetch':
      'Tell the browser early: preconnect opens DNS, TCP and TLS (2–3 round trips saved), preload fetches what this page needs, prefetch what the next may.',
    'WebP, AVIF, image optimization':
      'Image formats 25–50% smaller than JPEG; sizes for each screen (`srcset`), made by an image CDN at the first request.',
    'islands architecture, server components':
      'Mostly static HTML with a few interactive parts, so little script is sent.',
    'edge rendering':
      'Pages made at the CDN’s site near the user: worth it only if their data is near as well.',
  },
  'web-vitals': {
    LCP: 'Largest contentful paint: when the main content is visible; good up to 2.5 s for 75% of visits. Time to first byte is part of it.',
    INP: 'Interaction to next paint: how long until a click shows; good up to 200 ms. Long scripts are the cause.',
    CLS: 'Cumulative layout shift: how much the page jumps; good up to 0.1. Sizes for images and ads.',
    'FCP, first contentful paint': 'When anything is drawn; good up to 1.8 s.',
    'TTI, TBT, total blocking time': 'Lab measures of how long scripts block the page.',
    'Lighthouse score': 'A lab test’s grade for one run on one machine; real users’ values (CrUX) decide.',
  },
  url: {
    'query string, query parameters, query parameter':
      'What stands behind `?`: part of the cache key, in logs and history – no secrets. About 2,000 characters are safe, 8 KB the usual limit of servers.',
    'URI vs URL, URI': 'A URI names something, a URL also says how to reach it. In practice the same.',
    'percent-encoding, URL encoding':
      'Bytes as `%2F`. Proxies that decode once too often make two paths out of one, a classic of bypassed rules.',
    'connection string, DSN':
      'Scheme, user, password, host, port, database in one line. A secret: not in logs, nor in diagrams.',
    'deep link': 'A URL that opens a place inside an app or a single-page application.',
    'data URI, data URL':
      'The content inside the URL (`data:image/png;base64,…`): no request, a third larger, not cached apart.',
  },
  'typing-a-url': {
    'request lifecycle, life of a request':
      'DNS → TCP → TLS → request → balancer → service → stores, and back. Each step has a typical time, a timeout of its own and an error that points to it.',
  },
}
