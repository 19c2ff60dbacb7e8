// WebSockets, server-sent events, WebRTC and datagrams: what passes them on, who holds them, what they are used for.

import { testRows } from '../rows'

const chat = (...steps: string[]) => `sequenceDiagram
participant app as Mobile app
participant chat as Chat server
participant price as Price service
participant db as Postgres
${steps.join('\n')}`
const aside = (count: number) => Array.from({ length: count }, (_, n) => `price->>db: SELECT ${n}`)

testRows([
  [
    'delivered-before-ack',
    'marked right after it was sent',
    chat('chat->>app: push message', 'chat->>db: UPDATE messages SET delivered_at = now()'),
    'Chat server marks a message as delivered after only sending it. If the connection to Mobile app drops',
    'Sent here, and Mobile app has not answered yet',
    'once per document',
    'at "UPDATE messages SET delivered_at = now()"',
  ],
  [
    'delivered-before-ack',
    'marked after the answer of the client',
    chat('chat->>app: push message', 'app->>chat: ack 7', 'chat->>db: mark message as delivered'),
  ],
  [
    'delivered-before-ack',
    'the first that it does',
    chat('chat->>db: mark message as delivered', 'chat->>app: push message'),
  ],
  [
    'delivered-before-ack',
    'something else between sending and marking',
    chat('chat->>app: push message', 'chat->>price: GET /prices', 'chat->>db: mark message as delivered'),
  ],
  [
    'delivered-before-ack',
    'sent by another',
    chat('price->>app: push message', 'chat->>db: mark message as delivered'),
  ],
  [
    'delivered-before-ack',
    'sent as an answer that says so',
    chat('app->>chat: sync', 'chat-->>app: messages 1 to 50', 'chat->>db: mark messages as delivered'),
    'Chat server marks a message as delivered',
  ],
  [
    'delivered-before-ack',
    'an answer to something else',
    chat('app->>chat: GET /profile', 'chat-->>app: 200', 'chat->>db: mark message as delivered'),
  ],
  [
    'delivered-before-ack',
    'marked as not delivered',
    chat('chat->>app: push message', 'chat->>db: UPDATE messages SET delivered = false'),
  ],
  [
    'delivered-before-ack',
    'a service is told',
    chat('chat->>app: push message', 'chat->>price: mark message as delivered'),
  ],
  [
    'delivered-before-ack',
    'said in an answer of the store',
    chat('chat->>app: push message', 'db-->>chat: set delivered'),
  ],
  [
    'delivered-before-ack',
    'nineteen messages of others in between',
    chat('chat->>app: push message', ...aside(19), 'chat->>db: mark message as delivered'),
    'Chat server marks a message as delivered',
  ],
  [
    'delivered-before-ack',
    'twenty messages of others in between',
    chat('chat->>app: push message', ...aside(20), 'chat->>db: mark message as delivered'),
  ],
  [
    'delivered-before-ack',
    'a flowchart says nothing of the order',
    `chat[Chat server] -->|push message| app[Mobile app]
     chat -->|mark message as delivered| db[(Postgres)]`,
  ],
])

