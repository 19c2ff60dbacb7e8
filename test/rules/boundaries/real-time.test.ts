// Rules of the category real-time on and beside their limits.

import { testRows } from '../rows'

/** Three peers, all connected, of which the rule's five are not reached. */
const mesh = (peers: number): string => {
  const pairs = Array.from({ length: peers }, (_, a) =>
    Array.from(
      { length: a },
      (_, b) => `     p${b}[Phone app ${b}] <-->|WebRTC video| p${a}[Phone app ${a}]`,
    ),
  )
  return pairs.flat().join('\n')
}

testRows([
  ['webrtc-mesh', 'four peers, all connected', mesh(4)],
  [
    'webrtc-mesh',
    'five peers, all connected',
    mesh(5),
    '5 peers in a mesh are 10 WebRTC connections, and each encodes and uploads its video 4 times: 6 Mbit/s at 1.5 each.',
    'Phone app 0 and Phone app 2',
  ],
  [
    'webrtc-mesh',
    'five peers in a ring',
    `a[Phone app A] <-->|WebRTC video| b[Phone app B]
     b <-->|WebRTC video| c[Phone app C]
     c <-->|WebRTC video| d[Phone app D]
     d <-->|WebRTC video| e[Phone app E]
     e <-->|WebRTC video| a`,
  ],
  [
    'webrtc-mesh',
    'a ring and one more',
    `a[Phone app A] <-->|WebRTC video| b[Phone app B]
     b <-->|WebRTC video| c[Phone app C]
     c <-->|WebRTC video| d[Phone app D]
     d <-->|WebRTC video| e[Phone app E]
     e <-->|WebRTC video| a
     a <-->|WebRTC video| c`,
    '5 peers in a mesh are 10 WebRTC connections',
  ],
  [
    'webrtc-mesh',
    'four copies of one peer',
    `app[Phone app] <-->|WebRTC video| app2[Other phone app]
     app@{ replicas: 4 }`,
  ],
  [
    'webrtc-mesh',
    'five copies of one peer',
    `app[Phone app] <-->|WebRTC video| app2[Other phone app]
     app@{ replicas: 5 }`,
    '5 peers in a mesh',
  ],
  ['webrtc-mesh', 'an SFU is drawn', `${mesh(5)}\n     p0 -->|WebRTC| sfu[SFU]`],
  ['webrtc-mesh', 'an MCU is named', `${mesh(5)}\n     p0 -->|WebRTC| mix[Mixing MCU]`],
])

testRows([
  [
    'websocket-fan-out',
    'one server',
    `web[Web app] -->|WebSocket| chat[Chat server]
     chat@{ replicas: 1 }`,
  ],
  [
    'websocket-fan-out',
    'two of them',
    `web[Web app] -->|WebSocket| chat[Chat server]
     chat@{ replicas: 2 }`,
    '2 replicas of Chat server hold WebSockets, and nothing carries messages between them.',
    '50% of all pairs of clients are',
    'Web app is connected to one of them',
  ],
  [
    'websocket-fan-out',
    'three behind a balancer',
    `web[Web app] -->|WebSocket| lb[Load balancer]
     lb -->|WebSocket| a[Chat server 1]
     lb -->|WebSocket| b[Chat server 2]
     lb -->|WebSocket| c[Chat server 3]`,
    'Chat server 1, Chat server 2 and Chat server 3 hold WebSockets',
    '67% of all pairs of clients are',
    'Chat server 2 holds its own sockets',
  ],
  [
    'websocket-fan-out',
    'a broker that they reach',
    `web[Web app] -->|WebSocket| chat[Chat server]
     chat@{ replicas: 2 }
     chat -->|publish| bus[[RabbitMQ]]`,
  ],
  [
    'websocket-fan-out',
    'a broker behind another service',
    `web[Web app] -->|WebSocket| chat[Chat server]
     chat@{ replicas: 2 }
     chat -->|gRPC| post[Post service]
     post -->|publish| bus[[RabbitMQ]]`,
  ],
  [
    'websocket-fan-out',
    'a service that calls them',
    `web[Web app] -->|WebSocket| chat[Chat server]
     chat@{ replicas: 2 }
     mail[Mail service] -->|gRPC| chat`,
  ],
  [
    'websocket-fan-out',
    'a cache of no known product',
    `web[Web app] -->|WebSocket| chat[Chat server]
     chat@{ replicas: 2 }
     chat -->|reads| cache[(Session cache)]`,
  ],
  [
    'websocket-fan-out',
    'a database carries nothing',
    `web[Web app] -->|WebSocket| chat[Chat server]
     chat@{ replicas: 2 }
     chat -->|SQL| db[(MySQL)]`,
    '2 replicas of Chat server hold WebSockets',
  ],
  [
    'websocket-fan-out',
    'rooms are told apart',
    `web[Web app] -->|WebSocket to its room| chat[Chat server]
     chat@{ replicas: 2 }`,
  ],
  [
    'websocket-fan-out',
    'clients are sent to servers by a hash',
    `web[Web app] -->|WebSocket| lb[Load balancer]
     lb -->|WebSocket| chat[Chat server]
     chat@{ replicas: 2 }
     lb@{ algorithm: consistent-hash }`,
  ],
  [
    'websocket-fan-out',
    'they ask each other',
    `web[Web app] -->|WebSocket| lb[Load balancer]
     lb -->|WebSocket| a[Chat server 1]
     lb -->|WebSocket| b[Chat server 2]
     a -->|gRPC| b`,
  ],
])