testRows([
  [
    'browser-udp',
    'datagrams',
    'web[Browser] -->|UDP| api[Game server]',
    'Browser talks UDP with Game server',
    'at "UDP"',
  ],
  [
    'browser-udp',
    'media',
    'web[Browser] -->|RTP| api[Game server]',
    'Browser talks UDP with Game server',
    'at "RTP"',
  ],
  ['browser-udp', 'DTLS alone', 'web[Browser] -->|DTLS| api[Game server]', 'Browser talks UDP', 'at "DTLS"'],
  ['browser-udp', 'UDP and TCP', 'web[Browser] -->|UDP or TCP| api[Game server]', 'Browser talks UDP'],
  [
    'sse-buffering',
    'nginx',
    'web[Browser] -->|SSE| n[nginx] -->|HTTP| api[Order API]',
    'nginx buffers',
    'nginx does so by default',
  ],
  [
    'sse-buffering',
    'a store with a name like that',
    'web[Browser] -->|SSE| api[Order API] -->|HTTP| n[Load balancer] -->|HTTP| b[Stock service]',
  ],
  [
    'sse-http1-limit',
    'the browser asks',
    'web[Browser] -->|SSE over HTTP/1.1| api[Order API]',
    'Browser receives events from Order API over HTTP/1.1',
    'Use HTTP/2',
  ],
  [
    'sse-http1-limit',
    'drawn towards the browser',
    'api[Order API] -->|SSE over HTTP/1.1| web[Browser]',
    'Browser receives events from Order API over HTTP/1.1',
  ],
  ['sse-http1-limit', 'no version', 'web[Browser] -->|SSE over HTTPS| api[Order API]'],
  ['sse-http1-limit', 'HTTP/2 as well', 'web[Browser] -->|SSE over HTTP/1.1 or HTTP/2| api[Order API]'],
  ['sse-http1-limit', 'HTTP/3 as well', 'web[Browser] -->|SSE over HTTP/1.1 or HTTP/3| api[Order API]'],
  [
    'sse-two-way',
    'a client that sends',
    'web[Browser] -->|"SSE, sends messages"| api[Chat API]',
    'Browser sends to Chat API over server-sent events',
  ],
  [
    'sse-two-way',
    'drawn both ways by the server',
    'api[Chat API] <-->|SSE| web[Browser]',
    'Browser sends to Chat API over server-sent events',
    'Use a WebSocket',
  ],
  [
    'sse-two-way',
    'a POST that is answered with a stream',
    'web[Browser] -->|"POST /messages, SSE, sends messages"| api[Chat API]',
  ],
  [
    'sse-two-way',
    'a request of the server beside it',
    'web[Browser] -->|"SSE, sends messages"| api[Chat API]\napi -->|HTTP GET /presence| web',
  ],
  [
    'sse-two-way',
    'a request of another beside it',
    'web[Browser] -->|"SSE, sends messages"| api[Chat API]\nweb -->|HTTPS| img[Image service]',
    'Browser sends to Chat API',
  ],
  [
    'sse-without-replay',
    'behind a gateway, one server with a store and one without',
    `web[Browser] -->|SSE order events| gw[API gateway]
     gw -->|HTTP| a[Order API]
     gw -->|HTTP| b[Stock API] -->|SQL| db[(Postgres)]`,
    'Order API stores nothing',
  ],
  [
    'sse-without-replay',
    'a third party',
    'web[Browser] -->|SSE order events| api[Order API] -->|HTTPS| ext[Stripe]',
  ],
  [
    'sse-without-replay',
    'a cache',
    'web[Browser] -->|SSE order events| api[Order API] -->|GET| c[Redis cache]',
  ],
  [
    'sse-without-replay',
    'another service',
    'web[Browser] -->|SSE order events| api[Order API] -->|HTTP| b[Stock service]',
    'Order API stores nothing',
  ],
  [
    'sse-without-replay',
    'a whole system',
    `C4Context
Person(user, "Customer")
System(web, "Browser")
System(shop, "Shop")
Rel(web, shop, "Order events", "SSE")`,
  ],
])

testRows([
  [
    'udp-needs-reliability',
    'orders',
    'a[Order service] -->|UDP| b[Billing service]',
    'Order service sends to Billing service by UDP',
    'Use TCP | Use QUIC',
  ],
  ['udp-needs-reliability', 'acknowledged', 'a[Order service] -->|UDP with acks| b[Billing service]'],
  ['udp-needs-reliability', 'logs about orders', 'a[Order service] -->|UDP orders| b[Log service for logs]'],
  ['udp-needs-reliability', 'a caller that measures', 'a[Metrics agent] -->|UDP orders| b[Billing service]'],
  ['udp-needs-reliability', 'a search engine', 'a[Order service] -->|UDP orders| b[OpenSearch]'],
  ['udp-needs-reliability', 'monitoring', 'a[Order service] -->|UDP orders| b[Datadog]'],
])

const mesh = (count: number, more = '') =>
  `${Array.from({ length: count }, (_, n) => `p${n}[Browser ${n}]`).join('\n')}
${Array.from({ length: count }, (_, a) => Array.from({ length: a }, (_, b) => `p${b} <-->|WebRTC| p${a}`).join('\n')).join('\n')}
${more}`

testRows([
  ['webrtc-mesh', 'four peers', mesh(4)],
  [
    'webrtc-mesh',
    'five peers',
    mesh(5),
    '5 peers in a mesh are 10 WebRTC connections, and each encodes and uploads its video 4 times: 6 Mbit/s',
  ],
  ['webrtc-mesh', 'an SFU beside them', mesh(5, 'm[Media server SFU]')],
  ['webrtc-mesh', 'an SFU by its product', mesh(5, 'm[mediasoup]')],
  [
    'webrtc-mesh',
    'peers that are counted',
    'a[Browser] <-->|WebRTC| b[Browser peers]\n%% b@{ replicas: 6 }',
    '6 peers in a mesh are 15 WebRTC connections',
    '7.5 Mbit/s',
  ],
  ['webrtc-mesh', 'four that are counted', 'a[Browser] <-->|WebRTC| b[Browser peers]\n%% b@{ replicas: 4 }'],
  [
    'webrtc-recording-without-sfu',
    'clients that talk otherwise',
    'a[Browser] <-->|HTTPS| b[Mobile app]\nb -->|HTTPS| r[Call recorder]',
  ],
  [
    'webrtc-recording-without-sfu',
    'clients that talk to each other',
    'a[Browser] <-->|WebRTC| b[Mobile app]\nb -->|HTTPS| r[Call recorder]',
    'Call recorder needs the media',
  ],
  [
    'webrtc-recording-without-sfu',
    'a product that relays',
    'a[Browser] <-->|WebRTC| b[Mobile app]\nb -->|HTTPS| r[Call recorder]\nm[Twilio]',
  ],
  [
    'webrtc-recording-without-sfu',
    'an SFU by its kind',
    'a[Browser] <-->|WebRTC| b[Mobile app]\nb -->|HTTPS| r[Call recorder]\nm[Relay]\n%% m@{ kind: sfu }',
  ],
  [
    'webrtc-without-signaling',
    'nothing between',
    'a[Browser] <-->|WebRTC| b[Mobile app]',
    'Browser and Mobile app talk WebRTC',
  ],
  [
    'webrtc-without-signaling',
    'a part by its kind, beside others',
    'a[Browser] <-->|WebRTC| b[Mobile app]\nm[Meeting point]\n%% m@{ kind: signaling }',
  ],
  [
    'webrtc-without-turn',
    'three peers',
    'a[Browser] <-->|WebRTC| b[Mobile app]\nb <-->|WebRTC| c[Desktop app]\nc <-->|WebRTC| a',
    'and these two | and these two | Draw a TURN server',
  ],
  ['webrtc-without-turn', 'a server by its kind', 'a[Browser] <-->|WebRTC| b[Mobile app]\nm[coturn]\n'],
  [
    'webrtc-without-turn',
    'named on an arrow',
    'a[Browser] <-->|WebRTC| b[Mobile app]\na -->|TURN| m[Media gate]\nb -->|HTTPS| api[Order API]',
  ],
  [
    'webrtc-without-turn',
    'one of them stands in a local network, as stated',
    'a[Browser] <-->|WebRTC| b[Mobile app]\n%% a@{ network: lan }',
  ],
  [
    'webrtc-without-turn',
    'the other stands in a group with a local network',
    'a[Browser]\nsubgraph office [Office]\nb[Mobile app]\nend\na <-->|WebRTC| b\n%% office@{ network: lan }',
  ],
])