testRows([
  [
    'webrtc-not-media',
    'a chat between browsers',
    `a[Browser A] <-->|WebRTC chat| b[Browser B]`,
    'WebRTC between Browser A and Browser B carries no media',
    'Connect both to a server by WebSocket.',
  ],
  [
    'webrtc-not-media',
    'a chat with a server',
    `a[Browser] <-->|WebRTC chat| b[Chat service]`,
    'Write WebSocket.',
    'Use a WebSocket',
  ],
  ['webrtc-not-media', 'a chat with video', `a[Browser A] <-->|WebRTC video chat| b[Browser B]`],
  ['webrtc-not-media', 'nothing says what it carries', `a[Browser A] <-->|WebRTC| b[Browser B]`],
  [
    'webrtc-not-media',
    'another part needs it',
    `a[Browser A] <-->|WebRTC chat| b[Browser B]
     a -->|HTTPS| m[Meeting service]`,
  ],
  [
    'websocket-request-response',
    'queries and answers',
    `web[Web app] -->|WebSocket request/response| api[Order API]`,
    'The WebSocket between Web app and Order API only carries requests and responses.',
    'Use HTTPS',
  ],
  [
    'websocket-request-response',
    'drawn both ways',
    `web[Web app] <-->|WebSocket request/response| api[Order API]`,
  ],
  [
    'websocket-request-response',
    'something comes unasked',
    `web[Web app] -->|WebSocket request/response and push| api[Order API]`,
  ],
  [
    'websocket-request-response',
    'nothing says what it carries',
    `web[Web app] -->|WebSocket| api[Order API]`,
  ],
  [
    'browser-udp',
    'a page sends datagrams',
    `web[Browser] -->|UDP| game[Game server]`,
    'Browser talks UDP with Game server, but no page can open a UDP socket.',
  ],
  [
    'browser-udp',
    'to a browser',
    `game[Game server] -->|UDP| web[Browser]`,
    'Game server talks UDP with Browser',
  ],
  ['browser-udp', 'an app can', `app[Mobile app] -->|UDP| game[Game server]`],
  ['browser-udp', 'to a relay', `web[Browser] -->|UDP| turn[TURN server]`],
  ['browser-udp', 'below WebTransport', `web[Browser] -->|WebTransport over UDP| game[Game server]`],
  ['browser-udp', 'the other end says WebRTC', `web[Browser] -->|UDP| game[WebRTC server]`],
])

testRows([
  [
    'websocket-one-way',
    'a feed',
    `feed[Price feed service] -->|WebSocket push| web[Web app]`,
    'The WebSocket between Web app and Price feed service only carries what Price feed service pushes.',
    'Use server-sent events',
  ],
  [
    'websocket-one-way',
    'drawn as the client opens it',
    `web[Web app] -->|WebSocket live updates| feed[News service]`,
    'The WebSocket between Web app and News service only carries what News service pushes.',
  ],
  ['websocket-one-way', 'drawn both ways', `web[Web app] <-->|WebSocket live updates| feed[News service]`],
  [
    'websocket-one-way',
    'the client subscribes',
    `web[Web app] -->|WebSocket subscribe, live updates| feed[News service]`,
  ],
  ['websocket-one-way', 'nothing says that it pushes', `web[Web app] -->|WebSocket| feed[Order service]`],
  [
    'websocket-one-way',
    'server-sent events are offered',
    `web[Web app] -->|WebSocket or SSE, live updates| feed[News service]`,
  ],
  ['websocket-one-way', 'between two servers', `a[News service] -->|WebSocket push| b[Mirror service]`],
  [
    'websocket-one-way',
    'another arrow may go over it',
    `feed[News service] -->|WebSocket push| web[Web app]
     web -->|marks as read| feed`,
  ],
  [
    'websocket-one-way',
    'another arrow goes by HTTPS',
    `feed[News service] -->|WebSocket push| web[Web app]
     web -->|HTTPS marks as read| feed`,
    'only carries what News service pushes',
  ],
  [
    'websocket-one-way',
    'another socket of the client is a chat',
    `feed[News service] -->|WebSocket push| web[Web app]
     web -->|WebSocket chat| talk[Talk service]`,
  ],
])