testRows([
  [
    'websocket-behind-l7',
    'a proxy between',
    'web[Browser] -->|WebSocket| n[nginx] -->|WebSocket| api[Chat server]',
    "Browser's WebSocket passes nginx, and nginx forwards upgrades only if configured to.",
    'nginx has to forward the upgrade | and keep the connection to Chat server open',
  ],
  [
    'websocket-behind-l7',
    'said behind it alone',
    'web[Browser] -->|HTTPS| n[nginx] -->|WebSocket| api[Chat server]',
    "Browser's WebSocket passes nginx",
  ],
  [
    'websocket-behind-l7',
    'a service in front, said behind it alone',
    'a[Order service] -->|HTTPS| n[nginx] -->|WebSocket| api[Chat server]',
  ],
  [
    'websocket-behind-l7',
    'several servers behind it',
    `web[Browser] -->|WebSocket| n[nginx]
     n -->|HTTP| api[Chat server]
     n -->|HTTP| img[Image server]`,
    'and keep the connection behind it open',
  ],
  [
    'websocket-behind-l7',
    'a broker brings it what it pushes',
    `web[Browser] -->|WebSocket| gw[API gateway]
     gw -->|HTTP| api[Order API]
     q[[Kafka]] -->|events| gw`,
  ],
  [
    'websocket-behind-l7',
    'a broker beside a call of another',
    `web[Browser] -->|WebSocket| gw[API gateway]
     app[Mobile app] -->|HTTPS| gw
     gw -->|gRPC orders| api[Order API]
     q[[Kafka]] -->|events| gw`,
  ],
  [
    'websocket-behind-l7',
    'it answers on the socket itself',
    `web[Browser] -->|WebSocket| gw[API gateway]
     gw -->|gRPC orders| api[Order API]
     gw -->|WebSocket push| web`,
  ],
  [
    'websocket-behind-l7',
    'a program of ours ends the socket',
    'web[Browser] -->|WebSocket| gw["API gateway (Spring Boot)"] -->|HTTP| api[Order API]',
  ],
  [
    'websocket-behind-l7',
    'a group with a door for sockets',
    `web[Browser]
     subgraph edge [Edge]
     gw[API gateway]
     door[WebSocket gateway]
     end
     web -->|WebSocket| edge
     gw -->|HTTP| api[Order API]`,
  ],
  [
    'websocket-behind-l7',
    'a balancer whose backend is named',
    'web[Browser] -->|WebSocket| lb[L7 load balancer] -->|WebSocket| api[Chat server]',
    'which reads requests (layer 7)',
    'State that L7 load balancer forwards the upgrade',
  ],
  [
    'websocket-behind-l7',
    'a product without support',
    'web[Browser] -->|WebSocket| c[AWS Lambda function URL] -->|WebSocket| api[Chat server]',
  ],
])

testRows([
  [
    'websocket-fan-out',
    'two copies',
    'web[Browser] -->|WebSocket| api[Chat server]\n%% api@{ replicas: 2 }',
    '2 replicas of Chat server hold WebSockets, and nothing carries messages between them.',
    '50% of all pairs of clients',
    'at "replicas: 2"',
  ],
  ['websocket-fan-out', 'one copy', 'web[Browser] -->|WebSocket| api[Chat server]\n%% api@{ replicas: 1 }'],
  [
    'websocket-fan-out',
    'two servers behind a balancer',
    `web[Browser] -->|WebSocket| lb[Load balancer]
     lb -->|WebSocket| a[Chat server 1]
     lb -->|WebSocket| b[Chat server 2]`,
    'Chat server 1 and Chat server 2 hold WebSockets',
    'Chat server 2 holds its own sockets | Browser is connected to one of them',
    'at "Chat server 1"',
  ],
  [
    'websocket-fan-out',
    'two clients of the same servers',
    `web[Browser] -->|WebSocket| lb[Load balancer]
     app[Mobile app] -->|WebSocket| lb
     lb -->|WebSocket| a[Chat server 1]
     lb -->|WebSocket| b[Chat server 2]`,
    'Chat server 1 and Chat server 2 hold WebSockets',
  ],
  [
    'websocket-fan-out',
    'one of two is told by a worker',
    `web[Browser] -->|WebSocket| lb[Load balancer]
     lb -->|WebSocket| a[Chat server 1]
     lb -->|WebSocket| b[Chat server 2]
     w[Mail worker] -->|HTTP| b`,
  ],
  [
    'websocket-fan-out',
    'the balancer hashes',
    `web[Browser] -->|WebSocket| lb[Load balancer]
     lb -->|WebSocket| a[Chat server 1]
     lb -->|WebSocket| b[Chat server 2]
     %% lb@{ algorithm: consistent-hash }`,
  ],
  [
    'websocket-fan-out',
    'another balancer hashes',
    `web[Browser] -->|WebSocket| lb[Load balancer]
     lb -->|WebSocket| a[Chat server 1]
     lb -->|WebSocket| b[Chat server 2]
     a -->|HTTP| other[Price balancer]
     %% other@{ algorithm: consistent-hash }`,
    'Chat server 1 and Chat server 2 hold WebSockets',
  ],
  [
    'websocket-fan-out',
    'what carries messages, behind another service',
    `web[Browser] -->|WebSocket| api[Chat server] -->|HTTP| b[Room service] -->|HTTP| c[Centrifugo]
     %% api@{ replicas: 2 }`,
  ],
  [
    'websocket-fan-out',
    'a cache of no product may carry them',
    `web[Browser] -->|WebSocket| api[Chat server] --> c[Cache]
     %% api@{ replicas: 2 }`,
  ],
  [
    'websocket-fan-out',
    'a cache that only keeps',
    `web[Browser] -->|WebSocket| api[Chat server] --> c[Memcached]
     %% api@{ replicas: 2 }`,
    '2 replicas of Chat server',
  ],
  [
    'websocket-fan-out',
    'a service that carries nothing',
    `web[Browser] -->|WebSocket| api[Chat server] -->|HTTP| c[Profile service] -->|HTTP| api2[Picture service] -->|HTTP| c
     %% api@{ replicas: 3 }`,
    '67% of all pairs of clients',
  ],
])

testRows([
  [
    'websocket-heartbeat',
    'an odd limit is halved downwards',
    `web[Browser] -->|WebSocket| lb[Load balancer] -->|WebSocket| api[Chat server]
     %% lb@{ idleTimeout: 15s }`,
    'Load balancer closes an idle connection after 15s, and a lost peer is never noticed. Write heartbeat: 7.5s.',
  ],
  [
    'websocket-heartbeat',
    'no limit is known',
    'web[Browser] -->|WebSocket| api[Chat server]',
    'The WebSocket from Browser to Chat server states no heartbeat. A proxy closes an idle connection after a minute or two, and a lost peer is never noticed. Write heartbeat: 30s.',
    'State heartbeat: 30s',
  ],
  [
    'websocket-heartbeat',
    'three clients of one server',
    `web[Browser] -->|WebSocket| api[Chat server]
     app[Mobile app] -->|WebSocket| api
     desk[Desktop app] -->|WebSocket| api`,
    'and the one from Mobile app | and the one from Desktop app',
  ],
  [
    'websocket-heartbeat',
    'one message of a trace states it',
    `sequenceDiagram
participant web as Browser
participant api as Chat server
web->>api: WebSocket connect, heartbeat 20s
web->>api: WebSocket message
web->>api: WebSocket message`,
  ],
])