testRows([
  [
    'sse-without-replay',
    'a server without a store',
    `web[Browser] -->|SSE| api[Order service]`,
    'Order service sends events to Browser and does not store them.',
    'Order service stores nothing',
  ],
  [
    'sse-without-replay',
    'a store behind another service',
    `web[Browser] -->|SSE| api[Order service]
     api -->|gRPC| stock[Stock service]
     stock -->|SQL| db[(Postgres)]`,
  ],
  [
    'sse-without-replay',
    'a broker in front of it',
    `web[Browser] -->|SSE| api[Order service]
     bus[[Kafka]] -->|delivers| api`,
  ],
  [
    'sse-without-replay',
    'a GET beside it',
    `web[Browser] -->|SSE| api[Order service]
     web -->|GET /orders| api`,
  ],
  [
    'sse-without-replay',
    'a POST beside it reads nothing',
    `web[Browser] -->|SSE| api[Order service]
     web -->|POST /orders| api`,
    'Order service sends events to Browser',
  ],
  ['sse-without-replay', 'only the newest counts', `web[Browser] -->|SSE prices| api[Order service]`],
  ['sse-without-replay', 'the answer to a POST', `web[Browser] -->|POST /orders, SSE| api[Order service]`],
  ['sse-without-replay', 'tokens of a model', `web[Browser] -->|SSE tokens| api[Order service]`],
  ['sse-without-replay', 'events are numbered', `web[Browser] -->|"SSE, Last-Event-ID"| api[Order service]`],
  ['sse-without-replay', 'between servers', `a[Order service] -->|SSE| b[Stock service]`],
  [
    'sse-buffering',
    'nginx in between',
    `web[Web app] -->|SSE| edge[nginx]
     edge -->|HTTP| api[Order service]`,
    'Server-sent events pass nginx, which buffers responses before it passes them on. nginx does so by default.',
    'State that nginx does not buffer',
  ],
  ['sse-buffering', 'nothing behind it', `web[Web app] -->|SSE| edge[nginx]`],
  ['sse-buffering', 'nothing in front of it', `edge[nginx] -->|SSE| api[Order service]`],
  [
    'sse-buffering',
    'switched off in words',
    `web[Web app] -->|"SSE, proxy_buffering off"| edge[nginx]
     edge -->|HTTP| api[Order service]`,
  ],
  [
    'sse-buffering',
    'switched off as stated',
    `web[Web app] -->|SSE| edge[nginx]
     edge -->|HTTP| api[Order service]
     edge@{ buffering: false }`,
  ],
  [
    'sse-buffering',
    'stated of what does not by default',
    `web[Web app] -->|SSE| edge[Envoy]
     edge -->|HTTP| api[Order service]
     edge@{ buffering: true }`,
    'Server-sent events pass Envoy, which buffers responses before it passes them on. Events arrive',
  ],
  [
    'sse-two-way',
    'drawn both ways',
    `web[Web app] <-->|SSE| api[Order service]`,
    'Web app sends to Order service over server-sent events',
    'Use a WebSocket',
  ],
  [
    'sse-two-way',
    'the client is said to send',
    `web[Web app] -->|sends edits by SSE| api[Order service]`,
    'Web app sends to',
  ],
  ['sse-two-way', 'the client listens', `web[Web app] -->|SSE| api[Order service]`],
  ['sse-two-way', 'requests beside the stream', `web[Web app] <-->|REST + SSE| api[Order service]`],
  ['sse-two-way', 'the stream beside requests', `web[Web app] <-->|"SSE / JSON-RPC"| api[Order service]`],
  [
    'sse-two-way',
    'by what carries the stream',
    `web[Web app] <-->|SSE over HTTP| api[Order service]`,
    'Web app sends to Order service over server-sent events',
    'Use a WebSocket',
  ],
  ['sse-two-way', 'both ways between servers', `a[Stock service] <-->|SSE| b[Order service]`],
  [
    'sse-two-way',
    'a request beside it',
    `web[Web app] <-->|SSE| api[Order service]
     web -->|POST /orders| api`,
  ],
  [
    'udp-needs-reliability',
    'money',
    `api[Order service] -->|UDP| pay[Payment service]`,
    'Order service sends to Payment service by UDP',
    'Use TCP | Use QUIC',
  ],
  [
    'udp-needs-reliability',
    'a store',
    `api[Stock service] -->|UDP| db[(Postgres)]`,
    'Stock service sends to Postgres by UDP',
  ],
  [
    'udp-needs-reliability',
    'metrics may get lost',
    `api[Order service] -->|UDP metrics| pay[Payment service]`,
  ],
  [
    'udp-needs-reliability',
    'QUIC brings its own acknowledgements',
    `api[Order service] -->|QUIC over UDP| pay[Payment service]`,
  ],
  ['udp-needs-reliability', 'nothing precious', `api[Stock service] -->|UDP| b[Shelf service]`],
])