testRows([
  [
    'websocket-one-way',
    'a server that pushes',
    'api[Price service] -->|WebSocket price updates| web[Browser]',
    'The WebSocket between Browser and Price service only carries what Price service pushes.',
    'Use server-sent events | once per document',
  ],
  [
    'websocket-one-way',
    'a client that listens',
    'web[Browser] -->|WebSocket price updates| api[Price service]',
    'The WebSocket between Browser and Price service only carries what Price service pushes.',
  ],
  [
    'websocket-one-way',
    'an answer in a trace',
    `sequenceDiagram
participant web as Browser
participant api as Price service
web->>api: WebSocket connect
api-->>web: WebSocket price updates`,
  ],
  [
    'websocket-one-way',
    'only the name of the server speaks of sockets',
    'web[Browser] -->|price updates| api[WebSocket price server]',
  ],
  [
    'websocket-one-way',
    'the protocol as stated',
    'web[Browser] -->|price updates| api[Price service]\n%% web->api@{ protocol: websocket }',
    'only carries what Price service pushes',
  ],
  [
    'websocket-one-way',
    'sockets or something else',
    'web[Browser] -->|WebSocket or HTTPS price updates| api[Price service]',
    'only carries what Price service pushes',
  ],
  [
    'websocket-one-way',
    'a second socket of the client sends',
    'web[Browser] -->|WebSocket price updates| api[Price service]\nweb -->|WebSocket chat| chat[Talk server]',
  ],
  [
    'websocket-one-way',
    'another arrow of the client, by HTTP, to another',
    'web[Browser] -->|WebSocket price updates| api[Price service]\nweb -->|HTTPS chat messages| chat[Talk server]',
    'only carries what Price service pushes',
  ],
  [
    'websocket-one-way',
    'the client talks to the server in other words',
    'web[Browser] -->|WebSocket price updates| api[Price service]\nweb -->|choose stocks| api',
  ],
  [
    'websocket-one-way',
    'the client talks through a gateway',
    `web[Browser] -->|WebSocket price updates| api[Price service]
     web -->|choose stocks| gw[API gateway]
     gw --> api
     gw --> img[Image service]`,
  ],
  [
    'websocket-one-way',
    'the client talks to another server',
    'web[Browser] -->|WebSocket price updates| api[Price service]\nweb -->|choose pictures| img[Image service]',
    'only carries what Price service pushes',
  ],
  [
    'websocket-one-way',
    'a server behind the gateway is for talking',
    'web[Browser] -->|WebSocket price updates| gw[API gateway] -->|WebSocket| api[Chat server]',
  ],
  [
    'websocket-request-response',
    'requests and responses',
    'web[Browser] -->|WebSocket request/response| api[Order API]',
    'only carries requests and responses',
    'Use HTTPS',
  ],
  [
    'websocket-request-response',
    'sockets, or something else',
    'web[Browser] -->|WebSocket or SSE request/response| api[Order API]',
    'only carries requests and responses',
  ],
  [
    'websocket-request-response',
    'only the server is named for sockets',
    'web[Browser] -->|request/response| api[WebSocket server]',
  ],
])

const passing = (onward: string, more = '') => `web[Browser] -->|WebSocket| n[nginx]
     n -->|${onward}| api[Order API]
     ${more}`

testRows([
  [
    'websocket-behind-l7',
    'a proxy that could pass connections on',
    passing('WebSocket'),
    'State that nginx forwards the upgrade | Pass connections through at layer 4 (TLS and authentication move to Order API, routing by path is lost) | once per document | raised | at',
  ],
  [
    'websocket-behind-l7',
    'a gateway that can not',
    'web[Browser] -->|WebSocket| gw[API gateway] -->|WebSocket| api[Chat server]',
    'State that API gateway forwards the upgrade | once per document | on request | at',
  ],
  [
    'websocket-behind-l7',
    'a layer that is stated',
    'web[Browser] -->|WebSocket| lb[Load balancer] -->|WebSocket| api[Chat server]\n%% lb@{ layer: L7 }',
    'State that Load balancer forwards the upgrade | once per document | on request | at',
  ],
  [
    'websocket-behind-l7',
    'a product that has no sockets',
    'web[Browser] -->|WebSocket| s[Squid] -->|WebSocket| api[Chat server]',
    'and Squid does not support WebSockets.',
    'Route the socket around it, or terminate it in a product that supports WebSockets.',
    /^(?!.*State that)/,
  ],
  [
    'websocket-behind-l7',
    'an API for requests beside one for sockets',
    'c[Web browser] -->|HTTPS/WSS| r[Amazon API Gateway REST]\nc -->|WebSocket| w[Amazon API Gateway WebSocket]\nr -->|HTTPS| s[Chat service]\nw -->|HTTPS| s',
    'no REST or HTTP API. The handshake fails. Web browser opens a socket at Amazon API Gateway WebSocket, too: take it off this arrow.',
    'raised',
  ],
  ['websocket-behind-l7', 'HTTP behind it', passing('HTTP'), "Browser's WebSocket passes nginx"],
  [
    'websocket-behind-l7',
    'HTTP behind it, and a broker brings it events',
    passing('HTTP', 'q[[Kafka]] -->|events| n'),
  ],
  [
    'websocket-behind-l7',
    'sockets behind it, and a broker brings it events',
    passing('WebSocket', 'q[[Kafka]] -->|events| n'),
    "Browser's WebSocket passes nginx",
  ],
  [
    'websocket-behind-l7',
    'orders behind it, and it pushes',
    passing('HTTP orders', 'n -->|WebSocket push| web'),
  ],
  [
    'websocket-behind-l7',
    'orders behind it, and another pushes',
    passing('HTTP orders', 'api -->|WebSocket push| web'),
    "Browser's WebSocket passes nginx",
  ],
])

const beating = (
  heartbeat: string,
  more = '',
) => `web[Browser] -->|WebSocket| lb[nginx] -->|WebSocket| api[Chat server]
     %% web->lb@{ heartbeat: ${heartbeat} }
     ${more}`

testRows([
  ['websocket-heartbeat', 'shorter than the proxy waits', beating('59s')],
  [
    'websocket-heartbeat',
    'as long as the proxy waits',
    beating('60s'),
    'The WebSocket from Browser to nginx sends a heartbeat every 1m only. nginx closes an idle connection after 1m unless configured, and',
    'Write heartbeat: 30s.',
    'at "heartbeat: 60s"',
  ],
  [
    'websocket-heartbeat',
    'longer than the proxy waits, as stated',
    beating('20s', '%% lb@{ idleTimeout: 15s }'),
    'nginx closes an idle connection after 15s, and a lost peer',
    'nginx closes idle connections after this',
    'Write heartbeat: 7.5s.',
  ],
  [
    'websocket-heartbeat',
    'a long limit asks for half a minute',
    beating('3m', '%% lb@{ idleTimeout: 2m }'),
    'Write heartbeat: 30s.',
  ],
  [
    'websocket-heartbeat',
    'a library that is slower than the limit',
    'web[Browser] -->|WebSocket Socket.IO| lb[nginx] -->|WebSocket| api[Chat server]\n%% lb@{ idleTimeout: 25s }',
    'sends a heartbeat every 25s only',
  ],
  [
    'websocket-heartbeat',
    'a library that is quicker than the limit',
    'web[Browser] -->|WebSocket Socket.IO| lb[nginx] -->|WebSocket| api[Chat server]\n%% lb@{ idleTimeout: 26s }',
  ],
  [
    'websocket-heartbeat',
    'a ping of its own',
    'web[Browser] -->|WebSocket| api[Chat server]\nweb -->|ping| api',
  ],
  [
    'websocket-heartbeat',
    'a ping of another',
    'web[Browser] -->|WebSocket| api[Chat server]\nweb -->|ping| x[Stock service]',
    'states no heartbeat',
  ],
  [
    'websocket-heartbeat',
    'two clients, of which one states it',
    beating('20s', 'app[Mobile app] -->|WebSocket| lb'),
    'The WebSocket from Mobile app to nginx states no heartbeat.',
    /^(?!.*and the one from)/,
  ],
  [
    'websocket-one-way',
    'a library by its name alone',
    'web[Browser] -->|Socket.IO price updates| api[Price service]',
    'only carries what Price service pushes',
    /^(?!.*Use server-sent events)/,
  ],
  [
    'webrtc-not-media',
    'to a server',
    'web[Browser] -->|WebRTC chat| api[Chat server]',
    'Write WebSocket. | Use a WebSocket | at "WebRTC"',
  ],
  [
    'webrtc-not-media',
    'between clients',
    'web[Browser] -->|WebRTC chat| app[Mobile app]',
    'Connect both to a server by WebSocket. | at "WebRTC"',
  ],
  [
    'websocket-fan-out',
    'a service that keeps profiles',
    'web[Browser] -->|WebSocket| api[Live server] -->|HTTP| b[Profile service]\n%% api@{ replicas: 2 }',
    '2 replicas of Live server hold WebSockets',
  ],
  [
    'websocket-fan-out',
    'a service that is told to notify',
    'web[Browser] -->|WebSocket| api[Live server] -->|HTTP notify| b[Profile service]\n%% api@{ replicas: 2 }',
  ],
  [
    'websocket-fan-out',
    'a service that hands events out, by its name',
    'web[Browser] -->|WebSocket| api[Live server] -->|HTTP| b[Event dispatcher]\n%% api@{ replicas: 2 }',
  ],
])