testRows([
  ['websocket-behind-l7', 'the hop drops out where it is the end', `web[Browser] -->|WebSocket| edge[nginx]`],
  [
    'websocket-behind-l7',
    'a stated upgrade',
    `web[Browser] -->|WebSocket| edge[nginx]
     edge -->|WebSocket| chat[Chat service]
     edge@{ upgrade: true }`,
  ],
  [
    'websocket-behind-l7',
    'both ends of the passage are named',
    `web[Browser] -->|WebSocket| edge[nginx]
     edge -->|WebSocket| chat[Chat service]`,
    "Browser's WebSocket passes nginx, and nginx forwards upgrades only if configured to",
    'nginx has to forward the upgrade',
    'and keep the connection to Chat service open',
    'State that nginx forwards the upgrade',
  ],
  [
    'webrtc-without-signaling',
    'words of signaling are enough',
    `alice[Browser A] -->|WebRTC| bob[Browser B]
     lobby[Lobby]`,
  ],
  [
    'webrtc-without-signaling',
    'a store that only one reaches',
    `alice[Browser A] -->|WebRTC| bob[Browser B]
     alice -->|HTTPS| api[Order API]`,
    'Browser A and Browser B talk WebRTC, and nothing that both reach',
  ],
  [
    'websocket-heartbeat',
    'half of what the shortest idle timeout leaves',
    `web[Browser] -->|WebSocket| edge[nginx]
     edge -->|WebSocket| chat[Chat service]
     edge@{ idleTimeout: 40s }`,
    'The WebSocket from Browser to nginx states no heartbeat. nginx closes an idle connection after 40s, and',
    'Write heartbeat: 20s.',
    'nginx closes idle connections after this',
    'State heartbeat: 20s',
  ],
  [
    'websocket-heartbeat',
    'never more than 30 seconds',
    `web[Browser] -->|WebSocket| chat[Chat service]
     phone[Mobile app] -->|WebSocket| chat`,
    'A proxy closes an idle connection after a minute or two,',
    'Write heartbeat: 30s.',
    'and the one from Mobile app',
  ],
  [
    'websocket-heartbeat',
    'as long as the idle timeout is too long',
    `web[Browser] -->|WebSocket| edge[nginx]
     edge -->|WebSocket| chat[Chat service]
     edge@{ idleTimeout: 40s }
     %% web->edge@{ heartbeat: 40s }`,
    'sends a heartbeat every 40s only.',
  ],
  [
    'websocket-heartbeat',
    'shorter than the idle timeout',
    `web[Browser] -->|WebSocket| edge[nginx]
     edge -->|WebSocket| chat[Chat service]
     edge@{ idleTimeout: 40s }
     %% web->edge@{ heartbeat: 39s }`,
  ],
  [
    'webrtc-mesh',
    'three peers and their three connections',
    `a[Browser A] -->|WebRTC| b[Browser B]
     b -->|WebRTC| c[Browser C]
     c -->|WebRTC| a`,
  ],
  [
    'webrtc-mesh',
    'six peers of one box',
    `a[Browser] -->|WebRTC| b[Other browsers]
     b@{ replicas: 6 }`,
    '6 peers in a mesh are 15 WebRTC connections, and each encodes and uploads its video 5 times: 7.5 Mbit/s at 1.5 each.',
  ],
  [
    'sse-http1-limit',
    'over HTTP/1.1',
    `web[Browser] -->|"SSE over HTTP/1.1"| api[Order API]`,
    'Browser receives events from Order API over HTTP/1.1: each stream occupies one of the 6 connections per origin that a browser opens.',
    'Use HTTP/2',
  ],
  ['sse-http1-limit', 'over HTTP/2', `web[Browser] -->|"SSE over HTTP/2"| api[Order API]`],
  ['sse-http1-limit', 'between services', `web[Order service] -->|"SSE over HTTP/1.1"| api[Price API]`],
])
